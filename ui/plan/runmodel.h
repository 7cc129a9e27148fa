// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"
#include "run/runplan.h"
#include "safety/impacttext.h"

#include <QAbstractItemModel>
#include <QHash>

#include <vector>

namespace Whimbrel {

/// How far a migration or a statement of a plan has come.
enum class RunState { Waiting, Running, Done, DoneEarlier, Failed, Cancelled, RolledBack, NotRun };

QString runStateName(RunState state); ///< translated

/// What the analysis says of one statement of a plan.
struct PlannedImpact
{
    struct Found
    {
        Severity severity = Severity::Info;
        QString text; ///< plain
    };

    ImpactNote note{};
    QStringList effects{}; ///< its locks, who waits, how much work it is: effectTexts()
    QList<Found> findings{};

    QStringList lines() const; ///< all of it as plain text
};

/// What the analysis says of one migration of a plan.
struct PlannedStep
{
    QList<PlannedImpact> statements{};
    QString earlier{}; ///< how long it took before; empty: not known
};

/// A plan as a tree: its migrations, their notes and statements; and, once events arrive, how far they have come.
/// Rows are made once for a plan and updated in place, so that selection and scroll position stay.
class RunModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, StateColumn, TimeColumn, AttemptColumn, RowsColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< RunState as int
        KindRole,                 ///< RowKind as int
        SqlRole,                  ///< a statement's whole text
        FileRole,                 ///< display path
        PathRole,                 ///< absolute path
        LineRole,                 ///< from 1
        DetailRole,               ///< a migration's second half: "up, in one transaction"
        ActiveRole,               ///< true for the statement in flight, and its migration
        ImpactRole,               ///< what a statement does to others, in a few words; empty: nothing to tell
        ImpactLevelRole,          ///< ImpactNote::Level as int
        EffectsRole,              ///< who waits for which lock, how much work it is: lines
        FindingsRole,             ///< QList<PlannedImpact::Found>
        PerMilleRole,             ///< how far the statement in flight is, 0 to 1000; invalid: not known
    };
    enum class RowKind { Step, Note, Statement };

    explicit RunModel(QObject *parent = nullptr);

    void setPlan(const RunPlan &plan);
    const RunPlan &plan() const { return m_plan; }
    /// Of the plan's steps, in their order.
    void setImpacts(const QList<PlannedStep> &impacts);
    /// Takes in what happened; events of versions that are not in the plan are left out.
    void apply(const RunEvent &event);

    int statementsDone() const { return m_statementsDone; }
    int statementCount() const { return m_statementCount; }
    /// The statement in flight, or the one that failed; invalid if there is neither.
    QModelIndex currentStatement() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct StatementRow
    {
        RunState state = RunState::Waiting;
        int attempt = 0;
        qint64 elapsedMs = -1;
        qlonglong rows = -1;
        int perMille = -1; ///< while it runs, where the database tells
    };
    struct StepRow
    {
        RunState state = RunState::Waiting;
        qint64 elapsedMs = -1;
        std::vector<StatementRow> statements;
    };

    QVariant stepData(int step, int column, int role) const;
    QVariant noteData(int step, int note, int role) const;
    QVariant statementData(int step, int statement, int column, int role) const;
    QString stepDetail(int step) const;
    QString transactionText(const PlanStep &step) const;
    QModelIndex stepIndex(int step, int column = 0) const;
    QModelIndex statementIndex(int step, int statement, int column = 0) const;
    int noteCount(int step) const;
    void setStatement(int step, int statement, const StatementRow &row);
    void setStep(int step, RunState state, qint64 elapsedMs = -1);
    void startStatement(int step, int statement, const RunEvent &event);
    void progressStatement(int step, int statement, const RunEvent &event);
    void finishStatement(int step, int statement, const RunEvent &event);
    void failStep(int step, const RunEvent &event);
    void finishRun();
    void statementsChanged(int step);

    PlannedImpact impactOf(int step, int statement) const { return m_impacts.value(step).statements.value(statement); }

    RunPlan m_plan;
    QList<PlannedStep> m_impacts;
    std::vector<StepRow> m_rows;
    QHash<QPair<QString, Direction>, int> m_stepOf;
    int m_statementCount = 0;
    int m_statementsDone = 0;
    int m_currentStep = -1;
    int m_currentStatement = -1;
};

} // namespace Whimbrel
