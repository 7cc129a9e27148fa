// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "locks/lockconfirmation.h"
#include "locks/locksample.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class KMessageWidget;
class QAction;
class QLabel;
class QStackedLayout;
class QTreeView;

namespace Whimbrel {

class LockMonitor;
class LocksModel;

/// Who blocks whom, live, and the two ways to end it. Its QWidget::actions() are those of the window's Locks menu.
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

    void refresh();
    void refreshTree();
    void refreshTexts();
    void refreshLost();
    QStringList remedies() const;
    void refreshLimited();
    QString emptyText() const;
    QString summaryText() const;
    QString ageText() const;
    bool hasRows() const;

    std::optional<BackendId> selected() const;
    void select(const std::optional<BackendId> &backend);
    void updateActions();
    void showContextMenu(const QPoint &position);

    void ask(LockAction action);
    void act(LockAction action, const LockSession &session);
    void showResult(LockAction action, const LockSession &session, const Result<bool> &sent);
    void showError(const Error &error);
    void copyTree();

    LockMonitor &m_monitor;
    LocksModel *m_model;
    QTreeView *m_view = nullptr;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_summary = nullptr;
    KMessageWidget *m_lost = nullptr;    ///< the connection, while old data are shown
    KMessageWidget *m_limited = nullptr; ///< what this role or database does not tell
    KMessageWidget *m_result = nullptr; ///< what became of the last action
    QAction *m_cancel = nullptr;
    QAction *m_terminate = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_copyRemedy = nullptr;
    QAction *m_freeze = nullptr;
    QString m_limitedText; ///< what m_limited was last told: it is laid out anew with each change
    QTimer m_age; ///< texts with ages, between samples
};

} // namespace Whimbrel
