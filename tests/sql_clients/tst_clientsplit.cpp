// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/clientprogram.h"
#include "database/session.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "sql/splitter.h"
#include "test.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The splitter against psql, mariadb and sqlite3: the statements each client makes of a script (psql's log file,
/// MariaDB's general log, sqlite3's trace) are those the splitter makes of it.
class TstClientSplit : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void psql_data();
    void psql();
    void mariadb_data();
    void mariadb();
    void sqlite_data();
    void sqlite();
    void serversAcceptEveryStatement_data();
    void serversAcceptEveryStatement();
    void pgDump();
    void mariadbDump();
};

namespace {

QDir scripts(Dialect dialect)
{
    return QDir(Test::fixture(u"scripts/"_s + dialectId(dialect)));
}

QString contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    return QString::fromUtf8(file.readAll());
}

void addScript(const QString &name, const QString &script)
{
    QTest::newRow(qPrintable(name)) << script;
    QTest::addRow("%s, CRLF", qPrintable(name)) << QString(script).replace(u'\n', u"\r\n"_s);
    QTest::addRow("%s, byte order mark", qPrintable(name)) << QChar(QChar::ByteOrderMark) + script;
}

/// The scripts of tests/fixtures/scripts, each as it is, with CRLF and with a byte order mark; but for those whose name
/// says that only the server can judge them.
void addScripts(Dialect dialect)
{
    QTest::addColumn<QString>("script");
    const QDir folder = scripts(dialect);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (!name.startsWith("server_"_L1))
            addScript(name, contents(folder.filePath(name)));
    }
}

/// Blanks, comments and semicolons, told by other means than the splitter's.
bool isGap(QStringView text)
{
    static const QRegularExpression gap(
        uR"((?(DEFINE)(?<comment>/\*(?!!|M!)(?:[^*/]|\*(?!/)|/(?!\*)|(?&comment))*+\*/))^(?:[\s;\x{feff}]|(?:--|#)[^\n]*+(?:\n|$)|(?&comment))*+$)"_s);
    return gap.matchView(text).hasMatch();
}

/// What the splitter made of the script, without what only a client knows.
QStringList ours(const QString &script, Dialect dialect)
{
    QStringList result;
    const SplitScript split = splitScript(script, dialect);
    for (const ScriptProblem &problem : split.problems)
        result << u"problem in line %1: %2"_s.arg(problem.position.line).arg(problem.message);
    for (const Statement &statement : split.statements) {
        if (statement.kind != StatementKind::ClientCommand)
            result << statement.text;
    }
    return result;
}

/// mariadb and sqlite3 read lines, and make a line feed of any line end.
QString withLineFeeds(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s);
}

/// A client may send the comments around a statement along.
void compare(const QStringList &client, const QStringList &ours)
{
    if (QTest::currentTestFailed())
        return;
    QStringList sent;
    for (const QString &statement : client) {
        if (!isGap(statement))
            sent << statement;
    }
    for (qsizetype i = 0; i < qMin(sent.size(), ours.size()); ++i) {
        const qsizetype at = sent[i].indexOf(ours[i]);
        const bool same =
            at >= 0 && isGap(QStringView(sent[i]).first(at)) && isGap(QStringView(sent[i]).sliced(at + ours[i].size()));
        QVERIFY2(same, qPrintable(u"\nthe client: [%1]\nthe splitter: [%2]"_s.arg(sent[i], ours[i])));
    }
    QCOMPARE(sent.size(), ours.size());
    QVERIFY(!ours.isEmpty());
}

