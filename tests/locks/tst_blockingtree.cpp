// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"
#include "patience.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstBlockingTree : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void drawsWhoWaitsForWhom_data();
    void drawsWhoWaitsForWhom();
    void preparedTransactionIsARoot();
    void edgeToASessionThatWasNotSeen();
    void copesWithQuadraticEdges();
    void copesWithADeepChain();
};

void TstBlockingTree::drawsWhoWaitsForWhom_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &drawing, const QString &expected) {
        QTest::newRow(name) << drawing << expected;
    };

    row("nobody waits", u""_s, u"waiting 0, for us 0\n"_s);
    row("holders without victims are shown", u"10\n11"_s, u"waiting 0, for us 0\n10\n11\n"_s);
    row("the pile behind an ALTER",
        u"10 <- *20@2000 <~ 30@400 31@300 32@200"_s,
        u"waiting 4, for us 3\n"
        "10 victims=4 longest=2000\n"
        "  *20 victims=3 longest=400\n"
        "    ~30\n"
        "    ~31\n"
        "    ~32\n"_s);
    row("who stands in the queue of a holder stands below the holder",
        u"10 <- 20@300 30@200 40@100\n20 <~ 30@200 40@100\n30 <~ 40@100"_s,
        u"waiting 3, for us 0\n"
        "10 victims=3 longest=300\n"
        "  20 victims=2 longest=200\n"
        "  30 victims=1 longest=100 also=20\n"
        "  40 also=20 also=30\n"_s);
    row("a diamond counts its victim once and draws it once",
        u"1 <- 2 <- 4\n1 <- 3 <- 4"_s,
        u"waiting 3, for us 0\n"
        "1 victims=3\n"
        "  2 victims=1\n"
        "    4 also=3\n"
        "  3 victims=1\n"_s);
    row("a session below two roots is drawn again, as a leaf",
        u"1 <- 9 <~ 5 6\n2 <- 9"_s,
        u"waiting 3, for us 0\n"
        "1 victims=3\n"
        "  9 victims=2 also=2\n"
        "    ~5\n"
        "    ~6\n"
        "2 victims=3\n"
        "  9 victims=2 again\n"_s);
    row("more victims first, then the longer wait",
        u"1 <- 11@100\n2 <- 12@900\n3 <- 13@50 14@50"_s,
        u"waiting 4, for us 0\n"
        "3 victims=2 longest=50\n"
        "  13\n"
        "  14\n"
        "2 victims=1 longest=900\n"
        "  12\n"
        "1 victims=1 longest=100\n"
        "  11\n"_s);
    row("a tree with a session of ours comes first, wherever it stands in it",
        u"1 <- 11 12 13\n2 <- *20"_s,
        u"waiting 4, for us 0\n"
        "2 victims=1\n"
        "  *20\n"
        "1 victims=3\n"
        "  11\n"
        "  12\n"
        "  13\n"_s);
    row("a deadlock has a root: the one that waited longest",
        u"1 <- 2@100\n2 <- 1@900"_s,
        u"waiting 2, for us 0\n"
        "1 victims=1 longest=900 ring\n"
        "  2 victims=1 longest=900 ring\n"_s);
    row("a deadlock with ours in it is ours",
        u"1@900 <- *2@100\n*2 <- 3@100\n3 <- 1@900"_s,
        u"waiting 3, for us 2\n"
        "*2 victims=2 longest=900 ring\n"
        "  3 victims=2 longest=900 ring\n"
        "    1 victims=2 longest=900 ring\n"_s);
    row("a ring with a pile behind it",
        u"1 <- 2@100\n2 <- 1@900\n2 <~ 7@50"_s,
        u"waiting 3, for us 0\n"
        "1 victims=2 longest=900 ring\n"
        "  2 victims=2 longest=900 ring\n"
        "    ~7\n"_s);
    row("a ring that waits for somebody is no root",
        u"1 <- 2\n2 <- 3\n3 <- 2"_s,
        u"waiting 2, for us 0\n"
        "1 victims=2\n"
        "  2 victims=1 ring also=3\n"
        "    3 victims=1 ring\n"_s);
    row("a blocker that nobody can name", u"? <- 40@100"_s, u"waiting 1, for us 0\n? 40\n"_s);
    row("somebody waits for one that waits for nobody knows whom", u"? <- 40 <- 50"_s,
        u"waiting 2, for us 0\n? 40 victims=1\n  50\n"_s);
    row("own sessions that wait for own ones are not counted as others", u"*1 <- *2 <- 3"_s,
        u"waiting 2, for us 1\n*1 victims=2\n  *2 victims=1\n    3\n"_s);
}

