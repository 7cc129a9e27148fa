// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/scriptwalk.h"

#include "safety/impactof.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isStronger(const Impact &a, const Impact &b)
{
    return a.reach != b.reach ? a.reach > b.reach : a.certain && !b.certain;
}

/// All that an INSERT … VALUES is made of.
bool isAlike(const Operation &a, const Operation &b)
{
    return a.relation == b.relation && a.columnNames == b.columnNames && a.flags == b.flags && a.value == b.value && a.reads == b.reads
        && a.expression.functions == b.expression.functions && a.expression.isOpaque == b.expression.isOpaque && a.offset == b.offset
        && a.length == b.length;
}

bool changesCatalog(const Operation &operation)
{
    using enum Operation::Kind;
    switch (operation.kind) {
    case Other:
    case Select:
    case Insert:
    case Update:
    case Delete:
    case Merge:
    case CopyFrom:
    case CopyTo:
    case Truncate:
    case LockTable:
    case Grant:
    case Revoke:
    case Analyze:
    case Vacuum:
    case Checkpoint:
    case ReleaseSavepoint:
    case SetConstraints:
        return false;
    default:
        return true;
    }
}

/// Makes an object of its own. That there is one of its name already is not certain as long as there may have been statements that
/// nobody has read.
bool isCreation(const Operation &operation)
{
    return operation.kind >= Operation::Kind::CreateTable && operation.kind <= Operation::Kind::CreateRole;
}

/// May be refused for what the schema is.
bool mayBeRefused(const Operation &operation, bool isComplete)
{
    return (operation.kind >= Operation::Kind::DropObject && operation.kind <= Operation::Kind::RefreshMaterializedView)
        || (isComplete && isCreation(operation));
}

bool isRename(const Operation &operation)
{
    return operation.kind == Operation::Kind::RenameObject || operation.kind == Operation::Kind::SetSchema;
}

/// RENAME TABLE a TO b, c TO a: what the second name means is known only after the first.
bool renamesWithin(const StatementReading &reading)
{
    return reading.operations.size() > 1 && std::ranges::any_of(reading.operations, isRename);
}

/// Nearly no script does, and none has to keep the schema of its transaction's beginning for nothing.
bool mayRollBack(const AnalysisInput &input)
{
    const auto rollsBack = [](const Operation &operation) {
        return operation.kind == Operation::Kind::Rollback || operation.kind == Operation::Kind::RollbackToSavepoint;
    };
    return input.readings.size() < input.statements.size()
        || std::ranges::any_of(input.readings, [&](const StatementReading &reading) { return std::ranges::any_of(reading.operations, rollsBack); });
}

} // namespace

ScriptWalk::ScriptWalk(const AnalysisInput &input, Catalog &catalog, const ScriptHistory *history)
    : m_catalog(catalog)
    , m_history(history)
    , m_mayRollBack(mayRollBack(input))
    , m_isOneQuery(input.transaction == ScriptTransaction::OneQuery && input.statements.size() > 1)
{
    if (m_history)
        m_catalog = m_history->begin;
    else
        m_catalog.beginMigration();
    if (input.transaction == ScriptTransaction::Wrapped || m_isOneQuery)
        beginTransaction();
}

bool ScriptWalk::changesCatalog(const StatementReading &reading)
{
    return std::ranges::any_of(reading.operations, Whimbrel::changesCatalog);
}

bool ScriptWalk::isRows(const StatementReading &reading)
{
    return reading.operations.size() == 1 && reading.operations.constFirst().kind == Operation::Kind::Insert
        && reading.operations.constFirst().has(Operation::Flag::SingleRow);
}

StatementAnalysis ScriptWalk::meet(const Statement &statement, const StatementReading &reading)
{
    enter();
    StatementAnalysis analysis;
    analysis.statement = statement;
    analysis.reading = reading;
    if (isRows(reading))
        meetRows(analysis);
    else
        analysis.impact = impactOf(reading, m_catalog);
    analysis.inTransaction = m_isOpen;
    // Such a statement itself begins after the commit.
    if (analysis.impact.transaction == TransactionRule::Commits)
        m_held = {};
    analysis.held = m_held.impacts;
    analysis.heldSince = m_held.since;
    ++m_statements;
    return analysis;
}

void ScriptWalk::leave(const StatementAnalysis &analysis)
{
    if (m_isOpen && analysis.impact.transaction != TransactionRule::Commits
        && analysis.impact.transaction != TransactionRule::Forbidden) {
        hold(analysis.impact);
    }
    if (!isRefused(analysis.reading, analysis.impact))
        apply(analysis.reading);
}

void ScriptWalk::enter()
{
    if (m_history)
        m_catalog = m_history->steps.at(size_t(m_statements)).before;
    else if (!m_isOpen)
        m_catalog.beginTransaction();
}

void ScriptWalk::follow(const StatementReading &reading)
{
    enter();
    applyUnlessRefused(reading);
}

void ScriptWalk::follow(const StatementReading &reading, ScriptHistory &history)
{
    enter();
    const Catalog before = m_catalog;
    applyUnlessRefused(reading);
    history.steps.push_back({before, m_catalog});
}

void ScriptWalk::applyUnlessRefused(const StatementReading &reading)
{
    const bool isComplete = m_catalog.isComplete();
    const auto mayBeRefused = [isComplete](const Operation &operation) { return Whimbrel::mayBeRefused(operation, isComplete); };
    const bool isRefused = std::ranges::any_of(reading.operations, mayBeRefused) && this->isRefused(reading, impactOf(reading, m_catalog));
    if (!isRefused)
        apply(reading);
}

