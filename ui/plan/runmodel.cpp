// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/runmodel.h"

#include "plan/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

// An index below a step carries the step's number plus one; one of a step itself carries 0.
constexpr quintptr topLevel = 0;

QString oneLine(const QString &sql)
{
    constexpr qsizetype shown = 400; // more than a row shows; simplifying a megabyte for each paint would stall
    return sql.left(shown).simplified();
}

} // namespace

QStringList PlannedImpact::lines() const
{
    QStringList lines = effects;
    for (const Found &found : findings)
        lines << found.text;
    return lines;
}

QString runStateName(RunState state)
{
    switch (state) {
    case RunState::Waiting: return RunModel::tr("waiting");
    case RunState::Running: return RunModel::tr("running");
    case RunState::Done: return RunModel::tr("done");
    case RunState::DoneEarlier: return RunModel::tr("done earlier");
    case RunState::Failed: return RunModel::tr("failed");
    case RunState::Cancelled: return RunModel::tr("stopped");
    case RunState::RolledBack: return RunModel::tr("undone");
    case RunState::NotRun: return RunModel::tr("not run");
    }
    return {};
}

RunModel::RunModel(QObject *parent) : QAbstractItemModel(parent) {}

void RunModel::setImpacts(const QList<PlannedStep> &impacts)
{
    m_impacts = impacts;
    for (int step = 0; step < int(m_plan.steps.size()); ++step) {
        Q_EMIT dataChanged(stepIndex(step), stepIndex(step), {DetailRole, Qt::AccessibleTextRole});
        statementsChanged(step);
    }
}

void RunModel::setPlan(const RunPlan &plan)
{
    beginResetModel();
    m_plan = plan;
    m_rows.clear();
    m_stepOf.clear();
    m_statementCount = m_statementsDone = 0;
    m_currentStep = m_currentStatement = -1;
    for (const PlanStep &step : m_plan.steps) {
        m_stepOf.insert({step.migration.version, step.direction}, static_cast<int>(m_rows.size()));
        StepRow row;
        row.statements.resize(static_cast<size_t>(step.statements.size()));
        for (int i = 0; i < step.resumeAfter && i < step.statements.size(); ++i)
            row.statements[static_cast<size_t>(i)].state = RunState::DoneEarlier;
        m_statementCount += static_cast<int>(step.statements.size()) - step.resumeAfter;
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

void RunModel::apply(const RunEvent &event)
{
    if (event.kind == RunEvent::Kind::RunFinished) {
        finishRun();
        return;
    }
    const int step = m_stepOf.value({event.version, event.direction}, -1);
    if (step < 0)
        return;
    const int statement = event.statement - 1;
    const bool known =
        statement >= 0 && statement < static_cast<int>(m_rows[static_cast<size_t>(step)].statements.size());
    switch (event.kind) {
    case RunEvent::Kind::MigrationStarted: setStep(step, RunState::Running); break;
    case RunEvent::Kind::MigrationFinished: setStep(step, RunState::Done, event.elapsedMs); break;
    case RunEvent::Kind::MigrationFailed: failStep(step, event); break;
    case RunEvent::Kind::StatementStarted:
    case RunEvent::Kind::LockRetry:
        if (known)
            startStatement(step, statement, event);
        break;
    case RunEvent::Kind::Progress:
        if (known && event.progress)
            progressStatement(step, statement, event);
        break;
    case RunEvent::Kind::StatementFinished:
        if (known)
            finishStatement(step, statement, event);
        break;
    default: break;
    }
}

void RunModel::startStatement(int step, int statement, const RunEvent &event)
{
    StatementRow row = m_rows[static_cast<size_t>(step)].statements[static_cast<size_t>(statement)];
    if (row.state == RunState::Done) // its transaction was rolled back and is tried again
        --m_statementsDone;
    row.state = RunState::Running;
    row.perMille = -1;
    row.attempt = event.attempt;
    m_currentStep = step;
    m_currentStatement = statement;
    setStatement(step, statement, row);
}

void RunModel::progressStatement(int step, int statement, const RunEvent &event)
{
    StatementRow row = m_rows[static_cast<size_t>(step)].statements[static_cast<size_t>(statement)];
    if (row.state != RunState::Running)
        return;
    row.elapsedMs = event.elapsedMs;
    row.perMille = event.progress->perMille;
    setStatement(step, statement, row);
}

void RunModel::finishStatement(int step, int statement, const RunEvent &event)
{
    StatementRow row = m_rows[static_cast<size_t>(step)].statements[static_cast<size_t>(statement)];
    if (row.state != RunState::Done)
        ++m_statementsDone;
    row.state = RunState::Done;
    row.perMille = -1;
    row.attempt = event.attempt;
    row.elapsedMs = event.elapsedMs;
    row.rows = event.rows;
    setStatement(step, statement, row);
}

// What had been done in the migration's transaction is gone with it; outside one it stays.
void RunModel::failStep(int step, const RunEvent &event)
{
    const bool stopped = event.error && event.error->kind == ErrorKind::Cancelled;
    const PlanStep &planned = m_plan.steps.at(step);
    const bool rolledBack = planned.transaction && !planned.ownCommits;
    std::vector<StatementRow> &rows = m_rows[static_cast<size_t>(step)].statements;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].state == RunState::Running || static_cast<int>(i) == event.statement - 1)
            rows[i].state = stopped ? RunState::Cancelled : RunState::Failed;
        else if (rows[i].state == RunState::Waiting)
            rows[i].state = RunState::NotRun;
        else if (rows[i].state == RunState::Done && rolledBack)
            rows[i].state = RunState::RolledBack;
    }
    if (event.statement > 0) {
        m_currentStep = step;
        m_currentStatement = event.statement - 1;
    }
    setStep(step, stopped ? RunState::Cancelled : RunState::Failed, event.elapsedMs);
    statementsChanged(step);
}

