// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runpane.h"

#include "plan/durationtext.h"
#include "plan/planview.h"
#include "recovery/recoverycontroller.h"
#include "recovery/recoverypage.h"
#include "run/backfillbar.h"
#include "run/rollbackdialog.h"
#include "run/runcontroller.h"
#include "run/runtexts.h"
#include "run/statementbar.h"
#include "safety/projectsafety.h"
#include "workbench/gatedaction.h"
#include "workbench/workbench.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QUrlQuery>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

constexpr qint64 leastToTell = 1000; // ms left: less is over before it is read
constexpr qsizetype mostNotices = 500; // in the pane; the log file has them all

QPushButton *button(const QString &text, const QString &icon, QWidget *parent)
{
    auto *made = new QPushButton(QIcon::fromTheme(icon), text, parent);
    made->setAutoDefault(false);
    return made;
}

} // namespace

RunPane::RunPane(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_controller(workbench.run()), m_plan(new PlanView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    m_recovery = new RecoveryPage(workbench, this);
    m_pages->addWidget(createRunPage());
    m_pages->addWidget(m_recovery);
    layout->addWidget(m_pages);

    connect(m_plan, &PlanView::positionActivated, &m_workbench, &Workbench::openFile);
    m_clock.setInterval(250ms);
    connect(&m_clock, &QTimer::timeout, this, &RunPane::updateProgress);
    connectController();
    setState(State::Idle);
    if (m_controller.plan())
        showPlan();
    // Found before there was a pane to show it.
    if (const std::optional<Recovery> &found = m_controller.recovery().recovery(); found && found->otherRun.isEmpty())
        m_pages->setCurrentWidget(m_recovery);
}

QWidget *RunPane::createRunPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    auto *splitter = new QSplitter(page);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_plan);
    splitter->addWidget(createSide());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({2000, 1000}); // shares, not pixels
    layout->addWidget(splitter, 1);
    m_plan->setRunLayout(true);
    return page;
}

QWidget *RunPane::createHeader()
{
    auto *header = new QWidget(this);
    m_title = new QLabel(header);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_where = new QLabel(header);
    m_where->setTextFormat(Qt::PlainText);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_progressText = new QLabel(header);
    m_progressText->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(header);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_progress->setAccessibleName(tr("Statements done"));
    m_nameLabel = new QLabel(header);
    m_name = new QLineEdit(header);
    m_name->setAccessibleName(tr("Name of the protected environment"));
    m_name->setMaximumWidth(fontMetrics().averageCharWidth() * 28);
    m_nameLabel->setBuddy(m_name);
    m_run = button({}, u"media-playback-start"_s, header);
    m_stop = button(tr("Stop"), u"media-playback-stop"_s, header);
    m_stop->setToolTip(tr("Cancels the statement in flight (Ctrl+.)"));
    m_planAgain = button(tr("Plan Again"), u"view-refresh"_s, header);
    for (QLabel *label : {m_title, m_where, m_progressText})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    const int gap = fontMetrics().height() / 2;
    auto *texts = new QVBoxLayout;
    texts->setSpacing(gap / 4);
    texts->addWidget(m_title);
    texts->addWidget(m_where);
    texts->addWidget(m_progressText);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(gap, gap / 2, gap, gap / 2);
    row->setSpacing(gap / 2);
    row->addLayout(texts, 1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_planAgain),
          static_cast<QWidget *>(m_run), static_cast<QWidget *>(m_stop)})
        row->addWidget(widget);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_progress);
    m_backfill = new BackfillBar(header);
    layout->addWidget(m_backfill);
    m_statement = new StatementBar(header);
    layout->addWidget(m_statement);

    connect(m_name, &QLineEdit::textChanged, this, &RunPane::updateHeader);
    connect(m_run, &QPushButton::clicked, this, &RunPane::runPressed);
    connect(m_stop, &QPushButton::clicked, &m_controller, &RunController::stop);
    connect(m_planAgain, &QPushButton::clicked, this, &RunPane::planAgain);
    return header;
}

