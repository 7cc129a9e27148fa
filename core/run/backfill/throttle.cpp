// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/throttle.h"

#include "network/network.h"
#include "network/webaddress.h"
#include "run/backfill/foreignquery.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

constexpr auto askEvery = 1s;
constexpr auto pageLimit = 3s;

bool isTrue(const Cell &cell)
{
    if (!cell)
        return false;
    bool isNumber = false;
    const double number = cell->toDouble(&isNumber);
    return isNumber ? number > 0 : *cell == "t"_L1 || *cell == "true"_L1;
}

} // namespace

Throttle::Throttle(const MigrationProject &project, const ConnectionSettings &settings)
    : m_settings(project.configuration().backfill)
    , m_pauseFile(m_settings.pauseFile.isEmpty() ? QString() : project.folder().absoluteFilePath(m_settings.pauseFile))
    , m_connection(settings)
{
}

Throttle::~Throttle() = default;

std::optional<QString> Throttle::reason(const std::stop_token &stop)
{
    if (!m_pauseFile.isEmpty() && QFileInfo::exists(m_pauseFile))
        return tr("The batches wait while the file %1 is there.").arg(m_settings.pauseFile);
    const auto now = std::chrono::steady_clock::now();
    if (m_asked == std::chrono::steady_clock::time_point{} || now - m_asked >= askEvery) {
        m_answer = ask(stop);
        m_asked = std::chrono::steady_clock::now();
    }
    return m_answer;
}

QString Throttle::takeProblem()
{
    return std::exchange(m_problem, {});
}

void Throttle::problem(const QString &text)
{
    if (!m_toldOfProblem)
        m_problem = text;
    m_toldOfProblem = true;
}

std::optional<QString> Throttle::ask(const std::stop_token &stop)
{
    const std::optional<QString> answer = askDatabase();
    return answer || m_settings.throttleUrl.isEmpty() ? answer : webPage(stop);
}

/// A page that does not answer holds back: it is asked because it tells whether all is well.
std::optional<QString> Throttle::webPage(const std::stop_token &stop)
{
    QString error;
    const Network *pages = network(&error);
    const std::optional<QUrl> url = readWebAddress(m_settings.throttleUrl);
    if (!pages || !url) {
        problem(tr("The throttle-url of whimbrel.toml holds nothing back, because Whimbrel's part that asks web pages does not load: %1").arg(error));
        return std::nullopt;
    }
    const HttpAnswer answer = pages->get(*url, pageLimit, stop);
    if (answer.status >= 200 && answer.status <= 299)
        return std::nullopt;
    const QString shown = shownWebAddress(*url);
    if (answer.status > 0)
        return tr("The batches wait: %1 answers %2 %3.").arg(shown, QString::number(answer.status), answer.reason);
    return answer.timedOut ? tr("The batches wait: %1 does not answer.").arg(shown)
                           : tr("The batches wait: %1 does not answer: %2").arg(shown, answer.error);
}

std::optional<QString> Throttle::askDatabase()
{
    const bool asksLag = m_lagIsKnown && m_settings.maxReplicaLag > 0ms && m_connection.dialect == Dialect::PostgreSql;
    if (!asksLag && m_settings.throttleQuery.isEmpty())
        return std::nullopt;
    if (!m_session) {
        Result<std::unique_ptr<Session>> session = Session::open(m_connection, SessionRole::Browse);
        if (!session) {
            problem(tr("The throttles cannot be asked: %1").arg(session.error().message));
            return std::nullopt;
        }
        m_session = std::move(*session);
        (void)m_session->setGuards({.lockTimeout = 200ms, .statementTimeout = 2s});
    }
    if (asksLag) {
        if (const std::optional<QString> lag = replicaLag())
            return lag;
    }
    return m_settings.throttleQuery.isEmpty() ? std::nullopt : projectQuery();
}

/// Only of replicas that the role may see: others show no lag.
std::optional<QString> Throttle::replicaLag()
{
    const Result<Rows> rows = m_session->query(
        u"SELECT coalesce(ceil(extract(epoch FROM max(replay_lag)) * 1000), 0)::bigint AS ms FROM pg_catalog.pg_stat_replication WHERE state = 'streaming'"_s);
    if (!rows) {
        m_lagIsKnown = false;
        if (rows.error().kind == ErrorKind::ConnectionLost)
            m_session.reset();
        return std::nullopt;
    }
    const qlonglong lag = rows->number(0, u"ms");
    if (lag <= m_settings.maxReplicaLag.count())
        return std::nullopt;
    return tr("The batches wait: a replica is %1 s behind.").arg(QString::number(static_cast<double>(lag) / 1000, 'f', 1));
}

std::optional<QString> Throttle::projectQuery()
{
    const Result<Rows> rows = m_session->query(foreignQuery(m_settings.throttleQuery, m_session->dialect()));
    if (!rows) {
        problem(tr("The throttle-query of whimbrel.toml holds nothing back, because it fails: %1").arg(rows.error().message));
        if (rows.error().kind == ErrorKind::ConnectionLost)
            m_session.reset();
        return std::nullopt;
    }
    if (rows->isEmpty() || rows->columns.isEmpty() || !isTrue(rows->rows.first().first()))
        return std::nullopt;
    return tr("The batches wait: the throttle-query of whimbrel.toml says so.");
}

} // namespace Whimbrel
