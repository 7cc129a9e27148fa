// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/locksreport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

struct LocksReport
{
    Q_DECLARE_TR_FUNCTIONS(LocksReport)
};

milliseconds since(const QDateTime &start, const QDateTime &now)
{
    return start.isValid() ? milliseconds(start.msecsTo(now)) : milliseconds(-1);
}

QString oneLine(const QString &statement)
{
    return statement.simplified();
}

/// What keeps others waiting: the locks that the children name, each once.
QString heldText(const BlockingNode &node)
{
    if (!node.session.holds.isEmpty())
        return LocksReport::tr("holds %1").arg(node.session.holds);
    QStringList held;
    for (const BlockingNode &child : node.children) {
        if (child.edge.kind != LockEdge::Kind::Holds || child.edge.held.isEmpty())
            continue;
        const QString text = LocksReport::tr("holds %1 on %2").arg(child.edge.held, child.edge.target);
        if (!held.contains(text))
            held << text;
    }
    if (held.isEmpty())
        return {};
    return held.size() == 1 ? held.first() : LocksReport::tr("%1 and %n more", nullptr, static_cast<int>(held.size()) - 1).arg(held.first());
}

/// What of Whimbrel a session is, on any machine: its application name says so. Empty for others.
QString whimbrelPart(const LockSession &session)
{
    if (session.application == "whimbrel"_L1)
        return u"run"_s;
    const QString prefix = u"whimbrel:"_s;
    return session.application.startsWith(prefix) ? session.application.sliced(prefix.size()) : QString();
}

QString whimbrelMark(const LockSession &session)
{
    if (session.own)
        return LocksReport::tr("(Whimbrel run)");
    const QString part = whimbrelPart(session);
    if (part.isEmpty())
        return {};
    return part == "run"_L1 ? LocksReport::tr("(another Whimbrel run)") : LocksReport::tr("(Whimbrel)");
}

void addNode(const BlockingNode &node, const QDateTime &now, int depth, QString &text)
{
    const QString indent(depth * 2, u' ');
    QStringList parts{sessionTitle(node.session)};
    if (const QString mark = whimbrelMark(node.session); !mark.isEmpty())
        parts << mark;
    if (!node.session.user.isEmpty())
        parts << LocksReport::tr("user %1").arg(node.session.user);
    if (!node.session.state.isEmpty()) {
        const QString age = durationText(since(node.session.stateSince, now));
        parts << (age.isEmpty() ? node.session.state : LocksReport::tr("%1 for %2").arg(node.session.state, age));
    }
    const QString lock = lockText(node);
    if (!lock.isEmpty())
        parts << lock;
    if (node.waits() && node.edge.waited.count() >= 0)
        parts << LocksReport::tr("waited %1").arg(durationText(node.edge.waited));
    if (node.victims > 0)
        parts << LocksReport::tr("blocks %n session(s)", nullptr, node.victims);
    if (node.cycle)
        parts << LocksReport::tr("in a deadlock: the server will cancel one of its sessions");
    if (node.repeated)
        parts << LocksReport::tr("shown above");
    text += indent + parts.join(u"  "_s) + u'\n';
    if (!node.session.query.isEmpty() && !node.repeated) {
        const QString statement = oneLine(node.session.query);
        text += indent + u"    "_s
            + (node.session.queryIsLast ? LocksReport::tr("last statement: %1").arg(statement) : statement) + u'\n';
    }
    if (!node.session.endWith.isEmpty() && !node.repeated)
        text += indent + u"    "_s + endText(node.session) + u'\n';
    for (const BlockingNode &child : node.children)
        addNode(child, now, depth + 1, text);
}

int countRows(const std::vector<BlockingNode> &nodes)
{
    int rows = static_cast<int>(nodes.size());
    for (const BlockingNode &node : nodes)
        rows += countRows(node.children);
    return rows;
}

/// Takes away from `rows` what it keeps.
void cutAfter(std::vector<BlockingNode> &nodes, int &rows)
{
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (rows <= 0) {
            nodes.resize(i);
            return;
        }
        --rows;
        cutAfter(nodes[i].children, rows);
    }
}

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue durationJson(milliseconds duration)
{
    return duration.count() < 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(duration.count()));
}

QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString noteKind(LockNote::Kind kind)
{
    switch (kind) {
    case LockNote::Kind::Limited:
        return u"limited"_s;
    case LockNote::Kind::Fallback:
        return u"fallback"_s;
    case LockNote::Kind::Rights:
        return u"rights"_s;
    case LockNote::Kind::Slow:
        return u"slow"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// A process by its number, a prepared transaction by its name, null where the server does not tell.
QJsonValue backendJson(const BackendId &backend)
{
    if (backend == BackendId())
        return {};
    return backend.pid == 0 ? QJsonValue(backend.backendStart) : QJsonValue(backend.pid);
}

QJsonObject sessionJson(const LockSession &session)
{
    return {{u"pid"_s, backendJson(session.backend)},
            {u"backendStart"_s, textJson(session.preparedGid.isEmpty() ? session.backend.backendStart : QString())},
            {u"prepared"_s, textJson(session.preparedGid)},
            {u"user"_s, textJson(session.user)},
            {u"application"_s, textJson(session.application)},
            {u"client"_s, textJson(session.client)},
            {u"database"_s, textJson(session.database)},
            {u"state"_s, textJson(session.state)},
            {u"stateSince"_s, timeJson(session.stateSince)},
            {u"transactionStart"_s, timeJson(session.transactionStart)},
            {u"statement"_s, textJson(session.query)},
            {u"statementIsLast"_s, session.queryIsLast},
            {u"holds"_s, textJson(session.holds)},
            {u"endWith"_s, textJson(session.endWith)},
            {u"missingRight"_s, textJson(session.missingRight)},
            {u"own"_s, session.own},
            {u"whimbrel"_s, textJson(whimbrelPart(session))}};
}

QJsonObject edgeJson(const LockEdge &edge)
{
    return {{u"waiting"_s, backendJson(edge.waiting)},
            {u"blocking"_s, backendJson(edge.blocking)},
            {u"relation"_s, textJson(edge.target)},
            {u"mode"_s, textJson(edge.wants)},
            {u"held"_s, textJson(edge.held)},
            {u"kind"_s, edge.kind == LockEdge::Kind::Holds ? u"holds"_s : u"queued-ahead"_s},
            {u"waitedMs"_s, durationJson(edge.waited)}};
}

QJsonObject nodeJson(const BlockingNode &node)
{
    QJsonArray children;
    for (const BlockingNode &child : node.children)
        children << nodeJson(child);
    return {{u"pid"_s, backendJson(node.session.backend)},
            {u"cycle"_s, node.cycle},
            {u"repeated"_s, node.repeated},
            {u"victims"_s, node.victims},
            {u"longestWaitMs"_s, durationJson(node.longestWait)},
            {u"children"_s, children}};
}

} // namespace

QString durationText(milliseconds duration)
{
    const qint64 ms = duration.count();
    if (ms < 0)
        return {};
    if (ms < 1000)
        return LocksReport::tr("%1 ms").arg(ms);
    if (ms < 60'000)
        return LocksReport::tr("%1 s").arg(QLocale().toString(static_cast<double>(ms) / 1000, 'f', ms < 10'000 ? 1 : 0));
    if (ms < 3'600'000)
        return LocksReport::tr("%1 min").arg(ms / 60'000);
    return ms < 48 * 3'600'000LL ? LocksReport::tr("%1 h").arg(ms / 3'600'000) : LocksReport::tr("%1 days").arg(ms / 86'400'000);
}

QString sessionTitle(const LockSession &session)
{
    if (!session.preparedGid.isEmpty())
        return LocksReport::tr("prepared transaction %1").arg(session.preparedGid);
    const QString pid = QString::number(session.backend.pid);
    return session.application.isEmpty() ? pid : pid + u' ' + session.application;
}

QString waitingSummary(const BlockingTree &tree)
{
    if (tree.waitingForUs == 0)
        return LocksReport::tr("%n waiting", nullptr, tree.waiting);
    return LocksReport::tr("%1 waiting, %2 because of us").arg(tree.waiting).arg(tree.waitingForUs);
}

QStringList sessionFacts(const LockSession &session, const QDateTime &now)
{
    QStringList facts{sessionTitle(session)};
    const auto add = [&](const QString &text, const QString &value) {
        if (!value.isEmpty())
            facts << text.arg(value);
    };
    add(LocksReport::tr("User: %1"), session.user);
    add(LocksReport::tr("Client: %1"), session.client);
    add(LocksReport::tr("Database: %1"), session.database);
    const QString age = durationText(since(session.stateSince, now));
    add(LocksReport::tr("State: %1"), age.isEmpty() ? session.state : LocksReport::tr("%1 for %2").arg(session.state, age));
    add(LocksReport::tr("In a transaction for %1"), durationText(since(session.transactionStart, now)));
    return facts;
}

QString lockText(const BlockingNode &node)
{
    if (!node.waits())
        return heldText(node);
    const LockEdge &edge = node.edge;
    const QString wanted = edge.wants.isEmpty() ? LocksReport::tr("waits for %1").arg(edge.target)
                                                : LocksReport::tr("waits for %1 on %2").arg(edge.wants, edge.target);
    if (!edge.blockerKnown())
        return LocksReport::tr("%1, blocker not known").arg(wanted);
    return edge.kind == LockEdge::Kind::QueuedAhead ? LocksReport::tr("%1, queued behind it").arg(wanted) : wanted;
}

QString endText(const LockSession &session)
{
    if (session.database.isEmpty())
        return LocksReport::tr("no process to cancel; end it in its own database with: %1").arg(session.endWith);
    return LocksReport::tr("no process to cancel; end it in database %1 with: %2").arg(session.database, session.endWith);
}

int rowCount(const BlockingTree &tree)
{
    return countRows(tree.roots);
}

BlockingTree firstRows(const BlockingTree &tree, int rows)
{
    BlockingTree cut = tree;
    cutAfter(cut.roots, rows);
    return cut;
}

QString locksText(const LockSample &sample, const BlockingTree &tree)
{
    QString text = waitingSummary(tree);
    if (tree.waiting == 0)
        text = sample.isLimited() ? LocksReport::tr("No session is seen to wait.") : LocksReport::tr("No session waits.");
    else if (tree.longestWait.count() > 0)
        text = LocksReport::tr("%1, the longest for %2").arg(text, durationText(tree.longestWait));
    text += u'\n';
    for (const LockNote &note : sample.notes) {
        text += note.text + u'\n';
        if (!note.remedy.isEmpty())
            text += u"    "_s + note.remedy + u'\n';
    }
    for (const BlockingNode &root : tree.roots)
        addNode(root, sample.takenAt, 0, text);
    return text;
}

QJsonObject locksJson(const LockSample &sample, const BlockingTree &tree)
{
    QJsonArray sessions;
    for (const LockSession &session : sample.sessions)
        sessions << sessionJson(session);
    QJsonArray edges;
    for (const LockEdge &edge : sample.edges)
        edges << edgeJson(edge);
    QJsonArray trees;
    for (const BlockingNode &root : tree.roots)
        trees << nodeJson(root);
    QJsonArray notes;
    for (const LockNote &note : sample.notes)
        notes << QJsonObject{{u"kind"_s, noteKind(note.kind)}, {u"message"_s, note.text}, {u"remedy"_s, textJson(note.remedy)}};
    QJsonObject object{{u"takenAt"_s, timeJson(sample.takenAt)},
                       {u"waiting"_s, tree.waiting},
                       {u"waitingForUs"_s, tree.waitingForUs},
                       {u"longestWaitMs"_s, durationJson(tree.longestWait)},
                       {u"limited"_s, sample.isLimited()},
                       {u"notes"_s, notes},
                       {u"sessions"_s, sessions},
                       {u"edges"_s, edges},
                       {u"trees"_s, trees}};
    if (sample.isLimited()) { // the first note, as scripts know it from before there were several
        object.insert(u"message"_s, notes.first()[u"message"]);
        object.insert(u"remedy"_s, notes.first()[u"remedy"]);
    }
    return object;
}

} // namespace Whimbrel