QWidget *RunPane::createSide()
{
    auto *side = new QWidget(this);
    m_details = new QTextBrowser(side);
    m_details->setOpenLinks(false);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setAccessibleName(tr("Where it runs, and what happened"));
    m_details->document()->setDocumentMargin(fontMetrics().height() / 2);
    connect(m_details, &QTextBrowser::anchorClicked, this, &RunPane::followLink);

    m_ways = new QWidget(side);
    m_openFile = button(tr("Open File"), u"document-edit"_s, m_ways);
    m_rollBack = button({}, u"edit-undo"_s, m_ways);
    m_rollBack->setToolTip(tr("Plans the rollback of what this run applied; nothing runs before you agree"));
    m_openLog = button(tr("Open Log"), u"text-x-log"_s, m_ways);
    m_openRelease = button(tr("Open Release"), u"checkmark"_s, m_ways);
    auto *row = new QHBoxLayout(m_ways);
    row->setContentsMargins(fontMetrics().height() / 2, 0, fontMetrics().height() / 2, fontMetrics().height() / 2);
    m_recover = button(tr("What Became of It…"), u"document-revert"_s, m_ways);
    m_recover->setObjectName(u"openRecovery"_s);
    m_recover->setToolTip(tr("An attempt is open: which of its statements took effect, and the ways on"));
    for (QPushButton *way : {m_openRelease, m_recover, m_openFile, m_rollBack, m_openLog})
        row->addWidget(way);
    row->addStretch(1);
    connect(m_openFile, &QPushButton::clicked, this,
            [this] { openPosition(m_error.position.file, m_error.position.line, m_error.position.column); });
    connect(m_openRelease, &QPushButton::clicked, this, [this] { m_workbench.showPane(u"release"_s); });
    connect(m_rollBack, &QPushButton::clicked, this, &RunPane::planRollBack);
    connect(m_recover, &QPushButton::clicked, this, [this] { m_controller.recovery().show(versionToRecover()); });
    connect(m_openLog, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_controller.logFile())); });

    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_details, 1);
    layout->addWidget(m_ways);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    return side;
}

void RunPane::connectController()
{
    connect(&m_controller, &RunController::planningStarted, this, [this] {
        m_pages->setCurrentIndex(0);
        setState(State::Planning);
    });
    connect(&m_controller.recovery(), &RecoveryController::pageWanted, this, &RunPane::showRecovery);
    connect(m_recovery, &RecoveryPage::left, this, [this] { m_pages->setCurrentIndex(0); });
    connect(&m_workbench, &Workbench::timelineChanged, this, &RunPane::updateHeader);
    connect(&m_controller, &RunController::planReady, this, &RunPane::showPlan);
    connect(&m_controller, &RunController::planFailed, this, [this](const Error &error) {
        m_plan->setPlan({});
        showError(error);
    });
    connect(&m_controller, &RunController::startRefused, this, &RunPane::showError);
    connect(&m_controller, &RunController::runStarted, this, [this] {
        m_plan->setPlan(*m_controller.plan());
        m_plan->setColumns(true);
        m_plan->setRunning(true);
        m_details->clear();
        m_notices = 0;
        m_name->clear();
        m_elapsed.start();
        m_backfill->setControl(m_controller.control());
        m_statement->end();
        setState(State::Running);
        announce(m_title->text());
    });
    connect(&m_controller, &RunController::stopping, this, [this] {
        setState(State::Stopping);
        announce(m_title->text());
    });
    connect(&m_controller, &RunController::eventsAdded, this, &RunPane::addEvents);
    connect(&m_controller, &RunController::runFinished, this, &RunPane::showResult);
    connect(&m_workbench, &Workbench::gateChanged, this, &RunPane::showGate);
    connect(&m_workbench.safety(), &ProjectSafety::baseChanged, this, &RunPane::analyse);
    connect(&m_controller, &RunController::planDropped, this, [this] {
        m_plan->setPlan({});
        setState(State::Idle);
    });
}

void RunPane::showRecovery()
{
    m_pages->setCurrentWidget(m_recovery);
    m_workbench.showPane(u"run"_s);
}

/// The first migration that a run has left open; empty where there is none.
QString RunPane::versionToRecover() const
{
    const QList<TimelineEntry> &entries = m_workbench.timeline().entries;
    const auto found = std::ranges::find_if(entries, [](const TimelineEntry &entry) { return needsRecovery(entry); });
    return found == entries.cend() ? QString() : found->migration.version;
}

bool RunPane::isProtected() const
{
    return m_workbench.target() && m_workbench.target()->isProtected;
}

bool RunPane::nameIsTyped() const
{
    return !isProtected() || m_name->text() == m_workbench.target()->environment;
}

void RunPane::setState(State state)
{
    m_state = state;
    const bool running = state == State::Running || state == State::Stopping;
    if (running && !m_clock.isActive())
        m_clock.start();
    if (!running) {
        m_clock.stop();
        m_plan->setRunning(false);
    }
    m_plan->setEmptyText(state == State::Planned ? tr("There is nothing to run.") : QString());
    if (state == State::Idle)
        m_details->setPlainText(
            tr("Nothing is planned. Apply and Roll back in the toolbar show what would run before anything does."));
    updateHeader();
    updateProgress();
}

