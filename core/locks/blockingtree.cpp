// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/blockingtree.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <bit>
#include <deque>

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

/// A set of session numbers; union is the one operation that matters.
class SessionSet
{
public:
    explicit SessionSet(size_t size) : m_words((size + 63) / 64) {}

    void insert(int number) { m_words[static_cast<size_t>(number) / 64] |= quint64(1) << (number % 64); }
    bool contains(int number) const { return m_words[static_cast<size_t>(number) / 64] >> (number % 64) & 1; }
    void unite(const SessionSet &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
    }
    int count() const
    {
        int count = 0;
        for (quint64 word : m_words)
            count += std::popcount(word);
        return count;
    }

private:
    std::vector<quint64> m_words;
};

/// The sample as numbers: sessions 0..n-1, and per session the edges it is at either end of.
struct Graph
{
    explicit Graph(const LockSample &sample);

    int number(const BackendId &backend);
    int size() const { return static_cast<int>(sessions.size()); }
    int waiting(int edge) const { return number_(edges[edge].waiting); }
    int blocking(int edge) const { return number_(edges[edge].blocking); }

    std::vector<LockSession> sessions;
    QList<LockEdge> edges;
    QHash<BackendId, int> numbers;
    std::vector<std::vector<int>> victimEdges; ///< edges to those that wait for it, the clearest first
    std::vector<std::vector<int>> ownEdges;    ///< edges to those it waits for
    std::vector<milliseconds> waited;          ///< per session; 0 if it does not wait
    std::vector<int> unknownEdge;              ///< the edge to nobody knows whom, or -1

private:
    int number_(const BackendId &backend) const { return numbers.value(backend); }
};

Graph::Graph(const LockSample &sample) : edges(sample.edges)
{
    for (const LockSession &session : sample.sessions)
        sessions[static_cast<size_t>(number(session.backend))] = session;
    for (int i = 0; i < edges.size(); ++i) {
        const LockEdge &edge = edges[i];
        const auto waiter = static_cast<size_t>(number(edge.waiting));
        waited[waiter] = std::max(waited[waiter], edge.waited);
        if (!edge.blockerKnown()) {
            unknownEdge[waiter] = i;
            continue;
        }
        const auto blocker = static_cast<size_t>(number(edge.blocking));
        victimEdges[blocker].push_back(i);
        ownEdges[waiter].push_back(i);
    }
    // A held lock explains more than a place in the queue; among equals the longest wait.
    for (std::vector<int> &list : victimEdges) {
        std::ranges::stable_sort(list, [this](int a, int b) {
            const LockEdge &left = edges[a];
            const LockEdge &right = edges[b];
            return left.kind != right.kind ? left.kind < right.kind : left.waited > right.waited;
        });
    }
}

int Graph::number(const BackendId &backend)
{
    const auto known = numbers.constFind(backend);
    if (known != numbers.constEnd())
        return *known;
    const int number = size();
    numbers.insert(backend, number);
    LockSession session;
    session.backend = backend;
    sessions.push_back(std::move(session));
    victimEdges.emplace_back();
    ownEdges.emplace_back();
    waited.emplace_back(0);
    unknownEdge.push_back(-1);
    return number;
}

/// Strongly connected components after Tarjan, without recursion. Numbered so that whoever waits for a component has a
/// lower number than it.
struct Components
{
    explicit Components(const Graph &graph);

    std::vector<int> of;                   ///< component of a session
    std::vector<std::vector<int>> members; ///< sessions of a component

private:
    struct Visit { int session; size_t nextEdge; };
    void explore(const Graph &graph, int start);
    void close(int session);

    std::vector<int> m_index, m_low, m_stack;
    int m_next = 0;
};

Components::Components(const Graph &graph)
    : of(graph.sessions.size(), -1), m_index(graph.sessions.size(), -1), m_low(graph.sessions.size(), 0)
{
    for (int session = 0; session < graph.size(); ++session) {
        if (m_index[static_cast<size_t>(session)] < 0)
            explore(graph, session);
    }
}

