// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTextBrowser;

namespace Whimbrel {

class BackfillBar;
class PlanView;
class RecoveryPage;
class RunController;
class StatementBar;
class Workbench;

/// Before a run: who, where, the plan and its guards. During: each statement. After: what happened, and the ways on.
class RunPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RunPane(Workbench &workbench, QWidget *parent = nullptr);

    PlanView &planView() const { return *m_plan; }

private:
    enum class State { Idle, Planning, Planned, Refused, Running, Stopping, Succeeded, Failed };

    QWidget *createRunPage();
    QWidget *createHeader();
    QWidget *createSide();
    void connectController();
    void setState(State state);
    void updateHeader();
    void updateProgress();
    void analyse();
    void showPlan();
    void showResult();
    void showError(const Error &error);
    void addEvents(qsizetype first);
    void runPressed();
    void planAgain();
    void planRollBack();
    void followLink(const QUrl &link);
    void showGate();
    void openPosition(const QString &file, int line, int column);
    void announce(const QString &text);
    void showRecovery();
    QString versionToRecover() const;
    bool isProtected() const;
    bool nameIsTyped() const;

    Workbench &m_workbench;
    RunController &m_controller;
    State m_state = State::Idle;
    quint64 m_planned = 0; ///< analyses of earlier plans are dropped
    Error m_error; ///< of Refused and Failed
    QElapsedTimer m_elapsed;
    QTimer m_clock;
    qsizetype m_notices = 0;

    QLabel *m_title;
    QLabel *m_where;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    BackfillBar *m_backfill;
    StatementBar *m_statement;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QPushButton *m_run;
    QPushButton *m_stop;
    QPushButton *m_planAgain;
    PlanView *m_plan;
    QTextBrowser *m_details;
    QWidget *m_ways;
    QPushButton *m_openFile;
    QPushButton *m_rollBack;
    QPushButton *m_openLog;
    QPushButton *m_openRelease;
    QPushButton *m_recover;
    QStackedWidget *m_pages;
    RecoveryPage *m_recovery;
};

} // namespace Whimbrel
