// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/drawing.h"
#include "locks/history/locksexport.h"
#include "locks/lockmonitor.h"
#include "locks/locksmodel.h"
#include "locks/lockspane.h"
#include "settings/iconengine.h"
#include "settings/settings.h"
#include "settings/theme.h"
#include "test.h"

#include <KMessageWidget>

#include <QAction>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QJsonDocument>
#include <QHeaderView>
#include <QJsonObject>
#include <QLabel>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

#include <cmath>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

/// The last ten minutes beside the tree: slider, incidents, chart and export, with recorded samples.
class TstHistoryPanel : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initIcons(); }
    void init();
    void cleanup();
    void sliderShowsWhatWas();
    void sliderIsReachableByKeys();
    void aMomentStaysThoughTheHistoryForgetsIt();
    void anIncidentShowsItsWorstMoment();
    void anotherDatabaseIsShownLive();
    void panelCanBeHidden();
    void exportsWhatIsShown_data();
    void exportsWhatIsShown();
    void exportsTheIncident();
    void exportSaysWhatWentWrong();
    void aTickWithFiveHundredSessionsIsLight();
    void aTickDrawsOnlyWhatLooksOther();
    void pictures_data();
    void pictures();

private:
    void take(LockSample sample, std::optional<float> commitsPerSecond = {});
    void takeNight();
    QString summary() const { return m_pane->findChild<QLabel *>(u"locks-summary"_s)->text(); }
    QTreeView *tree() const { return m_pane->findChild<QTreeView *>(u"locks-tree"_s); }
    QTreeView *incidents() const { return m_pane->findChild<QTreeView *>(u"locks-incidents"_s); }
    QSlider *slider() const { return m_pane->findChild<QSlider *>(u"locks-history"_s); }
    QToolButton *live() const { return m_pane->findChild<QToolButton *>(u"locks-live"_s); }
    KMessageWidget *result() const { return m_pane->findChild<KMessageWidget *>(u"locks-result"_s); }
    QAction *action(const QString &name) const { return m_pane->findChild<QAction *>(name); }
    void clickIncident(int row) const;
    QString exportTo(const QString &path);

    std::unique_ptr<LockMonitor> m_monitor;
    std::unique_ptr<LocksPane> m_pane;
    QDateTime m_now;
};

namespace {

ConnectionSettings somewhere()
{
    ConnectionSettings settings;
    settings.dialect = Dialect::PostgreSql;
    settings.host = u"/nonexistent"_s;
    settings.database = u"shop"_s;
    return settings;
}

LockSample named(LockSample sample)
{
    for (LockSession &session : sample.sessions) {
        session.application = session.own ? u"whimbrel"_s : u"shop-api"_s;
        session.user = session.own ? u"deploy"_s : u"shop"_s;
        session.state = u"active"_s;
        session.query = session.own ? u"ALTER TABLE users ADD COLUMN status text"_s : u"SELECT id, email FROM users WHERE id = $1"_s;
    }
    for (LockEdge &edge : sample.edges) {
        edge.target = u"users"_s;
        edge.wants = edge.waiting.pid == 4720 ? u"AccessExclusiveLock"_s : u"AccessShareLock"_s;
        edge.held = edge.kind == LockEdge::Kind::Holds ? u"RowExclusiveLock"_s : QString();
    }
    return sample;
}

/// 500 sessions behind one, in two levels, each waiting for its own time.
LockSample crowd(int tick)
{
    QString drawing = u"1 <- *2@%1 <~"_s.arg(1000 + tick * 500);
    for (int pid = 3; pid <= 250; ++pid)
        drawing += u" %1@%2"_s.arg(pid).arg(pid + tick * 500);
    drawing += u"\n1 <-"_s;
    for (int pid = 251; pid <= 500; ++pid)
        drawing += u" %1@%2"_s.arg(pid + (pid % 10 == 0 ? tick : 0) * 1000).arg(pid + tick * 500); // a tenth is new
    return named(sampleFromDrawing(drawing));
}

/// What a widget is asked to draw.
class DrawnRegion : public QObject
{
public:
    explicit DrawnRegion(QWidget *widget) { widget->installEventFilter(this); }

