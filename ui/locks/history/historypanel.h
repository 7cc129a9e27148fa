// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTreeView;

namespace Whimbrel {

class ChartLegend;
class HistoryBar;
class HistoryCursor;
class IncidentModel;
class LockMonitor;

/// The last ten minutes beside the tree: chart, slider, and the incidents among them.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    HistoryPanel(LockMonitor &monitor, HistoryCursor &cursor, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeIncidents();
    void refresh();
    void refreshLegend();
    void refreshIncidents();
    void goToSelected();

    LockMonitor &m_monitor;
    HistoryCursor &m_cursor;
    ChartLegend *m_legend;
    HistoryBar *m_bar;
    IncidentModel *m_incidents;
    QTreeView *m_incidentView;
    QLabel *m_noIncident;
};

} // namespace Whimbrel
