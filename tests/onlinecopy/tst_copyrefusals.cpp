// SPDX-License-Identifier: GPL-3.0-or-later
#include "copytest.h"
#include "program.h"

#include <QScopeGuard>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ScriptedProject;

/// What cannot be copied is told before anything has changed, with what would help.
class TstCopyRefusals : public Test::CopyTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_COPIES(); }
    void tables_data();
    void tables();
    void whatForeignKeysDoInASwap();
    void otherMigrationsOfTheRun();
    void withoutTheTool();
    void withATooOldTool();
    void withoutAJournal();
    void withoutProcess();
    void bigTableNamesTheWayOn();
    void noticesOfTheServer();

private:
    static QString planText(const ScriptedProject &project);
};

QString TstCopyRefusals::planText(const ScriptedProject &project)
{
    return Test::runProgram({u"plan"_s, u"-p"_s, project.folder(), u"-d"_s, project.settings().displayUrl()}).out;
}

void TstCopyRefusals::tables_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const QStringList &statements, const QString &message, const QString &hint) {
        QTest::newRow(name) << statements << message << hint;
    };
    row("no key", {u"ALTER TABLE t MODIFY id integer"_s, u"ALTER TABLE t DROP PRIMARY KEY"_s}, u"has neither a primary key nor a unique key"_s, u"Add a primary key"_s);
    row("nullable key", {u"ALTER TABLE t MODIFY id integer"_s, u"ALTER TABLE t DROP PRIMARY KEY, MODIFY id integer NULL, ADD UNIQUE (id)"_s},
        u"has neither a primary key nor a unique key"_s, u"Add a primary key"_s);
    row("triggers", {u"CREATE TRIGGER mine BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1"_s}, u"has triggers: mine. They would stay with the old table"_s, u"--preserve-triggers"_s);
    row("foreign keys", {u"CREATE TABLE child (t_id integer, CONSTRAINT to_t FOREIGN KEY (t_id) REFERENCES t (id))"_s}, u"Foreign keys point at"_s,
        u"--alter-foreign-keys-method"_s);
    row("foreign key to itself", {u"ALTER TABLE t ADD COLUMN boss integer, ADD CONSTRAINT to_boss FOREIGN KEY (boss) REFERENCES t (id) ON DELETE CASCADE"_s},
        u"point at the table itself: to_boss."_s, u"Drop them in a migration before"_s);
    row("engine", {u"ALTER TABLE t ENGINE=Aria"_s}, u"of the engine Aria"_s, u"Remove the comment"_s);
    row("versioned", {u"ALTER TABLE t ADD SYSTEM VERSIONING"_s}, u"no ordinary table"_s, u"Remove the comment"_s);
    row("leftover table", {u"CREATE TABLE _t_new (id integer)"_s}, u"There is already what a copy of"_s, u"drop the triggers first"_s);
    row("leftover of an old table", {u"CREATE TABLE _t_old (id integer)"_s}, u"_t_old"_s, u"drop the triggers first"_s);
}

void TstCopyRefusals::tables()
{
    QFETCH(const QStringList, statements);
    QFETCH(const QString, message);
    QFETCH(const QString, hint);
    ScriptedProject project = newProject(10);
    project.execute(statements);
    const QStringList before = project.tables();
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(message), qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().hint.contains(hint), qPrintable(outcome.error().toString()));
    QCOMPARE(project.tables(), before);
    QCOMPARE(project.applied(), QStringList());
}

/// The facts that the refusal stands on. A server for which one of them is no longer true could do better.
void TstCopyRefusals::whatForeignKeysDoInASwap()
{
    ScriptedProject project = newProject(2);
    project.execute({u"CREATE TABLE child (t_id integer, CONSTRAINT to_t FOREIGN KEY (t_id) REFERENCES t (id))"_s, u"INSERT INTO child VALUES (1)"_s,
                     u"CREATE TABLE _t_new LIKE t"_s, u"INSERT INTO _t_new SELECT * FROM t"_s});
    const Result<std::unique_ptr<Session>> session = Session::open(project.settings(), SessionRole::Run);
    QVERIFY(session);
    QVERIFY((*session)->query(u"LOCK TABLES t WRITE, _t_new WRITE, child WRITE"_s));
    const QString swap = u"RENAME TABLE t TO _t_old, _t_new TO t"_s;
    const Result<Rows> locked = (*session)->query(swap);
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, u"1192"_s);
    QVERIFY((*session)->query(u"UNLOCK TABLES"_s));

    QVERIFY((*session)->query(swap));
    const Rows points = project.query(u"SELECT referenced_table_name AS name FROM information_schema.key_column_usage WHERE table_schema = database() AND constraint_name = 'to_t'"_s);
    QCOMPARE(points.text(0, u"name"), u"_t_old"_s);
    QVERIFY((*session)->query(u"DELETE FROM t WHERE id = 1"_s)); // and its child is alone
}