    QRegion take() { return std::exchange(m_region, QRegion()); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

/// Processor time of this thread: other programs do not count.
std::chrono::microseconds threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::seconds(time.tv_sec)
                                                                 + std::chrono::nanoseconds(time.tv_nsec));
}

} // namespace

void TstHistoryPanel::init()
{
    TestCase::init();
    Settings::lockHistory.setValue(true);
    m_now = QDateTime::currentDateTimeUtc().addSecs(-60);
    m_monitor = std::make_unique<LockMonitor>();
    m_monitor->setReplay(true);
    m_pane = std::make_unique<LocksPane>(*m_monitor);
    m_pane->resize(1400, 320);
    m_pane->show();
    m_monitor->setDatabase(somewhere());
}

void TstHistoryPanel::cleanup()
{
    m_pane.reset();
    m_monitor.reset();
}

/// Half a second after the one before.
void TstHistoryPanel::take(LockSample sample, std::optional<float> commitsPerSecond)
{
    m_now = m_now.addMSecs(500);
    sample.takenAt = m_now;
    m_monitor->take(sample, commitsPerSecond);
}

/// Quiet, then a pile for two seconds, then quiet: an incident that is over.
void TstHistoryPanel::takeNight()
{
    for (int i = 0; i < 10; ++i)
        take({});
    m_monitor->addMark(m_now, u"20240115_status.sql:3  ALTER TABLE users"_s);
    take(named(sampleFromDrawing(u"4711 <- *4720@400"_s)));
    take(named(sampleFromDrawing(u"4711 <- *4720@900 <~ 4731@90"_s)));
    take(named(sampleFromDrawing(u"4711 <- *4720@1400 <~ 4731@590 4732@300"_s)));
    take(named(sampleFromDrawing(u"4711 <- *4720@1900"_s)));
    for (int i = 0; i < 10; ++i)
        take({});
}

void TstHistoryPanel::sliderShowsWhatWas()
{
    takeNight();
    QCOMPARE(summary(), u"0 waiting"_s);
    QCOMPARE(slider()->value(), 0);
    QVERIFY(!live()->isEnabled());
    slider()->setValue(-11); // 4731 and 4732 waited
    QVERIFY2(summary().endsWith(u": 3 waiting, 2 because of us · now: 0 waiting"_s), qPrintable(summary()));
    QVERIFY(tree()->isVisible());
    QVERIFY(action(u"locks-freeze"_s)->isChecked());
    const QString time = m_pane->findChild<QLabel *>(u"locks-history-time"_s)->text();
    QVERIFY2(time.endsWith(u", 5.0 s ago"_s), qPrintable(time));
    // The time goes on: the same moment, further in the past.
    take({});
    take({});
    QCOMPARE(slider()->value(), -13);
    QVERIFY(summary().endsWith(u": 3 waiting, 2 because of us · now: 0 waiting"_s));
    live()->click();
    QCOMPARE(slider()->value(), 0);
    QCOMPARE(summary(), u"0 waiting"_s);
    QVERIFY(!action(u"locks-freeze"_s)->isChecked());
    QVERIFY(!tree()->isVisible());
}

void TstHistoryPanel::sliderIsReachableByKeys()
{
    takeNight();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    slider()->setFocus(Qt::TabFocusReason);
    QVERIFY(slider()->focusPolicy() & Qt::TabFocus);
    for (int i = 0; i < 11; ++i)
        QTest::keyClick(slider(), Qt::Key_Left);
    QVERIFY2(summary().contains(u"3 waiting"_s), qPrintable(summary()));
    QTest::keyClick(slider(), Qt::Key_End);
    QCOMPARE(summary(), u"0 waiting"_s);
    QTest::keyClick(slider(), Qt::Key_Home);
    QVERIFY2(summary().startsWith(u"At "_s), qPrintable(summary()));
}

