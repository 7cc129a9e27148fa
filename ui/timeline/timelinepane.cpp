// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinepane.h"

#include "recovery/recoverycontroller.h"
#include "run/runcontroller.h"
#include "safety/projectsafety.h"
#include "timeline/connectionstrip.h"
#include "timeline/timelinedelegate.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinemodel.h"
#include "workbench/gatedaction.h"
#include "workbench/workbench.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QStyle>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

TimelinePane::TimelinePane(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_model(new TimelineModel(this)), m_filter(new TimelineFilter(this))
{
    setObjectName(u"timelinePane"_s);
    m_filter->setSourceModel(m_model);
    m_filters = new TimelineFilterBar(*m_filter, this);
    connect(m_filters, &TimelineFilterBar::changed, this, &TimelinePane::showCounts);
    connect(m_filters, &TimelineFilterBar::left, this, &TimelinePane::focusList);
    makeView();
    m_summary = new QLabel(this);
    m_summary->setForegroundRole(QPalette::PlaceholderText);

    const int gap = fontMetrics().height() / 4;
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(2 * gap, gap, gap, gap);
    foot->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filters);
    layout->addWidget(new ConnectionStrip(workbench, this));
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);
    setFocusProxy(m_view);
    makeActions();

    m_turning.setInterval(50ms);
    connect(&m_turning, &QTimer::timeout, this, [this] {
        m_turn = (m_turn + 12) % 360;
        m_delegate->setTurn(m_turn);
        m_view->update(m_filter->mapFromSource(m_model->indexOf(m_running)));
    });
    connect(&workbench, &Workbench::timelineChanged, this, &TimelinePane::showTimeline);
    connect(&workbench.safety(), &ProjectSafety::changed, this, &TimelinePane::showSafety);
    connect(&workbench, &Workbench::connectionChanged, this, &TimelinePane::showCounts);
    connect(&workbench, &Workbench::gateChanged, this, &TimelinePane::updateActions);
    connect(&workbench.run(), &RunController::eventsAdded, this, &TimelinePane::followRun);
    connect(&workbench.run(), &RunController::runStarted, this, &TimelinePane::updateActions);
    connect(&workbench.run(), &RunController::runFinished, this, &TimelinePane::endRun);
    showTimeline();
}

void TimelinePane::makeView()
{
    m_delegate = new TimelineDelegate(this);
    m_view = new QTreeView(this);
    m_view->setObjectName(u"timelineView"_s);
    m_view->setAccessibleName(tr("Timeline"));
    m_view->setHeaderHidden(true);
    m_view->setModel(m_filter);
    m_view->setItemDelegate(m_delegate);
    m_view->setIndentation(0);
    m_view->setRootIsDecorated(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAllColumnsShowFocus(true);
    m_view->installEventFilter(this);
    connect(m_view, &QTreeView::activated, this, &TimelinePane::openCurrent);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TimelinePane::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelinePane::updateActions);
    connect(m_filter, &QAbstractItemModel::modelReset, m_view, &QTreeView::expandAll);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &TimelinePane::expandMonths);

    m_empty = new QLabel(this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(fontMetrics().height());
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
}

QAction *TimelinePane::makeAction(const QString &id, const QString &text, const QString &icon,
                                  void (TimelinePane::*slot)())
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setObjectName(id);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_view->addAction(action);
    return action;
}

void TimelinePane::makeActions()
{
    makeAction(u"timeline-open"_s, tr("&Open the file"), u"document-open"_s, &TimelinePane::openCurrent);
    makeAction(u"timeline-changes"_s, tr("Show what &changed"), u"vcs-diff"_s, &TimelinePane::showChanges);
    makeAction(u"timeline-apply"_s, tr("&Apply up to here…"), u"media-playback-start"_s, &TimelinePane::applyUpToHere);
    makeAction(u"timeline-roll-back"_s, tr("Roll &back to here…"), u"edit-undo"_s, &TimelinePane::rollBackToHere);
    makeAction(u"timeline-recovery"_s, tr("&What became of it…"), u"document-revert"_s, &TimelinePane::showRecovery);
    makeAction(u"timeline-copy"_s, tr("Copy &version"), u"edit-copy"_s, &TimelinePane::copyVersion);
    auto *search = new QAction(QIcon::fromTheme(u"search"_s), tr("&Search migrations"), this);
    search->setObjectName(u"timeline-search"_s);
    search->setShortcut(QKeySequence(u"Ctrl+Shift+F"_s));
    connect(search, &QAction::triggered, this, &TimelinePane::focusSearch);
    addAction(search);
}

