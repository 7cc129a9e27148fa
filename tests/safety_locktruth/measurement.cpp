// SPDX-License-Identifier: GPL-3.0-or-later
#include "measurement.h"

#include "safety/catalog/catalogreader.h"
#include "sql/splitter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel::Test {

namespace {

// What the relations were, for comparison. Catalogs and TOAST are left out here and below.
const QString rememberSql = uR"(
    CREATE TABLE measure.before AS
    SELECT c.oid, n.nspname, c.relname, c.relkind, c.relfilenode, i.indrelid, pg_relation_size(c.oid) AS size,
           coalesce(s.seq_scan, 0) AS scans
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
         LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'measure'))"_s;

// A truncated table has a new file without rows, which is neither a rewrite nor a scan.
const QString lookSql = uR"(
    WITH held AS (SELECT relation, array_agg(mode) AS modes FROM pg_locks
                  WHERE locktype = 'relation' AND pid = %1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  GROUP BY relation)
    SELECT o.oid AS oid, coalesce(b.nspname, n.nspname) AS schema, coalesce(b.relname, c.relname) AS name, coalesce(b.relkind, c.relkind) AS kind,
           array_to_string(h.modes, ' ') AS modes, b.oid IS NULL AS new,
           coalesce(b.relkind IN ('r', 'm') AND b.relfilenode <> c.relfilenode AND NOT (b.size > 0 AND %4 = 0), false)
               AS rewritten,
           coalesce(b.relkind IN ('r', 'm') AND s.scans > %2 AND NOT (b.size > 0 AND %4 = 0), false) AS scanned,
           coalesce(b.relkind IN ('r', 'm') AND b.relfilenode = c.relfilenode AND EXISTS (
               SELECT FROM measure.before bi JOIN pg_index i ON i.indrelid = b.oid
                      JOIN pg_class ci ON ci.oid = i.indexrelid AND ci.relname = bi.relname
               WHERE bi.indrelid = b.oid AND bi.relkind = 'i' AND ci.relfilenode <> bi.relfilenode), false) AS rebuilt,
           coalesce(b.size = 0, true) AND coalesce(%4 = 0, true) AS empty,
           coalesce(tn.nspname || '.' || t.relname, bt.nspname || '.' || bt.relname, '') AS on_table
    FROM (SELECT oid FROM measure.before UNION SELECT relation FROM held) o
         LEFT JOIN measure.before b USING (oid) LEFT JOIN held h ON h.relation = o.oid
         LEFT JOIN pg_class c ON c.oid = o.oid LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
         LEFT JOIN pg_index i ON i.indexrelid = o.oid
         LEFT JOIN pg_class t ON t.oid = i.indrelid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
         LEFT JOIN measure.before bt ON bt.oid = b.indrelid
         LEFT JOIN LATERAL (SELECT %3 AS scans) s ON true
    WHERE coalesce(b.nspname, n.nspname) !~ '^pg_' AND coalesce(b.nspname, n.nspname) NOT IN ('information_schema', 'measure'))"_s;

QString strongest(const QStringList &modes)
{
    static const QStringList order{u"AccessShareLock"_s, u"RowShareLock"_s, u"RowExclusiveLock"_s, u"ShareUpdateExclusiveLock"_s,
                                   u"ShareLock"_s, u"ShareRowExclusiveLock"_s, u"ExclusiveLock"_s, u"AccessExclusiveLock"_s};
    QString found;
    for (const QString &mode : modes) {
        if (order.indexOf(mode) > order.indexOf(found))
            found = mode;
    }
    return found;
}

void require(const auto &result, const QString &what)
{
    if (!result)
        qFatal("%s: %s", qPrintable(what), qPrintable(result.error().toString()));
}

QList<MeasuredRelation> measuredRelations(const Rows &rows, const QHash<QString, QStringList> &names)
{
    QList<MeasuredRelation> relations;
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        MeasuredRelation relation;
        relation.schema = rows.text(row, u"schema");
        relation.name = rows.text(row, u"name");
        relation.kind = rows.text(row, u"kind").at(0);
        relation.table = rows.text(row, u"on_table");
        relation.lock = strongest(rows.text(row, u"modes").split(u' ', Qt::SkipEmptyParts));
        relation.isNew = rows.boolean(row, u"new");
        relation.rewritten = rows.boolean(row, u"rewritten");
        relation.scanned = rows.boolean(row, u"scanned");
        relation.rebuilt = rows.boolean(row, u"rebuilt");
        relation.wasEmpty = rows.boolean(row, u"empty");
        relation.names = names.value(rows.text(row, u"oid"));
        relation.names.append(relation.fullName());
        relations.append(relation);
    }
    return relations;
}

