// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"
#include "project/sample.h"
#include "run/runner.h"
#include "sql/splitter.h"
#include "test.h"
#include "timeline/timeline.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSample : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsItsStory();
    void leavesWhatThePersonMade();
    void resetMakesItAnew();
    void doesNotTouchAFolderOfSomebodyElse();
    void fillsAnEmptyFolder();
    void stopLeavesNothingBehind();
    void goesUpAndDownByTheRunner();
    void goesUpAndDownByTheShellOfSQLite();

private:
    Timeline timeline(const QString &environment);
    void run(const RunRequest &request);
    QString ask(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_data;
    QDir m_folder;
};

namespace {

#define VERIFY_RESULT(result) QVERIFY2((result).has_value(), (result) ? "" : qPrintable((result).error().toString()))

const QString rowsOfEverything =
    u"SELECT (SELECT count(*) FROM customers) + (SELECT count(*) FROM addresses) + (SELECT count(*) FROM products)"
    " + (SELECT count(*) FROM orders) + (SELECT count(*) FROM order_items) AS n"_s;

} // namespace

void TstSample::init()
{
    Test::TestCase::init();
    m_data = std::make_unique<QTemporaryDir>();
    const Result<QDir> folder = openSample(QDir(m_data->path()));
    VERIFY_RESULT(folder);
    m_folder = *folder;
}

Timeline TstSample::timeline(const QString &environment)
{
    const auto project = MigrationProject::open(m_folder);
    const auto target = chooseTarget(*project, {}, environment, {}, m_folder);
    const auto session = Session::open((*target)->settings, SessionRole::Browse);
    return readTimeline(*project, **session).value();
}

void TstSample::run(const RunRequest &request)
{
    const auto project = MigrationProject::open(m_folder);
    VERIFY_RESULT(project);
    const auto target = chooseTarget(*project, {}, u"dev"_s, {}, m_folder);
    VERIFY_RESULT(target);
    const auto session = Session::open((*target)->settings, SessionRole::Run);
    VERIFY_RESULT(session);
    const auto before = readTimeline(*project, **session);
    VERIFY_RESULT(before);
    const auto plan = makePlan(*project, *before, request, Dialect::SQLite);
    VERIFY_RESULT(plan);
    Runner runner(*project, **target);
    runner.setLogFolder({});
    const auto outcome = runner.run(**session, *plan, {});
    VERIFY_RESULT(outcome);
}

QString TstSample::ask(const QString &sql)
{
    ConnectionSettings settings;
    settings.database = m_folder.filePath(u"shop.db"_s);
    const auto session = Session::open(settings, SessionRole::Browse);
    return (*session)->query(sql)->text(0, u"n");
}

void TstSample::tellsItsStory()
{
    const Timeline dev = timeline(u"dev"_s);
    QCOMPARE(dev.entries.size(), 12);
    QCOMPARE(dev.applied, 8);
    QCOMPARE(dev.pending, 4);
    QCOMPARE(dev.problems, 0);
    const Timeline production = timeline(u"production"_s);
    QCOMPARE(production.applied, 7);
    QCOMPARE(production.pending, 5);

    const qlonglong rows = ask(rowsOfEverything).toLongLong();
    QVERIFY2(rows >= 19000 && rows <= 21000, qPrintable(QString::number(rows)));
    const auto project = MigrationProject::open(m_folder);
    VERIFY_RESULT(project);
    QVERIFY(project->problems().isEmpty());
    QVERIFY(project->configuration().environment(u"production"_s)->isProtected);
    QVERIFY(!project->configuration().environment(u"dev"_s)->isProtected);
    for (const Migration &migration : project->migrations()) {
        const auto scripts = project->format().read(migration);
        VERIFY_RESULT(scripts);
        QVERIFY2(scripts->up.exists && scripts->down.exists && scripts->problems.isEmpty(), qPrintable(migration.file));
        QVERIFY(splitScript(scripts->up.text, Dialect::SQLite).problems.isEmpty());
    }
}