void writeFile(const QString &path, const QString &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

/// Runs a client on the script; what it printed.
QByteArray runClient(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment,
                     const QString &input = {})
{
    QProcess client;
    client.setProcessEnvironment(environment);
    client.setProcessChannelMode(QProcess::MergedChannels);
    if (!input.isEmpty())
        client.setStandardInputFile(input);
    client.start(program, arguments);
    if (!client.waitForFinished(60'000))
        qFatal("%s does not end: %s", qPrintable(program), qPrintable(client.errorString()));
    return client.readAll();
}

std::unique_ptr<Session> openSession(const ConnectionSettings &settings)
{
    auto session = Session::open(settings, SessionRole::Run);
    if (!session)
        qFatal("%s", qPrintable(session.error().toString()));
    return std::move(*session);
}

/// Runs the statements that the splitter makes of a script.
void restore(const ConnectionSettings &settings, const QString &script)
{
    const auto session = openSession(settings);
    const SplitScript split = splitScript(script, session->dialect());
    QVERIFY(split.problems.isEmpty());
    QVERIFY(!split.statements.isEmpty());
    for (const Statement &statement : split.statements) {
        if (statement.kind == StatementKind::ClientCommand || statement.kind == StatementKind::CopyToStdout)
            continue;
        const auto outcome = session->execute(statement);
        QVERIFY2(outcome, outcome ? "" : qPrintable(statement.text + u'\n' + outcome.error().toString()));
    }
}

void fill(const ConnectionSettings &settings, const QString &script)
{
    restore(settings, contents(Test::fixture(u"scripts/"_s + script)));
}

} // namespace

void TstClientSplit::psql_data()
{
    addScripts(Dialect::PostgreSql);
}

void TstClientSplit::psql()
{
    REQUIRE_SERVER(Test::PostgresServer::shared());
    QFETCH(const QString, script);
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"script.sql"_s), script);
    const ConnectionSettings settings = Test::PostgresServer::shared().settings();
    const QByteArray output = runClient(
        u"psql"_s,
        QStringList{u"-X"_s, u"-q"_s, u"-L"_s, folder.filePath(u"log"_s), u"-f"_s, folder.filePath(u"script.sql"_s)} +
            clientArguments(settings),
        clientEnvironment(settings));
    QVERIFY2(!output.contains("ERROR"), output.constData());

    const QString log = contents(folder.filePath(u"log"_s));
    static const QRegularExpression query(uR"(/\*+ QUERY \*+/\n(.*?)\n/\*{24}/\n\n)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    QStringList sent;
    for (const QRegularExpressionMatch &match : query.globalMatch(log))
        sent << match.captured(1);
    // \copy sends a COPY of its own making.
    sent.removeIf([](const QString &text) { return text.startsWith(u"COPY  i FROM STDIN"_s); });
    compare(sent, ours(script, Dialect::PostgreSql));
}

void TstClientSplit::mariadb_data()
{
    addScripts(Dialect::MariaDb);
}

void TstClientSplit::mariadb()
{
    REQUIRE_SERVER(Test::MariaDbServer::shared());
    QFETCH(const QString, script);
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"script.sql"_s), script);
    const ConnectionSettings settings = Test::MariaDbServer::shared().settings();
    const auto session = openSession(settings);
    for (const QString &sql :
         {u"SET GLOBAL log_output = 'TABLE'"_s, u"TRUNCATE mysql.general_log"_s, u"SET GLOBAL general_log = ON"_s})
        QVERIFY(session->query(sql));
    const QByteArray output = runClient(u"mariadb"_s,
                                        QStringList{u"--no-defaults"_s, u"--batch"_s, u"--force"_s, u"--comments"_s,
                                                    u"--default-character-set=utf8mb4"_s} +
                                            clientArguments(settings),
                                        clientEnvironment(settings), folder.filePath(u"script.sql"_s));
    QVERIFY(session->query(u"SET GLOBAL general_log = OFF"_s));
    QVERIFY2(!output.contains("ERROR"), output.constData());

    const auto log = session->query(
        u"SELECT argument FROM mysql.general_log WHERE command_type = 'Query' AND thread_id <> CONNECTION_ID() ORDER BY event_time"_s);
    QVERIFY(log);
    QStringList sent;
    for (qsizetype i = 0; i < log->rows.size(); ++i)
        sent << log->text(i, u"argument");
    compare(sent, ours(withLineFeeds(script), Dialect::MariaDb));
}

