// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/configuration/backfillsettings.h"

#include <QtTypes>

#include <chrono>

namespace Whimbrel {

/// How many rows a batch takes, and how long to rest after it. Pure: times come in, numbers go out.
class BatchPace
{
public:
    /// `time`: how long a batch is to hold its locks. `most`: rows, whatever the time; 0: no bound of its own.
    BatchPace(std::chrono::milliseconds time, BatchPause pause, qlonglong most, qlonglong first);

    qlonglong size() const { return m_size; }
    /// A batch of `rows` rows held its locks for `time`.
    void took(qlonglong rows, std::chrono::microseconds time);
    /// A batch could not get its locks.
    void failed();
    /// `speed` as RunControl has it.
    std::chrono::milliseconds pauseAfter(std::chrono::microseconds time, int speed) const;

private:
    std::chrono::microseconds m_time;
    BatchPause m_pause;
    qlonglong m_most;
    qlonglong m_size;
};

/// Rows per second over about the last half minute, pauses counted.
class PassRate
{
public:
    /// At `now`, `passed` rows had been gone by.
    void take(std::chrono::steady_clock::time_point now, qlonglong passed);
    double rowsPerSecond() const { return m_rate; } ///< 0: not known yet
    qint64 leftMs(qlonglong passed, qlonglong total) const; ///< -1: not known

private:
    std::chrono::steady_clock::time_point m_at{};
    qlonglong m_passed = -1;
    double m_rate = 0;
};

} // namespace Whimbrel