void TstSample::leavesWhatThePersonMade()
{
    QFile file(m_folder.filePath(u"db/migrations/20250101000000_mine.sql"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const Result<QDir> again = openSample(QDir(m_data->path()));
    VERIFY_RESULT(again);
    QCOMPARE(again->path(), m_folder.path());
    QVERIFY(file.exists());
}

void TstSample::resetMakesItAnew()
{
    run({.action = RunRequest::Action::Up, .toVersion = {}, .steps = 0, .onlyVersion = {}});
    QCOMPARE(timeline(u"dev"_s).applied, 12);
    QFile file(m_folder.filePath(u"whimbrel.toml"_s));
    QVERIFY(file.open(QIODevice::Append)); // the files are the person's to change
    file.write("broken");
    file.close();

    const Result<QDir> reset = resetSample(QDir(m_data->path()));
    VERIFY_RESULT(reset);
    QCOMPARE(reset->path(), m_folder.path());
    QCOMPARE(timeline(u"dev"_s).applied, 8);
    QCOMPARE(QDir(m_data->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"sample"_s});
}

void TstSample::doesNotTouchAFolderOfSomebodyElse()
{
    QTemporaryDir data;
    QVERIFY(QDir(data.path()).mkpath(u"sample/photos"_s));
    const Result<QDir> folder = openSample(QDir(data.path()));
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, ErrorKind::Project);
    QVERIFY(QDir(data.path()).exists(u"sample/photos"_s));
}

void TstSample::fillsAnEmptyFolder()
{
    const QTemporaryDir data;
    QVERIFY(QDir(data.path()).mkdir(u"sample"_s));
    const Result<QDir> folder = openSample(QDir(data.path()));
    VERIFY_RESULT(folder);
    QVERIFY(folder->exists(u"whimbrel.toml"_s));
}

void TstSample::stopLeavesNothingBehind()
{
    QTemporaryDir data;
    std::stop_source stop;
    stop.request_stop();
    const Result<QDir> folder = openSample(QDir(data.path()), stop.get_token());
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, ErrorKind::Cancelled);
    QVERIFY(QDir(data.path()).isEmpty());
}

void TstSample::goesUpAndDownByTheRunner()
{
    const QString schema = u"SELECT group_concat(sql, ';') AS n FROM (SELECT sql FROM sqlite_schema ORDER BY name)"_s;
    run({.action = RunRequest::Action::Up, .toVersion = {}, .steps = 0, .onlyVersion = {}});
    const QString first = ask(schema);
    const QString names = ask(u"SELECT group_concat(full_name) AS n FROM customers"_s);
    run({.action = RunRequest::Action::Down, .toVersion = u"0"_s, .steps = 0, .onlyVersion = {}});
    QCOMPARE(timeline(u"dev"_s).applied, 0);
    QCOMPARE(ask(u"SELECT count(*) AS n FROM sqlite_schema WHERE name = 'customers'"_s), u"0"_s);
    run({.action = RunRequest::Action::Up, .toVersion = {}, .steps = 0, .onlyVersion = {}});
    QCOMPARE(timeline(u"dev"_s).applied, 12);
    QCOMPARE(ask(schema), first);
    QCOMPARE(ask(u"SELECT group_concat(full_name) AS n FROM customers"_s), names);
    QCOMPARE(ask(u"SELECT count(*) AS n FROM pragma_foreign_key_check"_s), u"0"_s);
}

void TstSample::goesUpAndDownByTheShellOfSQLite()
{
    const auto project = MigrationProject::open(m_folder);
    VERIFY_RESULT(project);
    QString script = u"PRAGMA foreign_keys = ON;\n"_s;
    QString downs;
    for (const Migration &migration : project->migrations()) {
        const auto scripts = project->format().read(migration);
        script += u"BEGIN;\n"_s + scripts->up.text + u"\nCOMMIT;\n"_s;
        downs.prepend(u"BEGIN;\n"_s + scripts->down.text + u"\nCOMMIT;\n"_s);
    }
    const QString all = script + downs + script;

    QProcess shell;
    shell.start(u"sqlite3"_s, {u"-bail"_s, u":memory:"_s});
    shell.write((all + u"SELECT count(*) FROM customers WHERE full_name IS NOT NULL;\n"_s).toUtf8());
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(shell.readAllStandardOutput(), QByteArray("2000\n"));
}

WHIMBREL_TEST(TstSample)
#include "tst_sample.moc"
