// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {
/// The session that "*10@400" names, added to the sample once; the wait in ms, -1 if none is drawn.
std::pair<BackendId, int> readSession(LockSample &sample, QString word)
{
    if (word == u"?")
        return {BackendId(), -1};
    const bool own = word.startsWith(u'*');
    const QStringList parts = word.remove(u'*').split(u'@');
    LockSession session;
    session.backend.pid = parts.first().toLongLong();
    session.own = own;
    if (!sample.session(session.backend))
        sample.sessions << session;
    return {session.backend, parts.size() > 1 ? parts.last().toInt() : -1};
}

void printNode(const BlockingNode &node, int depth, QString &text)
{
    text += QString(depth * 2, u' ');
    if (node.waits() && !node.edge.blockerKnown())
        text += u"? "_s;
    if (node.waits() && node.edge.kind == LockEdge::Kind::QueuedAhead)
        text += u'~';
    if (node.session.own)
        text += u'*';
    text += QString::number(node.session.backend.pid);
    if (node.victims > 0)
        text += u" victims=%1"_s.arg(node.victims);
    if (node.longestWait.count() > 0)
        text += u" longest=%1"_s.arg(node.longestWait.count());
    if (node.cycle)
        text += u" ring"_s;
    if (node.repeated)
        text += u" again"_s;
    for (const LockEdge &edge : node.otherEdges)
        text += u" also=%1"_s.arg(edge.blocking.pid);
    text += u'\n';
    for (const BlockingNode &child : node.children)
        printNode(child, depth + 1, text);
}
} // namespace

LockSample sampleFromDrawing(const QString &drawing)
{
    LockSample sample;
    for (const QString &line : drawing.split(u'\n', Qt::SkipEmptyParts)) {
        BackendId blocking;
        BackendId lastInGroup;
        LockEdge::Kind kind = LockEdge::Kind::Holds;
        bool first = true;
        for (const QString &word : line.simplified().split(u' ')) {
            if (word == u"<-" || word == u"<~") {
                kind = word == u"<-" ? LockEdge::Kind::Holds : LockEdge::Kind::QueuedAhead;
                blocking = lastInGroup;
                first = false;
                continue;
            }
            const auto [backend, waited] = readSession(sample, word);
            lastInGroup = backend;
            if (first)
                continue;
            LockEdge edge;
            edge.waiting = backend;
            edge.blocking = blocking;
            edge.kind = kind;
            edge.waited = std::chrono::milliseconds(waited);
            sample.edges << edge;
        }
    }
    return sample;
}

QString treeAsText(const BlockingTree &tree)
{
    QString text = u"waiting %1, for us %2\n"_s.arg(tree.waiting).arg(tree.waitingForUs);
    for (const BlockingNode &root : tree.roots)
        printNode(root, 0, text);
    return text;
}

} // namespace Whimbrel::Test
