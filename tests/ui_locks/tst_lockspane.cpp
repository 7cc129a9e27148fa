// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/drawing.h"
#include "locks/lockmonitor.h"
#include "locks/locksbadge.h"
#include "locks/locksmodel.h"
#include "locks/lockspane.h"
#include "settings/iconengine.h"
#include "settings/theme.h"
#include "test.h"

#include <KMessageWidget>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstLocksPane : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initIcons(); }
    void init();
    void cleanup();
    void saysThatNobodyWaits();
    void saysThatThereIsNoDatabase();
    void showsTheTreeOpen();
    void keepsSelectionAndWhatWasClosed();
    void freezes();
    void copiesTheTree();
    void limitedViewOffersTheGrant();
    void lostConnectionKeepsTheData();
    void actionsNeedASession();
    void actionsNeedTheRight_data();
    void actionsNeedTheRight();
    void aPreparedTransactionHasAStatementInstead();
    void sqliteHasNobodyToAsk();
    void confirmationNamesTheSession();
    void badgeTellsHowManyWait();
    void pictures_data();
    void pictures();

private:
    LockSample nightScene() const;
    void take(LockSample sample) const;
    QString summary() const { return m_pane->findChild<QLabel *>(u"locks-summary"_s)->text(); }
    QString emptyText() const { return m_pane->findChild<QLabel *>(u"locks-empty"_s)->text(); }
    QTreeView *tree() const { return m_pane->findChild<QTreeView *>(u"locks-tree"_s); }
    KMessageWidget *limited() const { return m_pane->findChild<KMessageWidget *>(u"locks-limited"_s); }
    KMessageWidget *lost() const { return m_pane->findChild<KMessageWidget *>(u"locks-lost"_s); }
    QAction *action(const QString &name) const { return m_pane->findChild<QAction *>(name); }
    QModelIndex rowOf(qint64 pid) const;

    std::unique_ptr<LockMonitor> m_monitor;
    std::unique_ptr<LocksPane> m_pane;
};

/// A database that is named and never connected to: samples are given by hand.
static ConnectionSettings somewhere()
{
    ConnectionSettings settings;
    settings.dialect = Dialect::PostgreSql;
    settings.host = u"/nonexistent"_s;
    settings.database = u"shop"_s;
    return settings;
}

void TstLocksPane::init()
{
    TestCase::init();
    m_monitor = std::make_unique<LockMonitor>();
    m_monitor->setReplay(true);
    m_pane = std::make_unique<LocksPane>(*m_monitor);
    m_pane->resize(1200, 300);
    m_pane->show();
}

void TstLocksPane::cleanup()
{
    m_pane.reset();
    m_monitor.reset();
}

void TstLocksPane::take(LockSample sample) const
{
    sample.takenAt = QDateTime::currentDateTimeUtc();
    m_monitor->take(sample);
}

QModelIndex TstLocksPane::rowOf(qint64 pid) const
{
    const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, QString::number(pid), 1,
                                                         Qt::MatchStartsWith | Qt::MatchRecursive);
    return found.value(0);
}