/// The server does not carry it out, so that it leaves the schema as it was.
bool ScriptWalk::isRefused(const StatementReading &reading, const StatementImpact &impact) const
{
    if (impact.fails != Answer::Yes)
        return false;
    const bool isComplete = m_catalog.isComplete();
    return std::ranges::any_of(reading.operations, [&](const Operation &operation) { return mayBeRefused(operation, isComplete); });
}

void ScriptWalk::apply(const StatementReading &reading)
{
    if (!changesCatalog(reading))
        return;
    m_rows = {};
    const bool isKnown = m_history && !renamesWithin(reading);
    for (const Operation &operation : reading.operations)
        control(operation, isKnown);
    if (m_history)
        m_catalog = m_history->steps.at(size_t(m_statements) - 1).after;
    // What a statement was the first to name is known with its schema from then on.
    for (Impact &held : m_held.impacts) {
        if (const CatalogRelation *relation = held.relation.schema.isEmpty() ? m_catalog.relation(held.relation) : nullptr)
            held.relation = relation->name;
    }
}

void ScriptWalk::control(const Operation &operation, bool isKnown)
{
    using enum Operation::Kind;
    // BEGIN inside a transaction is a warning to PostgreSQL and nothing else.
    if (operation.kind == Begin && m_isOpen && !isMySqlFamily(m_catalog.dialect()))
        return;
    if (operation.kind == Begin)
        return beginTransaction();
    // DISCARD PLANS and the like leave the session's settings alone.
    if (operation.kind == Discard && !operation.has(Operation::Flag::All))
        return;

    // SQLite does nothing then, and says nothing.
    if (operation.kind == SetSetting && m_isOpen && m_catalog.dialect() == Dialect::SQLite && operation.name == "foreign_keys"_L1)
        return;

    renameHeld(operation);
    if (!isKnown)
        m_catalog.apply(operation);
    switch (operation.kind) {
    case Commit:
    case Rollback:
        endTransaction();
        if (m_isOneQuery || operation.has(Operation::Flag::Chain))
            beginTransaction();
        break;
    case Savepoint:
        m_savepoints.emplace_back(operation.name, m_held);
        break;
    case RollbackToSavepoint: {
        const auto reversed = std::ranges::find(m_savepoints.rbegin(), m_savepoints.rend(), operation.name,
                                                &std::pair<QString, HeldLocks>::first);
        if (reversed != m_savepoints.rend()) {
            m_held = reversed->second;
            m_savepoints.erase(reversed.base(), m_savepoints.end());
        }
        break;
    }
    default:
        break;
    }
}

void ScriptWalk::beginTransaction()
{
    m_isOpen = true;
    m_held = {};
    m_savepoints.clear();
    if (m_history)
        return;
    if (!m_mayRollBack)
        return m_catalog.beginTransaction();
    Operation begin;
    begin.kind = Operation::Kind::Begin;
    m_catalog.apply(begin);
}

void ScriptWalk::endTransaction()
{
    m_isOpen = false;
    m_held = {};
    m_savepoints.clear();
}

void ScriptWalk::hold(const StatementImpact &impact)
{
    for (const Impact &added : impact.relations) {
        if (added.reach == LockReach::Nothing || added.invisible)
            continue;
        // A relation that is not known is named as it is written; the next statement may find it known.
        Impact lock = added;
        if (lock.role != Impact::Role::Database)
            lock.relation = m_catalog.resolved(added.relation);
        const auto known = std::ranges::find(m_held.impacts, lock.relation, &Impact::relation);
        if (known == m_held.impacts.end()) {
            m_held.impacts.append(lock);
            m_held.since.append(m_statements - 1);
        } else if (isStronger(lock, *known)) {
            m_held.since[known - m_held.impacts.begin()] = m_statements - 1;
            *known = lock;
        }
    }
}

/// The lock stays on the relation, whatever that is called.
void ScriptWalk::renameHeld(const Operation &operation)
{
    const bool isRename = operation.kind == Operation::Kind::RenameObject;
    if (m_held.impacts.isEmpty() || (!isRename && operation.kind != Operation::Kind::SetSchema))
        return;
    const ObjectName before = m_catalog.resolved(operation.relation);
    for (Impact &held : m_held.impacts) {
        if (m_catalog.resolved(held.relation) != before)
            continue;
        held.relation = before;
        if (isRename)
            held.relation.name = operation.newName;
        else
            held.relation.schema = operation.other.name;
    }
}

/// Of rows for the same table one reading and one impact serve all: of a dump they are most of the memory.
void ScriptWalk::meetRows(StatementAnalysis &analysis)
{
    const Operation &rows = analysis.reading.operations.constFirst();
    if (m_rows.operations.isEmpty() || m_rows.operations.constFirst().relation != rows.relation) {
        m_rows = analysis.reading;
        m_rowsImpact = impactOf(m_rows, m_catalog);
    } else if (isAlike(m_rows.operations.constFirst(), rows)) {
        analysis.reading = m_rows;
    }
    analysis.impact = m_rowsImpact;
}

bool ScriptWalk::areRowsAlike(const StatementReading &a, const StatementReading &b)
{
    return isRows(a) && isRows(b) && a.byTokens == b.byTokens && isAlike(a.operations.constFirst(), b.operations.constFirst());
}

} // namespace Whimbrel
