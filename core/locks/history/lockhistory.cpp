// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/lockhistory.h"

#include <QHash>

#include <algorithm>

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

/// Server and computer do not take the time at the same instant.
constexpr milliseconds tolerance{100};
constexpr qsizetype allocation = 32; ///< what a string or a shared object takes besides its content, about

qsizetype bytesOf(const QString &text)
{
    return text.isEmpty() ? 0 : allocation + text.size() * static_cast<qsizetype>(sizeof(QChar));
}

qsizetype bytesOf(const LockSession &session)
{
    qsizetype bytes = allocation + static_cast<qsizetype>(sizeof(LockSession));
    for (const QString &text : {session.backend.backendStart, session.user, session.application, session.client, session.database,
                                session.state, session.query, session.preparedGid, session.endWith, session.holds, session.missingRight})
        bytes += bytesOf(text);
    return bytes;
}

qsizetype bytesOf(const LockEdge &edge)
{
    return allocation + static_cast<qsizetype>(sizeof(LockEdge)) + bytesOf(edge.target) + bytesOf(edge.wants) + bytesOf(edge.held);
}

using EdgeKey = std::pair<BackendId, BackendId>;

BackendId keyOf(const LockSession &session)
{
    return session.backend;
}

EdgeKey keyOf(const LockEdge &edge)
{
    return {edge.waiting, edge.blocking};
}

/// What grows by itself while nothing happens is not part of an edge here.
LockEdge withoutWait(LockEdge edge)
{
    edge.waited = milliseconds(0);
    return edge;
}

LockSample withoutLists(const LockSample &sample)
{
    LockSample rest = sample;
    rest.sessions.clear();
    rest.edges.clear();
    rest.cost = {};
    return rest;
}

/// Parts of a sample, each shared with the sample before where it is the same there.
template<typename Part>
class SharedParts
{
public:
    using Pointer = std::shared_ptr<const Part>;

    explicit SharedParts(const std::vector<Pointer> *before) : m_before(before) {}

    void add(Part part)
    {
        Pointer known = find(part);
        if (!known) {
            m_bytes += bytesOf(part);
            known = std::make_shared<const Part>(std::move(part));
        }
        m_parts.push_back(std::move(known));
    }

    std::vector<Pointer> take() { return std::move(m_parts); }
    qsizetype bytes() const { return m_bytes; }

private:
    Pointer find(const Part &part)
    {
        if (!m_before)
            return nullptr;
        const size_t place = m_parts.size(); // most samples come in the order of the one before
        if (place < m_before->size() && *(*m_before)[place] == part)
            return (*m_before)[place];
        if (m_known.isEmpty()) {
            for (const Pointer &earlier : *m_before)
                m_known.insert(keyOf(*earlier), earlier);
        }
        const Pointer known = m_known.value(keyOf(part));
        return known && *known == part ? known : nullptr;
    }

    const std::vector<Pointer> *m_before;
    QHash<decltype(keyOf(std::declval<Part>())), Pointer> m_known;
    std::vector<Pointer> m_parts;
    qsizetype m_bytes = 0; ///< of the parts that are new
};

} // namespace

struct LockHistory::Picture
{
    Picture(const LockSample &sample, const Picture *before);

    milliseconds at() const { return milliseconds(rest.takenAt.toMSecsSinceEpoch()); }
    /// True if `before`, with its waits grown by the time between, is this.
    bool continues(const Picture &before) const;

    LockSample rest; ///< without sessions and edges
    std::vector<std::shared_ptr<const LockSession>> sessions;
    std::vector<std::shared_ptr<const LockEdge>> edges; ///< without their waits
    std::vector<milliseconds> waited;                   ///< of the edges
    qsizetype bytes = 0; ///< without what `before` has too
};

LockHistory::Picture::Picture(const LockSample &sample, const Picture *before) : rest(withoutLists(sample))
{
    SharedParts<LockSession> sharedSessions(before ? &before->sessions : nullptr);
    for (const LockSession &session : sample.sessions)
        sharedSessions.add(session);
    SharedParts<LockEdge> sharedEdges(before ? &before->edges : nullptr);
    for (const LockEdge &edge : sample.edges) {
        sharedEdges.add(withoutWait(edge));
        waited.push_back(edge.waited);
    }
    sessions = sharedSessions.take();
    edges = sharedEdges.take();
    const size_t lists = sessions.size() * sizeof(sessions[0]) + edges.size() * (sizeof(edges[0]) + sizeof(waited[0]));
    bytes = allocation + static_cast<qsizetype>(sizeof(Picture) + lists) + sharedSessions.bytes() + sharedEdges.bytes();
}

