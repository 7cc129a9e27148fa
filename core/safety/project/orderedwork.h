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

/// Work on 0, 1, 2, … that all cores share although a part of it has to be done in order. Each item is read (several at
/// once), followed (one at a time, in order), and finished (several at once); next() hands the values out in order. Never more
/// than a window of them is ahead of what was taken, so that the memory does not grow with their number.
template<typename Item, typename Value>
class OrderedWork
{
public:
    /// Called on several threads, but for `follow` never two at once for the same item.
    struct Steps
    {
        std::function<Item(size_t)> read;
        std::function<void(size_t, Item &)> follow;
        std::function<Value(size_t, Item)> finish;
    };

    OrderedWork(size_t count, Steps steps) : m_count(count), m_steps(std::move(steps))
    {
        const size_t threads = std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 16);
        m_window = threads * perThread;
        if (count < chunk * 2) // not worth a thread
            return;
        for (size_t i = 0; i < threads; ++i)
            m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
    }

    /// The next one. Not after the last, nor where `stop` was requested meanwhile: then nullopt.
    std::optional<Value> next(const std::stop_token &stop)
    {
        if (stop.stop_requested() || m_taken == m_count)
            return std::nullopt;
        if (m_threads.empty())
            return workAlone(m_taken++);
        if (m_current.empty())
            takeChunk();
        Value value = std::move(m_current.back());
        m_current.pop_back();
        ++m_taken;
        return value;
    }

private:
    static constexpr size_t chunk = 8;      // items between two looks at the lock
    static constexpr size_t perThread = 32; // of the window

    Value workAlone(size_t i)
    {
        Item item = m_steps.read(i);
        m_steps.follow(i, item);
        return m_steps.finish(i, std::move(item));
    }

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
        while (const std::optional<size_t> begin = claim(stop)) {
            const size_t end = std::min(*begin + chunk, m_count);
            std::vector<Item> items;
            for (size_t i = *begin; i < end && !stop.stop_requested(); ++i)
                items.push_back(m_steps.read(i));
            if (!followInTurn(*begin, items, stop))
                return;
            std::vector<Value> values;
            for (size_t i = *begin; i < end; ++i)
                values.push_back(m_steps.finish(i, std::move(items[i - *begin])));
            {
                const std::lock_guard lock(m_mutex);
                m_made.emplace(*begin, std::move(values));
            }
            m_ready.notify_one();
        }
    }

    std::optional<size_t> claim(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        const bool isFree = m_room.wait(lock, stop, [&] { return m_claimed >= m_count || m_claimed < m_handedOut + m_window; });
        if (!isFree || stop.stop_requested() || m_claimed >= m_count)
            return std::nullopt;
        const size_t begin = m_claimed;
        m_claimed = std::min(begin + chunk, m_count);
        return begin;
    }

    /// False: stopped, and nobody's turn comes any more.
    bool followInTurn(size_t begin, std::vector<Item> &items, const std::stop_token &stop)
    {
        {
            std::unique_lock lock(m_mutex);
            const bool isTurn = m_turnCame.wait(lock, stop, [&] { return m_followed == begin; });
            if (!isTurn || stop.stop_requested())
                return false;
        }
        for (size_t i = 0; i < items.size(); ++i)
            m_steps.follow(begin + i, items[i]);
        {
            const std::lock_guard lock(m_mutex);
            m_followed = begin + items.size();
        }
        m_turnCame.notify_all();
        return true;
    }

    const size_t m_count;
    const Steps m_steps;
    size_t m_window = 0;

    // The taking thread's.
    size_t m_taken = 0;
    std::vector<Value> m_current; ///< the rest of a chunk, the next one last

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_ready;
    std::condition_variable_any m_room;
    std::condition_variable_any m_turnCame;
    std::map<size_t, std::vector<Value>> m_made; ///< chunks by their first index
    size_t m_claimed = 0;
    size_t m_followed = 0;
    size_t m_handedOut = 0;

    std::vector<std::jthread> m_threads; ///< last: they end, asked to, before the rest goes
};

} // namespace Whimbrel
