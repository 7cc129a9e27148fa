// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace Whimbrel {

class HistoryCursor;
class LockMonitor;

/// A slider over the last ten minutes, its right end is now; beside it which moment is shown, and the way back to now.
class HistoryBar final : public QWidget
{
    Q_OBJECT

public:
    HistoryBar(LockMonitor &monitor, HistoryCursor &cursor, QWidget *parent = nullptr);

    /// Follows the time: what is shown of the past moves to the left. Call it with every sample while visible.
    void refresh();

private:
    void moveCursor(int position);
    QString timeText() const;

    LockMonitor &m_monitor;
    HistoryCursor &m_cursor;
    QSlider *m_slider;
    QLabel *m_time;
    QToolButton *m_live;
    QDateTime m_end; ///< the slider's right end
};

} // namespace Whimbrel
