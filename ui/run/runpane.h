// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runheader.h"

#include <QElapsedTimer>
#include <QTimer>

class QStackedWidget;

namespace Whimbrel {

class PlanView;
class RecoveryPage;
class RunDetails;

/// Before a run: who, where, the plan and its guards. During: each statement. After: what happened, and the ways on. In its
/// place, where a run has left something open: what became of that.
class RunPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RunPane(Workbench &workbench, QWidget *parent = nullptr);

    PlanView &planView() const { return *m_plan; }

private:
    QWidget *createRunPage();
    void connectController();
    void connectRecovery();
    void setStage(RunStage stage, const Error &error = {});
    void updateProgress();
    void analyse();
    void showPlan();
    void startRun();
    void showResult();
    void showError(const Error &error);
    void addEvents(qsizetype first);
    void runPressed();
    void showGate();
    void announce(const QString &text);

    Workbench &m_workbench;
    RunController &m_controller;
    RunStage m_stage = RunStage::Idle;
    quint64 m_planned = 0; ///< analyses of earlier plans are dropped
    QElapsedTimer m_elapsed;
    QTimer m_clock;

    PlanView *m_plan;
    RunHeader *m_header;
    RunDetails *m_details;
    RecoveryPage *m_recovery;
    QStackedWidget *m_pages;
};

} // namespace Whimbrel
