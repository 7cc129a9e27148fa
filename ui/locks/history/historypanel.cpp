// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/historypanel.h"

#include "locks/history/chartlegend.h"
#include "locks/history/historybar.h"
#include "locks/history/historycursor.h"
#include "locks/history/incidentmodel.h"
#include "locks/history/lockchart.h"
#include "locks/lockmonitor.h"
#include "report/locksreport.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

HistoryPanel::HistoryPanel(LockMonitor &monitor, HistoryCursor &cursor, QWidget *parent)
    : QWidget(parent), m_monitor(monitor), m_cursor(cursor), m_legend(new ChartLegend(this)),
      m_bar(new HistoryBar(monitor, cursor, this)), m_incidents(new IncidentModel(this)),
      m_incidentView(new QTreeView(this)), m_noIncident(new QLabel(this))
{
    m_legend->setObjectName(u"locks-legend"_s);
    m_noIncident->setObjectName(u"locks-no-incident"_s);
    m_noIncident->setWordWrap(true);
    m_noIncident->setForegroundRole(QPalette::PlaceholderText);
    makeIncidents();
    auto *chart = new LockChart(monitor, cursor, this);
    const int margin = style()->pixelMetric(QStyle::PM_LayoutTopMargin) / 2;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(margin / 2);
    layout->addWidget(m_legend);
    layout->addWidget(chart, 3);
    layout->addWidget(m_bar);
    layout->addWidget(m_noIncident);
    layout->addWidget(m_incidentView, 2);
    connect(&monitor, &LockMonitor::sampled, this, &HistoryPanel::refresh);
    connect(&monitor, &LockMonitor::stateChanged, this, &HistoryPanel::refresh);
    connect(&cursor, &HistoryCursor::moved, this, &HistoryPanel::refresh);
    refresh();
}

void HistoryPanel::makeIncidents()
{
    m_incidentView->setObjectName(u"locks-incidents"_s);
    m_incidentView->setAccessibleName(tr("Incidents: times in which somebody waited too long"));
    m_incidentView->setModel(m_incidents);
    m_incidentView->setRootIsDecorated(false);
    m_incidentView->setUniformRowHeights(true);
    m_incidentView->setAllColumnsShowFocus(true);
    m_incidentView->setFrameShape(QFrame::NoFrame);
    const int character = m_incidentView->fontMetrics().averageCharWidth();
    m_incidentView->header()->resizeSection(IncidentModel::Since, character * 12);
    m_incidentView->header()->resizeSection(IncidentModel::Lasted, character * 16);
    // A click or Return shows it. The keyboard's way through the window must not leave what is now.
    connect(m_incidentView, &QTreeView::clicked, this, &HistoryPanel::goToSelected);
    connect(m_incidentView, &QTreeView::activated, this, &HistoryPanel::goToSelected);
}

void HistoryPanel::goToSelected()
{
    const QModelIndex index = m_incidentView->currentIndex();
    if (!index.isValid())
        return;
    const Incident &incident = m_incidents->incident(index);
    if (m_cursor.isLive() || m_cursor.time() != incident.worstAt)
        m_cursor.goToIncident(incident);
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// In a low pane chart and incidents need the room; the tool tip of the chart has the values too.
void HistoryPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_legend->setVisible(height() >= fontMetrics().height() * 12);
}

void HistoryPanel::refresh()
{
    if (!isVisible())
        return;
    m_bar->refresh();
    refreshLegend();
    refreshIncidents();
}

/// The values at the moment that is shown, each beside the sign by which the chart draws it.
void HistoryPanel::refreshLegend()
{
    const LockHistory &history = m_monitor.history();
    const qsizetype index = m_cursor.time().isValid() ? history.indexAt(m_cursor.time()) : -1;
    QList<ChartLegend::Entry> entries;
    if (index >= 0) {
        const LockPoint &point = history.point(index);
        entries << ChartLegend::Entry{u"■"_s, ColorRole::Neutral, tr("%1 waiting").arg(point.waiting)};
        if (point.waitingForUs > 0)
            entries << ChartLegend::Entry{u"■"_s, ColorRole::Negative, tr("%1 because of us").arg(point.waitingForUs)};
        entries << ChartLegend::Entry{u"╌"_s, ColorRole::Normal, tr("longest %1").arg(durationText(point.longestWait))};
        if (point.commitsPerSecond)
            entries << ChartLegend::Entry{u"▬"_s, ColorRole::Active,
                                          tr("%1 commits/s").arg(QLocale().toString(qRound(*point.commitsPerSecond)))};
        if (!history.marks().empty())
            entries << ChartLegend::Entry{u"┊"_s, ColorRole::Positive, tr("statement of the run")};
    }
    m_legend->setEntries(entries);
}

void HistoryPanel::refreshIncidents()
{
    m_incidents->setIncidents(m_monitor.pastIncidents(), m_monitor.incident(), m_monitor.sample().takenAt);
    const bool any = m_incidents->rowCount() > 0;
    m_incidentView->setVisible(any);
    m_noIncident->setVisible(!any);
    if (!any)
        m_noIncident->setText(tr("No incident: nobody was seen to wait longer than %1.")
                                  .arg(durationText(m_monitor.incidentLimits().anybody)));
}

} // namespace Whimbrel