/// ALTER TABLE of ours behind an idle transaction, with the application queued behind it, and a deadlock.
LockSample TstLocksPane::nightScene() const
{
    LockSample sample = sampleFromDrawing(u"4711 <- *4720@2400 <~ 4731@1900 4732@1700 4733@900\n4801 <- 4802@600\n4802 <- 4801@400"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto fill = [&](qint64 pid, const QString &application, const QString &state, int seconds, const QString &query) {
        const auto session = std::ranges::find(sample.sessions, pid, [](const LockSession &one) { return one.backend.pid; });
        session->application = application;
        session->user = application == u"whimbrel" ? u"deploy"_s : u"shop"_s;
        session->client = application == u"whimbrel" ? u"10.0.0.9"_s : u"10.0.0.5"_s;
        session->database = u"shop"_s;
        session->state = state;
        session->stateSince = now.addSecs(-seconds);
        session->transactionStart = session->stateSince;
        session->query = query;
        session->queryIsLast = state.startsWith(u"idle");
    };
    fill(4711, u"shop-api"_s, u"idle in transaction"_s, 190, u"UPDATE users SET last_seen = now() WHERE id = 4"_s);
    fill(4720, u"whimbrel"_s, u"active"_s, 2, u"ALTER TABLE users\n  ADD COLUMN status text NOT NULL DEFAULT 'active'"_s);
    for (qint64 pid : {4731, 4732, 4733})
        fill(pid, u"shop-api"_s, u"active"_s, 1, u"SELECT id, email, full_name FROM users WHERE id = $1"_s);
    fill(4801, u"billing"_s, u"active"_s, 1, u"UPDATE orders SET paid = true WHERE id = 17"_s);
    fill(4802, u"billing"_s, u"active"_s, 1, u"UPDATE orders SET paid = true WHERE id = 18"_s);
    for (LockEdge &edge : sample.edges) {
        edge.target = u"users"_s;
        edge.wants = edge.waiting.pid == 4720 ? u"AccessExclusiveLock"_s : u"AccessShareLock"_s;
        if (edge.waiting.pid == 4720)
            edge.held = u"RowExclusiveLock"_s;
        if (edge.waiting.pid > 4800) {
            edge.target = u"row of orders, transaction 795"_s;
            edge.wants = u"ShareLock"_s;
            edge.held = u"ExclusiveLock"_s;
        }
    }
    return sample;
}

void TstLocksPane::saysThatNobodyWaits()
{
    m_monitor->setDatabase(somewhere());
    take({});
    QVERIFY2(emptyText().startsWith(u"No session waits. Checked"), qPrintable(emptyText()));
    QCOMPARE(summary(), u"0 waiting"_s);
    QVERIFY(!tree()->isVisible());
    QVERIFY(!limited()->isVisible());
}

void TstLocksPane::saysThatThereIsNoDatabase()
{
    QVERIFY2(emptyText().startsWith(u"Not connected."), qPrintable(emptyText()));
    QVERIFY(!action(u"locks-cancel"_s)->isEnabled());
    QVERIFY(!action(u"locks-copy"_s)->isEnabled());
}

void TstLocksPane::showsTheTreeOpen()
{
    m_monitor->setDatabase(somewhere());
    take(nightScene());
    QVERIFY(tree()->isVisible());
    QVERIFY(tree()->isExpanded(rowOf(4711)));
    QVERIFY(tree()->isExpanded(rowOf(4720)));
    QCOMPARE(summary(), u"6 waiting, 3 because of us · longest 2.4 s"_s);
}

void TstLocksPane::keepsSelectionAndWhatWasClosed()
{
    m_monitor->setDatabase(somewhere());
    take(nightScene());
    tree()->setCurrentIndex(rowOf(4732));
    tree()->collapse(rowOf(4801));
    take(nightScene());
    QCOMPARE(tree()->currentIndex(), rowOf(4732));
    QVERIFY(!tree()->isExpanded(rowOf(4801)));

    // The holder is gone: our session is the root now, and the selected one is another row.
    take(sampleFromDrawing(u"*4720 <- 4731@1900 4732@2900"_s));
    QCOMPARE(tree()->currentIndex().data().toString(), u"4732"_s);
    QVERIFY(tree()->isExpanded(rowOf(4720)));
}

void TstLocksPane::freezes()
{
    m_monitor->setDatabase(somewhere());
    take(nightScene());
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Space);
    QVERIFY(action(u"locks-freeze"_s)->isChecked());
    take({});
    QVERIFY(rowOf(4720).isValid());
    QVERIFY2(summary().endsWith(u": 6 waiting, 3 because of us · now: 0 waiting"_s), qPrintable(summary()));
    QTest::keyClick(tree(), Qt::Key_Space);
    QVERIFY(!rowOf(4720).isValid());
    QCOMPARE(summary(), u"0 waiting"_s);
}

void TstLocksPane::copiesTheTree()
{
    m_monitor->setDatabase(somewhere());
    take(nightScene());
    action(u"locks-copy"_s)->trigger();
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.startsWith(u"6 waiting, 3 because of us, the longest for 2.4 s\n4711 shop-api"), qPrintable(text));
    QVERIFY2(text.contains(u"\n  4720 whimbrel  (Whimbrel run)  user deploy"), qPrintable(text));
    QVERIFY2(text.contains(u"\n    4731 shop-api"), qPrintable(text));
}

void TstLocksPane::limitedViewOffersTheGrant()
{
    m_monitor->setDatabase(somewhere());
    LockSample sample;
    sample.notes = {{LockNote::Kind::Limited, u"Limited view: <b>x</b>."_s, u"GRANT pg_monitor TO dba_ro;"_s},
                    {LockNote::Kind::Rights, u"May not cancel."_s, u"GRANT pg_signal_backend TO dba_ro;"_s}};
    take(sample);
    QVERIFY(limited()->isVisible());
    QVERIFY2(limited()->text().contains(u"&lt;b&gt;"), qPrintable(limited()->text()));
    QVERIFY(emptyText().startsWith(u"No session is seen to wait."));
    action(u"locks-copy-remedy"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"GRANT pg_monitor TO dba_ro;\nGRANT pg_signal_backend TO dba_ro;"_s);
    take({});
    QVERIFY(!limited()->isVisible());
}

