// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/drawing.h"
#include "locks/locksmodel.h"
#include "test.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstLocksModel : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTree_data();
    void followsTheTree();
    void keepsIndexesOfWhatStays();
    void neverResets();
    void aTickChangesOnlyWhatLooksOther();
    void showsFactsInColumns();
    void capsRowsAndCountsTheRest();
};

static QString modelAsText(const LocksModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(depth * 2, u' ') + QString::number(model.node(index)->session.backend.pid) + u'\n';
        text += modelAsText(model, index, depth + 1);
    }
    return text;
}

static void draw(LocksModel &model, const QString &drawing)
{
    model.setTree(buildBlockingTree(sampleFromDrawing(drawing)), QDateTime::currentDateTimeUtc());
}

void TstLocksModel::followsTheTree_data()
{
    QTest::addColumn<QStringList>("drawings");
    QTest::addColumn<QString>("expected");
    QTest::newRow("from nothing") << QStringList{u"1 <- 2 <- 3"_s} << u"1\n  2\n    3\n"_s;
    QTest::newRow("to nothing") << QStringList{u"1 <- 2 <- 3"_s, QString()} << QString();
    QTest::newRow("more behind it") << QStringList{u"1 <- 2"_s, u"1 <- 2 <~ 3 4"_s} << u"1\n  2\n    3\n    4\n"_s;
    QTest::newRow("one in the middle gone") << QStringList{u"1 <- 2 3 4"_s, u"1 <- 2 4"_s} << u"1\n  2\n  4\n"_s;
    QTest::newRow("order turned") << QStringList{u"1 <- 2@30 3@20 4@10"_s, u"1 <- 4@30 3@20 2@10"_s} << u"1\n  4\n  3\n  2\n"_s;
    QTest::newRow("the root ends, the waiter becomes the root") << QStringList{u"1 <- 2 <~ 3 4"_s, u"2 <- 3 4"_s} << u"2\n  3\n  4\n"_s;
    QTest::newRow("roots change places") << QStringList{u"1 <- 2\n3 <- 4"_s, u"1 <- 2\n3 <- 4 5"_s} << u"3\n  4\n  5\n1\n  2\n"_s;
    QTest::newRow("a ring opens") << QStringList{u"1 <- 2\n2 <- 1"_s, u"1 <- 2"_s} << u"1\n  2\n"_s;
}

void TstLocksModel::followsTheTree()
{
    QFETCH(QStringList, drawings);
    QFETCH(QString, expected);
    LocksModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const QString &drawing : std::as_const(drawings))
        draw(model, drawing);
    QCOMPARE(modelAsText(model), expected);
}

void TstLocksModel::keepsIndexesOfWhatStays()
{
    LocksModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    draw(model, u"1 <- 2\n3 <- 4"_s);
    const QPersistentModelIndex four = model.indexOf(BackendId{4, {}});
    QVERIFY(four.isValid());
    draw(model, u"1 <- 2\n3 <- 9@500 4@10"_s);
    QVERIFY(four.isValid());
    QCOMPARE(model.node(four)->session.backend.pid, 4);
    QCOMPARE(four.row(), 1);
    QCOMPARE(four.parent().row(), 0);
    draw(model, u"1 <- 2"_s);
    QVERIFY(!four.isValid());
}

void TstLocksModel::neverResets()
{
    LocksModel model;
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    draw(model, u"1 <- 2 3"_s);
    QCOMPARE(inserted.size(), 3);
    draw(model, u"1 <- 2@700 3"_s);
    QCOMPARE(inserted.size(), 3);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(resets.size(), 0);
}

void TstLocksModel::aTickChangesOnlyWhatLooksOther()
{
    QString waiting;
    for (int pid = 3; pid <= 500; ++pid)
        waiting += u" %1@%2"_s.arg(pid).arg(1000 - pid);
    LockSample sample = sampleFromDrawing(u"1 <- 2@2000 <~"_s + waiting);
    LocksModel model;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    model.setTree(buildBlockingTree(sample), now);

    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const auto changedCells = [&changes](qsizetype first) {
        QSet<int> columns;
        for (const QList<QVariant> &change : changes.sliced(first)) {
            for (int column = change[0].toModelIndex().column(); column <= change[1].toModelIndex().column(); ++column)
                columns << column;
        }
        return columns;
    };
    for (LockEdge &edge : sample.edges)
        edge.waited += 500ms;
    model.setTree(buildBlockingTree(sample), now.addMSecs(500));
    QCOMPARE(changes.size(), 2 * 3); // of each of the three levels
    QCOMPARE(changedCells(0), QSet<int>({LocksModel::State, LocksModel::Waited}));
    QCOMPARE(model.indexOf(BackendId{2, {}}).siblingAtColumn(LocksModel::Waited).data().toString(), u"2.5 s"_s);

    const qsizetype before = changes.size();
    sample.sessions[400].query = u"SELECT 1"_s;
    model.setTree(buildBlockingTree(sample), now.addMSecs(500));
    QCOMPARE(changes.size() - before, 2 * 3 + 1);
    QCOMPARE(changedCells(before).size(), LocksModel::ColumnCount);
}

