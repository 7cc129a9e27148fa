// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/journal.h"

#include <QCoreApplication>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Of the table's layout, in each row: a newer Whimbrel may add columns and still reads these.
constexpr int layoutVersion = 2; // 2: with the column state

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

Result<> done(const Result<Rows> &rows)
{
    if (!rows)
        return std::unexpected(rows.error());
    return {};
}

/// The table as the session reaches it: where a migration went on with USE, the journal stays in the connection's database.
QString placeOf(const Session &session)
{
    if (session.dialect() == Dialect::PostgreSql)
        return u"whimbrel.journal"_s;
    const QString database = session.settings().database;
    if (!isMySqlFamily(session.dialect()) || database.isEmpty())
        return u"whimbrel_journal"_s;
    return session.quotedIdentifier(database) + u".whimbrel_journal"_s;
}

QString createStatement(const Session &session)
{
    switch (session.dialect()) {
    case Dialect::PostgreSql:
        return uR"(CREATE TABLE IF NOT EXISTS whimbrel.journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layout integer NOT NULL,
    history_table text NOT NULL,
    run_id text NOT NULL,
    version text NOT NULL,
    direction text NOT NULL,
    outcome text NOT NULL,
    checksum text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    duration_ms bigint NOT NULL,
    statements_done integer NOT NULL,
    statements_total integer NOT NULL,
    done_checksum text NOT NULL,
    message text NOT NULL,
    state text,
    UNIQUE (run_id, version, direction)
))"_s;
    case Dialect::SQLite:
        return uR"(CREATE TABLE IF NOT EXISTS whimbrel_journal (
    id integer PRIMARY KEY,
    layout integer NOT NULL,
    history_table text NOT NULL,
    run_id text NOT NULL,
    version text NOT NULL,
    direction text NOT NULL,
    outcome text NOT NULL,
    checksum text NOT NULL,
    recorded_at text NOT NULL,
    recorded_by text NOT NULL,
    duration_ms integer NOT NULL,
    statements_done integer NOT NULL,
    statements_total integer NOT NULL,
    done_checksum text NOT NULL,
    message text NOT NULL,
    state text,
    UNIQUE (run_id, version, direction)
))"_s;
    case Dialect::MySql:
    case Dialect::MariaDb:
        break;
    }
    return uR"(CREATE TABLE IF NOT EXISTS %1 (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    layout integer NOT NULL,
    history_table varchar(255) NOT NULL,
    run_id varchar(64) CHARACTER SET ascii NOT NULL,
    version varchar(128) NOT NULL,
    direction varchar(8) CHARACTER SET ascii NOT NULL,
    outcome varchar(16) CHARACTER SET ascii NOT NULL,
    checksum varchar(64) CHARACTER SET ascii NOT NULL,
    recorded_at datetime(3) NOT NULL,
    recorded_by varchar(255) NOT NULL,
    duration_ms bigint NOT NULL,
    statements_done integer NOT NULL,
    statements_total integer NOT NULL,
    done_checksum varchar(64) CHARACTER SET ascii NOT NULL,
    message text NOT NULL,
    state text,
    UNIQUE KEY (run_id, version, direction)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4)"_s.arg(placeOf(session));
}

/// As each database reads a time in UTC.
QString timeText(const QDateTime &time, Dialect dialect)
{
    const QString text = time.toUTC().toString(Qt::ISODateWithMs); // ends in Z
    return isMySqlFamily(dialect) ? text.chopped(1) : text;
}

/// An expression that gives recorded_at as ISO 8601 in UTC.
QString timeExpression(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return uR"(to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))"_s;
    case Dialect::MySql:
    case Dialect::MariaDb:
        return u"CONCAT(DATE_FORMAT(recorded_at, '%Y-%m-%dT%H:%i:%s'), '.', LPAD(MICROSECOND(recorded_at) DIV 1000, 3, '0'), 'Z')"_s;
    case Dialect::SQLite:
        break;
    }
    return u"recorded_at"_s;
}

/// One row, `found` = 1 where the table is there and the role may read it.
QString existsQuery(const Session &session)
{
    switch (session.dialect()) {
    case Dialect::PostgreSql:
        return u"SELECT count(*) AS found FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
               "WHERE n.nspname = 'whimbrel' AND c.relname = 'journal' AND has_schema_privilege(n.oid, 'USAGE') "
               "AND has_table_privilege(c.oid, 'SELECT')"_s;
    case Dialect::MySql:
    case Dialect::MariaDb:
        return u"SELECT count(*) AS found FROM information_schema.tables WHERE table_schema = %1 AND table_name = 'whimbrel_journal'"_s
            .arg(session.settings().database.isEmpty() ? u"database()"_s : session.quotedLiteral(session.settings().database));
    case Dialect::SQLite:
        break;
    }
    return u"SELECT count(*) AS found FROM sqlite_master WHERE type = 'table' AND name = 'whimbrel_journal'"_s;
}