void RunPane::updateHeader()
{
    const bool planned = m_state == State::Planned || m_state == State::Refused;
    const bool running = m_state == State::Running || m_state == State::Stopping;
    const bool runnable =
        planned && m_controller.plan() && !m_controller.plan()->isEmpty() && m_controller.plan()->refusals.isEmpty();
    const QString title =
        m_controller.plan() ? RunTexts::title(*m_controller.plan(), m_workbench.targetName()) : QString();
    switch (m_state) {
    case State::Idle: m_title->setText(tr("No run planned")); break;
    case State::Planning: m_title->setText(tr("Planning…")); break;
    case State::Planned:
    case State::Refused:
        m_title->setText(m_controller.plan() && m_controller.plan()->isEmpty() ? tr("There is nothing to run") : title);
        break;
    case State::Running: m_title->setText(title); break;
    case State::Stopping: m_title->setText(tr("Stopping: the statement in flight is being cancelled")); break;
    case State::Succeeded:
        m_title->setText(RunTexts::done(*m_controller.plan(), m_workbench.targetName(),
                                        static_cast<int>(m_controller.plan()->steps.size())));
        break;
    case State::Failed:
        m_title->setText(m_error.kind == ErrorKind::Cancelled ? tr("The run was stopped") : tr("The run failed"));
        break;
    }
    m_where->setText(m_controller.facts() && m_state != State::Idle ? RunTexts::where(*m_controller.facts())
                                                                    : QString());
    m_where->setToolTip(m_where->text());
    m_where->setVisible(!m_where->text().isEmpty());

    const bool asksName = runnable && isProtected();
    m_nameLabel->setVisible(asksName);
    m_name->setVisible(asksName);
    if (asksName)
        m_nameLabel->setText(tr("Type %1 to confirm:").arg(m_workbench.target()->environment));
    m_run->setVisible(runnable);
    m_run->setText(m_controller.plan() && m_controller.plan()->request.action != RunRequest::Action::Up ? title + u"…"_s
                                                                                                        : title);
    const bool ended = m_state == State::Succeeded || m_state == State::Failed;
    const std::optional<Error> obstacle = runnable ? changeObstacle(m_workbench) : std::nullopt;
    m_run->setEnabled(runnable && !obstacle && nameIsTyped());
    m_run->setToolTip(obstacle ? obstacleText(*obstacle) : QString());
    m_name->setEnabled(!obstacle);
    m_stop->setVisible(running);
    m_stop->setEnabled(m_state == State::Running);
    m_planAgain->setVisible(m_controller.plan() &&
                            (planned || m_state == State::Succeeded || m_state == State::Failed));
    m_openRelease->setVisible(runnable && m_workbench.closedGate());
    m_recover->setVisible(!running && !versionToRecover().isEmpty());
    m_ways->setVisible(ended || m_state == State::Refused || obstacle || m_recover->isVisibleTo(m_ways));
    m_openFile->setVisible(m_error.position.isValid() && (m_state == State::Failed || m_state == State::Refused));
    const auto applied = static_cast<int>(m_controller.appliedVersions().size());
    const bool ran = ended && !m_plan->model().plan().isEmpty();
    m_rollBack->setVisible(ran && applied > 0 && m_controller.plan()->request.action == RunRequest::Action::Up);
    m_rollBack->setText(tr("Roll Back %n Migrations…", nullptr, applied));
    m_openLog->setVisible(ran && !m_controller.logFile().isEmpty());
}

void RunPane::updateProgress()
{
    const bool running = m_state == State::Running || m_state == State::Stopping;
    RunModel &model = m_plan->model();
    m_progress->setVisible(running);
    m_progressText->setVisible(running);
    if (!running)
        return;
    m_progress->setRange(0, std::max(1, model.statementCount()));
    m_progress->setValue(model.statementsDone());
    QString text = tr("%1 of %n statements, %2", "done, all, time", model.statementCount())
                       .arg(QLocale().toString(model.statementsDone()), durationText(m_elapsed.elapsed()));
    const std::optional<TimeLeft> left = m_controller.timeLeft();
    if (left && left->ms >= leastToTell)
        text += u" · "_s + timeLeftText(left->ms);
    m_progressText->setText(text);
    m_progressText->setToolTip(left ? left->basis : QString());
}

/// What the plan does to others. Read again whenever the schema was: it may have come after the plan.
void RunPane::analyse()
{
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    const quint64 planned = ++m_planned;
    if (!project || !m_controller.plan() || (m_state != State::Planned && m_state != State::Refused))
        return;
    const RunPlan plan = *m_controller.plan();
    AnalysisBase base = m_workbench.safety().base();
    if (base.dialect != plan.dialect)
        base = {.dialect = plan.dialect, .version = {}, .settings = base.settings, .connected = {}, .applied = {}};
    QtConcurrent::run([project, plan, base] { return analysePlan(*project, plan, base); })
        .then(this, [this, planned](Result<PlanAnalysis> analysis) {
            if (planned != m_planned || (m_state != State::Planned && m_state != State::Refused) || !analysis)
                return;
            analysis->earlier = m_controller.earlierRuns().of(*m_controller.plan());
            m_plan->setAnalysis(*analysis);
        });
}

