// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runpane.h"

#include "plan/durationtext.h"
#include "plan/planview.h"
#include "recovery/recoverycontroller.h"
#include "recovery/recoverypage.h"
#include "run/rollbackdialog.h"
#include "run/runcontroller.h"
#include "run/rundetails.h"
#include "run/runtexts.h"
#include "safety/projectsafety.h"
#include "workbench/gatedaction.h"
#include "workbench/workbench.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

RunPane::RunPane(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_controller(workbench.run())
    , m_plan(new PlanView(this))
    , m_header(new RunHeader(workbench, this))
    , m_details(new RunDetails(workbench, this))
    , m_recovery(new RecoveryPage(workbench, this))
    , m_pages(new QStackedWidget(this))
{
    m_pages->addWidget(createRunPage());
    m_pages->addWidget(m_recovery);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_plan->setRunLayout(true);
    connect(m_plan, &PlanView::positionActivated, &m_workbench, &Workbench::openFile);
    connect(m_header, &RunHeader::runPressed, this, &RunPane::runPressed);
    m_clock.setInterval(250ms);
    connect(&m_clock, &QTimer::timeout, this, &RunPane::updateProgress);
    connectController();
    connectRecovery();
    setStage(RunStage::Idle);
    if (m_controller.plan())
        showPlan();
}

QWidget *RunPane::createRunPage()
{
    auto *page = new QWidget(this);
    auto *splitter = new QSplitter(page);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_plan);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({2000, 1000}); // shares, not pixels
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(splitter, 1);
    return page;
}

void RunPane::connectController()
{
    connect(&m_controller, &RunController::planningStarted, this, [this] {
        m_pages->setCurrentIndex(0);
        setStage(RunStage::Planning);
    });
    connect(&m_controller, &RunController::planReady, this, &RunPane::showPlan);
    connect(&m_controller, &RunController::planFailed, this, [this](const Error &error) {
        m_plan->setPlan({});
        showError(error);
    });
    connect(&m_controller, &RunController::startRefused, this, &RunPane::showError);
    connect(&m_controller, &RunController::runStarted, this, &RunPane::startRun);
    connect(&m_controller, &RunController::stopping, this, [this] {
        setStage(RunStage::Stopping);
        announce(m_header->title());
    });
    connect(&m_controller, &RunController::eventsAdded, this, &RunPane::addEvents);
    connect(&m_controller, &RunController::runFinished, this, &RunPane::showResult);
    connect(&m_controller, &RunController::planDropped, this, [this] {
        m_plan->setPlan({});
        setStage(RunStage::Idle);
    });
    connect(&m_workbench, &Workbench::gateChanged, this, &RunPane::showGate);
    connect(&m_workbench.safety(), &ProjectSafety::baseChanged, this, &RunPane::analyse);
}

void RunPane::connectRecovery()
{
    connect(&m_controller.recovery(), &RecoveryController::pageWanted, this, [this] {
        m_pages->setCurrentWidget(m_recovery);
        m_workbench.showPane(u"run"_s);
    });
    connect(m_recovery, &RecoveryPage::left, this, [this] { m_pages->setCurrentIndex(0); });
    // Found before there was a pane to show it.
    if (const std::optional<Recovery> &found = m_controller.recovery().recovery(); found && found->otherRun.isEmpty())
        m_pages->setCurrentWidget(m_recovery);
}

/// `error` is why it stands there now.
void RunPane::setStage(RunStage stage, const Error &error)
{
    m_stage = stage;
    if (isRunning(stage) && !m_clock.isActive())
        m_clock.start();
    if (!isRunning(stage)) {
        m_clock.stop();
        m_plan->setRunning(false);
    }
    m_plan->setEmptyText(stage == RunStage::Planned ? tr("There is nothing to run.")
                         : stage == RunStage::Idle  ? tr("Nothing is planned.\nApply and Roll back in the toolbar show what would run before anything does.")
                                                    : QString());
    if (stage == RunStage::Idle)
        m_details->clear();
    m_header->show(stage, error);
    m_details->show(stage, error, hasEnded(stage) && !m_plan->model().plan().isEmpty());
    updateProgress();
}

