// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace Whimbrel {

/// Makes values 0, 1, 2, … on all cores and hands them out in order. Never more than a window of them is ahead of what was
/// taken, so that the memory does not grow with their number.
template<typename Value>
class ReadAhead
{
public:
    /// `make` runs on several threads at once.
    ReadAhead(size_t count, std::function<Value(size_t)> make) : m_count(count), m_make(std::move(make))
    {
        const size_t threads = std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 16);
        m_window = threads * perThread;
        if (count < chunk * 2) // not worth a thread
            return;
        for (size_t i = 0; i < threads; ++i)
            m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
    }

    ~ReadAhead()
    {
        for (std::jthread &thread : m_threads)
            thread.request_stop();
        m_room.notify_all();
    }

    /// The next one. Not after the last, nor where `stop` was requested meanwhile: then nullopt.
    std::optional<Value> next(const std::stop_token &stop)
    {
        if (stop.stop_requested() || m_taken == m_count)
            return std::nullopt;
        if (m_threads.empty())
            return m_make(m_taken++);
        if (m_current.empty())
            takeChunk();
        Value value = std::move(m_current.back());
        m_current.pop_back();
        ++m_taken;
        return value;
    }

private:
    static constexpr size_t chunk = 8;      // values made between two looks at the lock
    static constexpr size_t perThread = 32; // of the window

    void takeChunk()
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] { return m_made.contains(m_taken); });
        auto node = m_made.extract(m_taken);
        m_current = std::move(node.mapped());
        std::ranges::reverse(m_current);
        m_handedOut = m_taken + m_current.size();
        lock.unlock();
        m_room.notify_one();
    }

    void work(const std::stop_token &stop)
    {
        while (true) {
            size_t begin = 0;
            {
                std::unique_lock lock(m_mutex);
                m_room.wait(lock, [&] { return stop.stop_requested() || m_claimed >= m_count || m_claimed < m_handedOut + m_window; });
                if (stop.stop_requested() || m_claimed >= m_count)
                    return;
                begin = m_claimed;
                m_claimed = std::min(m_claimed + chunk, m_count);
            }
            std::vector<Value> values;
            for (size_t i = begin; i < std::min(begin + chunk, m_count) && !stop.stop_requested(); ++i)
                values.push_back(m_make(i));
            {
                const std::lock_guard lock(m_mutex);
                m_made.emplace(begin, std::move(values));
            }
            m_ready.notify_one();
        }
    }

    const size_t m_count;
    const std::function<Value(size_t)> m_make;
    size_t m_window = 0;

    // The taking thread's.
    size_t m_taken = 0;
    std::vector<Value> m_current; ///< the rest of a chunk, the next one last

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_ready;
    std::condition_variable m_room;
    std::map<size_t, std::vector<Value>> m_made; ///< chunks by their first index
    size_t m_claimed = 0;
    size_t m_handedOut = 0;

    std::vector<std::jthread> m_threads; ///< last: they end before the rest goes
};

} // namespace Whimbrel
