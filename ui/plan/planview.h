// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan/runmodel.h"
#include "safety/project/plananalysis.h"

#include <QTimer>
#include <QWidget>

class KMessageWidget;
class QLabel;
class QTreeView;

namespace Whimbrel {

class PlanDelegate;

/// A plan: why it must not start, what is not atomic, and the statements by migration and transaction. Shown in the
/// editor's Plan tab, and in the run pane, where it goes on to show the run.
class PlanView final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget *parent = nullptr);

    void setPlan(const RunPlan &plan);
    /// What the steps of this plan do: beside each statement, and as a sum above them.
    void setAnalysis(const PlanAnalysis &analysis);
    /// Why a run would refuse this plan, beside its own refusals: known only when the database was asked.
    void setGuardRefusals(const QList<Error> &refusals);
    /// Shown while the plan is empty.
    void setEmptyText(const QString &text);
    /// One line for each statement, with its state.
    void setRunLayout(bool on);
    /// In the run layout: columns for state, time, attempts and rows.
    void setColumns(bool on);
    void apply(const QList<RunEvent> &events, qsizetype first);
    /// The running arc turns, and the statement in flight is kept in view unless the person scrolls.
    void setRunning(bool running);
    RunModel &model() { return *m_model; }
    QTreeView *tree() const { return m_tree; }

Q_SIGNALS:
    /// Somebody wants to see this place in the editor.
    void positionActivated(const QString &path, int line, int column);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRefusals();
    void showNotes();
    void showSum(const PlanAnalysis &analysis);
    void applyLayout();
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &position);
    void turn();

    RunModel *m_model;
    QList<Error> m_guardRefusals;
    PlanDelegate *m_delegate;
    KMessageWidget *m_refusals;
    QLabel *m_notes;
    QLabel *m_sum;
    QLabel *m_empty;
    QTreeView *m_tree;
    QTimer m_turnTimer;
    bool m_runLayout = false;
    bool m_columns = false;
    bool m_follow = true;
    double m_turn = 0;
};

} // namespace Whimbrel