void TstLocksModel::showsFactsInColumns()
{
    LockSample sample = sampleFromDrawing(u"1 <- *2@2500 <~ 3@400"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    sample.sessions[0].application = u"shop-api"_s;
    sample.sessions[0].user = u"shop"_s;
    sample.sessions[0].client = u"10.0.0.5:51234"_s;
    sample.sessions[0].state = u"idle in transaction"_s;
    sample.sessions[0].stateSince = now.addSecs(-180);
    sample.sessions[0].query = u"UPDATE users\n   SET name = 'x'"_s;
    sample.sessions[0].queryIsLast = true;
    for (LockEdge &edge : sample.edges) {
        edge.target = u"users"_s;
        edge.wants = u"AccessExclusiveLock"_s;
    }
    sample.edges[0].held = u"RowExclusiveLock"_s;
    LocksModel model;
    model.setTree(buildBlockingTree(sample), now);
    const auto text = [&](const QModelIndex &index, int column) { return index.siblingAtColumn(column).data().toString(); };
    const QModelIndex holder = model.indexOf(BackendId{1, {}});
    QCOMPARE(text(holder, LocksModel::Session), u"1 shop-api"_s);
    QCOMPARE(text(holder, LocksModel::User), u"shop @ 10.0.0.5:51234"_s);
    QCOMPARE(text(holder, LocksModel::State), u"idle in transaction, 3 min"_s);
    QCOMPARE(text(holder, LocksModel::WaitsFor), u"holds users"_s);
    QCOMPARE(text(holder, LocksModel::Mode), u"RowExclusiveLock"_s);
    QCOMPARE(text(holder, LocksModel::Waited), QString());
    QCOMPARE(text(holder, LocksModel::Victims), u"2"_s);
    QCOMPARE(text(holder, LocksModel::Statement), u"last statement: UPDATE users SET name = 'x'"_s);
    QCOMPARE(holder.siblingAtColumn(LocksModel::Statement).data(Qt::ToolTipRole).toString(), sample.sessions[0].query);

    const QModelIndex ours = model.indexOf(BackendId{2, {}});
    QCOMPARE(text(ours, LocksModel::Session), u"2 (this run)"_s);
    QVERIFY(ours.data(Qt::FontRole).value<QFont>().bold());
    QCOMPARE(text(ours, LocksModel::WaitsFor), u"users"_s);
    QCOMPARE(text(ours, LocksModel::Mode), u"AccessExclusiveLock"_s);
    QCOMPARE(text(ours, LocksModel::Waited), u"2.5 s"_s);
    QVERIFY(!ours.siblingAtColumn(LocksModel::Mode).data(Qt::DecorationRole).value<QIcon>().isNull());

    const QModelIndex victim = model.indexOf(BackendId{3, {}});
    QCOMPARE(text(victim, LocksModel::WaitsFor), u"users, in the queue"_s);
    QCOMPARE(text(victim, LocksModel::Waited), u"400 ms"_s);
}

void TstLocksModel::capsRowsAndCountsTheRest()
{
    QString drawing = u"1 <-"_s;
    for (int pid = 2; pid <= 700; ++pid)
        drawing += u" %1"_s.arg(pid);
    LocksModel model;
    draw(model, drawing);
    QCOMPARE(model.rowCount(model.index(0, 0)), LocksModel::rowLimit - 1);
    QCOMPARE(model.hiddenRows(), 200);
    draw(model, u"1 <- 2"_s);
    QCOMPARE(model.hiddenRows(), 0);
}

WHIMBREL_TEST(TstLocksModel)
#include "tst_locksmodel.moc"
