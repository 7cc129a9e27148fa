// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/lockchart.h"

#include "locks/history/historycursor.h"
#include "locks/history/plotting.h"
#include "locks/lockmonitor.h"
#include "report/locksreport.h"
#include "settings/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>

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

/// A round number above all values, so that the line does not touch the edge.
double ceiling(double largest, double atLeast)
{
    if (largest <= atLeast)
        return atLeast;
    const double magnitude = std::pow(10.0, std::floor(std::log10(largest)));
    for (double factor : {1.0, 2.0, 5.0, 10.0}) {
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

/// Two fields one above the other: waits, and below them the commits.
struct LockChart::Plot
{
    explicit Plot(LockChart &chart);

    void layOut();
    void addGraphs();
    void takeColors(const QWidget &widget);
    void colorAxis(QCPAxis *axis, const QColor &text, const QColor &grid) const;
    void add(const LockPoint &point);
    /// False while more of the same comes at the same place.
    bool looksOther(const LockPoint &point) const;
    void setMarks(const std::deque<LockMark> &all);
    void clear();
    void forgetBefore(double time);
    void scale(double now);

    QCustomPlot *widget;
    QCPAxisRect *waits = nullptr;
    QCPAxisRect *load = nullptr;
    QCPGraph *waiting = nullptr;
    QCPGraph *waitingForUs = nullptr;
    QCPGraph *longest = nullptr;
    QCPGraph *commits = nullptr;
    QCPGraph *marks = nullptr;
    QCPItemStraightLine *cursor = nullptr;
    std::chrono::milliseconds newest{-1}; ///< of the points that it has
    LockPoint drawn;                      ///< the last one when it was drawn
};

LockChart::Plot::Plot(LockChart &chart) : widget(new QCustomPlot(&chart))
{
    widget->setObjectName(u"locks-chart"_s);
    // It is drawn with every sample: smooth edges would cost more than all else.
    widget->setNotAntialiasedElements(QCP::aeAll);
    widget->setPlottingHint(QCP::phFastPolylines);
    widget->setAttribute(Qt::WA_TransparentForMouseEvents); // the chart itself takes them
    layOut();
    addGraphs();
    takeColors(chart);
}

void LockChart::Plot::layOut()
{
    widget->plotLayout()->clear();
    waits = new QCPAxisRect(widget, true);
    load = new QCPAxisRect(widget, true);
    widget->plotLayout()->addElement(0, 0, waits);
    widget->plotLayout()->addElement(1, 0, load);
    widget->plotLayout()->setRowStretchFactor(0, 2);
    widget->plotLayout()->setRowSpacing(widget->fontMetrics().height() / 2); // their labels stand half above their edges
    auto *margins = new QCPMarginGroup(widget);
    const QSharedPointer<QCPAxisTickerDateTime> times(new QCPAxisTickerDateTime);
    times->setDateTimeFormat(u"HH:mm"_s);
    times->setTickCount(5);
    const QSharedPointer<QCPAxisTickerFixed> whole(new QCPAxisTickerFixed);
    whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    whole->setTickCount(2);
    for (QCPAxisRect *rect : {waits, load}) {
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        rect->setMinimumMargins(QMargins(0, 2, 0, 2));
        rect->axis(QCPAxis::atBottom)->setTicker(times);
        rect->axis(QCPAxis::atRight)->setVisible(rect == waits);
        for (QCPAxis *axis : rect->axes()) {
            axis->setTickLabelFont(widget->font());
            axis->setTickLength(0, 0);
            axis->setSubTicks(false);
            axis->setNumberFormat(u"gb"_s);
            axis->setNumberPrecision(3);
        }
        for (QCPAxis::AxisType side : {QCPAxis::atLeft, QCPAxis::atRight})
            rect->axis(side)->ticker()->setTickCount(2);
    }
    waits->axis(QCPAxis::atBottom)->setTickLabels(false);
    waits->axis(QCPAxis::atLeft)->setTicker(whole);
    waits->axis(QCPAxis::atRight)->setTickLabels(true);
}

void LockChart::Plot::addGraphs()
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

void LockChart::Plot::colorAxis(QCPAxis *axis, const QColor &text, const QColor &grid) const
{
    axis->setTickLabelColor(text);
    axis->setBasePen(QPen(grid));
    axis->grid()->setPen(QPen(grid));
    axis->grid()->setZeroLinePen(Qt::NoPen);
}

void LockChart::Plot::takeColors(const QWidget &chart)
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

void LockChart::Plot::add(const LockPoint &point)
{
    const double place = placeOf(point);
    addHighest(*waiting, place, point.waiting);
    addHighest(*waitingForUs, place, point.waitingForUs);
    addHighest(*longest, place, seconds(point.longestWait));
    addHighest(*commits, place, point.commitsPerSecond ? static_cast<double>(*point.commitsPerSecond) : std::nan(""));
    newest = point.at;
}

bool LockChart::Plot::looksOther(const LockPoint &point) const
{
    return placeOf(point) != placeOf(drawn) || point.waiting != drawn.waiting || point.waitingForUs != drawn.waitingForUs;
}

void LockChart::Plot::setMarks(const std::deque<LockMark> &all)
{
    marks->data()->clear();
    for (const LockMark &mark : all)
        marks->addData(seconds(mark.at), 1);
}

void LockChart::Plot::clear()
{
    for (QCPGraph *graph : {waiting, waitingForUs, longest, commits})
        graph->data()->clear();
    newest = std::chrono::milliseconds(-1);
}

void LockChart::Plot::forgetBefore(double time)
{
    for (QCPGraph *graph : {waiting, waitingForUs, longest, commits})
        graph->data()->removeBefore(time);
}

void LockChart::Plot::scale(double now)
{
    for (QCPAxisRect *rect : {waits, load})
        rect->axis(QCPAxis::atBottom)->setRange(now - spanSeconds, now);
    waits->axis(QCPAxis::atLeft)->setRange(0, ceiling(largestValue(*waiting), 4));
    waits->axis(QCPAxis::atRight)->setRange(0, ceiling(largestValue(*longest), 2));
    load->axis(QCPAxis::atLeft)->setRange(0, ceiling(largestValue(*commits), 20));
}

LockChart::LockChart(LockMonitor &monitor, HistoryCursor &cursor, QWidget *parent)
    : QWidget(parent), m_monitor(monitor), m_cursor(cursor)
{
    setAccessibleName(tr("Waiting sessions, longest wait and commits of the last ten minutes"));
    setMouseTracking(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    connect(&monitor, &LockMonitor::sampled, this, &LockChart::takeSample);
    connect(&monitor, &LockMonitor::stateChanged, this, &LockChart::takeSample);
    connect(&cursor, &HistoryCursor::moved, this, &LockChart::drawCursor);
}

LockChart::~LockChart() = default;

QSize LockChart::sizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 22, em * 8};
}

QSize LockChart::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 10, em * 5};
}

void LockChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_plot) {
        m_plot = std::make_unique<Plot>(*this);
        layout()->addWidget(m_plot->widget);
    }
    m_plot->clear();
    m_plot->drawn = {};
    takeSample();
}

void LockChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool looks = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (!looks || !m_plot)
        return;
    m_plot->takeColors(*this);
    draw();
}

/// Adds what is new; anew from the beginning where the history is another one.
void LockChart::takeSample()
{
    if (!m_plot || !isVisible())
        return;
    const LockHistory &history = m_monitor.history();
    const bool same = !history.isEmpty() && history.point(history.size() - 1).at >= m_plot->newest;
    if (!same)
        m_plot->clear();
    qsizetype first = history.size();
    while (first > 0 && history.point(first - 1).at > m_plot->newest)
        --first;
    for (qsizetype i = first; i < history.size(); ++i)
        m_plot->add(history.point(i));
    if (history.isEmpty() || m_plot->looksOther(history.point(history.size() - 1)))
        draw();
}

void LockChart::draw()
{
    const LockHistory &history = m_monitor.history();
    const double now = seconds(history.isEmpty() ? std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())
                                                 : history.point(history.size() - 1).at);
    m_plot->forgetBefore(now - spanSeconds);
    m_plot->setMarks(history.marks());
    m_plot->drawn = history.isEmpty() ? LockPoint() : history.point(history.size() - 1);
    m_plot->scale(now);
    drawCursor();
}

void LockChart::drawCursor()
{
    if (!m_plot || !isVisible())
        return;
    m_plot->cursor->setVisible(!m_cursor.isLive());
    if (!m_cursor.isLive()) {
        const double time = seconds(std::chrono::milliseconds(m_cursor.time().toMSecsSinceEpoch()));
        m_plot->cursor->point1->setCoords(time, 0);
        m_plot->cursor->point2->setCoords(time, 1);
    }
    m_plot->widget->replot(QCustomPlot::rpQueuedReplot);
}

/// The time at a place of the chart; invalid beside the fields.
QDateTime LockChart::timeAt(const QPoint &position) const
{
    if (!m_plot || m_monitor.history().isEmpty())
        return {};
    const QPoint place = m_plot->widget->mapFrom(this, position);
    const QRect field = m_plot->waits->rect();
    if (place.x() < field.left() || place.x() > field.right())
        return {};
    const double time = m_plot->waits->axis(QCPAxis::atBottom)->pixelToCoord(place.x());
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time * 1000), QTimeZone::UTC);
}

void LockChart::mousePressEvent(QMouseEvent *event)
{
    const QDateTime time = timeAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && time.isValid())
        m_cursor.goTo(time);
    else
        QWidget::mousePressEvent(event);
}

bool LockChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), textAt(timeAt(help->pos())), this);
    return true;
}

QString LockChart::textAt(const QDateTime &time) const
{
    if (!time.isValid())
        return {};
    const LockHistory &history = m_monitor.history();
    const LockPoint &point = history.point(history.indexAt(time));
    QStringList lines{QLocale::c().toString(point.time().toLocalTime(), u"HH:mm:ss"_s)};
    lines += pointTexts(point);
    // A mark is as wide as a few pixels of the chart.
    const std::chrono::milliseconds at(time.toMSecsSinceEpoch());
    for (const LockMark &mark : history.marks()) {
        if (std::chrono::abs(mark.at - at) > LockHistory::span / 200)
            continue;
        lines << (mark.more > 0 ? tr("Statement: %1, and %n more", nullptr, mark.more).arg(mark.text)
                                : tr("Statement: %1").arg(mark.text));
    }
    return lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br/>"_s);
}

QStringList LockChart::pointTexts(const LockPoint &point)
{
    QStringList texts{point.waitingForUs > 0 ? tr("Waiting: %1, because of us: %2").arg(point.waiting).arg(point.waitingForUs)
                                             : tr("Waiting: %1").arg(point.waiting),
                      tr("Longest wait: %1").arg(durationText(point.longestWait))};
    if (point.commitsPerSecond)
        texts << tr("Commits: %1 a second").arg(QLocale().toString(qRound(*point.commitsPerSecond)));
    return texts;
}

} // namespace Whimbrel
