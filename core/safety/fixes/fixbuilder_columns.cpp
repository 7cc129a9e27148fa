// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/fixbuilder.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Flag = Operation::Flag;
using Constraint = ConstraintDefinition::Kind;

/// A column as CREATE TABLE has it, from what the catalog knows; nothing where that is not enough.
QString definitionOf(const CatalogColumn &column, const QString &name)
{
    const bool isPlain = column.generated == ColumnDefinition::Generated::No && column.isIdentity == Answer::No &&
                         column.notNull != Answer::Depends && column.hasDefault != Answer::Depends;
    const QString value = column.definition->defaultValue.text;
    if (!isPlain || column.type.text.isEmpty() || (column.hasDefault == Answer::Yes && value.isEmpty()))
        return {};
    return name + u' ' + column.type.text + (column.hasDefault == Answer::Yes ? u" DEFAULT "_s + value : QString()) +
           (column.notNull == Answer::Yes ? u" NOT NULL"_s : QString());
}

/// A bound without its FOR VALUES.
QString valuesOf(const PartitionBound &bound)
{
    static const QRegularExpression words(u"^\\s*FOR\\s+VALUES\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    return QString(bound.text).remove(words);
}

} // namespace

bool FixBuilder::addColumn()
{
    if (m_operation.kind != Kind::AddColumn || m_operation.columns.isEmpty() || m_operation.has(Flag::IfNotExists))
        return false;
    const ColumnDefinition &column = m_operation.columns.constFirst();
    if (!column.constraints.isEmpty() || column.identity || column.generated != ColumnDefinition::Generated::No ||
        column.type.isSerial)
        return false;
    begin(column.notNull ? "add-not-null-column" : "add-column-with-default");
    set("table", text(m_operation.relation));
    set("column", text(column.name));
    need("type", column.type.text);
    need(column.notNull ? "value" : "default", column.defaultValue.text);
    return true;
}

bool FixBuilder::addSerialColumn()
{
    if (m_operation.kind != Kind::AddColumn || m_operation.columns.isEmpty() || m_operation.has(Flag::IfNotExists))
        return false;
    const ColumnDefinition &column = m_operation.columns.constFirst();
    static const QHash<QString, QString> types{
        {u"int8"_s, u"bigint"_s}, {u"int4"_s, u"integer"_s}, {u"int2"_s, u"smallint"_s}};
    if (!column.constraints.isEmpty() || !types.contains(column.type.name.name))
        return false;
    beginOnTable("add-serial-column");
    set("column", text(column.name));
    set("type", types.value(column.type.name.name));
    needIf(column.type.isSerial); // an identity column is not quite the same
    return true;
}

bool FixBuilder::addComputedColumn()
{
    if (m_operation.kind != Kind::AddColumn || m_operation.columns.isEmpty())
        return false;
    const ColumnDefinition &column = m_operation.columns.constFirst();
    if (column.generated != ColumnDefinition::Generated::Stored || column.generatedAs.isOpaque)
        return false;
    beginOnTable("add-computed-column");
    set("column", text(column.name));
    need("type", column.type.text);
    need("value", column.generatedAs.text);
    need("sources", text(column.generatedAs.columns));
    needIf(false); // a trigger instead of a generated column: that is for a person to decide
    return true;
}

bool FixBuilder::changeType()
{
    if (m_operation.kind != Kind::AlterColumnType || m_operation.columns.isEmpty() ||
        (m_table && m_table->isPartitioned))
        return false;
    const CatalogColumn *known = column();
    beginOnColumn("change-type");
    need("type", m_operation.columns.constFirst().type.text);
    need("old_type", known ? known->type.text : QString());
    set("using", m_operation.expression.text);
    needIf(m_operation.expression.isEmpty()); // nobody can tell how to come back from it
    needIf(known && known->notNull == Answer::No && known->hasDefault == Answer::No && isFree(m_operation.name));
    return true;
}

bool FixBuilder::renameColumn()
{
    if (m_operation.kind != Kind::RenameColumn ||
        (m_table && (m_table->isPartitioned || m_table->type != ObjectType::Table)))
        return false;
    const CatalogColumn *known = column();
    beginOnColumn("rename-column");
    set("new_column", text(m_operation.newName));
    need("type", known ? known->type.text : QString());
    const bool hasValue = known && known->hasDefault != Answer::No;
    const QString value = hasValue ? known->definition->defaultValue.text : QString();
    set("default", value);
    needIf(known && known->notNull == Answer::No && (known->hasDefault == Answer::No || !value.isEmpty()) &&
           isFree(m_operation.name));
    return true;
}

