// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace Whimbrel {

/// What a person may change while a run goes on. Thread-safe: shared by the run's thread and whoever steers it.
///
/// A pause acts between transactions, never inside one.
class RunControl
{
public:
    void pause();
    void resume();
    bool isPaused() const;

    /// Each step doubles or halves the pauses between batches; three steps above 0 there are none.
    void slower();
    void faster();
    int speed() const; ///< -slowest to fastest; 0: as configured
    static constexpr int slowest = -5;
    static constexpr int fastest = 3;

    /// Waits on the caller's thread: for `time`, or less where somebody steers meanwhile. False once a stop is requested.
    bool wait(std::chrono::milliseconds time, const std::stop_token &stop);

private:
    void changeSpeed(int step);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    unsigned m_changes = 0;
    bool m_paused = false;
    int m_speed = 0;
};

} // namespace Whimbrel