Direction directionOf(const Rows &rows, qsizetype row)
{
    return rows.text(row, u"direction") == u"down" ? Direction::Down : Direction::Up;
}

Result<> createSchema(Session &session)
{
    // Only where it is missing: IF NOT EXISTS asks for the right to create schemas even when there is nothing to do.
    const Result<Rows> found = session.query(u"SELECT count(*) AS found FROM pg_catalog.pg_namespace WHERE nspname = 'whimbrel'"_s);
    if (!found)
        return std::unexpected(found.error());
    if (found->number(0, u"found") > 0)
        return {};
    return done(session.query(u"CREATE SCHEMA IF NOT EXISTS whimbrel"_s));
}

/// A table of an earlier layout gets the column that is new.
Result<> completeLayout(Session &session)
{
    if (session.query(u"SELECT state FROM %1 WHERE 1 = 0"_s.arg(placeOf(session))))
        return {};
    return done(session.query(u"ALTER TABLE %1 ADD COLUMN state text"_s.arg(placeOf(session))));
}

/// MariaDB has no function that tells: a write that finds nothing does.
Result<> tryToWrite(Session &session)
{
    const QString place = placeOf(session);
    return done(session.query(u"UPDATE %1 SET state = state WHERE 1 = 0"_s.arg(place))).and_then([&] {
        return done(session.query(u"INSERT INTO %1 SELECT * FROM %1 WHERE 1 = 0"_s.arg(place)));
    });
}

Result<> checkWritable(Session &session)
{
    if (isMySqlFamily(session.dialect()))
        return tryToWrite(session);
    if (session.dialect() == Dialect::SQLite)
        return {};
    const Result<Rows> may = session.query(
        u"SELECT has_table_privilege('whimbrel.journal', 'SELECT') "
        "AND has_table_privilege('whimbrel.journal', 'INSERT') AND has_table_privilege('whimbrel.journal', 'UPDATE') AS may"_s);
    if (!may)
        return std::unexpected(may.error());
    if (!may->boolean(0, u"may"))
        return failure(ErrorKind::Statement, tr("The role may not write the table whimbrel.journal."));
    return {};
}

/// What a later row of the same attempt changes in the first.
QString onConflict(Dialect dialect)
{
    const auto clause = [](const QString &head, const QString &assignment) {
        QStringList assignments;
        for (const auto *column : {"outcome", "recorded_at", "duration_ms", "statements_done", "done_checksum", "message", "state"})
            assignments << assignment.arg(QLatin1StringView(column));
        return head + assignments.join(u", "_s);
    };
    static const QString ofMySql = clause(u" ON DUPLICATE KEY UPDATE "_s, u"%1 = VALUES(%1)"_s);
    static const QString ofOthers = clause(u" ON CONFLICT (run_id, version, direction) DO UPDATE SET "_s, u"%1 = excluded.%1"_s);
    return isMySqlFamily(dialect) ? ofMySql : ofOthers;
}

} // namespace

Journal::Journal(bool enabled, QString historyTable)
    : m_enabled(enabled)
    , m_historyTable(std::move(historyTable))
{
}

QString Journal::tableName(Dialect dialect) const
{
    return dialect == Dialect::PostgreSql ? u"whimbrel.journal"_s : u"whimbrel_journal"_s;
}

Result<Journal::State> Journal::state(Session &session) const
{
    if (!m_enabled)
        return State::Off;
    const Result<Rows> rows = session.query(existsQuery(session));
    if (!rows)
        return std::unexpected(rows.error());
    return rows->number(0, u"found") > 0 ? State::Present : State::Absent;
}

Result<> Journal::create(Session &session) const
{
    if (session.dialect() == Dialect::PostgreSql) {
        if (const Result<> schema = createSchema(session); !schema)
            return schema;
    }
    const Result<State> present = state(session);
    if (!present)
        return std::unexpected(present.error());
    if (*present == State::Absent) {
        if (const Result<> created = done(session.query(createStatement(session))); !created)
            return created;
    }
    if (*present == State::Present) {
        if (const Result<> completed = completeLayout(session); !completed)
            return completed;
    }
    return checkWritable(session);
}

