// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine.h"
#include "plan/planview.h"
#include "plan/runmodel.h"
#include "run/rollbackdialog.h"
#include "sql/splitter.h"
#include "test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

PlanStep step(const QString &version, const QString &sql, Direction direction = Direction::Up, bool transaction = true)
{
    PlanStep planned;
    planned.migration.version = version;
    planned.migration.description = u"change"_s;
    planned.migration.displayFile = u"db/migrations/%1_change.sql"_s.arg(version);
    planned.migration.file = u"/shop/"_s + planned.migration.displayFile;
    planned.direction = direction;
    planned.transaction = transaction;
    for (const Statement &statement : splitScript(sql, Dialect::SQLite).statements)
        planned.statements << PlanStatement{statement, static_cast<int>(planned.statements.size()) + 1};
    return planned;
}

RunEvent happened(RunEvent::Kind kind, const QString &version, int statement = 0)
{
    RunEvent made;
    made.kind = kind;
    made.version = version;
    made.statement = statement;
    return made;
}

RunEvent finished(const QString &version, int statement, qint64 ms, qlonglong rows = -1)
{
    RunEvent made = happened(RunEvent::Kind::StatementFinished, version, statement);
    made.elapsedMs = ms;
    made.rows = rows;
    return made;
}

/// The model as indented text: what it shows, row by row.
QString drawing(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QString cell = model.index(row, column, parent).data().toString();
            if (!cell.isEmpty())
                cells << cell;
        }
        text += QString(depth * 2, u' ') + cells.join(u" | "_s) + u'\n';
        text += drawing(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

} // namespace

class TstRunModel : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePlan();
    void followsARun();
    void aMigrationThatIsTriedAgainCountsOnce();
    void aFailureUndoesTheTransaction();
    void withoutATransactionStatementsStay();
    void updatesRowsInPlace();
    void fiftyThousandStatements();
    void namesWhatARollbackLoses();
};

void TstRunModel::showsThePlan()
{
    RunModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunPlan plan;
    plan.steps << step(u"1"_s, u"CREATE TABLE a (id);\nCREATE TABLE\n  b (id);"_s)
               << step(u"2"_s, u"VACUUM;"_s, Direction::Up, false);
    plan.steps.last().notes << u"Not atomic."_s;
    model.setPlan(plan);
    QCOMPARE(drawing(model), u"1 change\n"
                             "  CREATE TABLE a (id)\n"
                             "  CREATE TABLE b (id)\n"
                             "2 change\n"
                             "  Not atomic.\n"
                             "  VACUUM\n"_s);
    QCOMPARE(model.statementCount(), 3);
    const QModelIndex second = model.index(1, 0, model.index(0, 0));
    QCOMPARE(second.data(RunModel::LineRole).toInt(), 2);
    QCOMPARE(second.data(RunModel::SqlRole).toString(), u"CREATE TABLE\n  b (id)"_s);
    QCOMPARE(model.index(0, 0).data(RunModel::DetailRole).toString(), u"up, in one transaction"_s);
}

void TstRunModel::followsARun()
{
    RunModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunPlan plan;
    plan.steps << step(u"1"_s, u"CREATE TABLE a (id);\nINSERT INTO a VALUES (1);"_s);
    model.setPlan(plan);
    model.apply(happened(RunEvent::Kind::RunStarted, {}));
    model.apply(happened(RunEvent::Kind::MigrationStarted, u"1"_s));
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 1));
    QCOMPARE(model.currentStatement(), model.index(0, 0, model.index(0, 0)));
    QVERIFY(model.currentStatement().data(RunModel::ActiveRole).toBool());
    model.apply(finished(u"1"_s, 1, 14));
    RunEvent again = happened(RunEvent::Kind::LockRetry, u"1"_s, 2);
    again.attempt = 3;
    model.apply(again);
    QCOMPARE(drawing(model), u"1 change | running\n"
                             "  CREATE TABLE a (id) | done | 14 ms\n"
                             "  INSERT INTO a VALUES (1) | running | 3\n"_s);
    RunEvent last = finished(u"1"_s, 2, 2300, 1);
    last.attempt = 3;
    model.apply(last);
    RunEvent done = happened(RunEvent::Kind::MigrationFinished, u"1"_s);
    done.elapsedMs = 2400;
    model.apply(done);
    model.apply(happened(RunEvent::Kind::StatementStarted, u"unknown"_s, 1)); // of no step of this plan
    QCOMPARE(drawing(model), u"1 change | done | 2.4 s\n"
                             "  CREATE TABLE a (id) | done | 14 ms\n"
                             "  INSERT INTO a VALUES (1) | done | 2.3 s | 3 | 1\n"_s);
    QCOMPARE(model.statementsDone(), 2);
}

