// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "run/runheader.h"

class QTextBrowser;

namespace Whimbrel {

/// The side of the run pane: before a run where it goes, during and after it what happened, and the ways on.
class RunDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit RunDetails(Workbench &workbench, QWidget *parent = nullptr);

    /// `hasRun`: there was one, of the plan that is shown.
    void show(RunStage stage, const Error &error, bool hasRun);
    void setHtml(const QString &html);
    void setText(const QString &text);
    void clear();
    /// What the run tells of itself. Of very many only the first are shown: the log has them all.
    void addNotices(const QList<RunEvent> &events, qsizetype first);
    /// In front of what the run has told.
    void setResult(const QString &html);

private:
    QWidget *createWays();
    void updateWays();
    void planRollBack();
    void takeInTheWay(const RunEvent &event);
    void showInTheWay();
    void end(const BackendId &session);
    void followLink(const QUrl &link);
    void openPosition(const QString &file, int line, int column);
    QString versionToRecover() const;

    Workbench &m_workbench;
    RunController &m_controller;
    RunStage m_stage = RunStage::Idle;
    Error m_error;
    bool m_hasRun = false;
    qsizetype m_notices = 0;

    QTextBrowser *m_text;
    QWidget *m_ways;
    QPushButton *m_openFile;
    QPushButton *m_rollBack;
    QPushButton *m_openLog;
    QPushButton *m_openRelease;
    QPushButton *m_recover;
    QPushButton *m_endSession; ///< with a menu of those in the way, while the run waits for them
    QList<BackendId> m_inTheWay;
};

} // namespace Whimbrel
