// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklisttemplate.h"
#include "probeproject.h"
#include "test.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::ProbeProject;

class TstSqliteProbes : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void integrityPassesASoundFile();
    void integrityWarnsOfDanglingKeys();
    void integrityFailsADamagedFile();
    void canWriteNoticesAWriter();
    void canWriteMakesNoFile();
    void canWriteNoticesMissingRights();
    void tableSizesOfPendingStatements();
    void tableSizesOfUnknownNames();
    void guardsAreAskedFromTheSession();
    void withoutAConnectionNothingPasses();
    void stoppedChecksAreLeftOut();
    void probesOfOtherDatabasesAreLeftOut();

private:
    std::unique_ptr<Session> open(SessionRole role = SessionRole::Browse) const;
    void execute(const QByteArray &sql) const;

    std::unique_ptr<ProbeProject> m_project;
};

void TstSqliteProbes::init()
{
    TestCase::init();
    m_project = std::make_unique<ProbeProject>("ALTER TABLE orders ADD COLUMN note text;");
    execute("CREATE TABLE customers (id integer PRIMARY KEY)");
    execute("CREATE TABLE orders (id integer PRIMARY KEY, customer integer REFERENCES customers (id))");
}

std::unique_ptr<Session> TstSqliteProbes::open(SessionRole role) const
{
    Result<std::unique_ptr<Session>> session = Session::open(const_cast<ProbeProject &>(*m_project).target().settings, role);
    return session ? std::move(*session) : nullptr;
}

void TstSqliteProbes::execute(const QByteArray &sql) const
{
    const std::unique_ptr<Session> session = open(SessionRole::Run);
    const Result<Rows> result = session->query(QString::fromUtf8(sql));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().toString()));
}

void TstSqliteProbes::integrityPassesASoundFile()
{
    const ProbeResult result = m_project->run(u"integrity"_s, open().get());
    COMPARE_STATE(result, Passed);
    QCOMPARE(result.value, u"ok"_s);
    QVERIFY(result.at.isValid());
}

void TstSqliteProbes::integrityWarnsOfDanglingKeys()
{
    execute("INSERT INTO orders VALUES (1, 77), (2, 78)");
    const ProbeResult result = m_project->run(u"integrity"_s, open().get());
    COMPARE_STATE(result, Warning);
    QCOMPARE(result.value, u"2 in orders"_s);
}

