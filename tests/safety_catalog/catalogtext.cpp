// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogtext.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

QString sorted(QStringList words)
{
    words.sort();
    words.removeDuplicates();
    return words.join(u',');
}

QString unless(bool isUsual, const QString &word)
{
    return isUsual ? QString() : u' ' + word;
}

QString typeText(const TypeName &type)
{
    QString text = type.name.toString();
    if (type.isUnsigned)
        text += u" unsigned"_s;
    QStringList modifiers;
    for (const int modifier : type.modifiers) {
        if (!type.name.name.endsWith("int"_L1)) // MariaDB's width for showing
            modifiers.append(QString::number(modifier));
    }
    if (!modifiers.isEmpty())
        text += u'(' + modifiers.join(u',') + u')';
    if (type.arrayDimensions > 0)
        text += u"[]"_s; // PostgreSQL forgets how many
    if (!type.values.isEmpty())
        text += u'{' + type.values.join(u',') + u'}';
    return text;
}

QString columnText(const CatalogColumn &column)
{
    return column.name + u' ' + typeText(column.type) + unless(column.notNull == Answer::No, u"not null"_s)
        + unless(column.hasDefault == Answer::No, u"default"_s) + unless(column.isIdentity == Answer::No, u"identity"_s)
        + unless(column.generated == GeneratedKind::No, u"generated"_s) + unless(column.isLocal, u"inherited"_s);
}

QString constraintText(const CatalogConstraint &constraint)
{
    const ConstraintDefinition &definition = constraint.definition;
    static const QStringList kinds{u"check"_s,  u"not null"_s,    u"unique"_s,
                                   u"primary"_s, u"foreign key"_s, u"exclusion"_s};
    QString text = kinds.at(int(definition.kind)) + u' ' + definition.name;
    if (definition.kind == ConstraintKind::Check) {
        text += u" of "_s + sorted(definition.expression.columns);
        if (!definition.expression.provesNotNull.isEmpty())
            text += u" proves "_s + sorted(definition.expression.provesNotNull);
    } else {
        text += u" ("_s + definition.columns.join(u',') + u')';
    }
    if (definition.kind == ConstraintKind::ForeignKey)
        text += u" to "_s + definition.references.toString() + u" ("_s + definition.referencedColumns.join(u',') + u')';
    return text + unless(constraint.validated == Answer::Yes, u"not valid"_s) + unless(!definition.deferrable, u"deferrable"_s)
        + unless(constraint.index.isEmpty(), u"by "_s + constraint.index) + unless(constraint.isLocal, u"inherited"_s);
}

QString indexText(const CatalogIndex &index)
{
    const IndexDefinition &definition = index.definition;
    QStringList parts;
    for (const IndexDefinition::Part &part : definition.parts)
        parts.append(part.column.isEmpty() ? u"expression of "_s + sorted(part.expression.columns) : part.column);
    return definition.name + u" ("_s + parts.join(u',') + u')' + unless(!definition.unique, u"unique"_s)
        + unless(definition.included.isEmpty(), u"with "_s + definition.included.join(u','))
        + unless(definition.predicate.isEmpty(), u"where "_s + sorted(definition.predicate.columns))
        + unless(definition.method.isEmpty() || definition.method == "btree"_L1, definition.method)
        + unless(index.valid == Answer::Yes, u"invalid"_s) + unless(index.constraint.isEmpty(), u"of "_s + index.constraint)
        + unless(index.parent.isEmpty(), u"in "_s + index.parent.toString());
}

