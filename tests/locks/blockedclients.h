// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sessionthread.h"
#include "locks/blockingtree.h"

#include <map>
#include <memory>

namespace Whimbrel::Test {

/// Sessions with names that get in each other's way.
class BlockedClients
{
public:
    explicit BlockedClients(ConnectionSettings settings) : m_settings(std::move(settings)) {}

    /// Runs and waits for it; the test fails where the server refuses it.
    void run(const QString &client, const QString &sql);
    /// Runs and does not wait: it is going to be blocked.
    QFuture<Result<Rows>> start(const QString &client, const QString &sql);
    qint64 pid(const QString &client);
    void setSettings(const ConnectionSettings &settings) { m_settings = settings; } ///< of clients to come

    /// The tree with the clients' names: "  alter: users AccessExclusiveLock, held AccessShareLock", "~" for queued ahead.
    QString draw(const LockSample &sample) const;

private:
    SessionThread &thread(const QString &client);
    void draw(const BlockingNode &node, int depth, QString &text) const;

    ConnectionSettings m_settings;
    std::map<QString, std::unique_ptr<SessionThread>> m_threads;
    QHash<qint64, QString> m_names;
};

} // namespace Whimbrel::Test
