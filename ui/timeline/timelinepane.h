// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"
#include "run/runplan.h"
#include "timeline/timelinefilter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTreeView;

namespace Whimbrel {

class TimelineDelegate;
class TimelineFilterBar;
class TimelineModel;
class Workbench;
struct TimelineRow;

/// The project's migrations on a rail, with search, filter and what can be done with one.
class TimelinePane final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePane(Workbench &workbench, QWidget *parent = nullptr);

    QTreeView *view() const { return m_view; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    QAction *makeAction(const QString &id, const QString &text, const QString &icon, void (TimelinePane::*slot)());
    void makeView();
    void showTimeline();
    void showSafety();
    void showNext();
    void keepCurrentInSight();
    void showCounts();
    void followRun(qsizetype first);
    void endRun();
    void updateActions();
    void showMenu(const QPoint &position);
    void expandMonths(const QModelIndex &parent, int first, int last);

    const TimelineRow *currentRow() const;
    void openCurrent();
    void showChanges();
    void applyUpToHere();
    void rollBackToHere();
    void copyVersion();
    void showRecovery();
    void focusSearch();
    void focusList();
    void plan(RunRequest::Action action, const QString &toVersion);

    Workbench &m_workbench;
    TimelineModel *m_model;
    TimelineFilter *m_filter;
    TimelineFilterBar *m_filters = nullptr;
    TimelineDelegate *m_delegate = nullptr;
    QStackedWidget *m_pages = nullptr;
    QTreeView *m_view = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_summary = nullptr;
    QTimer m_turning; ///< turns the arc of a running migration
    QString m_running;
    int m_turn = 0;
    bool m_placed = false; ///< the list was scrolled to where the work is
};

} // namespace Whimbrel