/// Adds what was seen at another moment: the strongest lock of both.
void merge(QList<MeasuredRelation> &all, const QList<MeasuredRelation> &seen)
{
    for (const MeasuredRelation &relation : seen) {
        const auto found = std::ranges::find_if(all, [&](const MeasuredRelation &r) { return r.fullName() == relation.fullName(); });
        if (found == all.end())
            all.append(relation);
        else
            found->lock = strongest({found->lock, relation.lock});
    }
}

} // namespace

LockTruth::LockTruth(PostgresServer &server, QString schema)
    : m_server(server)
    , m_schema(std::move(schema))
{
}

LockTruth::~LockTruth() = default;

/// Every database but the first is a copy of it, which costs a tenth of making it.
void LockTruth::makeDatabase()
{
    m_session.reset();
    if (m_database.isEmpty()) {
        m_database = m_server.createDatabase();
        auto session = Session::open(m_server.settings(m_database), SessionRole::Run);
        require(session, u"open"_s);
        run(**session, u"CREATE SCHEMA measure;\n"_s + m_schema);
        m_searchPath = (*session)->query(u"SHOW search_path"_s)->text(0, u"search_path");
        require((*session)->query(u"ALTER DATABASE %1 SET search_path = %2"_s.arg(m_database, m_searchPath)), u"search path"_s);
    }
    const QString copy = m_database + u"_copy"_s;
    const auto maintenance = Session::open(m_server.settings(u"postgres"_s), SessionRole::Run);
    require(maintenance, u"open"_s);
    require((*maintenance)->query(u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(copy)), u"drop"_s);
    require((*maintenance)->query(u"CREATE DATABASE %1 TEMPLATE %2 STRATEGY file_copy"_s.arg(copy, m_database)), u"copy"_s);
    require((*maintenance)->query(u"ALTER DATABASE %1 SET search_path = %2"_s.arg(copy, m_searchPath)), u"search path"_s);
    auto session = Session::open(m_server.settings(copy), SessionRole::Run);
    require(session, u"open"_s);
    m_session = std::move(*session);
    m_dirty = false;
}

void LockTruth::run(Session &session, const QString &script)
{
    const SplitScript split = splitScript(script, Dialect::PostgreSql);
    QList<const Statement *> statements;
    for (const Statement &statement : split.statements)
        statements.append(&statement);
    require(session.executeTogether(std::span(statements.constData(), size_t(statements.size())), [](const StatementOutcome &) {}), script);
}

void LockTruth::prepare(const StatementForm &form)
{
    if (m_dirty)
        makeDatabase();
    if (form.setup.isEmpty())
        return;
    m_dirty = true;
    run(*m_session, form.setup);
}

Catalog LockTruth::catalog()
{
    const auto session = Session::open(m_session->settings(), SessionRole::Browse);
    require(session, u"open"_s);
    Result<ReadCatalog> read = readCatalog(**session);
    require(read, u"read the catalog"_s);
    return std::move(read->catalog);
}

void LockTruth::rememberBefore()
{
    require(m_session->query(u"DROP TABLE IF EXISTS measure.before"_s), u"before"_s);
    require(m_session->query(rememberSql), u"before"_s);
}

Measurement LockTruth::measure(const StatementForm &form)
{
    rememberBefore();
    return form.kind == StatementForm::Kind::InTransaction ? measureInTransaction(form) : measureOutside(form);
}

QList<MeasuredRelation> LockTruth::measured(const QString &pid, const QString &scansBefore, const QString &scansNow, const QString &sizeNow)
{
    const Result<Rows> rows = m_session->query(lookSql.arg(pid, scansBefore, scansNow, sizeNow));
    require(rows, u"look"_s);
    return measuredRelations(*rows, m_names);
}

QList<MeasuredRelation> LockTruth::look(qint64 pid)
{
    return measured(QString::number(pid), u"0"_s, u"pg_stat_get_xact_numscans(o.oid)"_s, u"pg_relation_size(c.oid)"_s);
}

/// Names that relations have between the statements of a form.
void LockTruth::rememberNames()
{
    const Result<Rows> rows = m_session->query(u"SELECT c.oid, n.nspname || '.' || c.relname AS name FROM pg_class c"
                                               " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_'"_s);
    require(rows, u"names"_s);
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        m_names[rows->text(row, u"oid")].append(rows->text(row, u"name"));
}