void RunModel::statementsChanged(int step)
{
    const auto count = static_cast<int>(m_rows[static_cast<size_t>(step)].statements.size());
    if (count > 0)
        Q_EMIT dataChanged(statementIndex(step, 0), statementIndex(step, count - 1, ColumnCount - 1));
}

void RunModel::finishRun()
{
    for (int step = 0; step < static_cast<int>(m_rows.size()); ++step) {
        if (m_rows[static_cast<size_t>(step)].state != RunState::Waiting)
            continue;
        for (StatementRow &row : m_rows[static_cast<size_t>(step)].statements)
            row.state = RunState::NotRun;
        setStep(step, RunState::NotRun);
        statementsChanged(step);
    }
}

void RunModel::setStatement(int step, int statement, const StatementRow &row)
{
    m_rows[static_cast<size_t>(step)].statements[static_cast<size_t>(statement)] = row;
    Q_EMIT dataChanged(statementIndex(step, statement), statementIndex(step, statement, ColumnCount - 1),
                       {Qt::DisplayRole, StateRole, ActiveRole, PerMilleRole, Qt::AccessibleTextRole});
}

void RunModel::setStep(int step, RunState state, qint64 elapsedMs)
{
    StepRow &row = m_rows[static_cast<size_t>(step)];
    row.state = state;
    row.elapsedMs = elapsedMs;
    Q_EMIT dataChanged(stepIndex(step), stepIndex(step, ColumnCount - 1),
                       {Qt::DisplayRole, StateRole, ActiveRole, Qt::AccessibleTextRole});
}

QModelIndex RunModel::currentStatement() const
{
    return m_currentStep < 0 ? QModelIndex() : statementIndex(m_currentStep, m_currentStatement);
}

int RunModel::noteCount(int step) const
{
    return static_cast<int>(m_plan.steps.at(step).notes.size());
}

QModelIndex RunModel::stepIndex(int step, int column) const
{
    return createIndex(step, column, topLevel);
}

QModelIndex RunModel::statementIndex(int step, int statement, int column) const
{
    return createIndex(noteCount(step) + statement, column, static_cast<quintptr>(step) + 1);
}

QModelIndex RunModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex RunModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return stepIndex(static_cast<int>(child.internalId()) - 1);
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return noteCount(parent.row()) + static_cast<int>(m_rows[static_cast<size_t>(parent.row())].statements.size());
}

int RunModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() >= TimeColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (index.internalId() == topLevel)
        return stepData(index.row(), index.column(), role);
    const int step = static_cast<int>(index.internalId()) - 1;
    const int statement = index.row() - noteCount(step);
    return statement < 0 ? (index.column() == WhatColumn ? noteData(step, index.row(), role) : QVariant())
                         : statementData(step, statement, index.column(), role);
}

QString RunModel::stepDetail(int number) const
{
    const QString transaction = transactionText(m_plan.steps.at(number));
    const QString earlier = m_impacts.value(number).earlier;
    return earlier.isEmpty() ? transaction
                             : tr("%1 · %2", "how a migration runs, how long it took before").arg(transaction, earlier);
}

