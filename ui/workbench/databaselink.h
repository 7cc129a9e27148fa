// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/secretstore.h"
#include "database/sessionthread.h"
#include "project/migrationproject.h"
#include "workbench/connectionstate.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Whimbrel {

/// What a server said about itself and us when we connected.
struct ServerFacts
{
    Dialect dialect = Dialect::SQLite;
    ServerVersion version;
    QString user;
    BackendId backend;
};

/// The window's browse session: resolves the password, connects in the background, notices a loss and connects again on
/// its own. Lives on the GUI thread and never waits there.
class DatabaseLink final : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseLink(std::shared_ptr<SecretStore> secrets, QObject *parent = nullptr);
    ~DatabaseLink() override;

    /// Leaves what was connected, and connects to `target`.
    void open(const Target &target);
    void close();
    /// Tries again now, whatever the back-off says.
    void retry();
    /// Work on session() failed: where the connection was lost, says so and connects again.
    void noteError(const Error &error);
    /// Nothing to connect to, and why.
    void fail(const QString &message);

    ConnectionState state() const { return m_state; }
    QString message() const { return m_message; }
    /// Null without a target, and until its password is resolved.
    SessionThread *session() const { return m_session.get(); }
    const ConnectionSettings &settings() const { return m_settings; }
    const std::optional<ServerFacts> &facts() const { return m_facts; }

Q_SIGNALS:
    void changed();
    /// A connection stands, for the first time or again.
    void opened();

private:
    void connectNow();
    void askServer();
    void becomeConnected(const ServerFacts &facts);
    void connectFailed(const Error &error);
    void scheduleRetry(const Error &error);
    void checkAlive();
    void dropSession();
    void setState(ConnectionState state, const QString &message);

    std::shared_ptr<SecretStore> m_secrets;
    std::optional<Target> m_target;
    ConnectionSettings m_settings; ///< the target's, password resolved
    std::unique_ptr<SessionThread> m_session;
    std::optional<ServerFacts> m_facts;
    ConnectionState m_state = ConnectionState::None;
    QString m_message;
    bool m_wasConnected = false; ///< with this target: a failure is then a loss, and tried again
    bool m_pinging = false;
    int m_attempt = 0;
    quint64 m_generation = 0; ///< answers to earlier attempts are dropped
    QTimer m_retry;
    QTimer m_heartbeat;
};

} // namespace Whimbrel
