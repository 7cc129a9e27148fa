// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

QString objectTypeId(ObjectType type)
{
    static constexpr QLatin1StringView ids[] = {
        "table"_L1, "foreign-table"_L1, "view"_L1, "materialized-view"_L1, "index"_L1, "sequence"_L1, "type"_L1, "domain"_L1, "schema"_L1,
        "database"_L1, "function"_L1, "trigger"_L1, "rule"_L1, "policy"_L1, "extension"_L1, "statistics"_L1, "publication"_L1,
        "subscription"_L1, "role"_L1, "tablespace"_L1, "column"_L1, "constraint"_L1, "other"_L1,
    };
    return ids[static_cast<int>(type)].toString();
}

QString flagWords(Operation::Flags flags)
{
    static constexpr std::pair<Operation::Flag, QLatin1StringView> words[] = {
        {Operation::Flag::IfExists, "if-exists"_L1}, {Operation::Flag::IfNotExists, "if-not-exists"_L1}, {Operation::Flag::Cascade, "cascade"_L1},
        {Operation::Flag::Concurrently, "concurrently"_L1}, {Operation::Flag::Only, "only"_L1}, {Operation::Flag::OrReplace, "or-replace"_L1},
        {Operation::Flag::Temporary, "temporary"_L1}, {Operation::Flag::Unlogged, "unlogged"_L1}, {Operation::Flag::Unique, "unique"_L1},
        {Operation::Flag::NoData, "no-data"_L1}, {Operation::Flag::NoWait, "nowait"_L1}, {Operation::Flag::Local, "local"_L1},
        {Operation::Flag::Full, "full"_L1}, {Operation::Flag::Finalize, "finalize"_L1}, {Operation::Flag::ForUpdate, "for-update"_L1},
        {Operation::Flag::DefaultPartition, "default-partition"_L1}, {Operation::Flag::SingleRow, "single-row"_L1}, {Operation::Flag::All, "all"_L1},
        {Operation::Flag::FullTextOrSpatial, "full-text-or-spatial"_L1}, {Operation::Flag::Chain, "chain"_L1},
        {Operation::Flag::Conditional, "conditional"_L1}, {Operation::Flag::NotRun, "not-run"_L1},
    };
    QString result;
    for (const auto &[flag, word] : words) {
        if (flags.testFlag(flag))
            result += " +"_L1 + word;
    }
    return result;
}

QString listed(QLatin1StringView label, const QStringList &values)
{
    return values.isEmpty() ? QString() : u' ' + label + u'(' + values.join(u", "_s) + u')';
}

QString listed(QLatin1StringView label, const QList<ObjectName> &names)
{
    QStringList values;
    for (const ObjectName &name : names)
        values << name.toString();
    return listed(label, values);
}

template <typename Part>
QString described(QLatin1StringView label, const QList<Part> &parts)
{
    QStringList values;
    for (const Part &part : parts)
        values << describe(part);
    return listed(label, values);
}

QString constraintKindId(ConstraintDefinition::Kind kind)
{
    static constexpr QLatin1StringView ids[] = {"check"_L1, "not-null"_L1, "unique"_L1, "primary-key"_L1, "foreign-key"_L1, "exclusion"_L1};
    return ids[static_cast<int>(kind)].toString();
}

QString boundText(const PartitionBound &bound)
{
    switch (bound.kind) {
    case PartitionBound::Kind::None:
        return {};
    case PartitionBound::Kind::Range:
        return " range"_L1 + listed("from"_L1, bound.from) + listed("to"_L1, bound.to);
    case PartitionBound::Kind::List:
        return listed("list"_L1, bound.values);
    case PartitionBound::Kind::Hash:
        return listed("hash"_L1, bound.values);
    case PartitionBound::Kind::Default:
        return u" default"_s;
    }
    return {};
}

} // namespace

QString describe(const TypeName &type)
{
    QString result = type.name.toString();
    QStringList modifiers;
    for (const int modifier : type.modifiers)
        modifiers << QString::number(modifier);
    if (!modifiers.isEmpty())
        result += u'(' + modifiers.join(u',') + u')';
    for (int i = 0; i < type.arrayDimensions; ++i)
        result += "[]"_L1;
    if (type.isSerial)
        result += " serial"_L1;
    if (type.isUnsigned)
        result += " unsigned"_L1;
    result += listed("values"_L1, type.values);
    if (!type.characterSet.isEmpty())
        result += " charset "_L1 + type.characterSet;
    if (!type.collation.isEmpty())
        result += " collate "_L1 + type.collation;
    return result;
}

QString describe(const Expression &expression)
{
    QString result = u'{' + expression.text;
    if (expression.isConstant)
        result += " constant"_L1;
    if (expression.isNull)
        result += " null"_L1;
    if (expression.isAlwaysTrue)
        result += " always"_L1;
    if (expression.isOpaque)
        result += " opaque"_L1;
    if (expression.isParenthesised)
        result += " parenthesised"_L1;
    result += listed("functions"_L1, expression.functions) + listed("columns"_L1, expression.columns);
    result += listed("not-null"_L1, expression.provesNotNull);
    for (const Expression::Comparison &comparison : expression.comparisons)
        result += " ["_L1 + comparison.column + u' ' + comparison.op + u' ' + comparison.literals.join(u'|') + u']';
    if (!expression.isConstant)
        result += listed("literals"_L1, expression.literals);
    return result + listed("relations"_L1, expression.relations) + u'}';
}

