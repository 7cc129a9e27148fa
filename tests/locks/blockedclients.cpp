// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockedclients.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

SessionThread &BlockedClients::thread(const QString &client)
{
    std::unique_ptr<SessionThread> &thread = m_threads[client];
    if (!thread) {
        thread = std::make_unique<SessionThread>(m_settings, SessionRole::Run);
        auto future = thread->run([](Session &session, const std::stop_token &) -> Result<qint64> {
            SessionGuards none;
            none.lockTimeout = std::chrono::milliseconds(0);
            if (session.dialect() == Dialect::PostgreSql) {
                if (const Result<> set = session.setGuards(none); !set)
                    return std::unexpected(set.error());
            }
            return session.backend().pid;
        });
        const Result<qint64> opened = future.result();
        if (opened)
            m_names.insert(*opened, client);
        else
            QTest::qFail(qPrintable(opened.error().toString()), __FILE__, __LINE__);
    }
    return *thread;
}

QFuture<Result<Rows>> BlockedClients::start(const QString &client, const QString &sql)
{
    return thread(client).run([sql](Session &session, const std::stop_token &) { return session.query(sql); });
}

void BlockedClients::run(const QString &client, const QString &sql)
{
    const Result<Rows> done = start(client, sql).result();
    if (!done)
        QTest::qFail(qPrintable(done.error().toString()), __FILE__, __LINE__);
}

qint64 BlockedClients::pid(const QString &client)
{
    thread(client);
    return m_names.key(client);
}

QString BlockedClients::draw(const LockSample &sample) const
{
    QString text;
    for (const BlockingNode &root : buildBlockingTree(sample).roots)
        draw(root, 0, text);
    return text;
}

void BlockedClients::draw(const BlockingNode &node, int depth, QString &text) const
{
    const BackendId &backend = node.session.backend;
    text += QString(depth * 2, u' ') + (node.edge.kind == LockEdge::Kind::QueuedAhead ? u"~"_s : QString());
    text += backend.pid == 0 ? u"prepared "_s + backend.backendStart : m_names.value(backend.pid, u"somebody"_s);
    if (node.waits()) {
        text += u": %1 %2"_s.arg(node.edge.target, node.edge.wants).trimmed();
        if (!node.edge.held.isEmpty())
            text += u", held "_s + node.edge.held;
        if (!node.edge.blockerKnown())
            text += u", blocker not known"_s;
    }
    text += node.cycle ? u" ring\n"_s : u"\n"_s;
    for (const BlockingNode &child : node.children)
        draw(child, depth + 1, text);
}

} // namespace Whimbrel::Test