bool LockHistory::Picture::continues(const Picture &before) const
{
    // Equal parts are the same objects.
    if (sessions != before.sessions || edges != before.edges || rest.notes != before.rest.notes)
        return false;
    const milliseconds between = at() - before.at();
    for (size_t i = 0; i < waited.size(); ++i) {
        const bool known = waited[i].count() >= 0;
        if (known != (before.waited[i].count() >= 0))
            return false;
        if (known && std::chrono::abs(waited[i] - before.waited[i] - between) > tolerance)
            return false;
    }
    return true;
}

void LockHistory::add(const LockSample &sample, const BlockingTree &tree, std::optional<float> commitsPerSecond)
{
    LockPoint point{.at = milliseconds(sample.takenAt.toMSecsSinceEpoch()),
                    .waiting = tree.waiting,
                    .waitingForUs = tree.waitingForUs,
                    .longestWait = tree.longestWait,
                    .commitsPerSecond = commitsPerSecond};
    while (!m_frames.empty() && point.at < m_frames.back().point.at) {
        const Frame later = std::move(m_frames.back());
        m_frames.pop_back();
        forget(later, m_frames.empty() ? nullptr : &m_frames.back());
    }
    const std::shared_ptr<const Picture> before = m_frames.empty() ? nullptr : m_frames.back().picture;
    auto picture = std::make_shared<const Picture>(sample, before.get());
    if (before && picture->continues(*before))
        picture = before;
    else
        m_pictureBytes += picture->bytes;
    m_frames.push_back({point, std::move(picture)});
    dropOld();
}

void LockHistory::dropOld()
{
    const milliseconds oldest = m_frames.back().point.at - span;
    while (m_frames.front().point.at < oldest || (bytes() > maximumBytes && m_frames.size() > 1))
        dropOldest();
    while (!m_marks.empty() && m_marks.front().at < oldest)
        m_marks.pop_front();
}

void LockHistory::dropOldest()
{
    const Frame oldest = std::move(m_frames.front());
    m_frames.pop_front();
    forget(oldest, m_frames.empty() ? nullptr : &m_frames.front());
}

/// `neighbour` is the frame that may share the picture.
void LockHistory::forget(const Frame &frame, const Frame *neighbour)
{
    if (!neighbour || neighbour->picture != frame.picture)
        m_pictureBytes -= frame.picture->bytes;
}

void LockHistory::addMark(const QDateTime &at, const QString &text)
{
    const milliseconds time(at.toMSecsSinceEpoch());
    if (!m_marks.empty() && time - m_marks.back().at < markDistance) {
        ++m_marks.back().more;
        return;
    }
    m_marks.push_back({.at = time, .text = text});
    while (m_marks.front().at < time - span)
        m_marks.pop_front();
}

void LockHistory::clear()
{
    *this = LockHistory();
}

LockSample LockHistory::sample(qsizetype index) const
{
    const Frame &frame = m_frames[static_cast<size_t>(index)];
    const Picture &picture = *frame.picture;
    const milliseconds later = frame.point.at - picture.at();
    LockSample sample = picture.rest;
    sample.takenAt = frame.point.time();
    for (const std::shared_ptr<const LockSession> &session : picture.sessions)
        sample.sessions << *session;
    for (size_t i = 0; i < picture.edges.size(); ++i) {
        sample.edges << *picture.edges[i];
        sample.edges.last().waited = picture.waited[i].count() < 0 ? picture.waited[i] : picture.waited[i] + later;
    }
    return sample;
}

qsizetype LockHistory::indexAt(const QDateTime &time) const
{
    if (m_frames.empty())
        return -1;
    const milliseconds at(time.toMSecsSinceEpoch());
    const auto after = std::ranges::upper_bound(m_frames, at, {}, [](const Frame &frame) { return frame.point.at; });
    return std::max<qsizetype>(0, after - m_frames.begin() - 1);
}

qsizetype LockHistory::bytes() const
{
    return m_pictureBytes + size() * static_cast<qsizetype>(sizeof(Frame));
}

} // namespace Whimbrel