void describeRelation(const CatalogRelation &relation, QStringList &lines)
{
    const bool isView = relation.type == ObjectType::View || relation.type == ObjectType::MaterializedView;
    const QString name = relation.name.toString();
    QString line = name + u": type "_s + QString::number(int(relation.type)) + unless(!relation.isTemporary, u"temporary"_s)
        + unless(!relation.unlogged, u"unlogged"_s)
        + unless(!relation.isPartitioned, u"partitioned by "_s + relation.partitionKey.join(u','))
        + unless(!relation.isPartition, u"partition of kind "_s + QString::number(int(relation.bound.kind)))
        + unless(relation.ownedBy.isEmpty(), u"owned by "_s + relation.ownedBy.toString() + u'.' + relation.ownedByColumn)
        + unless(relation.comment.isEmpty(), u"comment "_s + relation.comment);
    lines.append(line);
    // What a view puts out is only known where its names are written.
    for (qsizetype i = 0; !isView && i < relation.columns.size(); ++i)
        lines.append(name + u": column %1 "_s.arg(i + 1, 3) + columnText(relation.columns.at(i)));
    for (const CatalogConstraint &constraint : relation.constraints)
        lines.append(name + u": constraint "_s + constraintText(constraint));
    for (const CatalogIndex &index : relation.indexes)
        lines.append(name + u": index "_s + indexText(index));
    for (qsizetype i = 0; i < relation.triggers.size(); ++i) // MySQL's and SQLite's call no function
        lines.append(name + u": trigger "_s + relation.triggers.at(i) + u' ' + relation.triggerFunctions.value(i).name);
    for (const QString &statistics : relation.extendedStatistics)
        lines.append(name + u": statistics "_s + statistics);
    for (const QString &policy : relation.policies)
        lines.append(name + u": policy "_s + policy);
    for (const ObjectName &parent : relation.parents)
        lines.append(name + u": parent "_s + parent.toString());
    for (const ObjectName &sequence : relation.ownedSequences)
        lines.append(name + u": owns "_s + sequence.toString());
    for (const ObjectName &read : relation.reads)
        lines.append(name + u": reads "_s + read.toString());
}

/// What the maps that point back know must be what the relations say.
void describeBackwards(const Catalog &catalog, const CatalogRelation &relation, QStringList &lines)
{
    const QString name = relation.name.toString();
    for (const auto &[table, constraint] : catalog.foreignKeysTo(relation.name))
        lines.append(name + u": referenced by "_s + table->name.toString() + u' ' + constraint->definition.name);
    for (const CatalogRelation *view : catalog.viewsOn(relation.name))
        lines.append(name + u": read by "_s + view->name.toString());
    for (const CatalogRelation *child : catalog.partitionsOf(relation.name))
        lines.append(name + u": has child "_s + child->name.toString());
    for (const CatalogIndex &index : relation.indexes) {
        const CatalogRelation *table = catalog.tableOfIndex({relation.name.schema, index.definition.name});
        if (table && table->name != relation.name)
            lines.append(name + u": index thought of another table "_s + index.definition.name);
    }
}

} // namespace

QString describe(const Catalog &catalog)
{
    QStringList lines;
    for (const CatalogRelation *relation : catalog.relations()) {
        describeRelation(*relation, lines);
        describeBackwards(catalog, *relation, lines);
    }
    for (const CatalogType *type : catalog.types()) {
        const QString name = type->name.toString();
        lines.append(u"type "_s + name + u" kind %1 "_s.arg(int(type->kind)) + type->values.join(u',')
                     + type->attributes.join(u',') + typeText(type->baseType) + unless(!type->isNotNull, u"not null"_s)
                     + unless(!type->hasDefault, u"default"_s) + unless(!type->isConstrained, u"constrained"_s));
        for (const ConstraintDefinition &constraint : type->constraints)
            lines.append(u"type "_s + name + u" check "_s + constraint.name + unless(!constraint.notValid, u"not valid"_s));
        for (const ObjectName &table : type->usedBy)
            lines.append(u"type "_s + name + u" shapes "_s + table.toString());
        for (const CatalogRelation *user : catalog.tablesUsing(type->name))
            lines.append(u"type "_s + name + u" used by "_s + user->name.toString());
    }
    for (const CatalogFunction *function : catalog.functions())
        lines.append(u"function "_s + function->name.toString() + u" volatility %1"_s.arg(int(function->volatility))
                     + unless(!function->returnsTrigger, u"trigger"_s) + unless(!function->inlinesToConstant, u"constant"_s));
    lines.sort();
    return lines.join(u'\n');
}

} // namespace Whimbrel::Test