QString describe(const ConstraintDefinition &constraint)
{
    QString result = constraintKindId(constraint.kind);
    if (!constraint.name.isEmpty())
        result += u' ' + constraint.name;
    result += listed("of"_L1, constraint.columns);
    if (!constraint.expression.isEmpty())
        result += u' ' + describe(constraint.expression);
    if (!constraint.references.isEmpty())
        result += " references "_L1 + constraint.references.toString() + listed(""_L1, constraint.referencedColumns);
    if (!constraint.usingIndex.isEmpty())
        result += " using "_L1 + constraint.usingIndex;
    if (constraint.notValid)
        result += " not-valid"_L1;
    if (constraint.notEnforced)
        result += " not-enforced"_L1;
    if (constraint.deferrable)
        result += " deferrable"_L1;
    if (constraint.ifNotExists)
        result += " if-not-exists"_L1;
    return result;
}

QString describe(const ColumnDefinition &column)
{
    QString result = column.name;
    if (!column.type.isEmpty())
        result += u' ' + describe(column.type);
    if (column.notNull)
        result += " not null"_L1;
    if (column.explicitNull)
        result += " null"_L1;
    if (column.hasDefault)
        result += " default"_L1 + describe(column.defaultValue);
    if (column.identity)
        result += " identity"_L1;
    if (column.generated != ColumnDefinition::Generated::No)
        result += (column.generated == ColumnDefinition::Generated::Stored ? " stored"_L1 : " virtual"_L1) + describe(column.generatedAs);
    if (column.onUpdateNow)
        result += " on-update-now"_L1;
    if (!column.comment.isEmpty())
        result += " comment '"_L1 + column.comment + u'\'';
    return result + described("with"_L1, column.constraints);
}

QString describe(const IndexDefinition &index)
{
    QString result = index.unique ? u"unique"_s : u"index"_s;
    if (!index.name.isEmpty())
        result += u' ' + index.name;
    if (!index.method.isEmpty())
        result += " using "_L1 + index.method;
    QStringList parts;
    for (const IndexDefinition::Part &part : index.parts)
        parts << (part.column.isEmpty() ? describe(part.expression) : part.column) + (part.plain ? QString() : u"*"_s);
    result += listed("on"_L1, parts) + listed("include"_L1, index.included);
    if (!index.predicate.isEmpty())
        result += " where"_L1 + describe(index.predicate);
    if (index.nullsNotDistinct)
        result += " nulls-not-distinct"_L1;
    return result;
}

QString describe(const Operation &operation)
{
    QString result = operationId(operation.kind);
    if (operation.objectType != ObjectType::Table && !(operation.objectType == ObjectType::Other && operation.relation.isEmpty()))
        result += u' ' + objectTypeId(operation.objectType);
    if (!operation.relation.isEmpty())
        result += u' ' + operation.relation.toString();
    if (!operation.name.isEmpty())
        result += (operation.relation.isEmpty() ? u' ' : u'.') + operation.name;
    if (!operation.newName.isEmpty())
        result += " -> "_L1 + operation.newName;
    if (!operation.other.isEmpty())
        result += " other "_L1 + operation.other.toString();
    if (!operation.value.isEmpty())
        result += " ="_L1 + operation.value;
    result += described("columns"_L1, operation.columns) + described("constraints"_L1, operation.constraints);
    result += described("indexes"_L1, operation.indexes) + listed("names"_L1, operation.columnNames) + boundText(operation.bound);
    if (const QString expression = describe(operation.expression); expression != "{}"_L1)
        result += u' ' + expression;
    for (const Operation::LikeClause &like : operation.likes)
        result += " like("_L1 + (QStringList{like.table.toString()} + like.including).join(u' ') + ", columns before: "_L1
            + QString::number(like.columnsBefore) + u')';
    result += listed("reads"_L1, operation.reads);
    if (!operation.position.isEmpty())
        result += " position "_L1 + operation.position;
    if (!operation.algorithm.isEmpty())
        result += " algorithm "_L1 + operation.algorithm;
    if (!operation.lock.isEmpty())
        result += " lock "_L1 + operation.lock;
    if (operation.waitSeconds >= 0)
        result += " wait "_L1 + QString::number(operation.waitSeconds);
    if (!operation.limit.isEmpty())
        result += " limit "_L1 + operation.limit;
    QStringList options;
    for (const auto &[name, value] : operation.options)
        options << (value.isEmpty() ? name : name + u'=' + value);
    result += listed("options"_L1, options) + flagWords(operation.flags);
    for (const Operation &part : operation.body)
        result += "\n  "_L1 + describe(part).replace(u'\n', u"\n  "_s);
    return result;
}

QString describe(const QList<Operation> &operations)
{
    QStringList lines;
    for (const Operation &operation : operations)
        lines << describe(operation);
    return lines.join(u'\n');
}

} // namespace Whimbrel::Test
