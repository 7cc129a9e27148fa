// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/lockplot.h"

#include "settings/theme.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Seconds since 1970, as QCustomPlot has its dates.
double seconds(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

constexpr double spanSeconds = std::chrono::duration<double>(LockHistory::span).count();

QColor faint(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

/// A round number that no value exceeds, and whose half is one too: both stand at the axis.
double ceiling(double largest, double atLeast)
{
    if (largest <= atLeast)
        return atLeast;
    const double magnitude = std::pow(10.0, std::floor(std::log10(largest)));
    for (double factor : {1.0, 2.0, 4.0, 6.0, 8.0, 10.0}) {
        if (largest <= factor * magnitude)
            return factor * magnitude;
    }
    return largest;
}

/// A pixel is about two seconds: of the points in them the highest is drawn, so that a tick costs little.
double placeOf(const LockPoint &point)
{
    return seconds(std::chrono::floor<std::chrono::duration<int64_t, std::ratio<2>>>(point.at));
}

/// Adds a value behind all others, or to the last one where that has the same place.
void addHighest(QCPGraph &graph, double place, double value)
{
    const QCPGraphDataContainer &data = *graph.data();
    if (!data.isEmpty() && (data.constEnd() - 1)->key >= place) {
        const double before = (data.constEnd() - 1)->value;
        value = std::fmax(before, value); // a number where one of them is none
        graph.data()->removeAfter(place - 0.5);
    }
    graph.addData(place, value);
}

/// The numbers at an axis: 0, the top, and the middle where there is room.
void setTop(QCPAxis &axis, double top, bool middle)
{
    axis.setRange(0, top * 1.1); // so that no line touches the edge
    axis.ticker().staticCast<QCPAxisTickerFixed>()->setTickStep(middle ? top / 2 : top);
}

double largestValue(const QCPGraph &graph)
{
    double largest = 0;
    for (const QCPGraphData &data : *graph.data()) {
        if (!std::isnan(data.value))
            largest = std::max(largest, data.value);
    }
    return largest;
}

} // namespace

LockPlot::LockPlot(QWidget &chart) : widget(new QCustomPlot(&chart))
{
    widget->setObjectName(u"locks-chart"_s);
    widget->setMinimumSize(chart.fontMetrics().height(), chart.fontMetrics().height()); // it cannot draw into nothing
    // It is drawn with every sample: smooth edges would cost more than all else.
    widget->setNotAntialiasedElements(QCP::aeAll);
    widget->setPlottingHint(QCP::phFastPolylines);
    widget->setPlottingHint(QCP::phImmediateRefresh, false); // would draw all else of the window that is due, too
    widget->setAttribute(Qt::WA_TransparentForMouseEvents); // the chart itself takes them
    layOut();
    addGraphs();
    fit(chart.height());
    takeColors(chart);
}

void LockPlot::layOut()
{
    widget->plotLayout()->clear();
    waits = new QCPAxisRect(widget, true);
    load = new QCPAxisRect(widget, true);
    widget->plotLayout()->addElement(0, 0, waits);
    widget->plotLayout()->addElement(1, 0, load);
    const int em = widget->fontMetrics().height();
    const int digit = widget->fontMetrics().horizontalAdvance(u'0');
    widget->plotLayout()->setRowSpacing(0);
    auto *margins = new QCPMarginGroup(widget);
    const QSharedPointer<QCPAxisTickerDateTime> times(new QCPAxisTickerDateTime);
    times->setDateTimeFormat(u"HH:mm"_s);
    times->setTickCount(5);
    for (QCPAxisRect *rect : {waits, load}) {
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        rect->setMinimumSize(em, em);
        // The topmost number stands partly above the field; with one digit more or less at its sides the field stays where it is.
        rect->setMinimumMargins(QMargins(digit * 4, em / 3, digit * 3, 2));
        rect->axis(QCPAxis::atBottom)->setTicker(times);
        rect->axis(QCPAxis::atRight)->setVisible(rect == waits);
        for (QCPAxis *axis : rect->axes()) {
            axis->setTickLabelFont(widget->font());
            axis->setTickLength(0, 0);
            axis->setSubTicks(false);
            axis->setNumberFormat(u"g"_s);
            axis->setNumberPrecision(6);
        }
        for (QCPAxis::AxisType side : {QCPAxis::atLeft, QCPAxis::atRight})
            rect->axis(side)->setTicker(QSharedPointer<QCPAxisTickerFixed>::create());
    }
    waits->axis(QCPAxis::atRight)->setTickLabels(true);
}

/// A low chart keeps the waits, with their top and 0 at the axes.
void LockPlot::fit(int height)
{
    const int em = widget->fontMetrics().height();
    const bool withLoad = height >= 9 * em;
    middle = height >= 11 * em;
    load->setMaximumSize(QWIDGETSIZE_MAX, withLoad ? QWIDGETSIZE_MAX : 0);
    load->setMinimumSize(em, withLoad ? em : 0);
    load->setMinimumMargins(withLoad ? waits->minimumMargins() : QMargins());
    for (QCPAxis::AxisType side : {QCPAxis::atLeft, QCPAxis::atBottom})
        load->axis(side)->setVisible(withLoad);
    commits->setVisible(withLoad);
    widget->plotLayout()->setRowStretchFactor(0, withLoad ? 2 : 1);
    waits->axis(QCPAxis::atBottom)->setTickLabels(!withLoad);
    setTops();
    replot();
}

void LockPlot::replot()
{
    if (!widget->size().isEmpty()) // else it draws when it gets its place
        widget->replot(QCustomPlot::rpQueuedReplot);
}

void LockPlot::addGraphs()
{
    QCPAxis *time = waits->axis(QCPAxis::atBottom);
    QCPAxis *full = waits->addAxis(QCPAxis::atLeft); // from bottom to top
    full->setRange(0, 1);
    full->setVisible(false);
    marks = widget->addGraph(time, full);
    marks->setLineStyle(QCPGraph::lsImpulse);
    waiting = widget->addGraph(time, waits->axis(QCPAxis::atLeft));
    waitingForUs = widget->addGraph(time, waits->axis(QCPAxis::atLeft));
    for (QCPGraph *graph : {waiting, waitingForUs})
        graph->setLineStyle(QCPGraph::lsStepLeft);
    longest = widget->addGraph(time, waits->axis(QCPAxis::atRight));
    commits = widget->addGraph(load->axis(QCPAxis::atBottom), load->axis(QCPAxis::atLeft));
    cursor = new QCPItemStraightLine(widget);
    for (QCPItemPosition *point : {cursor->point1, cursor->point2}) {
        point->setAxes(time, waits->axis(QCPAxis::atLeft));
        point->setAxisRect(waits);
        point->setTypeX(QCPItemPosition::ptPlotCoords);
        point->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    cursor->setVisible(false);
}

void LockPlot::colorAxis(QCPAxis *axis, const QColor &text, const QColor &grid) const
{
    axis->setTickLabelColor(text);
    axis->setBasePen(QPen(grid));
    axis->grid()->setPen(QPen(grid));
    axis->grid()->setZeroLinePen(Qt::NoPen);
}

void LockPlot::takeColors(const QWidget &chart)
{
    const QPalette palette = chart.palette();
    widget->setBackground(palette.brush(QPalette::Base));
    const QColor text = palette.color(QPalette::Text);
    for (QCPAxisRect *rect : {waits, load}) {
        for (QCPAxis *axis : rect->axes())
            colorAxis(axis, faint(text, 0.75), faint(text, 0.15));
    }
    const QColor others = roleColor(ColorRole::Neutral);
    const QColor ours = roleColor(ColorRole::Negative);
    waiting->setPen(QPen(others, 1.5));
    waiting->setBrush(faint(others, 0.25));
    waitingForUs->setPen(QPen(ours, 1.5));
    waitingForUs->setBrush(faint(ours, 0.35));
    longest->setPen(QPen(text, 1, Qt::DashLine));
    commits->setPen(QPen(roleColor(ColorRole::Active), 1.2));
    commits->setBrush(faint(roleColor(ColorRole::Active), 0.2));
    marks->setPen(QPen(faint(roleColor(ColorRole::Positive), 0.7), 1, Qt::DotLine));
    cursor->setPen(QPen(text, 1.5));
}

void LockPlot::add(const LockPoint &point)
{
    const double place = placeOf(point);
    addHighest(*waiting, place, point.waiting);
    addHighest(*waitingForUs, place, point.waitingForUs);
    addHighest(*longest, place, seconds(point.longestWait));
    addHighest(*commits, place, point.commitsPerSecond ? static_cast<double>(*point.commitsPerSecond) : std::nan(""));
    newest = point.at;
}

bool LockPlot::looksOther(const LockPoint &point) const
{
    return placeOf(point) != placeOf(drawn) || point.waiting != drawn.waiting || point.waitingForUs != drawn.waitingForUs;
}

void LockPlot::setMarks(const std::deque<LockMark> &all)
{
    marks->data()->clear();
    for (const LockMark &mark : all)
        marks->addData(seconds(mark.at), 1);
}

void LockPlot::clear()
{
    for (QCPGraph *graph : {waiting, waitingForUs, longest, commits})
        graph->data()->clear();
    newest = std::chrono::milliseconds(-1);
}

void LockPlot::showUntil(std::chrono::milliseconds now)
{
    const double end = seconds(now);
    for (QCPGraph *graph : {waiting, waitingForUs, longest, commits})
        graph->data()->removeBefore(end - spanSeconds);
    for (QCPAxisRect *rect : {waits, load})
        rect->axis(QCPAxis::atBottom)->setRange(end - spanSeconds, end);
    setTops();
}

void LockPlot::setTops()
{
    setTop(*waits->axis(QCPAxis::atLeft), ceiling(largestValue(*waiting), 4), middle);
    setTop(*waits->axis(QCPAxis::atRight), ceiling(largestValue(*longest), 2), middle);
    setTop(*load->axis(QCPAxis::atLeft), ceiling(largestValue(*commits), 20), middle);
}

void LockPlot::showCursor(std::optional<std::chrono::milliseconds> time)
{
    cursor->setVisible(time.has_value());
    if (time) {
        cursor->point1->setCoords(seconds(*time), 0);
        cursor->point2->setCoords(seconds(*time), 1);
    }
    replot();
}

std::optional<std::chrono::milliseconds> LockPlot::timeAt(int x) const
{
    const QRect field = waits->rect();
    if (x < field.left() || x > field.right())
        return {};
    return std::chrono::milliseconds(static_cast<qint64>(waits->axis(QCPAxis::atBottom)->pixelToCoord(x) * 1000));
}

} // namespace Whimbrel