void TstHistoryPanel::aMomentStaysThoughTheHistoryForgetsIt()
{
    takeNight();
    slider()->setValue(-11);
    m_now = m_now.addSecs(3600);
    take({});
    QCOMPARE(m_monitor->history().size(), 1);
    QVERIFY2(summary().contains(u": 3 waiting, 2 because of us"_s), qPrintable(summary()));
    QCOMPARE(slider()->value(), slider()->minimum());
}

void TstHistoryPanel::anIncidentShowsItsWorstMoment()
{
    QVERIFY(!incidents()->isVisible());
    takeNight();
    QVERIFY(incidents()->isVisible());
    const QAbstractItemModel *model = incidents()->model();
    QCOMPARE(model->rowCount(), 1);
    const QString what = model->index(0, 2).data().toString();
    QVERIFY2(what.contains(u"waited up to 1.9 s, also because of this run; first in the way was 4711 shop-api."_s), qPrintable(what));
    QVERIFY(model->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"At its worst"_s));
    incidents()->setCurrentIndex(model->index(0, 0));
    QCOMPARE(summary(), u"0 waiting"_s); // to walk over it is not to choose it
    clickIncident(0);
    QVERIFY2(summary().contains(u": 3 waiting, 2 because of us · now: 0 waiting"_s), qPrintable(summary()));
    QCOMPARE(slider()->value(), -11);
}

void TstHistoryPanel::anotherDatabaseIsShownLive()
{
    takeNight();
    slider()->setValue(-11);
    m_monitor->setDatabase(std::nullopt);
    QVERIFY(!action(u"locks-freeze"_s)->isChecked());
    QVERIFY(!tree()->isVisible());
    QVERIFY(!slider()->isVisible());
    m_monitor->setDatabase(somewhere());
    QVERIFY(!incidents()->isVisible());
    QVERIFY(!slider()->isEnabled());
}

void TstHistoryPanel::panelCanBeHidden()
{
    take({});
    QVERIFY(slider()->isVisible());
    action(u"locks-show-history"_s)->setChecked(false);
    QVERIFY(!slider()->isVisible());
    m_pane = std::make_unique<LocksPane>(*m_monitor);
    m_pane->show();
    QVERIFY(!slider()->isVisible());
    action(u"locks-show-history"_s)->setChecked(true);
    QVERIFY(slider()->isVisible());
}

void TstHistoryPanel::clickIncident(int row) const
{
    QCoreApplication::processEvents(); // lays out what has just appeared
    const QRect place = incidents()->visualRect(incidents()->model()->index(row, 0));
    QTest::mouseClick(incidents()->viewport(), Qt::LeftButton, {}, place.center());
}

QString TstHistoryPanel::exportTo(const QString &path)
{
    action(u"locks-export"_s)->trigger();
    auto *dialog = m_pane->findChild<QFileDialog *>(u"locks-export-dialog"_s);
    if (!dialog)
        return u"no dialog"_s;
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    const bool said = QTest::qWaitFor([&] { return result()->isVisible() && result()->text().contains(path); });
    return said ? result()->text() : u"nothing said"_s;
}

void TstHistoryPanel::exportsWhatIsShown_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("waiting");
    QTest::newRow("now") << 0 << 0;
    QTest::newRow("a moment of the history") << -11 << 3;
}

void TstHistoryPanel::exportsWhatIsShown()
{
    QFETCH(int, position);
    QFETCH(int, waiting);
    takeNight();
    slider()->setValue(position);
    const QTemporaryDir folder;
    const auto written = [&](const QString &name) {
        QFile file(folder.filePath(name));
        const QString said = exportTo(file.fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : said.toUtf8();
    };
    const QByteArray text = written(u"locks.txt"_s);
    QVERIFY2(text.startsWith("Locks of shop, "), text.constData());
    QVERIFY2(text.contains(waiting > 0 ? "\n\n3 waiting, 2 because of us" : "\n\nNo session waits."), text.constData());
    const QJsonObject json = QJsonDocument::fromJson(written(u"locks.json"_s)).object();
    QCOMPARE(json[u"waiting"].toInt(-1), waiting);
    QVERIFY(!json[u"database"].toString().isEmpty());
    const QImage picture = QImage::fromData(written(u"locks.png"_s), "PNG");
    QVERIFY(picture.width() > 1000 && picture.height() > 200);
}

void TstHistoryPanel::exportsTheIncident()
{
    takeNight();
    clickIncident(0);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"incident.json"_s));
    exportTo(file.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(json[u"longestWaitMs"].toInt(), 1900);
    QVERIFY(json[u"becauseOfUs"].toBool());
    QCOMPARE(json[u"locks"][u"waiting"].toInt(), 3);
}

