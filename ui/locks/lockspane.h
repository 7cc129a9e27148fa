// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "locks/lockconfirmation.h"
#include "locks/locksample.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QSplitter;
class QStackedLayout;
class QTreeView;

namespace Whimbrel {

class HistoryCursor;
class HistoryPanel;
class LockMonitor;
class LockStrips;
class LocksExport;
class LocksModel;

/// Who blocks whom, now or at a moment of the last ten minutes, and the two ways to end it. Its QWidget::actions() are those of the window's Locks menu.
class LocksPane final : public QWidget
{
    Q_OBJECT

public:
    explicit LocksPane(LockMonitor &monitor, QWidget *parent = nullptr);
    ~LocksPane() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeActions();
    void makeView();
    void layOut();
    QWidget *makeHistory();

    void refresh();
    void refreshTree();
    void refreshTexts();
    void showMoment();
    QList<LockNote> shownNotes() const;
    bool hasRows() const;

    std::optional<BackendId> selected() const;
    void select(const std::optional<BackendId> &backend);
    void updateActions();
    void explain(const QString &whyNot);
    void showContextMenu(const QPoint &position);

    void ask(LockAction action);
    void copyTree();
    void exportShown();

    LockMonitor &m_monitor;
    HistoryCursor *m_cursor; ///< which moment is shown
    LocksModel *m_model;
    LocksExport *m_export;
    QTreeView *m_view = nullptr;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_summary = nullptr;
    LockStrips *m_strips = nullptr;
    QSplitter *m_body = nullptr;
    HistoryPanel *m_historyPanel = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_terminate = nullptr;
    QAction *m_copyEnd = nullptr; ///< there for a prepared transaction only
    QAction *m_copy = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_history = nullptr;
    QAction *m_freeze = nullptr;
    QTimer m_age; ///< texts with ages, between samples
};

} // namespace Whimbrel
