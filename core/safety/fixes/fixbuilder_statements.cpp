// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/fixbuilder.h"

#include "run/backfill/batchstatement.h"
#include "safety/reader.h"
#include "safety/fixes/batchcondition.h"
#include "sql/splitter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Flag = Operation::Flag;

/// A recipe's statement keeps no comment on a line of its own: it might be one that a tool reads.
bool hasCommentLine(const QString &statement)
{
    return std::ranges::any_of(QStringView(statement).tokenize(u'\n'), [](QStringView line) { return line.trimmed().startsWith("--"_L1); });
}

bool changesRows(Kind kind)
{
    return kind == Kind::Update || kind == Kind::Delete || kind == Kind::Insert;
}

} // namespace

bool FixBuilder::standAlone()
{
    if (m_operation.kind == Kind::CreateIndex || m_operation.kind == Kind::DropObject)
        return false; // would leave nothing to undo it with
    begin("own-migration");
    set("statement", m_statement);
    return true;
}

bool FixBuilder::standAloneInTransaction()
{
    if (!standAlone())
        return false;
    set("transaction", u"yes"_s);
    return true;
}

std::optional<Statement> FixBuilder::onlyStatement() const
{
    const SplitScript script = splitScript(m_statement, m_catalog.dialect());
    if (script.statements.size() != 1 || hasCommentLine(m_statement))
        return {};
    return readStatement(script.statements.constFirst(), m_catalog.dialect()).operations.size() == 1 ? std::optional(script.statements.constFirst())
                                                                                                      : std::nullopt;
}

/// What takes back that which the operation makes, or gives back what it takes; empty where that cannot be told.
QString FixBuilder::undo() const
{
    const QString table = text(m_operation.relation);
    const QString alter = u"ALTER TABLE %1 "_s.arg(table);
    const CatalogColumn *known = column();
    if (m_operation.has(Flag::IfNotExists))
        return {};
    switch (m_operation.kind) {
    case Kind::AddColumn:
        return m_operation.columns.isEmpty() ? QString() : alter + u"DROP COLUMN "_s + text(m_operation.columns.constFirst().name);
    case Kind::CreateTable:
        return u"DROP TABLE "_s + table;
    case Kind::CreateIndex:
        if (m_operation.name.isEmpty())
            return {};
        return isMySqlFamily(m_catalog.dialect()) ? alter + u"DROP INDEX "_s + text(m_operation.name)
                                                  : u"DROP INDEX "_s + text(ObjectName{m_operation.relation.schema, m_operation.name});
    case Kind::DropDefault:
        return known && !known->definition->defaultValue.text.isEmpty()
                   ? alter + u"ALTER COLUMN %1 SET DEFAULT "_s.arg(text(m_operation.name)) + known->definition->defaultValue.text
                   : QString();
    default:
        return {};
    }
}

bool FixBuilder::apart()
{
    const QString undoing = undo();
    if ((undoing.isEmpty() && !changesRows(m_operation.kind)) || !onlyStatement())
        return false;
    begin("own-migration");
    set("statement", m_statement);
    set("undo", undoing);
    set("transaction", u"yes"_s);
    return true;
}

bool FixBuilder::contractStep()
{
    if (m_operation.kind != Kind::DropDefault || !onlyStatement())
        return false;
    begin("contract-step");
    set("statement", m_statement);
    need("undo", undo());
    set("description", u"contract_"_s + m_operation.relation.name);
    return true;
}

bool FixBuilder::runInBatches()
{
    const std::optional<Statement> statement = onlyStatement();
    if (!statement || !changesRows(m_operation.kind) || !BatchStatement::read(*statement, m_catalog.dialect()))
        return false;
    begin("run-in-batches");
    set("statement", m_statement);
    set("description", u"change_rows_of_"_s + m_operation.relation.name);
    return true;
}

bool FixBuilder::deleteRows()
{
    const QString condition = m_operation.kind == Kind::Delete ? readDeletedRows(m_statement, m_catalog.dialect()) : QString();
    if (condition.isEmpty())
        return false;
    const CatalogConstraint *key = m_table ? m_table->primaryKey() : nullptr;
    beginOnTable("delete-rows");
    set("condition", condition);
    set("key", key && key->definition.columns.size() == 1 ? text(key->definition.columns.constFirst()) : QString());
    return true;
}

/// Where the rows that are done cannot be told from the text, the journal has to: the statement as it is then.
bool FixBuilder::backfill()
{
    if (m_operation.kind != Kind::Update || !m_operation.reads.isEmpty() || !m_operation.limit.isEmpty())
        return false;
    const std::optional<RowChange> change = readRowChange(m_statement, m_table, m_catalog.dialect());
    if (!change || change->condition.isEmpty())
        return false;
    const CatalogConstraint *key = m_table ? m_table->primaryKey() : nullptr;
    beginOnTable("backfill");
    set("assignments", change->assignments);
    set("condition", change->condition);
    set("key", key && key->definition.columns.size() == 1 ? text(key->definition.columns.constFirst()) : QString());
    return true;
}

} // namespace Whimbrel
