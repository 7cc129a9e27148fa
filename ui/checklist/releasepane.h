// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/releasefeed.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

class KMessageWidget;
class QAction;
class QPushButton;
class QStackedWidget;

namespace Whimbrel {

class CheckRunner;
class PhasePanel;
class ReleaseQuestions;
class RoleLabel;
class Workbench;
struct ItemAnswer;

/// The release of the chosen environment: its three phases, who ticked what, what the checks saw, and whether a
/// protected environment may be run now.
class ReleasePane final : public QWidget
{
    Q_OBJECT

public:
    explicit ReleasePane(Workbench &workbench, QWidget *parent = nullptr);
    ~ReleasePane() override;

    PhasePanel *phasePanel(ReleasePhase phase) const { return m_panels.value(phase); }
    const std::optional<Release> &release() const { return m_feed.release(); }
    /// Runs the checks of a phase and records their answers.
    void runChecks(ReleasePhase phase);

private:
    void makeActions();
    void makeEmptyPage();
    void makeReleasePage();
    void connectPanel(PhasePanel *panel);

    void showState();
    void showRelease();
    void showEmpty();
    void showGate();
    void showProblems();
    void updateActions();

    void startRelease();
    void tick(const QString &item, const QString &note);
    void untick(const QString &item);
    void record(const QList<ItemAnswer> &answers);
    void watchDuring();
    void showError(const Error &error);

    Workbench &m_workbench;
    ReleaseFeed &m_feed;
    CheckRunner *m_checks;
    ReleaseQuestions *m_questions;
    QTimer m_during; ///< runs During's checks again while that phase is open
    bool m_watching = false; ///< the checks in flight were started by m_during
    QStackedWidget *m_pages = nullptr;
    KMessageWidget *m_message = nullptr;
    KMessageWidget *m_problems = nullptr;
    RoleLabel *m_emptyText = nullptr;
    QPushButton *m_start = nullptr;
    RoleLabel *m_title = nullptr;
    RoleLabel *m_subtitle = nullptr;
    RoleLabel *m_gate = nullptr;
    QPushButton *m_startAgain = nullptr;
    QMap<ReleasePhase, PhasePanel *> m_panels;
    QAction *m_startAction = nullptr;
    QAction *m_runAction = nullptr;
    QAction *m_noteAction = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_closeAction = nullptr;
};

} // namespace Whimbrel