void TstHistoryPanel::exportSaysWhatWentWrong()
{
    take({});
    const QString said = exportTo(u"/nonexistent/locks.txt"_s);
    QVERIFY2(said.startsWith(u"/nonexistent/locks.txt could not be written: "_s), qPrintable(said));
    QCOMPARE(result()->messageType(), KMessageWidget::Error);
}

/// 500 sessions that wait, a tenth of them new each time: everything that the window's thread does for a sample, drawing included.
void TstHistoryPanel::aTickWithFiveHundredSessionsIsLight()
{
    m_pane->resize(1600, 900);
    for (int tick = 0; tick < 1200; ++tick)
        take({}); // the chart is full
    QList<LockSample> samples;
    for (int tick = 0; tick < 24; ++tick)
        samples << crowd(tick);
    take(samples.first());
    QTest::qWait(50);
    QSignalSpy resets(tree()->model(), &QAbstractItemModel::modelReset);
    tree()->verticalScrollBar()->setValue(40);
    tree()->setCurrentIndex(tree()->indexAt(QPoint(20, 20)));
    const QString selected = tree()->currentIndex().data().toString();
    QList<std::chrono::microseconds> work;
    QList<std::chrono::microseconds> drawing;
    for (const LockSample &sample : samples.sliced(1)) {
        const std::chrono::microseconds before = threadTime();
        take(sample);
        const std::chrono::microseconds taken = threadTime();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // what the first one asked to be drawn
        work << taken - before;
        drawing << threadTime() - taken;
    }
    QList<std::chrono::microseconds> charts; // drawn apart from the tree, a moment after it
    DrawnRegion chart(m_pane->findChild<QWidget *>(u"locks-chart"_s));
    for (int round = 0; round < 8; ++round) {
        QTest::qWait(150); // the last one is drawn
        (void)chart.take();
        m_now = m_now.addMSecs(1500); // a pixel of the chart begins
        take(samples.last());
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        const std::chrono::microseconds before = threadTime();
        const bool isWithTheTree = !chart.take().isEmpty();
        QVERIFY(!isWithTheTree);
        QRegion drawn;
        QTRY_VERIFY(!(drawn += chart.take()).isEmpty());
        charts << threadTime() - before;
    }
    for (QList<std::chrono::microseconds> *times : {&work, &drawing, &charts})
        std::ranges::sort(*times);
    const auto text = [](const QList<std::chrono::microseconds> &times) {
        const auto ms = [](std::chrono::microseconds time) { return QString::number(static_cast<double>(time.count()) / 1000, 'f', 2); };
        return u"median %1 ms, from %2 to %3 ms"_s.arg(ms(times[times.size() / 2]), ms(times.first()), ms(times.last()));
    };
    qInfo("%s", qPrintable(u"tree, history, incidents and model: %1; drawing: %2; the chart: %3"_s.arg(text(work), text(drawing), text(charts))));
    // 1 + 3 ms here: the pane fills a screen, and a tenth of its rows is new with each tick. A machine that is slow for a while takes 5.
    QVERIFY2(work[work.size() / 2] < 6ms, qPrintable(text(work)));
    QVERIFY2(drawing.first() < 8ms, qPrintable(text(drawing)));
    QVERIFY2(charts.first() < 6ms, qPrintable(text(charts)));
    QCOMPARE(resets.size(), 0);
    QVERIFY(!selected.isEmpty());
    QCOMPARE(tree()->currentIndex().data().toString(), selected);
    QVERIFY(tree()->verticalScrollBar()->value() > 0);
}

