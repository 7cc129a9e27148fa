// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/historybar.h"

#include "locks/history/historycursor.h"
#include "locks/lockmonitor.h"
#include "report/locksreport.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {
/// Of one position of the slider: samples come no faster.
constexpr std::chrono::milliseconds step{500};
constexpr int positions = static_cast<int>(LockHistory::span / step);
} // namespace

HistoryBar::HistoryBar(LockMonitor &monitor, HistoryCursor &cursor, QWidget *parent)
    : QWidget(parent), m_monitor(monitor), m_cursor(cursor), m_slider(new QSlider(Qt::Horizontal, this)),
      m_time(new QLabel(this)), m_live(new QToolButton(this))
{
    m_slider->setObjectName(u"locks-history"_s);
    m_slider->setAccessibleName(tr("Moment of the last ten minutes that is shown"));
    m_slider->setRange(-positions, 0);
    m_slider->setPageStep(static_cast<int>(30s / step));
    m_slider->setToolTip(tr("Left: into the past. Right end: now."));
    connect(m_slider, &QSlider::valueChanged, this, &HistoryBar::moveCursor);

    m_time->setObjectName(u"locks-history-time"_s);
    m_time->setTextFormat(Qt::PlainText);
    m_time->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1, %2 ago").arg(u"00:00:00"_s, u"00 min"_s)));

    m_live->setObjectName(u"locks-live"_s);
    m_live->setText(tr("Live"));
    m_live->setToolTip(tr("Back to what is now"));
    m_live->setAutoRaise(true);
    connect(m_live, &QToolButton::clicked, &cursor, &HistoryCursor::goLive);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_live);
    connect(&cursor, &HistoryCursor::moved, this, &HistoryBar::refresh);
    refresh();
}

void HistoryBar::moveCursor(int position)
{
    if (position == 0)
        m_cursor.goLive();
    else
        m_cursor.goTo(m_end.addDuration(position * step));
}

QString HistoryBar::timeText() const
{
    if (m_monitor.history().isEmpty())
        return {};
    if (m_cursor.isLive())
        return tr("Now");
    const std::chrono::milliseconds age(std::max<qint64>(0, m_cursor.time().msecsTo(m_end)));
    return tr("%1, %2 ago").arg(QLocale::c().toString(m_cursor.time().toLocalTime(), u"HH:mm:ss"_s),
                                durationText(std::chrono::duration_cast<std::chrono::seconds>(age)));
}

void HistoryBar::refresh()
{
    const bool any = !m_monitor.history().isEmpty();
    // While the handle is held the scale stands still below it.
    if (any && !m_slider->isSliderDown())
        m_end = m_monitor.sample().takenAt;
    setEnabled(any);
    m_live->setEnabled(!m_cursor.isLive());
    m_time->setText(timeText());
    m_slider->setAccessibleDescription(m_time->text());
    if (m_slider->isSliderDown())
        return;
    const QSignalBlocker blocker(m_slider);
    const qint64 age = any && !m_cursor.isLive() ? m_cursor.time().msecsTo(m_end) : 0;
    const int position = static_cast<int>((age + step.count() / 2) / step.count());
    // The newest one is a moment of its own once it is held, left of now.
    m_slider->setValue(m_cursor.isLive() ? 0 : std::clamp(-position, -positions, -1));
}

} // namespace Whimbrel