void TstClientSplit::sqlite_data()
{
    addScripts(Dialect::SQLite);
    const QDir sample(QStringLiteral(WHIMBREL_SOURCE_DIR "/resources/sample/db/migrations"));
    QString migrations;
    for (const QString &name : sample.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        migrations += contents(sample.filePath(name)).section(u"-- migrate:down"_s, 0, 0) + u'\n';
    addScript(u"the sample"_s, migrations);
}

void TstClientSplit::sqlite()
{
    QFETCH(const QString, script);
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"script.sql"_s), script);
    const QByteArray output = runClient(u"sqlite3"_s,
                                        {u"-batch"_s, u"-init"_s, u"/dev/null"_s, folder.filePath(u"x.db"_s),
                                         u".trace --plain --profile "_s + folder.filePath(u"log"_s),
                                         u".read "_s + folder.filePath(u"script.sql"_s)},
                                        QProcessEnvironment::systemEnvironment());
    QVERIFY2(!output.contains("error"), output.constData());

    // The time behind each statement tells its end from a semicolon inside of it.
    static const QRegularExpression time(u"; -- [0-9]+ ns\n"_s);
    compare(contents(folder.filePath(u"log"_s)).split(time, Qt::SkipEmptyParts),
            ours(withLineFeeds(script), Dialect::SQLite));
}

void TstClientSplit::serversAcceptEveryStatement_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("script");
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::SQLite}) {
        const QDir folder = scripts(dialect);
        for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
            QTest::addRow("%s: %s", qPrintable(dialectId(dialect)), qPrintable(name))
                << dialect << contents(folder.filePath(name));
    }
}

/// A statement cut too early is a syntax error, and so is one cut too late: the sessions take one statement at a time.
void TstClientSplit::serversAcceptEveryStatement()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, script);
    const QTemporaryDir folder;
    ConnectionSettings settings;
    if (dialect == Dialect::SQLite) {
        settings.database = folder.filePath(u"x.db"_s);
    } else if (dialect == Dialect::PostgreSql) {
        REQUIRE_SERVER(Test::PostgresServer::shared());
        settings = Test::PostgresServer::shared().settings();
    } else {
        REQUIRE_SERVER(Test::MariaDbServer::shared());
        settings = Test::MariaDbServer::shared().settings();
    }
    restore(settings, script);
}

void TstClientSplit::pgDump()
{
    REQUIRE_SERVER(Test::PostgresServer::shared());
    const ConnectionSettings from = Test::PostgresServer::shared().settings();
    const ConnectionSettings to = Test::PostgresServer::shared().settings();
    fill(from, u"postgresql/bodies.sql"_s);
    fill(from, u"postgresql/copy.sql"_s);
    const auto dump = [](const ConnectionSettings &settings) {
        const QByteArray output =
            runClient(u"pg_dump"_s, QStringList{u"--no-owner"_s, u"--restrict-key=x"_s} + clientArguments(settings),
                      clientEnvironment(settings));
        return QString::fromUtf8(output);
    };
    restore(to, dump(from));
    QCOMPARE(dump(to), dump(from));
    QVERIFY(dump(to).contains(u"BEGIN ATOMIC"_s));
}

void TstClientSplit::mariadbDump()
{
    REQUIRE_SERVER(Test::MariaDbServer::shared());
    const ConnectionSettings from = Test::MariaDbServer::shared().settings();
    const ConnectionSettings to = Test::MariaDbServer::shared().settings();
    fill(from, u"mariadb/server_compound.sql"_s);
    const auto dump = [](const ConnectionSettings &settings) {
        const QByteArray output = runClient(u"mariadb-dump"_s,
                                            QStringList{u"--no-defaults"_s, u"--routines"_s, u"--events"_s,
                                                        u"--skip-dump-date"_s, u"--skip-comments"_s} +
                                                clientArguments(settings),
                                            clientEnvironment(settings));
        return QString::fromUtf8(output);
    };
    restore(to, dump(from));
    QCOMPARE(dump(to), dump(from));
    QVERIFY(dump(to).contains(u"outer_loop"_s));
}

WHIMBREL_TEST(TstClientSplit)
#include "tst_clientsplit.moc"