/// Nothing happens but that time goes by: two columns of eight are drawn, and no chart.
void TstHistoryPanel::aTickDrawsOnlyWhatLooksOther()
{
    m_now = QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC); // a pixel of the chart begins
    LockSample sample = crowd(0);
    const auto drawnWith = [&](const LockSample &next) {
        DrawnRegion drawn(tree()->viewport());
        take(next);
        QTest::qWait(20);
        return drawn.take();
    };
    const auto strip = [&](int column) {
        const QHeaderView &header = *tree()->header();
        return QRect(header.sectionViewportPosition(column), 0, header.sectionSize(column), tree()->viewport()->height());
    };
    take(sample);
    QTest::qWait(50);
    for (LockEdge &edge : sample.edges)
        edge.waited += 500ms;
    const QRegion ages = drawnWith(sample);
    QVERIFY(ages.contains(strip(LocksModel::Waited)));
    for (int column : {LocksModel::Session, LocksModel::User, LocksModel::WaitsFor, LocksModel::Mode, LocksModel::Statement})
        QVERIFY2(!ages.intersects(strip(column)), qPrintable(QString::number(column)));

    LockSample other = sample;
    const qint64 seen = tree()->indexAt(QPoint(20, 60)).data().toString().section(u' ', 0, 0).toLongLong();
    const auto session = std::ranges::find(other.sessions, seen, [](const LockSession &one) { return one.backend.pid; });
    QVERIFY(session != other.sessions.end());
    session->query = u"UPDATE users SET email = $1"_s;
    const QRegion row = drawnWith(other) & strip(LocksModel::Statement);
    QCOMPARE(row.rectCount(), 1);
    QCOMPARE(row.boundingRect().height(), tree()->visualRect(tree()->indexAt(QPoint(20, 60))).height());
}

void TstHistoryPanel::pictures_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

/// One picture a state, to look at: build/<preset>/screenshots/lockhistory-*.png.
void TstHistoryPanel::pictures()
{
    QFETCH(QString, theme);
    applyTheme(theme);
    init(); // icons are made for the palette
    const auto picture = [&](const QString &name) {
        QTest::qWait(50); // the chart draws itself when there is time
        QVERIFY(m_pane->grab().save(u"%1/lockhistory-%2-%3.png"_s.arg(screenshotFolder(), name, theme)));
    };
    for (int second = 0; second < 800; ++second) {
        const int phase = second % 200;
        if (phase == 120)
            m_monitor->addMark(m_now, u"20240115_status.sql:3  ALTER TABLE users"_s);
        if (phase < 120 || phase > 128)
            take({}, 180 + static_cast<float>(40 * std::sin(second / 9.0)));
        else
            take(named(sampleFromDrawing(u"4711 <- *4720@%1 <~ 4731@%2 4732@%3 4733@%2"_s.arg((phase - 119) * 500)
                                             .arg((phase - 119) * 400).arg((phase - 119) * 250))), 20);
    }
    picture(u"quiet"_s);
    for (int i = 1; i < 5; ++i)
        take(named(sampleFromDrawing(u"4711 <- *4720@%1 <~ 4731@%2"_s.arg(i * 500).arg(i * 400))));
    picture(u"waits"_s);
    slider()->setValue(-280);
    picture(u"moment"_s);
    clickIncident(1);
    picture(u"incident"_s);
    exportTo(u"/nonexistent/locks.txt"_s);
    QTest::qWait(500); // the strip has slid in
    picture(u"error"_s);
    result()->hide();
    live()->click();
    m_pane->resize(1200, 190);
    picture(u"low"_s);
    m_pane->resize(1600, 600);
    picture(u"high"_s);
    applyTheme(u"system"_s);
}

WHIMBREL_TEST(TstHistoryPanel)
#include "tst_historypanel.moc"
