// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connectiontest.h"

#include "workbench/sessiondisposal.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

ConnectionTest::ConnectionTest(std::shared_ptr<SecretStore> secrets, QObject *parent)
    : QObject(parent), m_secrets(std::move(secrets))
{
}

ConnectionTest::~ConnectionTest()
{
    disposeOf(std::move(m_session));
}

void ConnectionTest::start(const ConnectionSettings &settings)
{
    cancel();
    m_resolving = true;
    const quint64 generation = m_generation;
    QtConcurrent::run([settings, secrets = m_secrets] { return withPassword(settings, secrets.get()); })
        .then(this, [this, generation](const ConnectionSettings &resolved) {
            if (generation == m_generation)
                connectTo(resolved);
        });
}

void ConnectionTest::connectTo(const ConnectionSettings &settings)
{
    m_resolving = false;
    m_session = std::make_unique<SessionThread>(settings, SessionRole::Browse);
    const quint64 generation = m_generation;
    m_session
        ->run([](Session &session, const std::stop_token &) -> Result<QString> {
            const QString server =
                u"%1 %2"_s.arg(dialectName(session.dialect()), session.serverVersion().toString(session.dialect()));
            return session.currentUser().isEmpty() ? tr("Connected: %1.").arg(server)
                                                   : tr("Connected: %1, as %2.").arg(server, session.currentUser());
        })
        .then(this, [this, generation](const Result<QString> &result) {
            if (generation != m_generation)
                return;
            disposeOf(std::move(m_session));
            if (result)
                Q_EMIT succeeded(*result);
            else
                Q_EMIT failed(result.error());
            Q_EMIT finished();
        });
}

void ConnectionTest::cancel()
{
    ++m_generation;
    const bool wasRunning = isRunning();
    m_resolving = false;
    disposeOf(std::move(m_session));
    if (wasRunning)
        Q_EMIT finished();
}

} // namespace Whimbrel