/// A run does not begin that would end half-way.
void TstCopyRefusals::otherMigrationsOfTheRun()
{
    ScriptedProject project = newProject(10);
    project.execute({u"CREATE TRIGGER mine BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1"_s});
    project.add(u"0"_s, u"zero"_s, u"CREATE TABLE other (id integer);"_s);
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s);
    QVERIFY(!project.run());
    QCOMPARE(project.applied(), QStringList());
}

void TstCopyRefusals::withoutTheTool()
{
    ScriptedProject project = newProject(10);
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s);
    const QByteArray path = qgetenv("PATH");
    const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
    qputenv("PATH", "/nowhere");
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QCOMPARE(outcome.error().message, u"pt-online-schema-change is not installed."_s);
    QVERIFY2(outcome.error().hint.contains(u"apt install percona-toolkit"_s), qPrintable(outcome.error().hint));
    QCOMPARE(project.applied(), QStringList());
}

void TstCopyRefusals::withATooOldTool()
{
    ScriptedProject project = newProject(10);
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s);
    QFile tool(project.folder() + u"/pt-online-schema-change"_s);
    QVERIFY(tool.open(QFile::WriteOnly) && tool.write("#!/bin/sh\necho pt-online-schema-change 2.2.20\n") > 0);
    tool.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    tool.close();
    const QByteArray path = qgetenv("PATH");
    const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
    qputenv("PATH", project.folder().toUtf8() + ':' + path);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"“pt-online-schema-change 2.2.20”, which is too old"_s), qPrintable(outcome.error().toString()));
}

void TstCopyRefusals::withoutAJournal()
{
    ScriptedProject project = newProject(10);
    project.writeConfiguration(u"journal = \"off\"\n"_s);
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"needs Whimbrel's journal"_s), qPrintable(outcome.error().toString()));
}

/// Who may not see replicas says that there are none to look after.
void TstCopyRefusals::withoutProcess()
{
    ScriptedProject project = newProject(10);
    const QString database = project.settings().database;
    const QString user = u"plain_"_s + database;
    project.execute({u"CREATE USER %1@localhost"_s.arg(user), u"GRANT ALL ON %1.* TO %2@localhost"_s.arg(database, user)});
    ConnectionSettings settings = project.settings();
    settings.user = user;
    project.setSettings(settings);
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s);
    const Result<RunOutcome> refused = project.run();
    QVERIFY(!refused);
    QVERIFY2(refused.error().hint.contains(u"GRANT PROCESS ON *.*"_s), qPrintable(refused.error().toString()));
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s, u"replicas=none"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(Test::text(outcome)));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
}

/// The refusal of a plain ALTER TABLE that would copy a big table.
void TstCopyRefusals::bigTableNamesTheWayOn()
{
    ScriptedProject project = newProject(10);
    project.execute({u"INSERT INTO t SELECT 100 + seq, 0, repeat('x', 60) FROM seq_1_to_2000000"_s, u"ANALYZE TABLE t"_s});
    const QString alter = u"ALTER TABLE t MODIFY n bigint NOT NULL DEFAULT 0, LOCK=SHARED;"_s;
    project.add(u"1"_s, u"one"_s, alter);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY2(outcome.error().hint.contains(u"-- whimbrel: online-copy"_s), qPrintable(outcome.error().toString()));
    QVERIFY2(planText(project).contains(u"“-- whimbrel: online-copy” above it hands it to"_s), qPrintable(planText(project)));
    addCopy(project, alter);
    QVERIFY2(planText(project).contains(u"but on a copy by pt-online-schema-change"_s), qPrintable(planText(project)));
}

/// What MariaDB 11.8 does to transactions that read before they write.
void TstCopyRefusals::noticesOfTheServer()
{
    ScriptedProject project = newProject(10);
    project.execute({u"CREATE TABLE parent (id integer PRIMARY KEY)"_s, u"ALTER TABLE t ADD COLUMN p integer, ADD CONSTRAINT to_parent FOREIGN KEY (p) REFERENCES parent (id)"_s});
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(Test::text(outcome)));
    const QString notices = told(project, RunEvent::Kind::Notice).join(u'\n');
    QVERIFY2(notices.contains(u"gives the foreign keys of"_s) && notices.contains(u"to_parent"_s), qPrintable(notices));
    const bool isOn = project.query(u"SELECT count(*) AS n FROM information_schema.global_variables WHERE variable_name = 'innodb_snapshot_isolation' AND variable_value = 'ON'"_s).number(0, u"n") > 0;
    QCOMPARE(notices.contains(u"error 1020"_s), isOn);
}

WHIMBREL_TEST(TstCopyRefusals)
#include "tst_copyrefusals.moc"
