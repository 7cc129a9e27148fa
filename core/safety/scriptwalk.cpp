// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/scriptwalk.h"

#include "safety/impactof.h"
#include "sql/splitter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool goesBack(const AnalysisInput &input, Dialect dialect)
{
    return std::ranges::any_of(input.statements, [dialect](const Statement &statement) {
        if (statement.kind != StatementKind::TransactionControl)
            return false;
        const QString word = firstKeyword(statement.text, dialect);
        return word == "ROLLBACK"_L1 || word == "ABORT"_L1;
    });
}

bool isStronger(const Impact &a, const Impact &b)
{
    return a.reach != b.reach ? a.reach > b.reach : a.certain && !b.certain;
}

} // namespace

ScriptWalk::ScriptWalk(const AnalysisInput &input, Catalog &catalog)
    : m_catalog(catalog)
    , m_mode(input.transaction)
    , m_isOneQuery(input.transaction == ScriptTransaction::OneQuery && input.statements.size() > 1)
    , m_mayRollBack(goesBack(input, catalog.dialect()))
    , m_searchPath(catalog.searchPath())
{
    m_catalog.beginMigration();
    if (m_mode == ScriptTransaction::Wrapped || m_isOneQuery)
        beginTransaction();
}

ScriptWalk::~ScriptWalk()
{
    for (auto initial = m_initial.cbegin(); initial != m_initial.cend(); ++initial)
        m_catalog.setSetting(initial.key(), initial.value());
    if (m_catalog.searchPath() != m_searchPath)
        m_catalog.setSearchPath(m_searchPath);
}

bool ScriptWalk::changesSchema(const StatementReading &reading)
{
    return std::ranges::any_of(reading.operations, [](const Operation &operation) {
        using enum Operation::Kind;
        switch (operation.kind) {
        case Other:
        case Opaque:
        case Select:
        case Insert:
        case Update:
        case Delete:
        case Merge:
        case CopyFrom:
        case CopyTo:
        case LockTable:
        case Analyze:
        case Vacuum:
        case Checkpoint:
        case SetSetting:
        case Begin:
        case Commit:
        case Rollback:
        case Savepoint:
        case ReleaseSavepoint:
        case RollbackToSavepoint:
        case SetConstraints:
        case Discard:
        case Grant:
        case Revoke:
            return false;
        default:
            return true;
        }
    });
}

bool ScriptWalk::isRows(const StatementReading &reading)
{
    return reading.operations.size() == 1 && reading.operations.constFirst().kind == Operation::Kind::Insert
        && reading.operations.constFirst().has(Operation::Flag::SingleRow);
}

StatementAnalysis ScriptWalk::meet(const Statement &statement, const StatementReading &reading)
{
    if (!m_isOpen)
        m_catalog.beginTransaction();
    StatementAnalysis analysis;
    analysis.statement = statement;
    analysis.reading = reading;
    analysis.impact = isRows(reading) ? impactOfRows(reading) : impactOf(reading, m_catalog);
    analysis.inTransaction = m_isOpen;
    if (analysis.impact.transaction == TransactionRule::Commits) {
        // The statement itself begins after the commit.
        release();
        m_catalog.beginTransaction();
    }
    analysis.held = m_held;
    analysis.heldSince = m_heldSince;
    ++m_statements;
    return analysis;
}

void ScriptWalk::follow(const StatementReading &reading)
{
    if (!m_isOpen)
        m_catalog.beginTransaction();
    apply(reading);
    for (const Operation &operation : reading.operations)
        control(operation);
}

void ScriptWalk::apply(const StatementReading &reading)
{
    if (!changesSchema(reading))
        return;
    m_knowsRows = false;
    for (const Operation &operation : reading.operations)
        m_catalog.apply(operation);
}

void ScriptWalk::leave(const StatementAnalysis &analysis)
{
    apply(analysis.reading);
    if (analysis.impact.transaction == TransactionRule::Commits)
        m_catalog.beginTransaction();
    else if (m_isOpen && analysis.impact.transaction != TransactionRule::Forbidden)
        hold(analysis.impact);
    for (const Operation &operation : analysis.reading.operations)
        control(operation);
}