bool FixBuilder::dropColumn()
{
    if (m_operation.kind != Kind::DropColumn || m_operation.has(Flag::Cascade))
        return false;
    const CatalogColumn *known = column();
    beginOnColumn("drop-column");
    need("type", known ? known->type.text : QString());
    if (!known)
        return true;
    set("not_null", known->notNull == Answer::Yes ? u"yes"_s : QString());
    set("default", known->definition->defaultValue.text);
    QStringList keys;
    for (const CatalogConstraint &constraint : m_table->constraints) {
        if (constraint.definition.kind == Constraint::ForeignKey &&
            constraint.definition.columns.contains(m_operation.name))
            keys << constraint.definition.name;
    }
    set("foreign_keys", text(keys));
    needIf(m_table->isComplete);
    return true;
}

bool FixBuilder::renameTable()
{
    if (m_operation.kind != Kind::RenameObject || m_operation.objectType != ObjectType::Table ||
        (m_table && m_table->type != ObjectType::Table))
        return false;
    beginOnTable("rename-table");
    set("new_table", text(m_operation.newName));
    return m_catalog.dialect() != Dialect::SQLite;
}

bool FixBuilder::dropTable()
{
    if (m_operation.kind != Kind::DropObject || m_operation.objectType != ObjectType::Table ||
        m_operation.has(Flag::Cascade))
        return false;
    beginOnTable("drop-table");
    QStringList lines;
    QStringList keys;
    bool isKnown = m_table && m_table->isComplete && !m_table->isPartitioned && !m_table->isPartition;
    if (m_table) {
        for (const CatalogColumn &column : m_table->columns) {
            lines << definitionOf(column, text(column.name));
            isKnown = isKnown && !lines.constLast().isEmpty();
        }
        for (const CatalogConstraint &constraint : m_table->constraints) {
            const ConstraintDefinition &definition = constraint.definition;
            if (definition.kind == Constraint::ForeignKey)
                keys << definition.name;
            else if (definition.kind == Constraint::PrimaryKey || definition.kind == Constraint::Unique)
                lines << u"CONSTRAINT %1 %2 (%3)"_s.arg(
                    text(definition.name), definition.kind == Constraint::Unique ? u"UNIQUE"_s : u"PRIMARY KEY"_s,
                    text(definition.columns));
            else if (definition.kind == Constraint::Check)
                lines << u"CONSTRAINT %1 CHECK (%2)"_s.arg(text(definition.name), definition.expression.text);
        }
    }
    need("definition", isKnown ? lines.join(u",\n    "_s) : QString());
    set("foreign_keys", text(keys));
    return true;
}

bool FixBuilder::attachPartition()
{
    if (m_operation.kind != Kind::AttachPartition || m_operation.bound.text.isEmpty())
        return false;
    const PartitionBound &bound = m_operation.bound;
    const QString key = m_table ? m_table->partitionKey.value(0) : QString();
    const bool isSimple = m_table && m_table->partitionKey.size() == 1 && bound.kind == PartitionBound::Kind::Range &&
                          bound.from.size() == 1 && bound.to.size() == 1;
    QStringList conditions{text(key) + u" IS NOT NULL"_s};
    if (isSimple && bound.from.constFirst() != "MINVALUE"_L1)
        conditions << text(key) + u" >= "_s + bound.from.constFirst();
    if (isSimple && bound.to.constFirst() != "MAXVALUE"_L1)
        conditions << text(key) + u" < "_s + bound.to.constFirst();
    beginOnTable("attach-partition");
    set("partition", text(m_operation.other));
    need("bound", valuesOf(bound));
    need("condition", isSimple ? conditions.join(u" AND "_s) : QString());
    return bound.kind != PartitionBound::Kind::Default;
}

bool FixBuilder::addPartition()
{
    const PartitionBound &bound = m_operation.bound;
    const bool isPlain =
        m_operation.columns.isEmpty() && m_operation.constraints.isEmpty() && !m_operation.has(Flag::IfNotExists);
    const bool isBound = bound.kind != PartitionBound::Kind::None && bound.kind != PartitionBound::Kind::Default;
    if (m_operation.kind != Kind::CreateTable || !isBound || !isPlain)
        return false;
    begin("add-partition");
    set("table", text(m_operation.parents.value(0, m_operation.other)));
    set("partition", text(m_operation.relation));
    need("bound", valuesOf(bound));
    return m_operation.partitionStrategy.isEmpty();
}

bool FixBuilder::detachPartition()
{
    if (m_operation.kind != Kind::DetachPartition || m_operation.has(Flag::Concurrently))
        return false;
    const CatalogRelation *partition = m_catalog.relation(m_operation.other);
    beginOnTable("detach-partition");
    set("partition", text(m_operation.other));
    need("bound", partition ? valuesOf(partition->bound) : QString());
    return !m_catalog.defaultPartitionOf(m_operation.relation);
}

} // namespace Whimbrel
