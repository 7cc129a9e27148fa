// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripts.h"
#include "sessiontest.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::statementOf;

/// Rows that differ in their literals are prepared once. Nobody may be able to tell.
class TstSqliteRows : public Test::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void rowsAreThoseOfTheirText();
    void failuresNameTheirStatement();
    void schemaMayChangeBetween();
    void rowsAreCounted();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Each in columns of all affinities, with what a trigger and a computed column make of it.
constexpr auto table = R"(CREATE TABLE t (
    id INTEGER PRIMARY KEY, i INTEGER, r REAL, n NUMERIC, s TEXT, b BLOB, o,
    g TEXT AS (typeof(o) || quote(o)) STORED))";

constexpr auto trigger = R"(CREATE TRIGGER seen AFTER INSERT ON t BEGIN
    INSERT INTO log VALUES (quote(new.i) || quote(new.s) || quote(new.o));
END)";

QString insert(int id, const QString &literal)
{
    return u"INSERT INTO t (id, i, r, n, s, b, o) VALUES (%1, %2, %2, %2, %2, %2, %2)"_s.arg(QString::number(id), literal);
}

} // namespace

void TstSqliteRows::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = *ConnectionSettings::fromUrl(u"sqlite:shop.db"_s, QDir(m_folder->path()));
}

void TstSqliteRows::cleanup()
{
    m_folder.reset();
}

void TstSqliteRows::rowsAreThoseOfTheirText()
{
    const QStringList literals{u"1"_s, u"0"_s, u"007"_s, u"999999999999999999"_s, u"9223372036854775807"_s, u"9223372036854775808"_s,
                               u"12.50"_s, u"3."_s, u"2"_s, u"''"_s, u"'1'"_s, u"'1.0'"_s, u"' 7 '"_s, u"'it''s'"_s, u"''''"_s,
                               u"'a\nb -- c /* ; '"_s, u"'é😀'"_s, u"'?'"_s, u"'x'"_s, u"NULL"_s, u"'y'"_s, u"'z'"_s, u"5"_s, u"6"_s};
    const auto session = open();
    QVERIFY(session);
    for (const QString &name : {u"together"_s, u"apart"_s}) {
        VERIFY_RESULT(session->execute(statementOf(QLatin1StringView(table))));
        VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE log (what TEXT)"_s)));
        VERIFY_RESULT(session->execute(statementOf(QLatin1StringView(trigger))));
        int id = 0;
        for (const QString &literal : literals) {
            VERIFY_RESULT(session->execute(statementOf(insert(++id, literal))));
            if (name == "apart"_L1) // nothing is like the one before it
                VERIFY_RESULT(session->execute(statementOf(u"SELECT 1"_s)));
        }
        VERIFY_RESULT(session->execute(statementOf(u"ALTER TABLE t RENAME TO "_s + name)));
        VERIFY_RESULT(session->execute(statementOf(u"ALTER TABLE log RENAME TO log_"_s + name)));
        VERIFY_RESULT(session->execute(statementOf(u"DROP TRIGGER seen"_s)));
    }
    const QString rows = u"SELECT id, typeof(i) || quote(i) AS i, typeof(r) || quote(r) AS r, typeof(n) || quote(n) AS n, "
                         "typeof(s) || quote(s) AS s, typeof(b) || quote(b) AS b, g FROM %1 ORDER BY id"_s;
    const Result<Rows> together = session->query(rows.arg(u"together"_s));
    const Result<Rows> apart = session->query(rows.arg(u"apart"_s));
    VERIFY_RESULT(together);
    VERIFY_RESULT(apart);
    QCOMPARE(together->rows.size(), literals.size());
    for (qsizetype row = 0; row < literals.size(); ++row) {
        for (const QString &column : {u"i"_s, u"r"_s, u"n"_s, u"s"_s, u"b"_s, u"g"_s})
            QCOMPARE(together->text(row, column), apart->text(row, column));
    }
    const Result<Rows> log = session->query(u"SELECT count(*) AS n FROM log_together a JOIN log_apart b ON a.rowid = b.rowid AND a.what = b.what"_s);
    VERIFY_RESULT(log);
    QCOMPARE(log->number(0, u"n"), literals.size());
}

void TstSqliteRows::failuresNameTheirStatement()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (a INTEGER UNIQUE CHECK (a < 10), s TEXT)"_s)));
    Error alone;
    for (const QString &before : {u"SELECT 1"_s, u"INSERT INTO t VALUES (%1, 'before')"_s}) {
        for (const int value : {1, 2, 3})
            VERIFY_RESULT(session->execute(statementOf(before.contains(u'%') ? before.arg(value) : before)));
        Statement statement = statementOf(u"INSERT INTO t VALUES (10, 'too much')"_s);
        statement.start = {100, 7, 3};
        const auto failed = session->execute(statement);
        VERIFY_ERROR(failed, ErrorKind::Statement);
        if (alone.message.isEmpty())
            alone = failed.error();
        QCOMPARE(failed.error().message, alone.message);
        QCOMPARE(failed.error().code, alone.code);
        QCOMPARE(failed.error().position.line, alone.position.line);
        QCOMPARE(failed.error().position.column, alone.position.column);
    }
    // And the next one of the same form is a row again.
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (4, 'after')"_s)));
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 4);
}

void TstSqliteRows::schemaMayChangeBetween()
{
    const auto session = open();
    const auto other = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (a INTEGER)"_s)));
    for (const int value : {1, 2, 3})
        VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (%1)"_s.arg(value))));
    VERIFY_RESULT(other->execute(statementOf(u"ALTER TABLE t ADD COLUMN b DEFAULT 7"_s))); // somebody else
    VERIFY_ERROR(session->execute(statementOf(u"INSERT INTO t VALUES (4)"_s)), ErrorKind::Statement);
    VERIFY_RESULT(other->execute(statementOf(u"ALTER TABLE t DROP COLUMN b"_s)));
    VERIFY_RESULT(session->query(u"SELECT * FROM t"_s)); // SQLite itself goes on with the schema that it knows until something reads it
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (5)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (6)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"DROP TABLE t"_s)));
    VERIFY_ERROR(session->execute(statementOf(u"INSERT INTO t VALUES (7)"_s)), ErrorKind::Statement);
    VERIFY_RESULT(session->resetState());
}

void TstSqliteRows::rowsAreCounted()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (a INTEGER, s TEXT)"_s)));
    VERIFY_RESULT(session->begin());
    for (const int value : {1, 2, 3}) {
        const auto inserted = session->execute(statementOf(u"INSERT INTO t VALUES (%1, 'a'), (%1, NULL)"_s.arg(value)));
        VERIFY_RESULT(inserted);
        QCOMPARE(inserted->rows, 2);
    }
    VERIFY_RESULT(session->commit());
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (4, 'a'), (4, NULL)"_s)));
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 6);
}

WHIMBREL_TEST(TstSqliteRows)
#include "tst_sqliterows.moc"
