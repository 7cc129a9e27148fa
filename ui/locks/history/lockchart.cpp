// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/lockchart.h"

#include "locks/history/historycursor.h"
#include "locks/history/lockplot.h"
#include "locks/lockmonitor.h"
#include "report/locksreport.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {
constexpr auto afterTheTree = 100ms; ///< a sample is drawn in two parts, neither of which keeps the window waiting
} // namespace

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
    m_drawing.setSingleShot(true);
    m_drawing.setInterval(afterTheTree);
    connect(&m_drawing, &QTimer::timeout, this, &LockChart::draw);
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
    return {em * 10, em * 4};
}

void LockChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_plot) {
        m_plot = std::make_unique<LockPlot>(*this);
        layout()->addWidget(m_plot->widget);
    }
    m_plot->fit(height());
    m_plot->clear();
    takeSample();
    draw();
}

void LockChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_plot)
        m_plot->fit(height());
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
    const bool looksOther = history.isEmpty() || m_plot->looksOther(history.point(history.size() - 1));
    if (looksOther && !m_drawing.isActive())
        m_drawing.start();
}

void LockChart::draw()
{
    m_drawing.stop();
    if (!m_plot || !isVisible())
        return;
    const LockHistory &history = m_monitor.history();
    m_plot->drawn = history.isEmpty() ? LockPoint() : history.point(history.size() - 1);
    m_plot->setMarks(history.marks());
    m_plot->showUntil(history.isEmpty() ? std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()) : m_plot->drawn.at);
    drawCursor();
}

void LockChart::drawCursor()
{
    if (!m_plot || !isVisible())
        return;
    const std::chrono::milliseconds time(m_cursor.time().toMSecsSinceEpoch());
    m_plot->showCursor(m_cursor.isLive() ? std::nullopt : std::optional(time));
}

/// The time at a place of the chart; invalid beside the fields.
QDateTime LockChart::timeAt(const QPoint &position) const
{
    if (!m_plot || m_monitor.history().isEmpty())
        return {};
    const auto time = m_plot->timeAt(m_plot->widget->mapFrom(this, position).x());
    return time ? QDateTime::fromMSecsSinceEpoch(time->count(), QTimeZone::UTC) : QDateTime();
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
