// SPDX-License-Identifier: GPL-3.0-or-later
#include "oneanswerserver.h"
#include "probeproject.h"
#include "test.h"

#include <QProcess>
#include <QTcpServer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::OneAnswerServer;
using Test::ProbeProject;

class TstBackupAndHealth : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void nothingNamedIsForAPerson();
    void missingBackupFails();
    void sqlDumps_data();
    void sqlDumps();
    void compressedDumps();
    void ageCounts_data();
    void ageCounts();
    void newestOfAPattern();
    void sqliteCopies();
    void theDatabaseItselfIsNoBackup();
    void stopEndsReading();
    void healthIsAsked_data();
    void healthIsAsked();
    void healthWithoutAServerFails();
    void healthOfNoAddressIsUnknown();
    void healthStopsAtOnce();
    void healthThatNeverEndsFails();

private:
    static QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {});
};

QByteArray TstBackupAndHealth::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForStarted();
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

void TstBackupAndHealth::nothingNamedIsForAPerson()
{
    const ProbeProject project;
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Manual);
    QVERIFY(project.run(u"backup"_s, nullptr).message.contains(u"backup-file"_s));
    COMPARE_STATE(project.run(u"health"_s, nullptr), Manual);
}

void TstBackupAndHealth::missingBackupFails()
{
    ProbeProject project;
    project.target().backupFile = u"backups/nothing.dump"_s;
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Failed);
}

void TstBackupAndHealth::sqlDumps_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("state");
    const QByteArray filler(5000, 'x');
    const QByteArray postgres = "--\n-- PostgreSQL database dump\n--\n\\restrict abc\n" + filler;
    const QByteArray postgresEnd = "\n--\n-- PostgreSQL database dump complete\n--\n\n";
    QTest::newRow("pg_dump") << Dialect::PostgreSql << postgres + postgresEnd << u"passed"_s;
    QTest::newRow("pg_dump with unrestrict") << Dialect::PostgreSql << postgres + postgresEnd + "\\unrestrict abc\n\n" << u"passed"_s;
    QTest::newRow("pg_dump cut off") << Dialect::PostgreSql << postgres << u"failed"_s;
    QTest::newRow("pg_dump with the words far from the end") << Dialect::PostgreSql << postgres + postgresEnd + filler << u"failed"_s;
    QTest::newRow("pg_dumpall") << Dialect::PostgreSql << QByteArray("--\n-- PostgreSQL database cluster dump\n--\n" + filler + "\n-- PostgreSQL database cluster dump complete\n") << u"passed"_s;
    const QByteArray maria = "/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19\n" + filler;
    QTest::newRow("mariadb-dump") << Dialect::MariaDb << maria + "\n-- Dump completed on 2026-11-22 13:00:00\n" << u"passed"_s;
    QTest::newRow("mariadb-dump without a date") << Dialect::MySql << maria + "\n-- Dump completed\n" << u"passed"_s;
    QTest::newRow("mariadb-dump cut off") << Dialect::MariaDb << maria << u"failed"_s;
    QTest::newRow("of another database") << Dialect::MariaDb << postgres + postgresEnd << u"failed"_s;
    QTest::newRow("sqlite3 .dump") << Dialect::SQLite << QByteArray("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n" + filler + "\nCOMMIT;\n") << u"passed"_s;
    QTest::newRow("sqlite3 .dump with errors") << Dialect::SQLite << QByteArray("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n" + filler + "\nROLLBACK; -- due to errors\n") << u"failed"_s;
    QTest::newRow("some text") << Dialect::PostgreSql << filler << u"unknown"_s;
    QTest::newRow("empty") << Dialect::PostgreSql << QByteArray() << u"failed"_s;
}

void TstBackupAndHealth::sqlDumps()
{
    QFETCH(Dialect, dialect);
    QFETCH(QByteArray, content);
    QFETCH(QString, state);
    ProbeProject project;
    project.write(u"backup.sql"_s, content);
    project.target().settings.dialect = dialect;
    project.target().backupFile = u"backup.sql"_s;
    const ProbeResult result = project.run(u"backup"_s, nullptr);
    QVERIFY2(probeStateId(result.state) == state, qPrintable(result.value + result.message));
    QVERIFY(result.value.contains(u"backup.sql"_s));
}

