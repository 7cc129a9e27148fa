// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/secretstore.h"
#include "database/sessionthread.h"

#include <QObject>

#include <memory>

namespace Whimbrel {

/// Tries a connection in the background, once at a time, and tells how it went in words.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(std::shared_ptr<SecretStore> secrets, QObject *parent = nullptr);
    ~ConnectionTest() override;

    bool isRunning() const { return m_session != nullptr || m_resolving; }
    /// A password in `settings` is used as it is; else it is looked up where the program would.
    void start(const ConnectionSettings &settings);
    void cancel();

Q_SIGNALS:
    void succeeded(const QString &message);
    void failed(const Whimbrel::Error &error);
    void finished();

private:
    void connectTo(const ConnectionSettings &settings);

    std::shared_ptr<SecretStore> m_secrets;
    std::unique_ptr<SessionThread> m_session;
    bool m_resolving = false;
    quint64 m_generation = 0;
};

} // namespace Whimbrel