void TstSqliteProbes::integrityFailsADamagedFile()
{
    execute("CREATE INDEX orders_customer ON orders (customer)");
    execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO orders SELECT i, NULL FROM n");
    QFile file(m_project->path(u"shop.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(5 * 4096));
    file.write(QByteArray(3 * 4096, '\x55'));
    file.close();
    const ProbeResult result = m_project->run(u"integrity"_s, open().get());
    COMPARE_STATE(result, Failed);
}

void TstSqliteProbes::canWriteNoticesAWriter()
{
    COMPARE_STATE(m_project->run(u"can-write"_s, open().get()), Passed);
    const std::unique_ptr<Session> writer = open(SessionRole::Run);
    QVERIFY(writer->begin());
    const ProbeResult result = m_project->run(u"can-write"_s, open().get());
    COMPARE_STATE(result, Failed);
    QVERIFY(result.message.contains(u"Another program"_s));
    QVERIFY(writer->rollback());
    COMPARE_STATE(m_project->run(u"can-write"_s, open().get()), Passed);
}

void TstSqliteProbes::canWriteMakesNoFile()
{
    m_project->target().settings.database = m_project->path(u"new.db"_s);
    COMPARE_STATE(m_project->run(u"can-write"_s, nullptr), Passed);
    QVERIFY(!QFileInfo::exists(m_project->path(u"new.db"_s)));
}

void TstSqliteProbes::canWriteNoticesMissingRights()
{
    m_project->target().readOnly = true;
    COMPARE_STATE(m_project->run(u"can-write"_s, open().get()), Failed);
}

void TstSqliteProbes::tableSizesOfPendingStatements()
{
    execute("INSERT INTO orders VALUES (41, NULL)");
    const ProbeResult result = m_project->run(u"table-sizes"_s, open().get());
    COMPARE_STATE(result, Passed);
    QVERIFY2(result.value.contains(u"orders"_s), qPrintable(result.value));
    QVERIFY2(result.value.contains(u"about 41 rows"_s), qPrintable(result.value));
    QVERIFY(!result.value.contains(u"customers"_s));

    execute("INSERT INTO orders VALUES (6000000, NULL)"); // the greatest rowid stands for the number of rows
    const ProbeResult many = m_project->run(u"table-sizes"_s, open().get());
    const bool hasSizes = many.value.contains(u"B"_s);
    QVERIFY(many.state == (hasSizes ? ProbeResult::State::Passed : ProbeResult::State::Warning));
}

void TstSqliteProbes::tableSizesOfUnknownNames()
{
    m_project = std::make_unique<ProbeProject>("ALTER TABLE elsewhere ADD COLUMN note text;");
    execute("CREATE TABLE orders (id integer PRIMARY KEY)");
    const ProbeResult result = m_project->run(u"table-sizes"_s, open().get());
    COMPARE_STATE(result, Unknown);
    QVERIFY2(result.message.contains(u"elsewhere"_s), qPrintable(result.message));
}

void TstSqliteProbes::guardsAreAskedFromTheSession()
{
    COMPARE_STATE(m_project->run(u"guards"_s, open().get()), Passed);
    m_project->target().guards.lockTimeout = 20s;
    COMPARE_STATE(m_project->run(u"guards"_s, open().get()), Warning);
    m_project->target().guards.lockTimeout = 0s;
    COMPARE_STATE(m_project->run(u"guards"_s, open().get()), Failed);
}

void TstSqliteProbes::withoutAConnectionNothingPasses()
{
    for (const auto &each : probes()) {
        if (!each->usesSession() || each->id() == "can-write"_L1)
            continue;
        const ProbeContext context(m_project->project(), m_project->target(), nullptr, {},
                                   Error{.kind = ErrorKind::Unreachable, .message = u"no route to host"_s, .detail = {}, .hint = {}, .code = {}, .position = {}});
        const ProbeResult result = each->run(context);
        QVERIFY2(result.state == ProbeResult::State::Unknown, qPrintable(each->id()));
        QVERIFY2(result.message.contains(u"no route to host"_s), qPrintable(each->id() + result.message));
    }
}

void TstSqliteProbes::stoppedChecksAreLeftOut()
{
    std::stop_source stop;
    stop.request_stop();
    const std::unique_ptr<Session> session = open();
    const ProbeContext context(m_project->project(), m_project->target(), session.get(), stop.get_token());
    QVERIFY(runChecks(ChecklistTemplate::standard().items, context).isEmpty());
}

void TstSqliteProbes::probesOfOtherDatabasesAreLeftOut()
{
    const ChecklistTemplate sqlite = ChecklistTemplate::standard().forDialect(Dialect::SQLite);
    QVERIFY(sqlite.item(u"integrity"));
    QVERIFY(!sqlite.item(u"invalid-indexes"));
    QVERIFY(!sqlite.item(u"connection-headroom"));
    QVERIFY(sqlite.item(u"tested-on-staging"));
    const ChecklistTemplate mariaDb = ChecklistTemplate::standard().forDialect(Dialect::MySql);
    QVERIFY(mariaDb.item(u"connection-headroom"));
    QVERIFY(!mariaDb.item(u"integrity"));

    const std::unique_ptr<Session> session = open();
    const ProbeContext context(m_project->project(), m_project->target(), session.get());
    const QList<ItemAnswer> answers = runChecks(sqlite.items, context);
    QVERIFY(answers.size() > 5);
    for (const ItemAnswer &each : answers)
        QVERIFY2(each.result.state != ProbeResult::State::Unknown, qPrintable(each.item + each.result.message));
}

WHIMBREL_TEST(TstSqliteProbes)
#include "tst_sqliteprobes.moc"