void TstBackupAndHealth::compressedDumps()
{
    const QByteArray dump = "--\n-- PostgreSQL database dump\n--\n" + QByteArray(200'000, 'x') + "\n--\n-- PostgreSQL database dump complete\n--\n\n";
    ProbeProject project;
    project.target().settings.dialect = Dialect::PostgreSql;
    project.target().backupFile = u"backup.sql.gz"_s;
    const QByteArray packed = run(u"gzip"_s, {u"-c"_s}, dump);
    QVERIFY(packed.size() > 100);
    project.write(u"backup.sql.gz"_s, packed);
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Passed);
    project.write(u"backup.sql.gz"_s, packed.chopped(20));
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Failed);
    project.write(u"backup.sql.gz"_s, run(u"gzip"_s, {u"-c"_s}, dump.chopped(60)));
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Failed);
}

void TstBackupAndHealth::ageCounts_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("migratedHoursAgo");
    QTest::addColumn<QString>("state");
    QTest::newRow("an hour") << 1 << 48 << u"passed"_s;
    QTest::newRow("25 hours") << 25 << 48 << u"warning"_s;
    QTest::newRow("73 hours") << 73 << 200 << u"failed"_s;
    QTest::newRow("older than the last migration") << 3 << 2 << u"failed"_s;
}

void TstBackupAndHealth::ageCounts()
{
    QFETCH(int, hours);
    QFETCH(int, migratedHoursAgo);
    QFETCH(QString, state);
    ProbeProject project;
    project.write(u"backup.sql"_s, "-- MariaDB dump\n\n-- Dump completed\n");
    QFile file(project.path(u"backup.sql"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-hours * 3600), QFileDevice::FileModificationTime));
    file.close();
    project.target().settings.dialect = Dialect::MariaDb;
    project.target().backupFile = u"backup.sql"_s;
    TimelineEntry entry;
    entry.applied = true;
    entry.appliedAt = QDateTime::currentDateTimeUtc().addSecs(-migratedHoursAgo * 3600);
    Timeline timeline;
    timeline.connected = true;
    timeline.entries = {entry};
    ProbeContext context(project.project(), project.target(), nullptr);
    context.setTimeline(timeline);
    const ProbeResult result = probe(u"backup")->run(context);
    QVERIFY2(probeStateId(result.state) == state, qPrintable(result.value + result.message));
}

void TstBackupAndHealth::newestOfAPattern()
{
    ProbeProject project;
    project.target().settings.dialect = Dialect::MariaDb;
    project.target().backupFile = u"backups/shop-*.sql"_s;
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Failed);
    project.write(u"backups/shop-1.sql"_s, "-- MariaDB dump\n");
    QFile old(project.path(u"backups/shop-1.sql"_s));
    QVERIFY(old.open(QIODevice::ReadWrite));
    QVERIFY(old.setFileTime(QDateTime::currentDateTime().addSecs(-600), QFileDevice::FileModificationTime));
    old.close();
    project.write(u"backups/shop-2.sql"_s, "-- MariaDB dump\n\n-- Dump completed\n");
    project.write(u"backups/other.sql"_s, "-- MariaDB dump\n");
    const ProbeResult result = project.run(u"backup"_s, nullptr);
    COMPARE_STATE(result, Passed);
    QVERIFY(result.value.startsWith(u"shop-2.sql"_s));
}

void TstBackupAndHealth::sqliteCopies()
{
    ProbeProject project;
    project.target().backupFile = u"copy.db"_s;
    run(u"sqlite3"_s, {project.path(u"shop.db"_s)},
        "PRAGMA journal_mode=WAL; CREATE TABLE t (a, b); CREATE INDEX i ON t (a);"
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT i, i FROM n;");
    QVERIFY(QFile::copy(project.path(u"shop.db"_s), project.path(u"copy.db"_s)));
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Passed);
    QVERIFY(!QFileInfo::exists(project.path(u"copy.db-wal"_s))); // nothing was left beside the copy
    QVERIFY(!QFileInfo::exists(project.path(u"copy.db-shm"_s)));

    QFile copy(project.path(u"copy.db"_s));
    QVERIFY(copy.open(QIODevice::ReadWrite));
    QVERIFY(copy.seek(6 * 4096));
    copy.write(QByteArray(4 * 4096, '\x55'));
    copy.close();
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Failed);
    project.target().settings.dialect = Dialect::PostgreSql;
    COMPARE_STATE(project.run(u"backup"_s, nullptr), Failed);
}