/// Before the list gets another height, as when the panes around it find their places: the selected row stays in sight where it was.
void TimelinePane::keepCurrentInSight()
{
    const QRect row = m_view->visualRect(m_view->currentIndex());
    if (!row.intersects(m_view->viewport()->rect()))
        return;
    const auto scroll = [this] { m_view->scrollTo(m_view->currentIndex()); };
    QMetaObject::invokeMethod(m_view, scroll, Qt::QueuedConnection);
}

bool TimelinePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize)
        keepCurrentInSight();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool press = event->type() == QEvent::KeyPress;
    // In the list, the platform's keys for Find and Copy mean this list.
    if (watched == m_view && (key->matches(QKeySequence::Find) || key->matches(QKeySequence::Copy))) {
        if (press)
            key->matches(QKeySequence::Find) ? focusSearch() : copyVersion();
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TimelinePane::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // they say why something cannot be done now
    menu->addActions(m_view->actions());
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void TimelinePane::expandMonths(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        if (m_filter->rowCount(parent) == last - first + 1)
            m_view->expand(parent);
        return;
    }
    for (int row = first; row <= last; ++row)
        m_view->expand(m_filter->index(row, 0));
}

void TimelinePane::showSafety()
{
    QHash<QString, RowSafety> safety;
    const QHash<QString, MigrationFindings> &found = m_workbench.safety().found();
    for (auto migration = found.cbegin(); migration != found.cend(); ++migration) {
        safety.insert(
            migration.key(),
            {.worst = migration->worst, .findings = int(migration->findings.size()), .phase = migration->phase});
    }
    m_model->setSafety(safety);
}

void TimelinePane::showTimeline()
{
    const Timeline &timeline = m_workbench.timeline();
    const QString current = m_view->currentIndex().data(TimelineModel::VersionRole).toString();
    m_model->setTimeline(timeline);
    if (timeline.entries.isEmpty())
        m_placed = false;
    if (timeline.connected && !m_placed)
        showNext();
    else if (!current.isEmpty() && !m_view->currentIndex().isValid()) // a reset loses it
        m_view->setCurrentIndex(m_filter->mapFromSource(m_model->indexOf(current)));
    showCounts();
    updateActions();
}

void TimelinePane::showNext()
{
    // What runs next is what people come for; where nothing does, what was applied last.
    m_placed = true;
    const QList<Migration> pending = m_workbench.timeline().pendingMigrations();
    const QString version =
        pending.isEmpty() ? m_workbench.timeline().entries.last().migration.version : pending.first().version;
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(version));
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TimelinePane::showCounts()
{
    const Timeline &timeline = m_workbench.timeline();
    const int total = static_cast<int>(timeline.entries.size());
    QStringList parts{tr("%n migration(s)", nullptr, total)};
    if (timeline.connected) {
        parts << tr("%n pending", nullptr, timeline.pending);
        if (timeline.problems > 0)
            parts << tr("%n problem(s)", nullptr, timeline.problems);
    }
    const QString when = QLocale().toString(m_workbench.timelineReadAt().toLocalTime().time(), QLocale::ShortFormat);
    const bool isOld =
        m_workbench.timelineReadAt().isValid() && m_workbench.connectionState() != ConnectionState::Connected;
    if (isOld)
        parts << tr("as of %1").arg(when);
    m_summary->setToolTip(m_workbench.timelineReadAt().isValid() ? tr("Read from the database at %1").arg(when)
                                                                 : QString());
    m_summary->setText(parts.join(u" · "_s));
    m_summary->setVisible(total > 0);

    const bool nothing = m_filter->rowCount() == 0;
    m_pages->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_view);
    if (nothing)
        m_empty->setText(total == 0 ? tr("No migrations yet.\nMigration ▸ New migration writes the first one.")
                                    : tr("No migration fits the search."));
}

