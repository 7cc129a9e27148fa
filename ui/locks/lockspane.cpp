// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockspane.h"

#include "locks/history/historycursor.h"
#include "locks/history/historypanel.h"
#include "locks/history/locksexport.h"
#include "locks/lockmonitor.h"
#include "locks/lockrights.h"
#include "locks/locksmodel.h"
#include "locks/lockstexts.h"
#include "locks/lockstree.h"
#include "locks/lockstrips.h"
#include "report/locksreport.h"
#include "settings/settings.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

LocksPane::LocksPane(LockMonitor &monitor, QWidget *parent)
    : QWidget(parent), m_monitor(monitor), m_cursor(new HistoryCursor(monitor, this)), m_model(new LocksModel(this)),
      m_export(new LocksExport(this))
{
    setObjectName(u"locks-pane"_s);
    makeView();
    makeActions();
    layOut();
    connect(&monitor, &LockMonitor::sampled, this, &LocksPane::refresh);
    connect(&monitor, &LockMonitor::stateChanged, this, &LocksPane::refresh);
    connect(m_cursor, &HistoryCursor::moved, this, &LocksPane::showMoment);
    connect(m_export, &LocksExport::written, this,
            [this](const QString &path) { m_strips->showResult(tr("Wrote %1").arg(path), true); });
    connect(m_export, &LocksExport::failed, this, [this](const Error &error) { m_strips->showError(error); });
    m_age.setInterval(500);
    connect(&m_age, &QTimer::timeout, this, &LocksPane::refreshTexts);
    refresh();
}

LocksPane::~LocksPane() = default;

void LocksPane::makeView()
{
    m_view = new LocksTree(this);
    m_view->setObjectName(u"locks-tree"_s);
    m_view->setAccessibleName(tr("Sessions that wait, below the sessions they wait for"));
    m_view->setModel(m_model);
    const QFontMetrics metrics(m_view->font());
    const std::pair<int, int> widths[] = {
        {LocksModel::Session, 37}, {LocksModel::User, 16}, {LocksModel::State, 27}, {LocksModel::WaitsFor, 19},
        {LocksModel::Mode, 25}, {LocksModel::Waited, 11}, {LocksModel::Victims, 8}};
    for (const auto &[column, characters] : widths)
        m_view->header()->resizeSection(column, metrics.averageCharWidth() * characters);
    m_view->header()->setStretchLastSection(true);
    // What appears is open; what the person closed stays closed.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int, int) {
        if (parent.isValid() && m_model->rowCount(parent) == 1)
            m_view->expand(parent);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &LocksPane::updateActions);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LocksPane::showContextMenu);
}

void LocksPane::makeActions()
{
    m_cancel = new QAction(QIcon::fromTheme(u"process-stop"_s), tr("&Cancel statement…"), this);
    m_cancel->setObjectName(u"locks-cancel"_s);
    m_cancel->setStatusTip(tr("Stops what the selected session runs; it stays connected"));
    connect(m_cancel, &QAction::triggered, this, [this] { ask(LockAction::CancelStatement); });

    m_terminate = new QAction(QIcon::fromTheme(u"edit-delete-remove"_s), tr("&Terminate session…"), this);
    m_terminate->setObjectName(u"locks-terminate"_s);
    m_terminate->setStatusTip(tr("Ends the selected session and rolls its transaction back"));
    connect(m_terminate, &QAction::triggered, this, [this] { ask(LockAction::TerminateSession); });

    m_copyEnd = new QAction(QIcon::fromTheme(u"edit-copy"_s), tr("Copy statement that &ends it"), this);
    m_copyEnd->setObjectName(u"locks-copy-end"_s);
    m_copyEnd->setStatusTip(tr("Copies ROLLBACK PREPARED for the selected transaction, to be run in its own database"));
    m_copyEnd->setVisible(false);
    connect(m_copyEnd, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_model->node(m_view->currentIndex())->session.endWith);
    });

    m_freeze = new QAction(QIcon::fromTheme(u"media-playback-pause"_s), tr("&Freeze"), this);
    m_freeze->setObjectName(u"locks-freeze"_s);
    m_freeze->setCheckable(true);
    m_freeze->setShortcut(Qt::Key_Space);
    m_freeze->setShortcutContext(Qt::WidgetShortcut); // of the tree: elsewhere Space presses buttons
    m_freeze->setStatusTip(tr("Keeps the tree as it is; locks are watched on"));
    connect(m_freeze, &QAction::toggled, this, [this](bool frozen) {
        if (frozen)
            m_cursor->freeze();
        else
            m_cursor->goLive();
    });
    m_view->addAction(m_freeze);

    m_copy = new QAction(QIcon::fromTheme(u"edit-copy"_s), tr("C&opy tree as text"), this);
    m_copy->setObjectName(u"locks-copy"_s);
    connect(m_copy, &QAction::triggered, this, &LocksPane::copyTree);

    m_exportAction = new QAction(QIcon::fromTheme(u"document-export"_s), tr("&Export…"), this);
    m_exportAction->setObjectName(u"locks-export"_s);
    m_exportAction->setStatusTip(tr("Writes what is shown to a file, as text, JSON or picture"));
    connect(m_exportAction, &QAction::triggered, this, &LocksPane::exportShown);

    m_history = new QAction(QIcon::fromTheme(u"view-history"_s), tr("&History"), this);
    m_history->setObjectName(u"locks-show-history"_s);
    m_history->setCheckable(true);
    m_history->setStatusTip(tr("Shows the last ten minutes beside the tree: chart, slider and incidents"));

    addActions({m_cancel, m_terminate, m_copyEnd, m_freeze, m_history, m_copy, m_exportAction});
}

