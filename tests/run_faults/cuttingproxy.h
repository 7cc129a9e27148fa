// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"

#include <QTemporaryDir>

#include <mutex>
#include <thread>

namespace Whimbrel::Test {

/// Stands between a client and a server's socket, and cuts one connection at a moment of the test's choosing; those that come later
/// pass. On a thread of its own.
class CuttingProxy
{
public:
    explicit CuttingProxy(const ConnectionSettings &server);
    ~CuttingProxy();
    Q_DISABLE_COPY_MOVE(CuttingProxy)

    /// The way through the proxy.
    ConnectionSettings settings() const { return m_settings; }

    enum class When {
        BeforeItArrives,  ///< the server never sees the message
        OnceItHasArrived, ///< the server does, and finds nobody to answer to
        AtItsAnswer,      ///< the server has answered, and nobody hears it
    };
    /// Cuts the connection over which the next message goes that holds `text`.
    void cut(const QByteArray &text, When when);
    int cuts() const;

private:
    struct Pair;

    void run(const std::stop_token &stop);
    bool forward(Pair &pair, bool fromClient);

    QTemporaryDir m_folder;
    ConnectionSettings m_settings;
    QByteArray m_upstream;
    int m_listener = -1;

    mutable std::mutex m_mutex; ///< of what follows
    QByteArray m_text;
    When m_when = When::BeforeItArrives;
    int m_cuts = 0;

    std::jthread m_thread; ///< last: ends before the rest goes
};

} // namespace Whimbrel::Test