QString RunModel::transactionText(const PlanStep &step) const
{
    const QString direction = step.direction == Direction::Up ? tr("up") : tr("down");
    if (m_plan.singleTransaction)
        return tr("%1, in the run's one transaction", "direction").arg(direction);
    if (!step.transaction)
        return tr("%1, without a transaction: each statement stays", "direction").arg(direction);
    if (step.ownCommits)
        return tr("%1, not atomic: the database commits by itself", "direction").arg(direction);
    return tr("%1, in one transaction", "direction").arg(direction);
}

QVariant RunModel::stepData(int number, int column, int role) const
{
    const PlanStep &step = m_plan.steps.at(number);
    const StepRow &row = m_rows[static_cast<size_t>(number)];
    switch (role) {
    case KindRole: return static_cast<int>(RowKind::Step);
    case StateRole: return static_cast<int>(row.state);
    case ActiveRole: return row.state == RunState::Running;
    case FileRole: return step.migration.displayFile;
    case PathRole: return step.migration.file;
    case DetailRole: return stepDetail(number);
    case Qt::ToolTipRole: return step.migration.displayFile;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "file, how it runs, state")
            .arg(step.migration.displayFile, stepDetail(number), runStateName(row.state));
    case Qt::DisplayRole:
        if (column == WhatColumn)
            return step.migration.version.isEmpty()
                       ? step.migration.displayFile
                       : u"%1 %2"_s.arg(step.migration.version, step.migration.description);
        if (column == StateColumn)
            return row.state == RunState::Waiting ? QString() : runStateName(row.state);
        if (column == TimeColumn)
            return row.elapsedMs < 0 ? QString() : durationText(row.elapsedMs);
        return {};
    default: return {};
    }
}

QVariant RunModel::noteData(int step, int note, int role) const
{
    const QString &text = m_plan.steps.at(step).notes.at(note);
    switch (role) {
    case KindRole: return static_cast<int>(RowKind::Note);
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text;
    default: return {};
    }
}

QVariant RunModel::statementData(int step, int number, int column, int role) const
{
    const PlanStep &planned = m_plan.steps.at(step);
    const Statement &statement = planned.statements.at(number).statement;
    const StatementRow &row = m_rows[static_cast<size_t>(step)].statements[static_cast<size_t>(number)];
    switch (role) {
    case KindRole: return static_cast<int>(RowKind::Statement);
    case StateRole: return static_cast<int>(row.state);
    case ActiveRole: return row.state == RunState::Running;
    case SqlRole: return statement.text;
    case FileRole: return planned.migration.displayFile;
    case PathRole: return planned.migration.file;
    case LineRole: return statement.start.line;
    case ImpactRole: return impactOf(step, number).note.text();
    case ImpactLevelRole: return static_cast<int>(impactOf(step, number).note.level);
    case EffectsRole: return impactOf(step, number).effects;
    case FindingsRole: return QVariant::fromValue(impactOf(step, number).findings);
    case PerMilleRole: return row.state == RunState::Running && row.perMille >= 0 ? QVariant(row.perMille) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString text =
            tr("line %1, %2, %3", "line, state, SQL")
                .arg(QString::number(statement.start.line), runStateName(row.state), oneLine(statement.text));
        const PlannedImpact impact = impactOf(step, number);
        const QStringList said = QStringList(impact.note.text()) + impact.lines();
        return said.join(QString()).isEmpty()
                   ? text
                   : tr("%1: %2", "a statement and what it does to others").arg(text, said.join(u'\n'));
    }
    case Qt::ToolTipRole: {
        const QStringList detail = impactOf(step, number).lines();
        return column != WhatColumn
                   ? QString()
                   : statement.text.left(2000) + (detail.isEmpty() ? QString() : u"\n\n"_s + detail.join(u'\n'));
    }
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (column) {
    case WhatColumn: return oneLine(statement.text);
    case StateColumn:
        if (row.state == RunState::Running && row.perMille >= 0)
            return tr("%1 %", "how far a statement is").arg(QString::number(row.perMille / 10));
        return row.state == RunState::Waiting ? QString() : runStateName(row.state);
    case TimeColumn: return row.elapsedMs < 0 ? QString() : durationText(row.elapsedMs);
    case AttemptColumn: return row.attempt > 1 ? QLocale().toString(row.attempt) : QString();
    case RowsColumn: return row.rows < 0 ? QString() : QLocale().toString(row.rows);
    default: return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn: return tr("Statement");
    case StateColumn: return tr("State");
    case TimeColumn: return tr("Time");
    case AttemptColumn: return tr("Attempt");
    case RowsColumn: return tr("Rows");
    default: return {};
    }
}

} // namespace Whimbrel