void TimelinePane::followRun(qsizetype first)
{
    const QList<RunEvent> &events = m_workbench.run().events();
    for (const RunEvent &event : events.sliced(first)) {
        switch (event.kind) {
        case RunEvent::Kind::MigrationStarted:
            m_running = event.version;
            m_model->setRunning(m_running, -1);
            break;
        case RunEvent::Kind::StatementFinished:
            if (event.statementCount > 1)
                m_model->setRunning(event.version, static_cast<double>(event.statement) / event.statementCount);
            break;
        case RunEvent::Kind::MigrationFinished:
            m_model->setFinished(event.version, event.direction);
            break;
        default:
            break;
        }
    }
    // Where the desktop asks for less motion the arc stands still and grows.
    if (!m_running.isEmpty() && style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this))
        m_turning.start();
}

void TimelinePane::endRun()
{
    m_turning.stop();
    m_running.clear();
    m_model->setRunning({}, -1);
    updateActions();
}

const TimelineRow *TimelinePane::currentRow() const
{
    return m_view->currentIndex().data(TimelineModel::RowRole).value<const TimelineRow *>();
}

void TimelinePane::updateActions()
{
    const TimelineRow *row = currentRow();
    const bool idle = m_workbench.timeline().connected && !m_workbench.run().isRunning() && m_workbench.target();
    const bool hasFile = row && !row->entry.migration.file.isEmpty();
    const QMap<QString, bool> enabled{
        {u"timeline-open"_s, hasFile},
        {u"timeline-changes"_s, hasFile && row->entry.state == MigrationState::Modified},
        {u"timeline-copy"_s, row != nullptr},
        {u"timeline-recovery"_s, idle && row && hasOpenAttempt(row->entry)},
    };
    for (QAction *action : actions()) {
        if (enabled.contains(action->objectName()))
            action->setEnabled(enabled.value(action->objectName()));
        else if (action->objectName() == u"timeline-apply")
            enableChange(*action, idle && hasFile && !row->entry.applied, changeObstacle(m_workbench));
        else if (action->objectName() == u"timeline-roll-back")
            enableChange(*action, idle && row && row->entry.applied, readOnlyObstacle(m_workbench));
    }
}

void TimelinePane::openCurrent()
{
    if (const TimelineRow *row = currentRow(); row && !row->entry.migration.file.isEmpty())
        m_workbench.openFile(row->entry.migration.file);
}

void TimelinePane::showChanges()
{
    if (const TimelineRow *row = currentRow())
        m_workbench.showChanges(row->entry.migration.file);
}

void TimelinePane::plan(RunRequest::Action action, const QString &toVersion)
{
    RunRequest request;
    request.action = action;
    request.toVersion = toVersion;
    m_workbench.run().requestPlan(request);
    m_workbench.showPane(u"run"_s);
}

void TimelinePane::applyUpToHere()
{
    if (const TimelineRow *row = currentRow())
        plan(RunRequest::Action::Up, row->entry.migration.version);
}

void TimelinePane::rollBackToHere()
{
    if (const TimelineRow *row = currentRow())
        plan(RunRequest::Action::Down, row->entry.migration.version);
}

void TimelinePane::showRecovery()
{
    if (const TimelineRow *row = currentRow())
        m_workbench.run().recovery().show(row->entry.migration.version);
}

void TimelinePane::copyVersion()
{
    if (const TimelineRow *row = currentRow())
        QGuiApplication::clipboard()->setText(row->entry.migration.version);
}

void TimelinePane::focusSearch()
{
    m_workbench.showPane(u"timeline"_s);
    m_filters->focusSearch();
}

void TimelinePane::focusList()
{
    m_view->setFocus();
    if (!currentRow())
        m_view->setCurrentIndex(m_filter->index(0, 0, m_filter->index(0, 0)));
}

} // namespace Whimbrel
