// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/history/lockhistory.h"
#include "locks/history/plotting.h"

namespace Whimbrel {

/// What QCustomPlot draws for a LockChart, in two fields one above the other: waits, and below them the commits.
struct LockPlot
{
    explicit LockPlot(QWidget &chart);

    void takeColors(const QWidget &chart);
    /// To the height of the chart.
    void fit(int height);
    void add(const LockPoint &point);
    void clear();
    /// False while more of the same comes at the same place.
    bool looksOther(const LockPoint &point) const;
    void setMarks(const std::deque<LockMark> &all);
    /// Ten minutes up to `now`; what is older is forgotten.
    void showUntil(std::chrono::milliseconds now);
    /// A line at this time; unset: none.
    void showCursor(std::optional<std::chrono::milliseconds> time);
    /// Since 1970; unset beside the fields.
    std::optional<std::chrono::milliseconds> timeAt(int x) const;

    QCustomPlot *widget; ///< the chart's child
    std::chrono::milliseconds newest{-1}; ///< of the points that it has
    LockPoint drawn;                      ///< the last one when it was drawn

private:
    void layOut();
    void setTops();
    void replot();
    void addGraphs();
    void colorAxis(QCPAxis *axis, const QColor &text, const QColor &grid) const;

    QCPAxisRect *waits = nullptr;
    QCPAxisRect *load = nullptr;
    QCPGraph *waiting = nullptr;
    QCPGraph *waitingForUs = nullptr;
    QCPGraph *longest = nullptr;
    QCPGraph *commits = nullptr;
    QCPGraph *marks = nullptr;
    QCPItemStraightLine *cursor = nullptr;
    bool middle = true; ///< there is room for a number in the middle of an axis
};

} // namespace Whimbrel
