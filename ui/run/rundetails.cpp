// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/rundetails.h"

#include "locks/lockconfirmation.h"
#include "locks/workbenchlocks.h"
#include "recovery/recoverycontroller.h"
#include "run/runcontroller.h"
#include "workbench/gatedaction.h"
#include "workbench/workbench.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype mostNotices = 500; // in the pane; the log file has them all

QPushButton *button(const QString &text, const QString &icon, QWidget *parent)
{
    auto *made = new QPushButton(QIcon::fromTheme(icon), text, parent);
    made->setAutoDefault(false);
    return made;
}

} // namespace

RunDetails::RunDetails(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_controller(workbench.run())
    , m_text(new QTextBrowser(this))
{
    m_text->setObjectName(u"runDetails"_s);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Where it runs, and what happened"));
    m_text->document()->setDocumentMargin(fontMetrics().height() / 2);
    connect(m_text, &QTextBrowser::anchorClicked, this, &RunDetails::followLink);
    connect(&m_workbench, &Workbench::timelineChanged, this, &RunDetails::updateWays);
    connect(&m_workbench, &Workbench::gateChanged, this, &RunDetails::updateWays);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text, 1);
    layout->addWidget(createWays());
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

QWidget *RunDetails::createWays()
{
    m_ways = new QWidget(this);
    m_openFile = button(tr("Open File"), u"document-edit"_s, m_ways);
    m_rollBack = button({}, u"edit-undo"_s, m_ways);
    m_rollBack->setToolTip(tr("Plans the rollback of what this run applied; nothing runs before you agree"));
    m_openLog = button(tr("Open Log"), u"view-list-text"_s, m_ways);
    m_openRelease = button(tr("Open Release"), u"checkmark"_s, m_ways);
    m_recover = button(tr("What Became of It…"), u"document-revert"_s, m_ways);
    m_recover->setToolTip(tr("An attempt is open: which of its statements took effect, and the ways on"));
    auto *row = new QHBoxLayout(m_ways);
    const int margin = fontMetrics().height() / 2;
    row->setContentsMargins(margin, margin / 2, margin, margin); // above it is text that scrolls
    m_endSession = button(tr("End Who Is in the Way"), u"process-stop"_s, m_ways);
    m_endSession->setObjectName(u"endInTheWay"_s);
    m_endSession->setToolTip(tr("The run waits for their transactions to end; what ending one means is said before it is done"));
    m_endSession->setMenu(new QMenu(m_endSession));
    for (QPushButton *way : {m_endSession, m_openRelease, m_recover, m_openFile, m_rollBack, m_openLog})
        row->addWidget(way);
    row->addStretch(1);
    connect(m_openFile, &QPushButton::clicked, this,
            [this] { openPosition(m_error.position.file, m_error.position.line, m_error.position.column); });
    connect(m_openRelease, &QPushButton::clicked, this, [this] { m_workbench.showPane(u"release"_s); });
    connect(m_rollBack, &QPushButton::clicked, this, &RunDetails::planRollBack);
    connect(m_recover, &QPushButton::clicked, this, [this] { m_controller.recovery().show(versionToRecover()); });
    connect(m_openLog, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_controller.logFile())); });
    return m_ways;
}

void RunDetails::show(RunStage stage, const Error &error, bool hasRun)
{
    m_stage = stage;
    m_error = error;
    m_hasRun = hasRun;
    updateWays();
}

void RunDetails::updateWays()
{
    const bool runnable = isRunnable(m_controller, m_stage);
    const bool isBlocked = runnable && changeObstacle(m_workbench);
    const bool isOpen = !isRunning(m_stage) && !versionToRecover().isEmpty();
    m_openRelease->setVisible(runnable && m_workbench.closedGate());
    m_recover->setVisible(isOpen);
    const bool isInTheWay = isRunning(m_stage) && !m_inTheWay.isEmpty();
    m_endSession->setVisible(isInTheWay);
    m_openFile->setVisible(m_error.position.isValid() && (hasEnded(m_stage) || m_stage == RunStage::Refused));
    const auto applied = static_cast<int>(m_controller.appliedVersions().size());
    m_rollBack->setVisible(m_hasRun && applied > 0 && m_controller.plan()->request.action == RunRequest::Action::Up);
    m_rollBack->setText(tr("Roll Back %n Migrations…", nullptr, applied));
    m_openLog->setVisible(m_hasRun && !m_controller.logFile().isEmpty());
    const bool any = hasEnded(m_stage) || m_stage == RunStage::Refused || isBlocked || isOpen || isInTheWay;
    m_ways->setVisible(any);
    setVisible(any || m_stage != RunStage::Idle);
}

