// SPDX-License-Identifier: GPL-3.0-or-later
#include "databases.h"
#include "run/resume/recovery.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;
using Fate = StatementFate::Fate;

/// A procedure or a block that commits some of its work before the server refuses the rest.
class TstKeptPart : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isNotTakenForNothing_data();
    void isNotTakenForNothing();
    void isNotTriedAgain();

private:
    static QList<Fate> fatesOf(const ScriptedProject &project)
    {
        const auto session = Session::open(project.settings(), SessionRole::Browse).value();
        const std::optional<Recovery> recovery = readRecovery(project.open(), *session, u"1"_s).value();
        QList<Fate> fates;
        for (const StatementFate &one : recovery ? recovery->statements : QList<StatementFate>())
            fates << one.fate;
        return fates;
    }
};

void TstKeptPart::isNotTakenForNothing_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("keeps");
    const QString outside = u"transaction:false"_s;
    const QString fails = u"SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'"_s;
    const QString commits = u"INSERT INTO t VALUES (1); COMMIT; "_s + fails;
    const QString only = u"INSERT INTO t VALUES (1); "_s + fails;
    for (const QString &options : {QString(), outside}) {
        const auto add = [&](const QString &name, const QString &body, const QString &statement, bool keeps) {
            QTest::addRow("mariadb: %s %s", qPrintable(name), qPrintable(options)) << Dialect::MariaDb << options << body << statement << keeps;
        };
        add(u"a procedure that commits"_s, commits, u"CALL p()"_s, true);
        add(u"a procedure that commits nothing"_s, only, u"CALL p()"_s, false);
        add(u"a definition commits"_s, u"INSERT INTO t VALUES (1); CREATE TABLE b (n INT); "_s + fails, u"CALL p()"_s, true);
        add(u"a procedure that is not there"_s, only, u"CALL q()"_s, false);
        add(u"EXECUTE of a procedure"_s, commits, u"EXECUTE IMMEDIATE 'CALL p()'"_s, true);
        add(u"EXECUTE of a definition"_s, only, u"EXECUTE IMMEDIATE 'ALTER TABLE nowhere ADD COLUMN n INT'"_s, false);
        add(u"a block"_s, only, u"EXECUTE IMMEDIATE 'BEGIN NOT ATOMIC %1; END'"_s.arg(QString(commits).replace(u'\'', u"''"_s)), true);
        add(u"a definition"_s, only, u"ALTER TABLE nowhere ADD COLUMN n INT"_s, false);
    }
    const auto add = [&](const char *name, const QString &body, const QString &statement, bool keeps) {
        QTest::addRow("postgresql: %s", name) << Dialect::PostgreSql << outside << body << statement << keeps;
    };
    const QString raise = u"RAISE EXCEPTION 'no';"_s;
    add("a procedure that commits", u"INSERT INTO t VALUES (1); COMMIT; "_s + raise, u"CALL p()"_s, true);
    add("a procedure that commits nothing", u"INSERT INTO t VALUES (1); "_s + raise, u"CALL p()"_s, false);
    add("a procedure that is not there", raise, u"CALL q()"_s, false);
    add("a block", raise, u"DO $$ BEGIN INSERT INTO t VALUES (1); COMMIT; RAISE EXCEPTION 'no'; END $$"_s, true);
}

/// The journal goes on saying that nobody knows, and the next run does not begin it a second time.
void TstKeptPart::isNotTakenForNothing()
{
    REQUIRE_SERVERS();
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, options);
    QFETCH(const QString, body);
    QFETCH(const QString, statement);
    QFETCH(const bool, keeps);
    ScriptedProject project = projectOn(dialect);
    const QString procedure = dialect == Dialect::PostgreSql ? u"CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN %1 END $$"_s : u"CREATE PROCEDURE p() BEGIN %1; END"_s;
    project.execute({u"CREATE TABLE t (n INT)"_s, procedure.arg(body)});
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (n INT);\n%1;\nCREATE TABLE c (n INT);"_s.arg(statement), {}, options);
    const auto rows = [&] { return project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"); };

    const Result<RunOutcome> failed = project.run();
    QVERIFY(!failed && failed.error().kind == ErrorKind::Statement);
    const qlonglong kept = rows();
    QCOMPARE(kept, keeps ? 1 : 0);
    QCOMPARE(fatesOf(project), QList<Fate>({Fate::Done, keeps ? Fate::Unknown : Fate::Failed, Fate::NotReached}));
    QCOMPARE(text(failed).contains(u"may have committed a part"_s), keeps);
    QCOMPARE(text(failed).contains(u"whimbrel resolve 1"_s), keeps);

    const Result<RunOutcome> again = project.run();
    QVERIFY(!again);
    QCOMPARE(text(again).contains(u"whimbrel resolve 1"_s), keeps);
    QCOMPARE(rows(), kept);
    QCOMPARE(fatesOf(project), QList<Fate>({Fate::Done, keeps ? Fate::Unknown : Fate::Failed, Fate::NotReached}));
}

/// A lock that is not granted is waited for anew where nothing is in effect; not where a part of it is.
void TstKeptPart::isNotTriedAgain()
{
    REQUIRE_SERVER(PostgresServer::shared());
    ScriptedProject project(PostgresServer::shared().settings());
    project.execute({u"CREATE TABLE t (n integer)"_s, u"CREATE TABLE held (n integer)"_s,
                     u"CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES (1); COMMIT; LOCK TABLE held; END $$"_s});
    project.add(u"1"_s, u"call"_s, u"CALL p();"_s, {}, u"transaction:false"_s);
    const auto holder = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(holder->begin() && holder->query(u"LOCK TABLE held"_s));
    const Result<RunOutcome> failed = project.run();
    QVERIFY(holder->rollback());
    QVERIFY(!failed && failed.error().kind == ErrorKind::LockTimeout);
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 1);
    QCOMPARE(fatesOf(project), QList<Fate>{Fate::Unknown});
}

WHIMBREL_TEST(TstKeptPart)
#include "tst_keptpart.moc"