void Components::explore(const Graph &graph, int start)
{
    const auto at = [](std::vector<int> &list, int session) -> int & { return list[static_cast<size_t>(session)]; };
    const auto enter = [&](int session) {
        at(m_index, session) = at(m_low, session) = m_next++;
        m_stack.push_back(session);
        return Visit{session, 0};
    };
    std::vector<Visit> visits{enter(start)};
    while (!visits.empty()) {
        Visit &visit = visits.back();
        const std::vector<int> &edges = graph.victimEdges[static_cast<size_t>(visit.session)];
        if (visit.nextEdge < edges.size()) {
            const int victim = graph.waiting(edges[visit.nextEdge++]);
            if (at(m_index, victim) < 0)
                visits.push_back(enter(victim));
            else if (at(of, victim) < 0)
                at(m_low, visit.session) = std::min(at(m_low, visit.session), at(m_index, victim));
            continue;
        }
        const int done = visit.session;
        visits.pop_back();
        if (at(m_low, done) == at(m_index, done))
            close(done);
        if (!visits.empty())
            at(m_low, visits.back().session) = std::min(at(m_low, visits.back().session), at(m_low, done));
    }
}

void Components::close(int session)
{
    members.emplace_back();
    int member;
    do {
        member = m_stack.back();
        m_stack.pop_back();
        of[static_cast<size_t>(member)] = static_cast<int>(members.size()) - 1;
        members.back().push_back(member);
    } while (member != session);
}

class Builder
{
public:
    explicit Builder(const LockSample &sample);
    BlockingTree build();

private:
    struct Root { int session; bool own; };
    struct Draft { int session; int edge; bool repeated; std::vector<size_t> children; };

    void countVictims();
    std::vector<Root> roots() const;
    int representative(const std::vector<int> &members) const;
    void grow(int root);
    BlockingNode node(size_t draft) const;
    void tellRoot(BlockingNode &node, int session) const;
    int edgeIntoRing(int session) const;
    bool before(int a, int b) const;
    bool inRing(int session) const;
    int componentOf(int session) const { return m_components.of[static_cast<size_t>(session)]; }
    int victims(int session) const { return m_victims[static_cast<size_t>(componentOf(session))]; }
    milliseconds longestWait(int session) const { return m_longest[static_cast<size_t>(componentOf(session))]; }

    Graph m_graph;
    Components m_components;
    std::vector<SessionSet> m_reach;     ///< per component: its members and everybody who waits for them
    std::vector<int> m_victims;          ///< per component: m_reach without the one session that is looked at
    std::vector<milliseconds> m_longest; ///< per component: the longest wait among m_reach that is a victim's
    std::vector<Draft> m_drafts;
    std::vector<bool> m_drawn; ///< sessions that have their place
};

Builder::Builder(const LockSample &sample)
    : m_graph(sample), m_components(m_graph), m_drawn(m_graph.sessions.size(), false)
{
    countVictims();
}

void Builder::countVictims()
{
    // Components come in an order in which a component's victims are finished before itself.
    for (const std::vector<int> &members : m_components.members) {
        SessionSet reach(m_graph.sessions.size());
        milliseconds longest{0};
        for (int member : members) {
            reach.insert(member);
            for (int edge : m_graph.victimEdges[static_cast<size_t>(member)]) {
                longest = std::max(longest, m_graph.edges[edge].waited);
                const auto below = static_cast<size_t>(componentOf(m_graph.waiting(edge)));
                if (below >= m_reach.size()) // a member of the same ring
                    continue;
                reach.unite(m_reach[below]);
                longest = std::max(longest, m_longest[below]);
            }
        }
        m_victims.push_back(reach.count() - 1);
        m_reach.push_back(std::move(reach));
        m_longest.push_back(longest);
    }
}

bool Builder::inRing(int session) const
{
    return m_components.members[static_cast<size_t>(componentOf(session))].size() > 1;
}

bool Builder::before(int a, int b) const
{
    const int victimsOfA = victims(a);
    const int victimsOfB = victims(b);
    if (victimsOfA != victimsOfB)
        return victimsOfA > victimsOfB;
    if (longestWait(a) != longestWait(b))
        return longestWait(a) > longestWait(b);
    return a < b;
}

/// In a ring any session could be the root: ours, or the one that has waited longest.
int Builder::representative(const std::vector<int> &members) const
{
    return *std::ranges::min_element(members, [this](int a, int b) {
        const auto left = static_cast<size_t>(a);
        const auto right = static_cast<size_t>(b);
        if (m_graph.sessions[left].own != m_graph.sessions[right].own)
            return m_graph.sessions[left].own;
        return m_graph.waited[left] != m_graph.waited[right] ? m_graph.waited[left] > m_graph.waited[right] : a < b;
    });
}