void TstBlockingTree::drawsWhoWaitsForWhom()
{
    QFETCH(QString, drawing);
    QFETCH(QString, expected);
    QCOMPARE(treeAsText(buildBlockingTree(sampleFromDrawing(drawing))), expected);
}

void TstBlockingTree::preparedTransactionIsARoot()
{
    LockSample sample;
    LockSession prepared;
    prepared.backend = {0, u"gx_1"_s};
    prepared.preparedGid = u"gx_1"_s;
    LockSession other = prepared;
    other.backend.backendStart = other.preparedGid = u"gx_2"_s;
    sample.sessions = {prepared, other};
    for (const auto &[waiting, gid] : {std::pair(7, u"gx_1"_s), std::pair(8, u"gx_2"_s), std::pair(9, u"gx_2"_s)}) {
        LockEdge edge;
        edge.waiting.pid = waiting;
        edge.blocking = {0, gid};
        sample.edges << edge;
    }
    const BlockingTree tree = buildBlockingTree(sample);
    QCOMPARE(tree.roots.size(), 2u);
    QCOMPARE(tree.roots.front().session.preparedGid, u"gx_2"_s);
    QCOMPARE(tree.roots.front().victims, 2);
    QCOMPARE(tree.roots.back().session.preparedGid, u"gx_1"_s);
}

void TstBlockingTree::edgeToASessionThatWasNotSeen()
{
    LockSample sample;
    LockEdge edge;
    edge.waiting.pid = 2;
    edge.blocking.pid = 1;
    sample.edges << edge;
    QCOMPARE(treeAsText(buildBlockingTree(sample)), u"waiting 1, for us 0\n1 victims=1\n  2\n"_s);
}

/// 500 sessions and 124,750 edges: what a row lock of MariaDB can give.
void TstBlockingTree::copesWithQuadraticEdges()
{
    QString drawing;
    for (int blocker = 1; blocker < 500; ++blocker) {
        drawing += u"%1 <-"_s.arg(blocker);
        for (int waiter = blocker + 1; waiter <= 500; ++waiter)
            drawing += u" %1"_s.arg(waiter);
        drawing += u'\n';
    }
    const LockSample sample = sampleFromDrawing(drawing);
    QCOMPARE(sample.edges.size(), 499 * 500 / 2);
    QElapsedTimer timer;
    timer.start();
    const BlockingTree tree = buildBlockingTree(sample);
    const qint64 elapsed = timer.elapsed();
    qInfo("%lld ms", elapsed);
    QVERIFY2(elapsed < 1000 * Test::patience, "a tree of 500 sessions must not be felt");
    QCOMPARE(tree.roots.size(), 1u);
    QCOMPARE(tree.roots.front().victims, 499);
    QCOMPARE(tree.roots.front().children.size(), 499u);
}

void TstBlockingTree::copesWithADeepChain()
{
    QString drawing = u"1"_s;
    for (int waiter = 2; waiter <= 2000; ++waiter)
        drawing += u" <- %1"_s.arg(waiter);
    const BlockingTree tree = buildBlockingTree(sampleFromDrawing(drawing));
    QCOMPARE(tree.waiting, 1999);
    int depth = 0;
    for (const BlockingNode *node = &tree.roots.front(); !node->children.empty(); node = &node->children.front())
        QCOMPARE(node->victims, 1999 - depth++);
    QCOMPARE(depth, 1999);
}

WHIMBREL_TEST(TstBlockingTree)
#include "tst_blockingtree.moc"
