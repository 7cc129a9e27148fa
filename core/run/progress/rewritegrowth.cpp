// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/rewritegrowth.h"

#include "safety/reader.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;

/// These may, depending on the types and defaults; whether they do, the locks on new files tell.
const QSet<Kind> mayRewrite{Kind::AlterColumnType, Kind::AddColumn,     Kind::AddIdentity,     Kind::SetExpression,          Kind::SetLogged,
                            Kind::SetUnlogged,     Kind::SetTablespace, Kind::SetAccessMethod, Kind::RefreshMaterializedView};

/// The sizes are those of the last VACUUM: to ask for the real ones would wait for the very lock that the rewrite holds.
constexpr auto findSql = "WITH held AS MATERIALIZED (SELECT relation FROM pg_catalog.pg_locks WHERE pid = %1 AND locktype = 'relation' AND granted "
                         "AND mode = 'AccessExclusiveLock' AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())) "
                         "SELECT pg_catalog.pg_relation_filepath(c.oid) AS path, current_setting('block_size')::bigint * (c.relpages + coalesce(t.relpages, 0)) AS old, "
                         "current_setting('block_size')::bigint * (SELECT coalesce(sum(x.relpages), 0) FROM pg_catalog.pg_index i "
                         "JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid) AS indexes, "
                         "(SELECT string_agg(h.relation::text, ',') FROM held h WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class n WHERE n.oid = h.relation)) AS made "
                         "FROM held JOIN pg_catalog.pg_class c ON c.oid = held.relation LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid "
                         "WHERE c.relkind IN ('r', 'm') AND c.relname = ? ORDER BY c.relpages DESC LIMIT 1"_L1;

/// Of all the segments of a gigabyte that each may have.
constexpr auto sizeSql = "SELECT coalesce(sum((pg_catalog.pg_stat_file(f.path || CASE WHEN n = 0 THEN '' ELSE '.' || n END, true)).size), 0)::bigint AS size "
                         "FROM unnest(ARRAY[%1]) AS f (path), generate_series(0, %2) AS n"_L1;
constexpr qlonglong segment = 1024LL * 1024 * 1024;

constexpr std::chrono::milliseconds longestSearch(50); ///< for the size of a database: meanwhile nobody watches over those who wait
constexpr int mostSearches = 3;   ///< that took longer; then it is not asked for again
constexpr qint64 restFactor = 50; ///< times what it took

} // namespace

QString RewriteGrowth::rewrittenTable(const Statement &statement)
{
    const StatementReading reading = readStatement(statement, Dialect::PostgreSql);
    const auto found = std::ranges::find_if(reading.operations, [](const Operation &operation) { return mayRewrite.contains(operation.kind); });
    return found == reading.operations.end() ? QString() : found->relation.name;
}

RewriteGrowth::RewriteGrowth(const BackendId &run, QString table)
    : m_run(run)
    , m_table(std::move(table))
{
}

Result<> RewriteGrowth::look(Session &session, ProgressSample &sample)
{
    if (m_files.isEmpty()) {
        if (const Result<> found = find(session); !found || m_files.isEmpty())
            return found;
    }
    if (const Result<> read = m_seesFiles ? readFiles(session) : readDatabase(session); !read)
        return read;
    if (m_written < 0)
        return {};
    sample.source = m_seesFiles ? ProgressSample::Source::FileGrowth : ProgressSample::Source::DatabaseGrowth;
    sample.unit = ProgressSample::Unit::Bytes;
    sample.done = m_written;
    sample.phase = tr("writing the table anew");
    if (m_old <= 0)
        return {};
    sample.total = m_old;
    sample.fraction = double(std::min(m_written, m_old)) / double(m_old + m_indexes);
    if (m_written >= m_old) { // the new one may be the larger
        sample.phase = tr("writing the rest of the table, or building its indexes anew");
        sample.unit = ProgressSample::Unit::None;
        sample.done = sample.total = -1;
    }
    return {};
}

Result<> RewriteGrowth::find(Session &session)
{
    if (!m_prepared) {
        const Result<Rows> may = session.query(u"SELECT has_function_privilege('pg_catalog.pg_stat_file(text, boolean)', 'EXECUTE') AS may"_s);
        if (!may)
            return std::unexpected(may.error());
        m_seesFiles = may->boolean(0, u"may");
        m_prepared = true;
    }
    const Result<Rows> rows = session.query(findSql.arg(QString::number(m_run.pid)), {m_table});
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty() || rows->isNull(0, u"made"))
        return {};
    m_oldFile = rows->text(0, u"path");
    m_old = rows->number(0, u"old");
    m_indexes = rows->number(0, u"indexes");
    const QString folder = m_oldFile.left(m_oldFile.lastIndexOf(u'/') + 1);
    for (const QString &oid : rows->text(0, u"made").split(u','))
        m_files << folder + oid;
    return {};
}

Result<> RewriteGrowth::readFiles(Session &session)
{
    QStringList quoted;
    for (const QString &file : std::as_const(m_files))
        quoted << session.quotedLiteral(file);
    const auto size = [&](const QString &files) {
        const qlonglong segments = std::max(m_old, m_written) / segment + 1;
        return session.query(sizeSql.arg(files, QString::number(segments))).transform([](const Rows &rows) { return rows.number(0, u"size"); });
    };
    if (m_written < 0 && m_old == 0) { // never vacuumed
        const Result<qlonglong> old = size(session.quotedLiteral(m_oldFile));
        if (!old)
            return std::unexpected(old.error());
        m_old = *old;
    }
    const Result<qlonglong> written = size(quoted.join(u", "_s));
    if (!written)
        return std::unexpected(written.error());
    m_written = *written;
    return {};
}

/// A database of many files takes its time to be measured.
Result<> RewriteGrowth::readDatabase(Session &session)
{
    if (m_sinceAsked.isValid() && (m_givenUp == mostSearches || m_sinceAsked.elapsed() < m_cost * restFactor))
        return {};
    const SessionGuards usual = session.guards();
    SessionGuards brief = usual;
    brief.statementTimeout = longestSearch;
    if (const Result<> set = session.setGuards(brief); !set)
        return set;
    m_sinceAsked.start();
    const Result<Rows> rows = session.query(u"SELECT pg_catalog.pg_database_size(current_database()) AS size"_s);
    m_cost = m_sinceAsked.elapsed();
    if (const Result<> set = session.setGuards(usual); !set)
        return set;
    if (!rows && rows.error().kind == ErrorKind::ConnectionLost)
        return std::unexpected(rows.error());
    if (!rows) {
        ++m_givenUp;
        return {};
    }
    const qlonglong size = rows->number(0, u"size");
    if (m_databaseBefore < 0)
        m_databaseBefore = size;
    m_written = std::max<qlonglong>(0, size - m_databaseBefore);
    return {};
}

} // namespace Whimbrel