std::vector<Builder::Root> Builder::roots() const
{
    std::vector<int> own;
    for (int session = 0; session < m_graph.size(); ++session) {
        if (m_graph.sessions[static_cast<size_t>(session)].own)
            own.push_back(session);
    }
    std::vector<Root> roots;
    for (size_t component = 0; component < m_components.members.size(); ++component) {
        const std::vector<int> &members = m_components.members[component];
        const bool waitsForOthers = std::ranges::any_of(members, [&](int member) {
            return std::ranges::any_of(m_graph.ownEdges[static_cast<size_t>(member)], [&](int edge) {
                return componentOf(m_graph.blocking(edge)) != static_cast<int>(component);
            });
        });
        if (waitsForOthers)
            continue;
        const bool containsOwn = std::ranges::any_of(own, [&](int session) { return m_reach[component].contains(session); });
        roots.push_back({representative(members), containsOwn});
    }
    std::ranges::sort(roots, [this](const Root &a, const Root &b) {
        return a.own != b.own ? a.own : before(a.session, b.session);
    });
    return roots;
}

/// Draws what waits for `root`, level by level, so that everybody stands as near to it as possible.
void Builder::grow(int root)
{
    m_drafts.push_back({root, -1, false, {}});
    m_drawn[static_cast<size_t>(root)] = true;
    QSet<int> here{root};
    std::deque<size_t> queue{m_drafts.size() - 1};
    while (!queue.empty()) {
        const size_t parent = queue.front();
        queue.pop_front();
        for (int edge : m_graph.victimEdges[static_cast<size_t>(m_drafts[parent].session)]) {
            const int victim = m_graph.waiting(edge);
            if (here.contains(victim))
                continue;
            here.insert(victim);
            const bool repeated = m_drawn[static_cast<size_t>(victim)];
            m_drawn[static_cast<size_t>(victim)] = true;
            m_drafts.push_back({victim, edge, repeated, {}});
            m_drafts[parent].children.push_back(m_drafts.size() - 1);
            if (!repeated)
                queue.push_back(m_drafts.size() - 1);
        }
    }
}

/// What a root itself waits for: the next in its ring, or nobody knows whom.
void Builder::tellRoot(BlockingNode &node, int session) const
{
    const auto index = static_cast<size_t>(session);
    if (inRing(session))
        node.edge = m_graph.edges[edgeIntoRing(session)];
    else if (m_graph.unknownEdge[index] >= 0)
        node.edge = m_graph.edges[m_graph.unknownEdge[index]];
}

int Builder::edgeIntoRing(int session) const
{
    return *std::ranges::find_if(m_graph.ownEdges[static_cast<size_t>(session)], [&](int edge) {
        return componentOf(m_graph.blocking(edge)) == componentOf(session);
    });
}

BlockingNode Builder::node(size_t draftIndex) const
{
    const Draft &draft = m_drafts[draftIndex];
    BlockingNode node;
    node.session = m_graph.sessions[static_cast<size_t>(draft.session)];
    node.cycle = inRing(draft.session);
    node.repeated = draft.repeated;
    node.victims = victims(draft.session);
    node.longestWait = longestWait(draft.session);
    if (draft.edge >= 0)
        node.edge = m_graph.edges[draft.edge];
    else
        tellRoot(node, draft.session);
    if (!draft.repeated) {
        for (int edge : m_graph.ownEdges[static_cast<size_t>(draft.session)]) {
            if (m_graph.edges[edge] != node.edge)
                node.otherEdges << m_graph.edges[edge];
        }
    }
    std::vector<size_t> children = draft.children;
    std::ranges::stable_sort(children, [this](size_t a, size_t b) {
        return before(m_drafts[a].session, m_drafts[b].session);
    });
    for (size_t child : children)
        node.children.push_back(this->node(child));
    return node;
}

BlockingTree Builder::build()
{
    BlockingTree tree;
    SessionSet forUs(m_graph.sessions.size());
    for (int session = 0; session < m_graph.size(); ++session) {
        const auto index = static_cast<size_t>(session);
        if (m_graph.sessions[index].own)
            forUs.unite(m_reach[static_cast<size_t>(componentOf(session))]);
        tree.longestWait = std::max(tree.longestWait, m_graph.waited[index]);
    }
    for (int session = 0; session < m_graph.size(); ++session) {
        const auto index = static_cast<size_t>(session);
        if (m_graph.ownEdges[index].empty() && m_graph.unknownEdge[index] < 0)
            continue;
        ++tree.waiting;
        if (forUs.contains(session) && !m_graph.sessions[index].own)
            ++tree.waitingForUs;
    }
    for (const Root &root : roots()) {
        const size_t draft = m_drafts.size();
        grow(root.session);
        tree.roots.push_back(node(draft));
    }
    return tree;
}

} // namespace

BlockingTree buildBlockingTree(const LockSample &sample)
{
    return Builder(sample).build();
}

} // namespace Whimbrel
