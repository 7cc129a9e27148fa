// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/postgresqlprogress.h"

#include "run/progress/phases.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The name, the age and the state of the session %1, as JSON.
constexpr auto lockerSql = "(SELECT jsonb_build_object('pid', a.pid, 'application', a.application_name, 'user', a.usename, 'state', a.state, "
                           "'ageMs', floor(extract(epoch FROM clock_timestamp() - a.xact_start) * 1000)) "
                           "FROM pg_catalog.pg_stat_activity a WHERE a.pid = %1)"_L1;

/// As one row, named after the view; by JSON the columns keep their names, which differ between servers.
constexpr auto viewSql = "SELECT '%1' AS name, to_jsonb(p)%2 AS told FROM pg_catalog.pg_stat_progress_%1 p WHERE p.pid = %3"_L1;

/// A wait that is not one of a phase's own.
constexpr auto waitSql = "SELECT 'wait' AS name, jsonb_build_object('locker', %1) AS told FROM pg_catalog.pg_stat_activity w "
                         "WHERE w.pid = %2 AND w.wait_event_type = 'Lock'"_L1;

constexpr auto sessionSql = "SELECT 'session' AS name, NULL::jsonb AS told FROM pg_catalog.pg_stat_activity WHERE pid = %1"_L1;

/// What a view has to tell besides its columns.
QString besides(const QString &view)
{
    if (view == "create_index"_L1)
        return u" || jsonb_build_object('locker', %1)"_s.arg(lockerSql.arg("nullif(p.current_locker_pid, 0)"_L1));
    if (view == "cluster"_L1)
        return u" || jsonb_build_object('indexes', (SELECT count(*) FROM pg_catalog.pg_index i WHERE i.indrelid = p.relid))"_s;
    return {};
}

std::optional<ProgressLocker> lockerFrom(const QJsonObject &row)
{
    const QJsonObject told = row.value("locker"_L1).toObject();
    ProgressLocker locker{.pid = told.value("pid"_L1).toInteger(),
                          .application = told.value("application"_L1).toString(),
                          .user = told.value("user"_L1).toString(),
                          .state = told.value("state"_L1).toString(),
                          .ageMs = told.value("ageMs"_L1).toInteger(-1)};
    return locker.pid > 0 ? std::optional(std::move(locker)) : std::nullopt;
}

} // namespace

PostgreSqlProgress::PostgreSqlProgress(const BackendId &run, const Statement &statement)
    : m_run(run)
    , m_statement(statement)
{
}

/// Which views there are, and whether the statement may write a table anew.
Result<> PostgreSqlProgress::prepare(Session &session)
{
    if (!m_sql.isEmpty())
        return {};
    const Result<Rows> views = session.query(u"SELECT substring(relname FROM 18) AS name FROM pg_catalog.pg_class WHERE relname IN "
                                             "('pg_stat_progress_create_index', 'pg_stat_progress_vacuum', 'pg_stat_progress_cluster', "
                                             "'pg_stat_progress_analyze', 'pg_stat_progress_copy') "
                                             "AND relnamespace = 'pg_catalog'::regnamespace ORDER BY relname DESC"_s);
    if (!views)
        return std::unexpected(views.error());
    const QString pid = QString::number(m_run.pid);
    QStringList parts;
    for (qsizetype i = 0; i < views->rows.size(); ++i) {
        const QString name = views->text(i, u"name");
        parts << viewSql.arg(name, besides(name), pid);
    }
    parts << waitSql.arg(lockerSql.arg(u"(pg_catalog.pg_blocking_pids(%1))[1]"_s.arg(pid)), pid);
    parts << sessionSql.arg(pid);
    m_sql = parts.join(u" UNION ALL "_s);
    if (const QString table = RewriteGrowth::rewrittenTable(m_statement); !table.isEmpty())
        m_rewrite.emplace(m_run, table);
    return {};
}

Result<ProgressSample> PostgreSqlProgress::look(Session &session)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    const Result<Rows> rows = session.query(m_sql);
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return withoutSession();
    ProgressSample sample;
    std::optional<ProgressLocker> locker;
    for (qsizetype i = 0; i < rows->rows.size(); ++i) {
        const QJsonObject row = QJsonDocument::fromJson(rows->text(i, u"told").toUtf8()).object();
        const QString name = rows->text(i, u"name");
        if (!locker)
            locker = lockerFrom(row);
        if (name != "wait"_L1 && name != "session"_L1)
            sample = fromView(name, row);
    }
    if (sample.source == ProgressSample::Source::None && m_rewrite) {
        if (const Result<> grown = m_rewrite->look(session, sample); !grown)
            return std::unexpected(grown.error());
    }
    sample.locker = locker;
    return sample;
}

ProgressSample PostgreSqlProgress::fromView(const QString &view, const QJsonObject &row) const
{
    if (view == "create_index"_L1)
        return indexProgress(row);
    if (view == "cluster"_L1)
        return clusterProgress(row);
    if (view == "vacuum"_L1)
        return vacuumProgress(row);
    if (view == "analyze"_L1)
        return analyzeProgress(row);
    return copyProgress(row, m_statement.copyData.toUtf8().size());
}

} // namespace Whimbrel
