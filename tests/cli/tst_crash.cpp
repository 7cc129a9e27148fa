// SPDX-License-Identifier: GPL-3.0-or-later
#include "longtests.h"
#include "postgresserver.h"
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::PostgresServer;
using Test::ScriptedProject;

/// The real program, killed at random moments: the history is true after each, and in the end the run gets through.
class TstCrash : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void killedOnSqlite();
    void killedOnPostgreSql();

private:
    void killRepeatedly(ScriptedProject &project, const QString &url, const QString &tableQuery);
};

namespace {

constexpr int migrations = 10;
const int kills = Test::rounds(20, 100);

/// Each makes a table and fills it; one runs statement by statement, with statements that may be run twice, as its author
/// has to write them: between a statement's effect and the journal's note of it there is always a moment.
void fill(ScriptedProject &project)
{
    for (int i = 1; i <= migrations; ++i) {
        const QString table = u"t%1"_s.arg(i, 2, 10, '0'_L1);
        const bool stepwise = i == 5;
        const QString exists = stepwise ? u"IF NOT EXISTS "_s : QString();
        project.add(table.mid(1), table,
                    u"CREATE TABLE %2%1 (id integer);\nINSERT INTO %1 VALUES (1);\nCREATE INDEX %2%1_id ON %1 (id);\nINSERT INTO %1 SELECT id FROM %1;"_s.arg(table, exists),
                    u"DROP TABLE %2%1;"_s.arg(table, stepwise ? u"IF EXISTS "_s : QString()), stepwise ? u"transaction:false"_s : QString());
    }
}

QStringList column(const Rows &rows)
{
    QStringList values;
    for (const QList<Cell> &row : rows.rows)
        values << row.first().value_or(QString());
    return values;
}

/// A server notices the client's death a moment later, and may be in the middle of a commit.
void waitForServer(const ScriptedProject &project)
{
    if (project.settings().dialect != Dialect::PostgreSql)
        return;
    const QString sessions = u"SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' "
                             "AND query NOT LIKE '%pg_stat_activity%'"_s; // the look before this one may still be ending
    const QString who = u"SELECT string_agg(concat_ws(' | ', pid, application_name, state, wait_event_type, wait_event, query), '; ') AS who "
                        "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND query NOT LIKE '%pg_stat_activity%'"_s;
    QTRY_VERIFY2_WITH_TIMEOUT(project.query(sessions).number(0, u"n") == 0, qPrintable(project.query(who).text(0, u"who")), 15000);
}

} // namespace

void TstCrash::killRepeatedly(ScriptedProject &project, const QString &url, const QString &tableQuery)
{
    fill(project);
    const QStringList upArguments{u"up"_s, u"-p"_s, project.folder(), u"-d"_s, url};
    const QStringList downArguments{u"down"_s, u"--to"_s, u"0"_s, u"-p"_s, project.folder(), u"-d"_s, url};

    QElapsedTimer timer;
    timer.start();
    const Test::ProgramResult whole = Test::runProgram(upArguments);
    QVERIFY2(whole.code == 0, qPrintable(whole.err));
    const int duration = static_cast<int>(timer.elapsed());
    QCOMPARE(project.applied().size(), migrations);

    bool goingUp = false;
    for (int killed = 0, tries = 0; killed < kills; ++tries) {
        QVERIFY2(tries < 20 * kills, "the program always ended before it was killed");
        const auto process = Test::startProgram(goingUp ? upArguments : downArguments);
        QVERIFY(process->waitForStarted());
        if (process->waitForFinished(QRandomGenerator::global()->bounded(1, duration + duration / 4))) {
            const QByteArray err = process->readAllStandardError();
            QVERIFY2(process->exitCode() == 0, err.constData());
            goingUp = !goingUp;
        } else {
            process->kill();
            QVERIFY(process->waitForFinished());
            ++killed;
        }
        waitForServer(project);
        const QStringList applied = project.applied();
        QStringList tables = column(project.query(tableQuery));
        for (QString &table : tables)
            table.remove(u't');
        // The one without a transaction may be under way: its table is there before its row is, and goes before its row does.
        QStringList withoutStepwise = applied;
        withoutStepwise.removeAll(u"05"_s);
        tables.removeAll(u"05"_s);
        QCOMPARE(tables, withoutStepwise);
    }
    const Test::ProgramResult last = Test::runProgram(upArguments);
    QVERIFY2(last.code == 0, qPrintable(last.err));
    QCOMPARE(project.applied().size(), migrations);
    QCOMPARE(column(project.query(tableQuery)).size(), migrations);
}

void TstCrash::killedOnSqlite()
{
    ScriptedProject project;
    killRepeatedly(project, u"sqlite:"_s + project.settings().database,
                   u"SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 't__' ORDER BY name"_s);
}

void TstCrash::killedOnPostgreSql()
{
    REQUIRE_SERVER(PostgresServer::shared());
    ScriptedProject project(PostgresServer::shared().settings());
    killRepeatedly(project, project.settings().displayUrl(),
                   u"SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 't__' ORDER BY relname"_s);
}

WHIMBREL_TEST(TstCrash)
#include "tst_crash.moc"