void TstLocksPane::lostConnectionKeepsTheData()
{
    m_monitor->setDatabase(somewhere());
    take(nightScene());
    m_monitor->take(failure(ErrorKind::ConnectionLost, u"The server closed the connection."_s));
    QVERIFY(rowOf(4720).isValid());
    QVERIFY(lost()->isVisible());
    QVERIFY2(lost()->text().contains(u"The server closed the connection."), qPrintable(lost()->text()));
    tree()->setCurrentIndex(rowOf(4720));
    QVERIFY(!action(u"locks-cancel"_s)->isEnabled());
    take(nightScene());
    QVERIFY(!lost()->isVisible());
    QVERIFY(action(u"locks-cancel"_s)->isEnabled());
}

void TstLocksPane::actionsNeedASession()
{
    m_monitor->setDatabase(somewhere());
    take(nightScene());
    tree()->setCurrentIndex({});
    QVERIFY(!action(u"locks-cancel"_s)->isEnabled());
    tree()->setCurrentIndex(rowOf(4711));
    QVERIFY(action(u"locks-cancel"_s)->isEnabled());
    QVERIFY(action(u"locks-terminate"_s)->isEnabled());
    QCOMPARE(m_pane->actions().size(), 7);
}

void TstLocksPane::actionsNeedTheRight_data()
{
    QTest::addColumn<QString>("right");
    QTest::addColumn<LockNote>("note");
    QTest::addColumn<QString>("toolTip");
    QTest::newRow("may") << QString() << LockNote() << u"<qt>Ends the selected session and rolls its transaction back</qt>"_s;
    QTest::newRow("pg_signal_backend")
        << u"pg_signal_backend"_s
        << LockNote{LockNote::Kind::Rights, u"May not cancel."_s, u"GRANT pg_signal_backend TO dba_ro;"_s}
        << u"<qt>May not cancel. An administrator can change it with: GRANT pg_signal_backend TO dba_ro;</qt>"_s;
    QTest::newRow("MariaDB") << u"CONNECTION ADMIN"_s
                             << LockNote{LockNote::Kind::Rights, u"May not kill."_s, u"GRANT CONNECTION ADMIN ON *.* TO 'dba'@'%';"_s}
                             << u"<qt>May not kill. An administrator can change it with: GRANT CONNECTION ADMIN ON *.* TO "
                                "'dba'@'%';</qt>"_s;
    QTest::newRow("superuser") << u"superuser"_s << LockNote{LockNote::Kind::Rights, u"Superusers only."_s, QString()}
                               << u"<qt>Superusers only.</qt>"_s;
    QTest::newRow("no note") << u"superuser"_s << LockNote() << u"<qt>This user lacks the right superuser.</qt>"_s;
}

void TstLocksPane::actionsNeedTheRight()
{
    QFETCH(QString, right);
    QFETCH(LockNote, note);
    QFETCH(QString, toolTip);
    m_monitor->setDatabase(somewhere());
    LockSample sample = nightScene();
    sample.sessions[0].missingRight = right;
    sample.notes = {note};
    take(sample);
    for (const QString &name : {u"locks-cancel"_s, u"locks-terminate"_s}) {
        tree()->setCurrentIndex(rowOf(4711));
        QCOMPARE(action(name)->isEnabled(), right.isEmpty());
        tree()->setCurrentIndex(rowOf(4720)); // of our own role
        QVERIFY(action(name)->isEnabled());
    }
    tree()->setCurrentIndex(rowOf(4711));
    QCOMPARE(action(u"locks-terminate"_s)->toolTip(), toolTip);
}

void TstLocksPane::aPreparedTransactionHasAStatementInstead()
{
    m_monitor->setDatabase(somewhere());
    LockSample sample = nightScene();
    LockSession &prepared = sample.sessions[0];
    for (LockEdge &edge : sample.edges) {
        if (edge.blocking == prepared.backend)
            edge.blocking = {0, u"gx_1"_s};
    }
    prepared.backend = {0, u"gx_1"_s};
    prepared.preparedGid = u"gx_1"_s;
    prepared.endWith = u"ROLLBACK PREPARED 'gx_1';"_s;
    take(sample);
    QAction *copy = action(u"locks-copy-end"_s);
    QVERIFY(!copy->isVisible());
    tree()->setCurrentIndex(tree()->model()->index(0, 0));
    QVERIFY(!action(u"locks-cancel"_s)->isEnabled());
    QVERIFY(!action(u"locks-terminate"_s)->isEnabled());
    QVERIFY2(action(u"locks-cancel"_s)->toolTip().contains(u"End it in database shop with: ROLLBACK PREPARED"),
             qPrintable(action(u"locks-cancel"_s)->toolTip()));
    QVERIFY(copy->isVisible());
    copy->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"ROLLBACK PREPARED 'gx_1';"_s);
    tree()->setCurrentIndex(rowOf(4720));
    QVERIFY(!copy->isVisible());
    QVERIFY(action(u"locks-cancel"_s)->isEnabled());
}

