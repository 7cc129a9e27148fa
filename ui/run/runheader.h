// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace Whimbrel {

class BackfillBar;
class PauseButton;
class RunController;
class RunModel;
class StatementBar;
class Workbench;
struct RunEvent;

/// Where the run pane stands.
enum class RunStage { Idle, Planning, NoPlan, Planned, Refused, Running, Stopping, Succeeded, Failed };

constexpr bool isRunning(RunStage stage)
{
    return stage == RunStage::Running || stage == RunStage::Stopping;
}
constexpr bool hasEnded(RunStage stage)
{
    return stage == RunStage::Succeeded || stage == RunStage::Failed || stage == RunStage::NoPlan;
}

/// There is a plan of `controller` that could be started now, the gate aside.
bool isRunnable(const RunController &controller, RunStage stage);

/// The top of the run pane: what it is about, where, how far it has come, and the buttons that start and stop it.
class RunHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit RunHeader(Workbench &workbench, QWidget *parent = nullptr);

    /// `error` is why it stands there.
    void show(RunStage stage, const Error &error);
    void showProgress(const RunModel &model, qint64 elapsedMs);
    /// A run begins: nothing is known of its statements.
    void beginRun();
    void take(const RunEvent &event);
    void endRun();
    void clearName();
    QString typedName() const;
    QString title() const;

Q_SIGNALS:
    /// With the name typed where one is asked for.
    void runPressed();

private:
    QString titleOf(RunStage stage, const Error &error) const;
    QLayout *createRow();
    void showName(bool isAsked);
    void updateRun();
    void planAgain();
    bool isNameTyped() const;

    Workbench &m_workbench;
    RunController &m_controller;
    RunStage m_stage = RunStage::Idle;

    QLabel *m_title;
    QLabel *m_where;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    BackfillBar *m_backfill;
    StatementBar *m_statement;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QPushButton *m_run;
    PauseButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_planAgain;
};

} // namespace Whimbrel