Result<QHash<QString, JournalSummary>> Journal::read(Session &session) const
{
    // All columns: a table that an earlier Whimbrel made lacks some until the next run.
    const QString sql = u"SELECT j.*, %1 AS recorded_at_utc FROM %2 j WHERE history_table = ? ORDER BY id"_s
                            .arg(timeExpression(session.dialect()), placeOf(session));
    const Result<Rows> rows = session.query(sql, {m_historyTable});
    if (!rows)
        return std::unexpected(rows.error());
    QHash<QString, JournalSummary> summaries;
    summaries.reserve(rows->rows.size());
    for (qsizetype i = 0; i < rows->rows.size(); ++i) {
        JournalSummary summary;
        summary.version = rows->text(i, u"version");
        summary.direction = directionOf(*rows, i);
        summary.outcome = rows->text(i, u"outcome");
        summary.checksum = rows->text(i, u"checksum");
        summary.at = QDateTime::fromString(rows->text(i, u"recorded_at_utc"), Qt::ISODateWithMs);
        summary.by = rows->text(i, u"recorded_by");
        summary.durationMs = rows->number(i, u"duration_ms");
        summary.statementsDone = static_cast<int>(rows->number(i, u"statements_done"));
        summary.statementsTotal = static_cast<int>(rows->number(i, u"statements_total"));
        summary.doneChecksum = rows->text(i, u"done_checksum");
        summary.runId = rows->text(i, u"run_id");
        summary.message = rows->text(i, u"message");
        summary.state = rows->text(i, u"state");
        summaries.insert(summary.version, summary); // in the order of the attempts: the last one stays
    }
    return summaries;
}

Result<QList<MigrationDuration>> Journal::durations(Session &session) const
{
    const Result<Rows> rows = session.query(u"SELECT version, direction, checksum, duration_ms, %1 AS recorded_at FROM %2 WHERE history_table = ? "
                                            "AND outcome IN ('applied', 'reverted') AND checksum <> '' AND duration_ms >= 0 "
                                            "ORDER BY version, direction, checksum, duration_ms DESC, id DESC"_s
                                                .arg(timeExpression(session.dialect()), placeOf(session)),
                                            {m_historyTable});
    if (!rows)
        return std::unexpected(rows.error());
    QList<MigrationDuration> durations;
    for (qsizetype i = 0; i < rows->rows.size(); ++i) {
        MigrationDuration duration{.version = rows->text(i, u"version"),
                                   .direction = directionOf(*rows, i),
                                   .checksum = rows->text(i, u"checksum"),
                                   .ms = rows->number(i, u"duration_ms"),
                                   .at = QDateTime::fromString(rows->text(i, u"recorded_at"), Qt::ISODateWithMs)};
        // Sorted: the longest of each is the first.
        const bool isFirst = durations.isEmpty() || durations.constLast().version != duration.version
            || durations.constLast().direction != duration.direction || durations.constLast().checksum != duration.checksum;
        if (isFirst)
            durations << std::move(duration);
    }
    return durations;
}

Result<Journal::Standing> Journal::standing(Session &session, const JournalSummary &entry) const
{
    const Result<Rows> rows = session.query(u"SELECT statements_done, state FROM %1 WHERE run_id = ? AND version = ? AND direction = ?"_s
                                                .arg(placeOf(session)),
                                            {entry.runId, entry.version, directionId(entry.direction)});
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return Standing{};
    return Standing{.statementsDone = static_cast<int>(rows->number(0, u"statements_done")), .state = rows->text(0, u"state")};
}

Result<> Journal::begin(Session &session, const JournalSummary &entry) const
{
    return write(session, entry);
}

Result<> Journal::progress(Session &session, const JournalSummary &entry) const
{
    return done(session.query(progressStatement(session, entry).text));
}

Statement Journal::progressStatement(const Session &session, const JournalSummary &entry) const
{
    const auto text = [&](const QString &value) { return session.quotedLiteral(value); };
    Statement statement;
    statement.text = u"UPDATE %1 SET statements_done = %2, done_checksum = %3, state = %4 WHERE run_id = %5 AND version = %6 AND direction = %7"_s
                         .arg(placeOf(session), QString::number(entry.statementsDone), text(entry.doneChecksum), text(entry.state), text(entry.runId),
                              text(entry.version), text(directionId(entry.direction)));
    return statement;
}

Result<> Journal::finish(Session &session, const JournalSummary &entry) const
{
    return write(session, entry);
}

Result<> Journal::write(Session &session, const JournalSummary &entry) const
{
    return done(session.query(entryStatement(session, entry)));
}

QString Journal::entryStatement(const Session &session, const JournalSummary &entry) const
{
    const auto text = [&](const QString &value) { return session.quotedLiteral(value); };
    const QStringList values{QString::number(layoutVersion),
                             text(m_historyTable),
                             text(entry.runId),
                             text(entry.version),
                             text(directionId(entry.direction)),
                             text(entry.outcome),
                             text(entry.checksum),
                             text(timeText(entry.at, session.dialect())),
                             text(entry.by),
                             QString::number(entry.durationMs),
                             QString::number(entry.statementsDone),
                             QString::number(entry.statementsTotal),
                             text(entry.doneChecksum),
                             text(entry.message),
                             text(entry.state)};
    return u"INSERT INTO "_s + placeOf(session)
        + u" (layout, history_table, run_id, version, direction, outcome, checksum, recorded_at, recorded_by, duration_ms, statements_done, "
          "statements_total, done_checksum, message, state) VALUES ("_s
        + values.join(u", "_s) + u')' + onConflict(session.dialect());
}

} // namespace Whimbrel