/// Its transaction had to be given up for others, and begins anew.
void TstRunModel::aMigrationThatIsTriedAgainCountsOnce()
{
    RunModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunPlan plan;
    plan.steps << step(u"1"_s, u"SELECT 1;SELECT 2;"_s);
    model.setPlan(plan);
    model.apply(happened(RunEvent::Kind::MigrationStarted, u"1"_s));
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 1));
    model.apply(finished(u"1"_s, 1, 14));
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 2));
    RunEvent again = happened(RunEvent::Kind::LockRetry, u"1"_s, 2);
    again.attempt = 2;
    model.apply(again);
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 1));
    QCOMPARE(model.statementsDone(), 0);
    model.apply(finished(u"1"_s, 1, 15));
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 2));
    model.apply(finished(u"1"_s, 2, 16));
    QCOMPARE(model.statementsDone(), 2);
}

void TstRunModel::aFailureUndoesTheTransaction()
{
    RunModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunPlan plan;
    plan.steps << step(u"1"_s, u"SELECT 1;SELECT 2;SELECT 3;"_s) << step(u"2"_s, u"SELECT 4;"_s);
    model.setPlan(plan);
    model.apply(happened(RunEvent::Kind::MigrationStarted, u"1"_s));
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 1));
    model.apply(finished(u"1"_s, 1, 1));
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 2));
    RunEvent failed = happened(RunEvent::Kind::MigrationFailed, u"1"_s, 2);
    failed.error = Error{.kind = ErrorKind::Statement, .message = u"no"_s, .detail = {}, .hint = {}, .code = {}, .position = {}};
    model.apply(failed);
    model.apply(happened(RunEvent::Kind::RunFinished, {}));
    QCOMPARE(drawing(model), u"1 change | failed\n"
                             "  SELECT 1 | undone | 1 ms\n"
                             "  SELECT 2 | failed\n"
                             "  SELECT 3 | not run\n"
                             "2 change | not run\n"
                             "  SELECT 4 | not run\n"_s);
}

void TstRunModel::withoutATransactionStatementsStay()
{
    RunModel model;
    RunPlan plan;
    plan.steps << step(u"1"_s, u"SELECT 1;SELECT 2;"_s, Direction::Up, false);
    model.setPlan(plan);
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 1));
    model.apply(finished(u"1"_s, 1, 1));
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 2));
    RunEvent stopped = happened(RunEvent::Kind::MigrationFailed, u"1"_s, 2);
    stopped.error = Error{.kind = ErrorKind::Cancelled, .message = u"stopped"_s, .detail = {}, .hint = {}, .code = {}, .position = {}};
    model.apply(stopped);
    QCOMPARE(drawing(model), u"1 change | stopped\n"
                             "  SELECT 1 | done | 1 ms\n"
                             "  SELECT 2 | stopped\n"_s);
}

void TstRunModel::updatesRowsInPlace()
{
    RunModel model;
    RunPlan plan;
    plan.steps << step(u"1"_s, u"SELECT 1;SELECT 2;"_s);
    model.setPlan(plan);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex second(model.index(1, 0, model.index(0, 0)));
    model.apply(happened(RunEvent::Kind::StatementStarted, u"1"_s, 2));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex(), QModelIndex(second));
}

void TstRunModel::fiftyThousandStatements()
{
    RunPlan plan;
    plan.steps << step(u"1"_s, u"INSERT INTO t VALUES (1, 'a name');\n"_s.repeated(50'000));
    PlanView view;
    view.resize(900, 300);
    view.setRunLayout(true);
    view.setColumns(true);
    view.show();
    QElapsedTimer timer;
    timer.start();
    view.setPlan(plan);
    view.grab();
    const qint64 shown = timer.restart();

    QList<RunEvent> events;
    for (int i = 1; i <= 50'000; ++i)
        events << happened(RunEvent::Kind::StatementStarted, u"1"_s, i) << finished(u"1"_s, i, 1);
    qint64 slowest = 0;
    for (qsizetype first = 0; first < events.size(); first += 2000) { // a twentieth of a second of a fast run
        timer.restart();
        view.apply(events.first(first + 2000), first);
        view.grab();
        slowest = std::max(slowest, timer.elapsed());
    }
    qInfo("50,000 statements: shown in %lld ms, the slowest of 50 updates took %lld ms", shown, slowest);
    QCOMPARE(view.model().statementsDone(), 50'000);
    const double machine = Test::slowness();
    QCOMPARE_LT(double(shown), 2000 * machine);
    QCOMPARE_LT(double(slowest), 500 * machine);
}

void TstRunModel::namesWhatARollbackLoses()
{
    RunPlan plan;
    plan.steps << step(u"2"_s, u"CREATE INDEX i ON a (x);\nALTER TABLE a DROP COLUMN x;\nDROP TABLE b;\nDELETE FROM c;\n"
                                "ALTER TABLE a RENAME COLUMN x TO \"drop\" /* not drop it */;\nWITH old AS (SELECT 1) DELETE FROM d;"_s, Direction::Down);
    QCOMPARE(losingStatements(plan), (QStringList{u"ALTER TABLE a DROP COLUMN x"_s, u"DROP TABLE b"_s, u"DELETE FROM c"_s,
                                                  u"WITH old AS (SELECT 1) DELETE FROM d"_s}));
}

WHIMBREL_TEST(TstRunModel)
#include "tst_runmodel.moc"