void ScriptWalk::hold(const StatementImpact &impact)
{
    for (const Impact &added : impact.relations) {
        if (added.reach == LockReach::Nothing || added.invisible)
            continue;
        const auto known = std::ranges::find(m_held, added.relation, &Impact::relation);
        if (known == m_held.end()) {
            m_held.append(added);
            m_heldSince.append(m_statements - 1);
        } else if (isStronger(added, *known)) {
            m_heldSince[known - m_held.begin()] = m_statements - 1;
            *known = added;
        }
    }
}

void ScriptWalk::release()
{
    m_held.clear();
    m_heldSince.clear();
}

const StatementImpact &ScriptWalk::impactOfRows(const StatementReading &reading)
{
    const bool isSame = m_knowsRows && m_rows.operations.constFirst().relation == reading.operations.constFirst().relation;
    if (!isSame) {
        m_rowsImpact = impactOf(reading, m_catalog);
        m_rows = reading;
        m_knowsRows = true;
    }
    return m_rowsImpact;
}

void ScriptWalk::control(const Operation &operation)
{
    using enum Operation::Kind;
    switch (operation.kind) {
    case Begin:
        // Inside a transaction it is a warning and nothing else; MySQL commits first, which its impact says.
        if (!m_isOpen || isMySqlFamily(m_catalog.dialect()))
            beginTransaction();
        break;
    case Commit:
        endTransaction();
        if (operation.has(Operation::Flag::Chain) || m_isOneQuery)
            beginTransaction();
        break;
    case Rollback:
        rollBack();
        if (operation.has(Operation::Flag::Chain) || m_isOneQuery)
            beginTransaction();
        break;
    case Savepoint:
        if (m_mayRollBack && m_isOpen)
            m_marks.push_back({operation.name, m_catalog, m_settings, m_held, m_heldSince});
        break;
    case RollbackToSavepoint:
        rollBackTo(operation.name);
        break;
    case SetSetting:
        set(operation);
        break;
    case Discard:
        if (operation.value.compare("ALL"_L1, Qt::CaseInsensitive) == 0)
            setAll({});
        break;
    default:
        break;
    }
}

void ScriptWalk::beginTransaction()
{
    m_isOpen = true;
    release();
    m_marks.clear();
    m_local.clear();
    m_catalog.beginTransaction();
    if (m_mayRollBack)
        m_marks.push_back({{}, m_catalog, m_settings, {}, {}});
}

void ScriptWalk::endTransaction()
{
    m_isOpen = false;
    release();
    m_marks.clear();
    for (auto hidden = m_local.cbegin(); hidden != m_local.cend(); ++hidden)
        assign(hidden.key(), hidden.value());
    m_local.clear();
}

void ScriptWalk::rollBack()
{
    if (!m_marks.empty()) {
        const Mark begin = m_marks.front();
        m_catalog = begin.catalog;
        setAll(begin.settings);
        m_local.clear();
        m_knowsRows = false;
    }
    endTransaction();
}

void ScriptWalk::rollBackTo(const QString &savepoint)
{
    const auto mark = std::ranges::find(m_marks.rbegin(), m_marks.rend(), savepoint, &Mark::name);
    if (mark == m_marks.rend())
        return;
    m_catalog = mark->catalog;
    setAll(mark->settings);
    m_held = mark->held;
    m_heldSince = mark->heldSince;
    m_knowsRows = false;
    m_marks.erase(mark.base(), m_marks.end());
}

void ScriptWalk::set(const Operation &operation)
{
    const QString name = operation.name;
    if (name == "all"_L1 && operation.value.isEmpty()) {
        setAll({});
        return;
    }
    if (operation.has(Operation::Flag::Local)) {
        if (!m_isOpen)
            return; // the server warns, and nothing is set
        if (!m_local.contains(name))
            m_local.insert(name, m_settings.value(name));
    } else {
        m_local.remove(name);
    }
    assign(name, operation.value);
}

void ScriptWalk::setAll(const QHash<QString, QString> &settings)
{
    const QStringList names = m_settings.keys() + settings.keys();
    for (const QString &name : names)
        assign(name, settings.value(name));
}

/// An empty value is that of no statement: the setting is as the session began with it.
void ScriptWalk::assign(const QString &name, const QString &value)
{
    if (!m_initial.contains(name))
        m_initial.insert(name, m_catalog.setting(name));
    if (value.isEmpty())
        m_settings.remove(name);
    else
        m_settings.insert(name, value);
    m_catalog.setSetting(name, value.isEmpty() ? m_initial.value(name) : value);
}

} // namespace Whimbrel