void LocksPane::layOut()
{
    m_summary = new QLabel(this);
    m_summary->setObjectName(u"locks-summary"_s);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    for (QAction *action : {m_freeze, m_history, m_copy, m_exportAction, m_copyEnd, m_cancel, m_terminate}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setVisible(action->isVisible());
        connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isVisible()); });
        top->addWidget(button);
    }

    m_strips = new LockStrips(this);
    m_empty = new QLabel(this);
    m_empty->setObjectName(u"locks-empty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    auto *now = new QWidget(this);
    m_stack = new QStackedLayout(now);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_body = new QSplitter(this);
    m_body->setChildrenCollapsible(false);
    m_body->addWidget(now);
    m_body->addWidget(makeHistory());
    m_body->setStretchFactor(0, 3);
    m_body->setStretchFactor(1, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutTopMargin) / 2;
    top->setContentsMargins(2 * margin, margin, margin, margin);
    layout->addLayout(top);
    layout->addWidget(m_strips);
    layout->addWidget(m_body, 1);
}

QWidget *LocksPane::makeHistory()
{
    m_historyPanel = new HistoryPanel(m_monitor, *m_cursor, m_body);
    m_history->setChecked(Settings::lockHistory.value());
    connect(m_history, &QAction::toggled, this, [this](bool shown) {
        Settings::lockHistory.setValue(shown);
        refresh();
    });
    return m_historyPanel;
}

void LocksPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_monitor.setInterest(LockMonitor::Interest::Pane, true);
    m_age.start();
    refresh();
}

void LocksPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_monitor.setInterest(LockMonitor::Interest::Pane, false);
    m_age.stop();
}

bool LocksPane::hasRows() const
{
    return m_model->rowCount() > 0;
}

void LocksPane::refresh()
{
    if (m_cursor->isLive())
        refreshTree();
    m_historyPanel->setVisible(m_history->isChecked() && m_monitor.state() != LockMonitor::State::NoDatabase);
    m_strips->showNotes(shownNotes(), m_monitor.isSQLite());
    refreshTexts();
    updateActions();
}

void LocksPane::showMoment()
{
    const QSignalBlocker blocker(m_freeze);
    m_freeze->setChecked(!m_cursor->isLive());
    refreshTree();
    refresh();
}

/// Nothing while the connection is lost and what was seen last is shown: that has a strip of its own.
QList<LockNote> LocksPane::shownNotes() const
{
    const bool lost = m_cursor->isLive() && m_monitor.state() == LockMonitor::State::Lost;
    return lost ? QList<LockNote>() : m_cursor->sample().notes;
}

void LocksPane::refreshTree()
{
    const std::optional<BackendId> before = selected();
    m_model->setTree(m_cursor->tree(), m_cursor->time());
    if (!selected())
        select(before);
    m_stack->setCurrentIndex(hasRows() ? 1 : 0);
}

void LocksPane::refreshTexts()
{
    if (!hasRows()) // a text that nobody sees would be laid out with every sample
        m_empty->setText(emptyText(m_monitor, *m_cursor));
    m_summary->setText(summaryText(m_monitor, *m_cursor, m_model->hiddenRows()));
    m_strips->showLost(m_monitor, hasRows() ? ageText(m_monitor) : QString());
}

std::optional<BackendId> LocksPane::selected() const
{
    const BlockingNode *node = m_model->node(m_view->currentIndex());
    return node ? std::optional(node->session.backend) : std::nullopt;
}

/// A session that moved in the tree is another row; the person still means the session.
void LocksPane::select(const std::optional<BackendId> &backend)
{
    if (!backend)
        return;
    const QModelIndex index = m_model->indexOf(*backend);
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

void LocksPane::updateActions()
{
    const bool connected = m_monitor.state() == LockMonitor::State::Watching;
    const BlockingNode *node = m_model->node(m_view->currentIndex());
    const QString whyNot = node ? whyNotEnded(node->session, m_cursor->sample(), m_monitor.isSQLite()) : QString();
    const bool any = connected && node && whyNot.isEmpty();
    m_cancel->setEnabled(any);
    m_terminate->setEnabled(any);
    explain(whyNot);
    m_copyEnd->setVisible(node && !node->session.endWith.isEmpty());
    m_copy->setEnabled(m_monitor.sample().takenAt.isValid());
    m_exportAction->setEnabled(m_copy->isEnabled());
    m_freeze->setEnabled(m_freeze->isChecked() || m_monitor.sample().takenAt.isValid());
}

/// A grey button says why it is grey.
void LocksPane::explain(const QString &whyNot)
{
    for (QAction *action : {m_cancel, m_terminate})
        action->setToolTip(u"<qt>%1</qt>"_s.arg((whyNot.isEmpty() ? action->statusTip() : whyNot).toHtmlEscaped())); // long ones are wrapped
}

void LocksPane::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_cancel, m_terminate, m_copyEnd});
    menu->addSeparator();
    menu->addActions({m_freeze, m_copy, m_exportAction});
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void LocksPane::ask(LockAction action)
{
    if (!selected())
        return;
    m_strips->hideResult();
    confirmAndSend(m_monitor, action, m_model->node(m_view->currentIndex())->session, this,
                   [this, action](const LockSession &session, const Result<bool> &sent) {
                       if (sent)
                           m_strips->showResult(sentText(action, session, *sent), *sent);
                       else
                           m_strips->showError(sent.error());
                   });
}

void LocksPane::copyTree()
{
    QGuiApplication::clipboard()->setText(locksText(m_cursor->sample(), m_cursor->tree()));
}

void LocksPane::exportShown()
{
    m_export->ask({.database = m_monitor.databaseName(),
                   .sample = m_cursor->sample(),
                   .tree = m_cursor->tree(),
                   .incident = m_cursor->incident(),
                   .picture = m_body->grab().toImage()});
}

} // namespace Whimbrel
