// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::PostgresServer;
using Test::ProgramResult;
using Test::ScriptedProject;

/// What `whimbrel up` prints of a statement that takes long.
class TstUpProgress : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_SERVER(PostgresServer::shared()); }
    void aLineNowAndThen();
    void manyStatementsAndTheCommit();
    void documents();
};

void TstUpProgress::aLineNowAndThen()
{
    ScriptedProject project(PostgresServer::shared().settings());
    project.add(u"1"_s, u"long"_s, u"SELECT 1;\nSELECT pg_sleep(7);"_s);
    const QString url = project.settings().displayUrl();
    const ProgramResult told = Test::runProgram({u"up"_s, u"-p"_s, project.folder(), u"-d"_s, url});
    QVERIFY2(told.code == 0, qPrintable(told.err));
    QVERIFY2(told.err.contains(u"1: statement 2 of 2, for "_s), qPrintable(told.err));
    QCOMPARE_LE(told.err.count(u"statement 2 of 2"_s), 2); // two looks a second, but not two lines
    QVERIFY(!told.err.contains(u'\r'));
    QVERIFY(!told.out.contains(u"statement 2 of 2"_s));

    project.add(u"2"_s, u"long"_s, u"SELECT pg_sleep(7);"_s);
    const ProgramResult quiet = Test::runProgram({u"up"_s, u"--quiet"_s, u"-p"_s, project.folder(), u"-d"_s, url});
    QVERIFY2(quiet.code == 0, qPrintable(quiet.err));
    QCOMPARE(quiet.err, QString());
}

/// None of them takes long, all together do; and then what was put off until the commit.
void TstUpProgress::manyStatementsAndTheCommit()
{
    ScriptedProject project(PostgresServer::shared().settings());
    project.execute({u"CREATE TABLE t (n integer)"_s,
                     u"CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.05); RETURN NULL; END'"_s,
                     u"CREATE TRIGGER now AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION slow()"_s,
                     u"CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow()"_s});
    project.add(u"1"_s, u"rows"_s, u"INSERT INTO t VALUES (1);\n"_s.repeated(130));
    const ProgramResult told = Test::runProgram({u"up"_s, u"-p"_s, project.folder(), u"-d"_s, project.settings().displayUrl()});
    QVERIFY2(told.code == 0, qPrintable(told.err));
    QVERIFY2(told.err.contains(QRegularExpression(u"1: statement \\d+ of 130\n"_s)), qPrintable(told.err));
    QVERIFY2(told.err.contains(u"1: COMMIT, for "_s), qPrintable(told.err));
}

void TstUpProgress::documents()
{
    ScriptedProject project(PostgresServer::shared().settings());
    project.execute({u"CREATE TABLE t (n integer)"_s, u"INSERT INTO t SELECT generate_series(1, 3000)"_s,
                     u"CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.001); RETURN n; END'"_s});
    project.add(u"1"_s, u"index"_s, u"CREATE INDEX CONCURRENTLY t_n ON t (slow(n));"_s, {}, u"transaction:false"_s);
    const ProgramResult told = Test::runProgram({u"up"_s, u"--json"_s, u"-p"_s, project.folder(), u"-d"_s, project.settings().displayUrl()});
    QVERIFY2(told.code == 0, qPrintable(told.err));
    QList<QJsonObject> progress;
    for (const QJsonObject &document : told.documents()) {
        if (document.value("event"_L1).toString() == "progress"_L1)
            progress << document;
    }
    QVERIFY(progress.size() >= 2);
    QCOMPARE(progress.first().value("statement"_L1).toInt(), 1);
    QCOMPARE_GE(progress.first().value("elapsedMs"_L1).toInt(), 1000);
    // Not each of them has a number: the server waits for others in some of its phases.
    const auto isCounted = [](const QJsonObject &document) {
        const QJsonObject share = document.value("progress"_L1).toObject();
        return share.value("source"_L1).toString() == u"phases"_s && share.value("perMille"_L1).toInt() > 0;
    };
    QVERIFY2(std::ranges::any_of(progress, isCounted), qPrintable(told.out));
}

WHIMBREL_TEST(TstUpProgress)
#include "tst_upprogress.moc"
