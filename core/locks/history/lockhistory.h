// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/blockingtree.h"

#include <deque>
#include <memory>
#include <optional>

namespace Whimbrel {

/// One look at the server in numbers: what a chart draws.
struct LockPoint
{
    std::chrono::milliseconds at{0}; ///< since 1970, UTC
    int waiting = 0;
    int waitingForUs = 0;
    std::chrono::milliseconds longestWait{0};
    std::optional<float> commitsPerSecond;

    QDateTime time() const { return QDateTime::fromMSecsSinceEpoch(at.count(), QTimeZone::UTC); }
};

/// Something that happened meanwhile: a statement of the run began.
struct LockMark
{
    std::chrono::milliseconds at{0}; ///< since 1970, UTC
    QString text;
    int more = 0; ///< others that came so soon after it that they share its place
};

/// The last ten minutes of samples, in memory. Sessions and waits that stay the same from one sample to the next are kept
/// once, and of a sample in which nothing changed but the length of the waits only its numbers; so ten minutes in which
/// nobody waits take 60 kB. A value of one thread.
class LockHistory
{
public:
    static constexpr std::chrono::minutes span{10};
    /// Where so much changes that ten minutes take more than this, the oldest go earlier.
    static constexpr qsizetype maximumBytes = 64 * 1024 * 1024;
    /// Marks nearer to each other than this are one.
    static constexpr std::chrono::milliseconds markDistance{500};

    /// `tree` is that of `sample`. A sample that is older than the newest (the clock was set back) replaces those after it.
    void add(const LockSample &sample, const BlockingTree &tree, std::optional<float> commitsPerSecond = {});
    void addMark(const QDateTime &at, const QString &text);
    void clear();

    bool isEmpty() const { return m_frames.empty(); }
    qsizetype size() const { return static_cast<qsizetype>(m_frames.size()); }
    /// The oldest is 0.
    const LockPoint &point(qsizetype index) const { return m_frames[static_cast<size_t>(index)].point; }
    /// The sample as it was; waits are right to a tenth of a second, LockSample::cost is not kept.
    LockSample sample(qsizetype index) const;
    /// The last one that was taken at this time or before; the oldest where all are later, -1 where there is none.
    qsizetype indexAt(const QDateTime &time) const;
    const std::deque<LockMark> &marks() const { return m_marks; }
    /// About what it takes of the memory.
    qsizetype bytes() const;

private:
    struct Picture;
    struct Frame
    {
        LockPoint point;
        std::shared_ptr<const Picture> picture; ///< shared with the frame before where it says the same
    };

    void dropOld();
    void dropOldest();
    void forget(const Frame &frame, const Frame *neighbour);

    std::deque<Frame> m_frames;
    std::deque<LockMark> m_marks;
    qsizetype m_pictureBytes = 0;
};

} // namespace Whimbrel