Measurement LockTruth::measureInTransaction(const StatementForm &form)
{
    Measurement measured;
    m_names.clear();
    // Counters of the transactions before, which this session has not handed in yet, would count as scans of this one.
    require(m_session->query(u"SELECT pg_stat_force_next_flush()"_s), u"flush"_s);
    require(m_session->begin(), u"begin"_s);
    const QList<Statement> statements = splitScript(form.text, Dialect::PostgreSql).statements;
    for (qsizetype i = 0; i < statements.size() && !measured.error; ++i) {
        const Result<StatementOutcome> done = m_session->execute(statements.at(i));
        if (!done) {
            measured.error = done.error();
            measured.failedAt = i;
        } else if (statements.size() > 1) {
            rememberNames();
        }
    }
    if (measured.error)
        measured.refusedInTransaction = measured.error->code == "25001"_L1;
    else
        measured.relations = look(m_session->backend().pid);
    require(m_session->rollback(), u"rollback"_s);
    return measured;
}

/// Such a statement runs several times in a session of its own, while others hold a lock on every table: one that readers hold, one
/// that writers hold, one that VACUUM holds, and one that nobody gets past, so that the locks it holds for a moment only are seen too.
/// Whenever it waits, its locks are read and those it waits for are let go.
Measurement LockTruth::measureOutside(const StatementForm &form)
{
    Measurement measured = measureInTransaction(form);
    measured.error.reset();
    measured.failedAt = -1;
    const QString text = splitScript(form.text, Dialect::PostgreSql).statements.constFirst().text;
    for (const QString &lock : {u"ACCESS SHARE"_s, u"ROW EXCLUSIVE"_s, u"SHARE UPDATE EXCLUSIVE"_s, u"ACCESS EXCLUSIVE"_s}) {
        if (m_dirty)
            makeDatabase();
        prepare(form);
        require(m_session->query(u"SELECT pg_stat_force_next_flush()"_s), u"flush"_s);
        rememberBefore();
        watch(text, lock, measured);
        m_dirty = true;
    }
    QList<MeasuredRelation> after = this->measured(u"0"_s, u"b.scans"_s, u"pg_stat_get_numscans(o.oid)"_s, u"pg_relation_size(c.oid)"_s);
    merge(after, measured.relations);
    measured.relations = after;
    return measured;
}

/// Sessions that hold a lock on one table each.
std::map<qint64, std::unique_ptr<Session>> LockTruth::holders(const QString &lock)
{
    std::map<qint64, std::unique_ptr<Session>> holders;
    const Rows tables = *m_session->query(u"SELECT format('%I.%I', nspname, relname) AS name, relkind FROM measure.before"
                                          " WHERE relkind IN ('r', 'p', 'm')"_s);
    for (qsizetype row = 0; row < tables.rows.size(); ++row) {
        const QString name = tables.text(row, u"name");
        const QString kind = tables.text(row, u"relkind");
        auto session = Session::open(m_session->settings(), SessionRole::Run);
        require(session, u"open"_s);
        require((*session)->begin(), u"begin"_s);
        if (lock == "ACCESS SHARE"_L1 && kind != "p"_L1) // which locks the indexes, too
            require((*session)->query(u"SELECT count(*) FROM ONLY "_s + name), u"read"_s);
        else if (kind != "m"_L1)
            require((*session)->query(u"LOCK TABLE ONLY %1 IN %2 MODE"_s.arg(name, lock)), u"lock"_s);
        holders.emplace((*session)->backend().pid, std::move(*session));
    }
    return holders;
}

void LockTruth::watch(const QString &statement, const QString &holderLock, Measurement &measured)
{
    auto holders = this->holders(holderLock);
    SessionThread waiter(m_session->settings(), SessionRole::Run);
    const qint64 pid = *waiter.run([](Session &session, const std::stop_token &) -> Result<qint64> {
        SessionGuards guards;
        guards.lockTimeout = 20s;
        if (const Result<> set = session.setGuards(guards); !set)
            return std::unexpected(set.error());
        return session.backend().pid;
    }).result();
    const auto future = waiter.run([statement](Session &session, const std::stop_token &) {
        auto done = session.query(statement);
        if (done)
            session.query(u"SELECT pg_stat_force_next_flush()"_s);
        return done;
    });
    while (!future.isFinished()) {
        const Rows blockers = *m_session->query(u"SELECT unnest(pg_blocking_pids(%1)) AS pid"_s.arg(pid));
        // From outside only locks can be seen; asking for a size would wait for them.
        QList<MeasuredRelation> seen = this->measured(QString::number(pid), u"0"_s, u"0"_s, u"0"_s);
        for (MeasuredRelation &relation : seen)
            relation.scanned = relation.rewritten = relation.rebuilt = false;
        merge(measured.relations, seen);
        for (qsizetype row = 0; row < blockers.rows.size(); ++row)
            holders.erase(blockers.number(row, u"pid"));
    }
    measured.error.reset();
    if (const auto done = future.result(); !done)
        measured.error = done.error();
    measured.failedAt = measured.error ? 0 : -1;
}

} // namespace Whimbrel::Test