void TstBackupAndHealth::theDatabaseItselfIsNoBackup()
{
    ProbeProject project;
    project.write(u"shop.db"_s, "x");
    project.target().backupFile = u"./shop.db"_s;
    const ProbeResult result = project.run(u"backup"_s, nullptr);
    COMPARE_STATE(result, Failed);
    QVERIFY(result.message.contains(u"database itself"_s));
}

void TstBackupAndHealth::stopEndsReading()
{
    ProbeProject project;
    project.target().settings.dialect = Dialect::PostgreSql;
    project.target().backupFile = u"backup.sql.gz"_s;
    project.write(u"backup.sql.gz"_s, run(u"gzip"_s, {u"-c"_s}, QByteArray(1'000'000, 'x')));
    std::stop_source stop;
    stop.request_stop();
    COMPARE_STATE(project.run(u"backup"_s, nullptr, stop.get_token()), Unknown);
}

void TstBackupAndHealth::healthIsAsked_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("state");
    QTest::newRow("well") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok") << u"passed"_s;
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n") << u"passed"_s;
    QTest::newRow("ill") << QByteArray("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") << u"failed"_s;
    QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") << u"failed"_s;
    QTest::newRow("nonsense") << QByteArray("hello\r\n\r\n") << u"failed"_s;
}

void TstBackupAndHealth::healthIsAsked()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, state);
    const OneAnswerServer server(answer);
    ProbeProject project;
    project.target().healthUrl = server.url();
    const ProbeResult result = project.run(u"health"_s, nullptr);
    QVERIFY2(probeStateId(result.state) == state, qPrintable(result.value + result.message));
    QVERIFY(!result.value.contains(u"secret"_s) && !result.message.contains(u"secret"_s));
    QVERIFY(!result.value.contains(u"hidden"_s) && !result.message.contains(u"hidden"_s));
}

void TstBackupAndHealth::healthWithoutAServerFails()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    ProbeProject project;
    project.target().healthUrl = u"http://127.0.0.1:%1/"_s.arg(closed.serverPort());
    closed.close();
    COMPARE_STATE(project.run(u"health"_s, nullptr), Failed);
}

void TstBackupAndHealth::healthOfNoAddressIsUnknown()
{
    ProbeProject project;
    for (const QString &url : {u"file:///etc/passwd"_s, u"not a url"_s, u"http://"_s}) {
        project.target().healthUrl = url;
        COMPARE_STATE(project.run(u"health"_s, nullptr), Unknown);
    }
}

void TstBackupAndHealth::healthStopsAtOnce()
{
    const OneAnswerServer silent({});
    ProbeProject project;
    project.target().healthUrl = silent.url();
    std::stop_source stop;
    QElapsedTimer timer;
    timer.start();
    ProbeResult result;
    // A worker without an event loop of its own, as a pool's.
    std::jthread worker([&] { result = project.run(u"health"_s, nullptr, stop.get_token()); });
    QTest::qWait(100);
    stop.request_stop();
    worker.join();
    QVERIFY(timer.elapsed() < 5000);
    COMPARE_STATE(result, Unknown);
}

/// Each byte begins the network's own time limit anew.
void TstBackupAndHealth::healthThatNeverEndsFails()
{
    const OneAnswerServer dripping("HTTP/1.1 200 OK\r\n\r\n", OneAnswerServer::End::GoesOn);
    ProbeProject project;
    project.target().healthUrl = dripping.url();
    std::stop_source stop;
    ProbeResult result;
    std::atomic<bool> done = false;
    std::jthread worker([&] {
        result = project.run(u"health"_s, nullptr, stop.get_token());
        done = true;
    });
    const bool ended = QTest::qWaitFor([&] { return done.load(); }, 15'000);
    stop.request_stop();
    worker.join();
    QVERIFY(ended);
    COMPARE_STATE(result, Failed);
}

WHIMBREL_TEST(TstBackupAndHealth)
#include "tst_backupandhealth.moc"
