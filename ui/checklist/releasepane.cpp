// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasepane.h"

#include "checklist/checkrunner.h"
#include "checklist/phasepanel.h"
#include "checklist/releasequestions.h"
#include "checklist/releasereport.h"
#include "checklist/rolelabel.h"
#include "workbench/workbench.h"

#include <KMessageWidget>

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {
constexpr auto duringInterval = 30s;
/// A check that says the same again is not worth a line in the log, until it would be too old to be believed.
constexpr auto repeatAfter = std::chrono::milliseconds(probeEvidenceAge) / 2;

KMessageWidget *messageStrip(const QString &name, KMessageWidget::MessageType type, QWidget *parent)
{
    auto *strip = new KMessageWidget(parent);
    strip->setObjectName(name);
    strip->setMessageType(type);
    strip->setWordWrap(true);
    strip->setTextFormat(Qt::PlainText);
    strip->hide();
    return strip;
}
} // namespace

ReleasePane::ReleasePane(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(workbench.release())
    , m_checks(new CheckRunner(workbench, this))
    , m_questions(new ReleaseQuestions(workbench, this))
{
    setObjectName(u"releasePane"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_message = messageStrip(u"releaseError"_s, KMessageWidget::Error, this);
    m_problems = messageStrip(u"releaseProblems"_s, KMessageWidget::Warning, this);
    m_problems->setCloseButtonVisible(false);
    m_pages = new QStackedWidget(this);
    makeActions();
    makeEmptyPage();
    makeReleasePage();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_problems);
    layout->addWidget(m_pages, 1);

    m_during.setInterval(duringInterval);
    connect(&m_during, &QTimer::timeout, this, &ReleasePane::watchDuring);
    connect(&m_workbench, &Workbench::projectChanged, this, &ReleasePane::showState);
    connect(&m_workbench, &Workbench::targetChanged, this, &ReleasePane::showState);
    connect(&m_feed, &ReleaseFeed::changed, this, &ReleasePane::showState);
    connect(&m_feed, &ReleaseFeed::failed, this, &ReleasePane::showError);
    connect(m_questions, &ReleaseQuestions::failed, this, &ReleasePane::showError);
    connect(m_checks, &CheckRunner::runningChanged, this, &ReleasePane::showState);
    connect(m_checks, &CheckRunner::answered, this, &ReleasePane::record);
    showState();
}

ReleasePane::~ReleasePane() = default;

void ReleasePane::makeActions()
{
    const auto add = [this](const QString &id, const QString &icon, const QString &text, auto *receiver, auto slot) {
        auto *action = new QAction(QIcon::fromTheme(icon), text, this);
        action->setObjectName(id);
        connect(action, &QAction::triggered, receiver, slot);
        addAction(action);
        return action;
    };
    m_startAction = add(u"release-start"_s, u"document-new"_s, tr("&Start release"), this, &ReleasePane::startRelease);
    m_runAction = new QAction(QIcon::fromTheme(u"view-refresh"_s), tr("&Run checks of Before"), this);
    m_runAction->setObjectName(u"release-run-checks"_s);
    connect(m_runAction, &QAction::triggered, this, [this] { runChecks(ReleasePhase::Before); });
    addAction(m_runAction);
    m_noteAction =
        add(u"release-note"_s, u"document-edit"_s, tr("Add &note…"), m_questions, &ReleaseQuestions::askNote);
    m_exportAction = add(u"release-export"_s, u"document-export"_s, tr("&Export as Markdown…"), m_questions,
                         &ReleaseQuestions::askExport);
    m_closeAction =
        add(u"release-close"_s, u"dialog-ok-apply"_s, tr("&Close release…"), m_questions, &ReleaseQuestions::askClose);
}

void ReleasePane::makeEmptyPage()
{
    const int em = fontMetrics().height();
    auto *page = new QWidget(m_pages);
    m_emptyText = new RoleLabel(u"emptyText"_s, page);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setRole(ColorRole::Inactive);
    m_start = new QPushButton(QIcon::fromTheme(u"document-new"_s), {}, page);
    m_start->setObjectName(u"start"_s);
    connect(m_start, &QPushButton::clicked, this, &ReleasePane::startRelease);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(em, em, em, em);
    layout->addStretch(1);
    layout->addWidget(m_emptyText);
    layout->addSpacing(em / 2);
    layout->addWidget(m_start, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    m_pages->addWidget(page);
}

void ReleasePane::makeReleasePage()
{
    const int em = fontMetrics().height();
    auto *area = new QScrollArea(m_pages);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(area);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_title = new RoleLabel(u"title"_s, page);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_subtitle = new RoleLabel(u"subtitle"_s, page);
    m_subtitle->setRole(ColorRole::Inactive);
    m_gate = new RoleLabel(u"gate"_s, page);
    m_startAgain = new QPushButton(QIcon::fromTheme(u"document-new"_s), {}, page);
    m_startAgain->setObjectName(u"startAgain"_s);
    connect(m_startAgain, &QPushButton::clicked, this, &ReleasePane::startRelease);

    auto *bar = new QToolBar(page);
    bar->setIconSize(QSize(em, em));
    bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->addActions({m_noteAction, m_exportAction, m_closeAction});
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(bar, 0, Qt::AlignTop);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(em / 2, em / 3, em / 4, em / 3);
    head->setSpacing(em / 6);
    head->addLayout(top);
    head->addWidget(m_subtitle);
    head->addWidget(m_gate);
    head->addWidget(m_startAgain, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    for (ReleasePhase phase : allReleasePhases) {
        auto *line = new QFrame(page);
        line->setFrameShape(QFrame::HLine);
        line->setForegroundRole(QPalette::Mid);
        layout->addWidget(line);
        auto *panel = new PhasePanel(phase, page);
        connectPanel(panel);
        m_panels.insert(phase, panel);
        layout->addWidget(panel);
    }
    layout->addStretch(1);
    area->setWidget(page);
    m_pages->addWidget(area);
}

void ReleasePane::connectPanel(PhasePanel *panel)
{
    connect(panel, &PhasePanel::tickRequested, this, &ReleasePane::tick);
    connect(panel, &PhasePanel::untickRequested, this, &ReleasePane::untick);
    connect(panel, &PhasePanel::overrideRequested, m_questions, &ReleaseQuestions::askOverride);
    connect(panel, &PhasePanel::runRequested, this, [this](const QList<ChecklistItem> &items) {
        m_watching = false;
        m_checks->run(items);
    });
}

void ReleasePane::showState()
{
    const std::optional<Release> &release = m_feed.release();
    if (release)
        showRelease();
    else
        showEmpty();
    showProblems();
    updateActions();
    const bool during = release && !release->closed && release->phaseState(ReleasePhase::During) == PhaseState::Open;
    if (during && !m_during.isActive()) {
        m_during.start();
        QMetaObject::invokeMethod(this, &ReleasePane::watchDuring, Qt::QueuedConnection); // the first look at once
    } else if (!during) {
        m_during.stop();
    }
}

void ReleasePane::showRelease()
{
    const Release &release = *m_feed.release();
    m_title->setText(tr("Release %1").arg(release.id));
    m_subtitle->setText(
        release.closed
            ? tr("%1, closed %2 by %3").arg(release.environment, releaseTime(release.closedAt), release.closedBy)
            : tr("%1, started %2 by %3").arg(release.environment, releaseTime(release.startedAt), release.startedBy));
    if (!release.closedReason.isEmpty())
        m_subtitle->setText(m_subtitle->text() + u'\n' + release.closedReason);
    m_startAgain->setVisible(release.closed);
    m_startAgain->setText(tr("Start release for %1").arg(release.environment));
    for (PhasePanel *panel : std::as_const(m_panels))
        panel->setRelease(release, *m_checks);
    showGate();
    m_pages->setCurrentIndex(1);
}

void ReleasePane::showGate()
{
    const bool isProtected = m_workbench.target() && m_workbench.target()->isProtected;
    m_gate->setVisible(isProtected && !m_feed.release()->closed);
    if (!isProtected)
        return;
    const std::optional<Error> &gate = m_feed.snapshot().gate;
    m_gate->setText(gate ? tr("✖ Apply is closed. %1").arg(gate->message) : tr("✔ Apply is open."));
    m_gate->setToolTip(gate ? gate->toString() : QString());
    m_gate->setRole(gate ? ColorRole::Negative : ColorRole::Positive);
}

void ReleasePane::showEmpty()
{
    const bool hasTarget = m_workbench.target().has_value();
    m_start->setVisible(hasTarget);
    if (!m_workbench.project())
        m_emptyText->setText(tr("The checklist of a release appears here once a project is open."));
    else if (!hasTarget)
        m_emptyText->setText(tr("A release belongs to an environment. Choose one, or connect to a database."));
    else
        m_emptyText->setText(tr("No release yet. It walks the team through what to check before, during and after the "
                                "migration, and keeps who did what."));
    if (hasTarget)
        m_start->setText(tr("Start release for %1").arg(releaseEnvironment(*m_workbench.target())));
    m_pages->setCurrentIndex(0);
}

void ReleasePane::showProblems()
{
    QStringList lines;
    if (m_feed.snapshot().error)
        lines << m_feed.snapshot().error->toString();
    for (const ProjectProblem &problem : m_feed.snapshot().problems)
        lines << problem.error.toString();
    m_problems->setText(lines.join(u'\n'));
    if (lines.isEmpty() != m_problems->isHidden())
        m_problems->setVisible(!lines.isEmpty());
}

void ReleasePane::updateActions()
{
    const std::optional<Release> &release = m_feed.release();
    const bool open = release && !release->closed;
    m_startAction->setEnabled(m_workbench.target() && !open);
    m_runAction->setEnabled(open);
    m_noteAction->setEnabled(open);
    m_closeAction->setEnabled(open);
    m_exportAction->setEnabled(release.has_value());
}

void ReleasePane::startRelease()
{
    if (m_workbench.target())
        m_feed.start(m_workbench.dialect().value_or(m_workbench.target()->settings.dialect));
}

void ReleasePane::runChecks(ReleasePhase phase)
{
    if (!m_feed.release() || m_feed.release()->closed)
        return;
    m_watching = false;
    m_checks->run(m_feed.release()->phaseItems(phase));
}

void ReleasePane::watchDuring()
{
    if (!m_feed.release() || m_workbench.connectionState() != ConnectionState::Connected)
        return;
    m_watching = true;
    m_checks->run(m_feed.release()->phaseItems(ReleasePhase::During));
}

void ReleasePane::record(const QList<ItemAnswer> &answers)
{
    if (!m_feed.release() || m_feed.release()->closed)
        return;
    QList<ReleaseEvent> events;
    for (const ItemAnswer &answer : answers) {
        const ItemState known = m_feed.release()->item(answer.item);
        const bool same = known.probe && known.probe->state == answer.result.state &&
                          known.probe->at.msecsTo(answer.result.at) < repeatAfter.count();
        if (!m_watching || !same)
            events << ReleaseEvent::probed(answer.item, answer.result);
    }
    m_feed.append(events);
}

void ReleasePane::tick(const QString &item, const QString &note)
{
    if (!m_feed.release())
        return;
    if (const Result<> may = m_feed.release()->mayTick(item, note); !may)
        showError(may.error());
    else
        m_feed.append({ReleaseEvent::ticked(item, note)});
}

void ReleasePane::untick(const QString &item)
{
    if (!m_feed.release())
        return;
    if (const Result<> may = m_feed.release()->mayUntick(item); !may)
        showError(may.error());
    else
        m_feed.append({ReleaseEvent::unticked(item)});
}

void ReleasePane::showError(const Error &error)
{
    m_message->setText(error.toString());
    m_message->animatedShow();
}

} // namespace Whimbrel
