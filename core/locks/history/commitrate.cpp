// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/commitrate.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Empty for a database without such a counter.
QString counterSql(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return u"SELECT xact_commit AS commits FROM pg_stat_database WHERE datname = current_database()"_s;
    case Dialect::MySql:
        return u"SELECT VARIABLE_VALUE AS commits FROM performance_schema.global_status WHERE VARIABLE_NAME = 'Handler_commit'"_s;
    case Dialect::MariaDb:
        // Com_commit knows only statements that say COMMIT, Binlog_commits nothing without a binary log.
        return u"SELECT VARIABLE_VALUE AS commits FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'HANDLER_COMMIT'"_s;
    case Dialect::SQLite:
        break;
    }
    return {};
}

} // namespace

std::optional<qint64> CommitRate::read(Session &session)
{
    const QString sql = counterSql(session.dialect());
    if (sql.isEmpty()) {
        m_told = false;
        return {};
    }
    const Result<Rows> rows = session.query(sql);
    if (!rows) {
        m_told = rows.error().kind != ErrorKind::Statement; // a slow server is asked again
        return {};
    }
    return rows->isEmpty() ? std::nullopt : std::optional(rows->number(0, u"commits"));
}

std::optional<float> CommitRate::ask(Session &session)
{
    if (!m_told || (m_sinceReading.isValid() && m_sinceReading.elapsed() < readEvery.count()))
        return m_rate;
    const std::optional<qint64> counter = read(session);
    const qint64 elapsed = m_sinceReading.isValid() ? m_sinceReading.elapsed() : 0;
    m_sinceReading.start();
    m_rate.reset();
    // Smaller than before: statistics were reset.
    if (counter && m_counter && *counter >= *m_counter && elapsed > 0)
        m_rate = static_cast<float>(static_cast<double>(*counter - *m_counter) * 1000 / static_cast<double>(elapsed));
    m_counter = counter;
    return m_rate;
}

} // namespace Whimbrel
