// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/mysqlfixbuilder.h"

#include "safety/impactof.h"
#include "sql/splitter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Flag = Operation::Flag;

} // namespace

bool MySqlFixBuilder::alterTable(const QString &action, const QString &undo)
{
    const SplitScript script =
        splitScript(u"ALTER TABLE %1 %2"_s.arg(text(m_operation.relation), action), m_catalog.dialect());
    if (script.statements.size() != 1 || action.isEmpty() || undo.isEmpty())
        return false;
    const StatementImpact impact =
        impactOf(readStatement(script.statements.constFirst(), m_catalog.dialect()), m_catalog);
    const bool isShared = std::ranges::any_of(impact.relations, &Impact::blocksWrites);
    if (impact.algorithm.isEmpty() || impact.algorithm == "COPY"_L1 || impact.fails == Answer::Yes || isShared)
        return false;
    beginOnTable("alter-table");
    set("action", action);
    set("undo", undo);
    set("algorithm", impact.algorithm);
    return true;
}

bool MySqlFixBuilder::askForAlgorithm()
{
    if (m_operation.kind != Kind::AddColumn || m_operation.columns.isEmpty() || m_operation.has(Flag::IfNotExists))
        return false;
    const ColumnDefinition &column = m_operation.columns.constFirst();
    return alterTable(u"ADD COLUMN "_s + column.text + place(), u"DROP COLUMN "_s + text(column.name));
}

bool MySqlFixBuilder::addBehindAll()
{
    const bool isNew = m_operation.kind == Kind::AddColumn && !m_operation.columns.isEmpty() && !m_operation.has(Flag::IfNotExists);
    return isNew && alterTable(u"ADD COLUMN "_s + m_operation.columns.constFirst().text, u"DROP COLUMN "_s + text(m_operation.columns.constFirst().name));
}

QString MySqlFixBuilder::place() const
{
    if (m_operation.position.isEmpty())
        return {};
    return m_operation.position == "FIRST"_L1 ? u" FIRST"_s : u" AFTER "_s + text(m_operation.position);
}

/// Nothing stands in the way that is known: a key to find rows by, triggers of its own, foreign keys to it.
bool MySqlFixBuilder::canBeCopied() const
{
    if (!m_table)
        return true; // the run looks, and refuses
    const bool hasKey = std::ranges::any_of(m_table->indexes, [](const CatalogIndex &index) { return index.definition.unique; });
    return (hasKey || m_table->primaryKey() || !m_table->isComplete) && m_table->triggers.isEmpty() &&
           m_catalog.foreignKeysTo(m_table->name).isEmpty();
}

std::optional<std::pair<QString, QString>> MySqlFixBuilder::actionAndUndo() const
{
    const CatalogColumn *known = column();
    switch (m_operation.kind) {
    case Kind::CreateIndex: {
        if (m_operation.indexes.isEmpty() || m_operation.indexes.constFirst().unique)
            return {}; // rows with the same key would be left out of a copy
        const IndexDefinition &index = m_operation.indexes.constFirst();
        const QString key = index.text.sliced(std::max<qsizetype>(0, index.text.indexOf(u'(')));
        const QString name = index.name.isEmpty() ? index.keyColumns().value(0) : index.name; // the server's choice
        const QString kind = m_operation.has(Flag::FullTextOrSpatial) ? index.method + u' ' : QString();
        return name.isEmpty() ? std::nullopt
                              : std::optional(std::pair(u"ADD %1INDEX %2 %3"_s.arg(kind, text(name), key), u"DROP INDEX "_s + text(name)));
    }
    case Kind::AddColumn: {
        if (m_operation.columns.isEmpty() || !m_operation.columns.constFirst().constraints.isEmpty())
            return {};
        const ColumnDefinition &column = m_operation.columns.constFirst();
        if (column.notNull && !column.hasDefault && column.generated == ColumnDefinition::Generated::No)
            return {}; // no value for the rows that are copied
        return std::pair(u"ADD COLUMN "_s + column.text + place(), u"DROP COLUMN "_s + text(column.name));
    }
    case Kind::ModifyColumn: {
        const QString before = known ? definitionOf(*known) : QString();
        if (before.isEmpty() || !m_operation.newName.isEmpty() || m_operation.columns.isEmpty() || !m_operation.columns.constFirst().constraints.isEmpty())
            return {};
        return std::pair(u"MODIFY COLUMN "_s + m_operation.columns.constFirst().text + place(), u"MODIFY COLUMN "_s + before);
    }
    case Kind::ConvertCharacterSet: {
        const QString action = m_statement.sliced(m_operation.offset, m_operation.length);
        const QString before = m_table ? m_table->characterSet : QString();
        return before.isEmpty() ? std::nullopt : std::optional(std::pair(action, u"CONVERT TO CHARACTER SET "_s + before));
    }
    default:
        return {};
    }
}

bool MySqlFixBuilder::alterOnCopy()
{
    const auto known = actionAndUndo();
    if (!known || m_operation.has(Flag::IfNotExists) || !canBeCopied())
        return false;
    beginOnTable("alter-on-a-copy");
    set("action", known->first);
    set("undo", known->second);
    return true;
}

} // namespace Whimbrel