void TstLocksPane::sqliteHasNobodyToAsk()
{
    ConnectionSettings settings;
    settings.dialect = Dialect::SQLite;
    settings.database = u"/nonexistent/shop.db"_s;
    m_monitor->setDatabase(settings);
    LockSample sample;
    LockSession holder;
    holder.backend.pid = 77;
    holder.application = u"import"_s;
    holder.holds = u"RESERVED"_s;
    sample.sessions << holder;
    take(sample);
    tree()->setCurrentIndex(rowOf(77));
    QVERIFY(tree()->currentIndex().isValid());
    QVERIFY(!action(u"locks-cancel"_s)->isEnabled());
    QVERIFY2(action(u"locks-cancel"_s)->toolTip().contains(u"Stop process 77 import itself"),
             qPrintable(action(u"locks-cancel"_s)->toolTip()));
}

void TstLocksPane::confirmationNamesTheSession()
{
    const LockSample sample = nightScene();
    const auto open = [&](LockAction what, qint64 pid) {
        const auto session = std::ranges::find(sample.sessions, pid, [](const LockSession &one) { return one.backend.pid; });
        QMessageBox *box = lockConfirmation(what, *session, m_pane.get());
        box->open();
        return QPointer(box);
    };
    QPointer<QMessageBox> box = open(LockAction::TerminateSession, 4711);
    QCOMPARE(box->text(), u"Terminate session 4711 shop-api?"_s);
    QVERIFY2(box->informativeText().contains(u"User: shop"), qPrintable(box->informativeText()));
    QVERIFY(box->informativeText().contains(u"Last statement: UPDATE users"));
    QCOMPARE(box->buttonRole(box->defaultButton()), QMessageBox::RejectRole);
    const QSignalSpy accepted(box, &QDialog::accepted);
    QTest::keyClick(box, Qt::Key_Return); // what a hurried hand does
    QTRY_VERIFY(!box);
    QCOMPARE(accepted.size(), 0);

    box = open(LockAction::CancelStatement, 4720);
    QVERIFY2(box->informativeText().contains(u"this run"), qPrintable(box->informativeText()));
    const QSignalSpy cancelled(box, &QDialog::accepted);
    box->findChild<QPushButton *>(u"act"_s)->click();
    QCOMPARE(cancelled.size(), 1);
    QTRY_VERIFY(!box);
}

void TstLocksPane::badgeTellsHowManyWait()
{
    LocksBadge badge(*m_monitor);
    m_monitor->setDatabase(somewhere());
    take({});
    QCOMPARE(badge.text(), u"0 waiting"_s);
    take(nightScene());
    QCOMPARE(badge.text(), u"6 waiting, 3 because of us"_s);
    m_pane->hide();
    QCOMPARE(badge.text(), u"locks: not watched"_s);
    m_monitor->setInterest(LockMonitor::Interest::Run, true);
    QCOMPARE(badge.text(), u"6 waiting, 3 because of us"_s);
}

void TstLocksPane::pictures_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

/// One picture a state, to look at: build/<preset>/screenshots/locks-*.png.
void TstLocksPane::pictures()
{
    QFETCH(QString, theme);
    applyTheme(theme);
    init(); // icons are made for the palette
    const auto picture = [&](const QString &name) {
        QCoreApplication::processEvents();
        QVERIFY(m_pane->grab().save(u"%1/locks-%2-%3.png"_s.arg(screenshotFolder(), name, theme)));
    };
    picture(u"nodatabase"_s);
    m_monitor->setDatabase(somewhere());
    take({});
    picture(u"nobody"_s);
    take(nightScene());
    tree()->setCurrentIndex(rowOf(4711));
    picture(u"tree"_s);
    LockSample plainRole = nightScene();
    plainRole.notes = {{LockNote::Kind::Limited, u"Limited view: this role cannot see the statements and states of other roles' sessions."_s,
                        u"GRANT pg_monitor TO dba_ro;"_s}};
    take(plainRole);
    picture(u"limited"_s);
    m_monitor->take(failure(ErrorKind::ConnectionLost, u"The server closed the connection."_s));
    picture(u"lost"_s);
    QMessageBox *box = lockConfirmation(LockAction::TerminateSession, nightScene().sessions[0], m_pane.get());
    box->open();
    QVERIFY(box->grab().save(u"%1/locks-confirm-%2.png"_s.arg(screenshotFolder(), theme)));
    box->reject();
    applyTheme(u"system"_s);
}

WHIMBREL_TEST(TstLocksPane)
#include "tst_lockspane.moc"