/// The first migration that a run has left open; empty where there is none.
QString RunDetails::versionToRecover() const
{
    const QList<TimelineEntry> &entries = m_workbench.timeline().entries;
    const auto found = std::ranges::find_if(entries, [](const TimelineEntry &entry) { return needsRecovery(entry); });
    return found == entries.cend() ? QString() : found->migration.version;
}

void RunDetails::setHtml(const QString &html)
{
    m_text->setHtml(html);
}

void RunDetails::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void RunDetails::clear()
{
    m_text->clear();
    m_notices = 0;
    m_inTheWay.clear();
}

void RunDetails::addNotices(const QList<RunEvent> &events, qsizetype first)
{
    QString notices;
    for (const RunEvent &event : events.sliced(first)) {
        takeInTheWay(event);
        const bool told = event.kind == RunEvent::Kind::Notice || event.kind == RunEvent::Kind::LockWait
            || event.kind == RunEvent::Kind::LockRetry;
        if (!told || event.message.isEmpty() || ++m_notices > mostNotices)
            continue;
        const QString place = event.line > 0 ? u"%1:%2 "_s.arg(event.file).arg(event.line) : QString();
        notices += u"<p style='margin-top:0; margin-bottom:4px'>%1%2</p>"_s.arg(place.toHtmlEscaped(), event.message.toHtmlEscaped());
    }
    if (!notices.isEmpty())
        m_text->append(notices);
}

/// They are in the way until the run tells of something else than that it still waits.
void RunDetails::takeInTheWay(const RunEvent &event)
{
    using enum RunEvent::Kind;
    if (event.kind == Notice || event.kind == Progress || event.kind == LockRetry || event.inTheWay == m_inTheWay)
        return;
    m_inTheWay = event.inTheWay;
    showInTheWay();
}

void RunDetails::showInTheWay()
{
    QMenu *menu = m_endSession->menu();
    menu->clear();
    for (const BackendId &session : std::as_const(m_inTheWay))
        connect(menu->addAction(tr("Terminate Session %1…").arg(session.pid)), &QAction::triggered, this, [this, session] { end(session); });
    updateWays();
}

void RunDetails::end(const BackendId &session)
{
    LockSession known;
    known.backend = session;
    confirmAndSend(lockMonitor(m_workbench), LockAction::TerminateSession, known, this, [this](const LockSession &ended, const Result<bool> &sent) {
        const QString text = sent ? sentText(LockAction::TerminateSession, ended, *sent) : sent.error().toString();
        m_text->append(u"<p style='margin-top:0; margin-bottom:4px'>%1</p>"_s.arg(text.toHtmlEscaped()));
    });
}

void RunDetails::setResult(const QString &html)
{
    m_text->setHtml(html + (m_notices > 0 ? u"<hr>"_s + m_text->document()->toHtml() : QString()));
}

void RunDetails::planRollBack()
{
    RunRequest request;
    request.action = RunRequest::Action::Down;
    request.versions = m_controller.appliedVersions();
    m_controller.requestPlan(request);
}

void RunDetails::followLink(const QUrl &link)
{
    const QUrlQuery query(link);
    openPosition(query.queryItemValue(u"file"_s, QUrl::FullyDecoded), query.queryItemValue(u"line"_s).toInt(),
                 query.queryItemValue(u"column"_s).toInt());
}

// Errors name files as they are shown: relative to the project.
void RunDetails::openPosition(const QString &file, int line, int column)
{
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    m_workbench.openFile(project ? project->folder().absoluteFilePath(file) : file, line, column);
}

} // namespace Whimbrel
