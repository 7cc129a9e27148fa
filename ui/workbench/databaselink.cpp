// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/databaselink.h"

#include "workbench/sessiondisposal.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

constexpr auto s_heartbeat = 15s;
constexpr auto s_longestRetry = 60s;

/// The file of a SQLite database is not there, but its folder is: a run would make it.
bool isNotMadeYet(const Error &error, const ConnectionSettings &settings)
{
    return settings.dialect == Dialect::SQLite && error.code == "SQLITE_NOTFOUND"_L1 && !settings.readOnly
        && QFileInfo(settings.database).dir().exists();
}

/// A login that is refused stays refused; trying it again and again locks accounts.
bool isLoginRefused(const Error &error)
{
    return error.code.startsWith("28"_L1) || error.code == "1045"_L1;
}

} // namespace

DatabaseLink::DatabaseLink(std::shared_ptr<SecretStore> secrets, QObject *parent)
    : QObject(parent), m_secrets(std::move(secrets))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &DatabaseLink::connectNow);
    m_heartbeat.setInterval(s_heartbeat);
    connect(&m_heartbeat, &QTimer::timeout, this, &DatabaseLink::checkAlive);
}

DatabaseLink::~DatabaseLink()
{
    dropSession();
}

void DatabaseLink::open(const Target &target)
{
    close();
    m_target = target;
    connectNow();
}

void DatabaseLink::close()
{
    ++m_generation;
    m_retry.stop();
    dropSession();
    m_target.reset();
    m_facts.reset();
    m_settings = {};
    m_wasConnected = false;
    m_attempt = 0;
    setState(ConnectionState::None, {});
}

void DatabaseLink::fail(const QString &message)
{
    close();
    setState(ConnectionState::Failed, message);
}

void DatabaseLink::retry()
{
    if (!m_target)
        return;
    m_attempt = 0;
    connectNow();
}

void DatabaseLink::noteError(const Error &error)
{
    if (error.kind == ErrorKind::ConnectionLost || error.kind == ErrorKind::Unreachable)
        connectFailed(error);
}

void DatabaseLink::connectNow()
{
    m_retry.stop();
    dropSession();
    const quint64 generation = ++m_generation;
    setState(ConnectionState::Connecting, tr("Connecting to %1…").arg(m_target->settings.displayName()));
    // The keychain may ask the person for its own password: elsewhere.
    QtConcurrent::run([settings = m_target->settings, secrets = m_secrets] {
        return withPassword(settings, secrets.get());
    }).then(this, [this, generation](const ConnectionSettings &settings) {
        if (generation != m_generation)
            return;
        m_settings = settings;
        m_session = std::make_unique<SessionThread>(settings, SessionRole::Browse);
        askServer();
    });
}

void DatabaseLink::askServer()
{
    const quint64 generation = m_generation;
    m_session
        ->run([](Session &session, const std::stop_token &) -> Result<ServerFacts> {
            return ServerFacts{session.dialect(), session.serverVersion(), session.currentUser(), session.backend()};
        })
        .then(this, [this, generation](const Result<ServerFacts> &facts) {
            if (generation != m_generation)
                return;
            if (facts)
                becomeConnected(*facts);
            else
                connectFailed(facts.error());
        });
}

void DatabaseLink::becomeConnected(const ServerFacts &facts)
{
    m_facts = facts;
    m_wasConnected = true;
    m_attempt = 0;
    m_heartbeat.start();
    const QString server = u"%1 %2"_s.arg(dialectName(facts.dialect), facts.version.toString(facts.dialect));
    const QString name = m_settings.displayName();
    setState(ConnectionState::Connected, facts.user.isEmpty()
                                             ? tr("Connected to %1 (%2)").arg(name, server)
                                             : tr("Connected to %1 (%2) as %3").arg(name, server, facts.user));
    Q_EMIT opened();
}

void DatabaseLink::connectFailed(const Error &error)
{
    ++m_generation;
    m_heartbeat.stop();
    if (isNotMadeYet(error, m_settings)) {
        setState(ConnectionState::Absent,
                 tr("%1 does not exist yet; the first run makes it.").arg(m_settings.displayName()));
        return;
    }
    if (m_wasConnected && !isLoginRefused(error)) {
        scheduleRetry(error);
        return;
    }
    setState(ConnectionState::Failed, error.toString());
}

void DatabaseLink::scheduleRetry(const Error &error)
{
    const auto wait = std::min<std::chrono::seconds>(1s * (1 << std::min(m_attempt, 6)), s_longestRetry);
    ++m_attempt;
    m_retry.start(wait);
    //: %1 is the database's error, the number is how long until the next try
    setState(ConnectionState::Lost,
             tr("Connection lost: %1 Trying again in %n second(s).", nullptr, static_cast<int>(wait.count()))
                 .arg(error.message));
}

void DatabaseLink::checkAlive()
{
    if (m_state != ConnectionState::Connected || m_pinging)
        return;
    m_pinging = true;
    const quint64 generation = m_generation;
    m_session->run([](Session &session, const std::stop_token &) { return session.ping(); })
        .then(this, [this, generation](const Result<> &alive) {
            m_pinging = false;
            if (generation == m_generation && !alive)
                noteError(alive.error());
        });
}

void DatabaseLink::dropSession()
{
    m_heartbeat.stop();
    m_pinging = false;
    disposeOf(std::move(m_session));
}

void DatabaseLink::setState(ConnectionState state, const QString &message)
{
    if (m_state == state && m_message == message)
        return;
    m_state = state;
    m_message = message;
    Q_EMIT changed();
}

} // namespace Whimbrel