void RunPane::updateProgress()
{
    if (isRunning(m_stage))
        m_header->showProgress(m_plan->model(), m_elapsed.elapsed());
}

/// What the plan does to others. Read again whenever the schema was: it may have come after the plan.
void RunPane::analyse()
{
    const auto isPlanned = [this] { return m_stage == RunStage::Planned || m_stage == RunStage::Refused; };
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    const quint64 planned = ++m_planned;
    if (!project || !m_controller.plan() || !isPlanned())
        return;
    const RunPlan plan = *m_controller.plan();
    AnalysisBase base = m_workbench.safety().base();
    if (base.dialect != plan.dialect)
        base = {.dialect = plan.dialect, .version = {}, .settings = base.settings, .connected = {}, .applied = {}};
    QtConcurrent::run([project, plan, base] { return analysePlan(*project, plan, base); })
        .then(this, [this, planned, isPlanned](Result<PlanAnalysis> analysis) {
            if (planned != m_planned || !isPlanned() || !analysis)
                return;
            analysis->earlier = m_controller.earlierRuns().of(*m_controller.plan());
            m_plan->setAnalysis(*analysis);
        });
}

void RunPane::showPlan()
{
    m_header->clearName();
    m_plan->setPlan(*m_controller.plan());
    m_plan->setColumns(false);
    setStage(RunStage::Planned);
    analyse();
    showGate();
    announce(m_header->title());
}

/// Before the run: what keeps it from starting, if the release does, and where it would go.
void RunPane::showGate()
{
    if (m_stage != RunStage::Planned)
        return; // what it was refused for stays to be read
    const std::optional<Error> obstacle = m_controller.plan()->isEmpty() ? std::nullopt : changeObstacle(m_workbench);
    QString html = obstacle ? RunTexts::errorHtml(*obstacle) + u"<hr>"_s : QString();
    if (m_controller.facts() && m_workbench.target())
        html += RunTexts::beforeHtml(*m_controller.plan(), *m_controller.facts(), *m_workbench.target());
    m_details->setHtml(html);
}

void RunPane::showError(const Error &error)
{
    m_details->setHtml(RunTexts::errorHtml(error));
    setStage(m_controller.plan() && !m_plan->model().plan().isEmpty() ? RunStage::Refused : RunStage::NoPlan, error);
    announce(error.message);
}

void RunPane::startRun()
{
    m_plan->setPlan(*m_controller.plan());
    m_plan->setColumns(true);
    m_plan->setRunning(true);
    m_details->clear();
    m_elapsed.start();
    m_header->beginRun();
    m_pages->setCurrentIndex(0);
    setStage(RunStage::Running);
    announce(m_header->title());
}

void RunPane::addEvents(qsizetype first)
{
    const QList<RunEvent> &events = m_controller.events();
    m_plan->apply(events, first);
    for (const RunEvent &event : events.sliced(first))
        m_header->take(event);
    m_details->addNotices(events, first);
    updateProgress();
}

void RunPane::showResult()
{
    m_header->endRun();
    const std::optional<Error> failure = m_controller.failure();
    QString html;
    if (failure) {
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
    m_details->setResult(html);
    setStage(failure ? RunStage::Failed : RunStage::Succeeded, failure.value_or(Error()));
    announce(failure ? failure->message : m_header->title());
}

void RunPane::runPressed()
{
    const QString name = m_header->typedName();
    if (m_controller.plan()->request.action == RunRequest::Action::Up) {
        m_controller.start(name);
        return;
    }
    askToRollBack(*m_controller.plan(), m_workbench.targetName(), window(), [this, name] { m_controller.start(name); });
}

void RunPane::announce(const QString &text)
{
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

} // namespace Whimbrel