void RunPane::showPlan()
{
    m_error = {};
    m_name->clear();
    m_plan->setPlan(*m_controller.plan());
    m_plan->setColumns(false);
    setState(State::Planned);
    analyse();
    showGate();
    announce(m_title->text());
}

/// Before the run: what keeps it from starting, if the release does, and where it would go.
void RunPane::showGate()
{
    if (m_state == State::Refused)
        updateHeader(); // what it was refused for stays to be read
    if (m_state != State::Planned)
        return;
    const std::optional<Error> obstacle = m_controller.plan()->isEmpty() ? std::nullopt : changeObstacle(m_workbench);
    QString html = obstacle ? RunTexts::errorHtml(*obstacle) + u"<hr>"_s : QString();
    if (m_controller.facts() && m_workbench.target())
        html += RunTexts::beforeHtml(*m_controller.plan(), *m_controller.facts(), *m_workbench.target());
    m_details->setHtml(html);
    updateHeader();
}

void RunPane::showError(const Error &error)
{
    m_error = error;
    m_details->setHtml(RunTexts::errorHtml(error));
    setState(m_controller.plan() && !m_plan->model().plan().isEmpty() ? State::Refused : State::Failed);
    if (m_state == State::Failed)
        m_title->setText(tr("No plan could be made"));
    announce(error.message);
}

void RunPane::addEvents(qsizetype first)
{
    const QList<RunEvent> &events = m_controller.events();
    m_plan->apply(events, first);
    QString notices;
    for (qsizetype i = first; i < events.size(); ++i) {
        const RunEvent &event = events.at(i);
        m_backfill->take(event);
        m_statement->take(event);
        const bool told = event.kind == RunEvent::Kind::Notice || event.kind == RunEvent::Kind::LockWait
            || event.kind == RunEvent::Kind::LockRetry;
        if (!told || event.message.isEmpty() || ++m_notices > mostNotices)
            continue;
        const QString place = event.line > 0 ? u"%1:%2 "_s.arg(event.file).arg(event.line) : QString();
        notices += u"<p style='margin:0'>%1%2</p>"_s.arg(place.toHtmlEscaped(), event.message.toHtmlEscaped());
    }
    if (!notices.isEmpty())
        m_details->append(notices);
    updateProgress();
}

void RunPane::showResult()
{
    m_backfill->end();
    m_statement->end();
    const std::optional<Error> failure = m_controller.failure();
    QString notices = m_notices > 0 ? u"<hr>"_s + m_details->document()->toHtml() : QString();
    QString html;
    if (failure) {
        m_error = *failure;
        html = RunTexts::errorHtml(*failure);
    } else {
        html = u"<p><b>%1</b></p>"_s.arg(RunTexts::done(*m_controller.plan(), m_workbench.targetName(),
                                                        static_cast<int>(m_controller.plan()->steps.size()))
                                             .toHtmlEscaped());
    }
    html += u"<p>%1</p>"_s.arg(
        tr("%n statements in %1.", nullptr, m_plan->model().statementsDone()).arg(durationText(m_elapsed.elapsed())));
    for (const QString &warning : m_controller.warnings())
        html += u"<p>%1</p>"_s.arg(warning.toHtmlEscaped());
    m_details->setHtml(html + notices);
    setState(failure ? State::Failed : State::Succeeded);
    announce(failure ? failure->message : m_title->text());
}

void RunPane::runPressed()
{
    if (!m_controller.plan() || !nameIsTyped())
        return;
    if (m_controller.plan()->request.action == RunRequest::Action::Up) {
        m_controller.start(m_name->text());
        return;
    }
    askToRollBack(*m_controller.plan(), m_workbench.targetName(), window(),
                  [this, name = m_name->text()] { m_controller.start(name); });
}

void RunPane::planAgain()
{
    if (m_controller.plan())
        m_controller.requestPlan(m_controller.plan()->request);
}

void RunPane::planRollBack()
{
    RunRequest request;
    request.action = RunRequest::Action::Down;
    request.versions = m_controller.appliedVersions();
    m_controller.requestPlan(request);
}

void RunPane::followLink(const QUrl &link)
{
    const QUrlQuery query(link);
    openPosition(query.queryItemValue(u"file"_s, QUrl::FullyDecoded), query.queryItemValue(u"line"_s).toInt(),
                 query.queryItemValue(u"column"_s).toInt());
}

// Errors name files as they are shown: relative to the project.
void RunPane::openPosition(const QString &file, int line, int column)
{
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    m_workbench.openFile(project ? project->folder().absoluteFilePath(file) : file, line, column);
}

void RunPane::announce(const QString &text)
{
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

} // namespace Whimbrel
