// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"
#include "machine.h"
#include "mainwindow/actions.h"
#include "mainwindow/commandpalette.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/panedocks.h"
#include "mainwindow/protectedband.h"
#include "problems/problemsmodel.h"
#include "problems/problemspane.h"
#include "run/runcontroller.h"
#include "run/runpane.h"
#include "settings/settings.h"
#include "shell.h"
#include "shellfixture.h"
#include "start/startpage.h"
#include "test.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelinepane.h"
#include "timeline/timelinerow.h"
#include "workbench/workbench.h"

#include <KMessageWidget>

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTcpServer>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Whimbrel::Test::Shell;
using Whimbrel::Test::SmallProject;

namespace {

/// The versions' descriptions and states that the timeline shows.
QStringList shownRows(const QTreeView &view)
{
    QStringList rows;
    for (QModelIndex index = view.model()->index(0, 0); index.isValid(); index = view.indexBelow(index)) {
        if (const auto *row = index.data(TimelineModel::RowRole).value<const TimelineRow *>())
            rows << u"%1: %2"_s.arg(row->entry.migration.description, row->stateText());
    }
    return rows;
}

bool drawsNothing(QWidget &widget)
{
    QImage image(widget.size().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    widget.render(&image, {}, {}, {});
    QImage blank(image.size(), image.format());
    blank.fill(Qt::transparent);
    return image == blank;
}

} // namespace

class TstMainWindow : public Whimbrel::Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Whimbrel::Test::TestCase::init();
        Whimbrel::Test::freshStart();
        QLocale::setDefault(QLocale::English);
    }

    void startPageOffersWhatThereIs()
    {
        Settings::recentProjects.setValue({u"/home/anna/shop"_s, u"/srv/projects/billing"_s});
        Shell shell;
        QVERIFY(shell.window.startPage().isVisible());
        QVERIFY(!shell.timeline()->isVisible());
        auto *recent = shell.window.findChild<QListWidget *>(u"recentProjects"_s);
        QCOMPARE(recent->count(), 2);
        Whimbrel::Test::picture(shell.window, u"start"_s);
        recent->actions().first()->trigger();
        QCOMPARE(Settings::recentProjects.value(), QStringList{u"/srv/projects/billing"_s});
    }

    void opensAProjectAndShowsItsTimeline()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shownRows(*shell.timeline()),
                     (QStringList{u"create_users: applied"_s, u"add_email_index: applied"_s, u"add_user_status: pending, runs next"_s}));
        QVERIFY(shell.window.windowTitle().contains(u"shop"_s));
        QVERIFY2(shell.connection().startsWith(u"Connected to"_s), qPrintable(shell.connection()));
        QCOMPARE(shell.action(u"run-apply"_s)->text(), u"&Apply 1 pending…"_s);
        QVERIFY(shell.action(u"run-apply"_s)->isEnabled());
        QVERIFY(!shell.action(u"run-stop"_s)->isEnabled());
        QCOMPARE(shell.timeline()->currentIndex().data(TimelineModel::VersionRole).toString(), u"20240215143000"_s);
        QCOMPARE(Settings::recentProjects.value().first(), QDir(files.folder()).absolutePath());
        for (QTabBar *bar : shell.window.findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
            QVERIFY2(bar->count() > 0 || drawsNothing(*bar), "a line without tabs is drawn across the panes");
        Whimbrel::Test::picture(shell.window, u"window"_s);

        shell.action(u"file-close-project"_s)->trigger();
        QTRY_VERIFY(shell.window.startPage().isVisible());
        QVERIFY(!shell.timeline()->isVisible());
    }

    void selectedMigrationStaysInSight()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shownRows(*shell.timeline()).size(), 3);
        QTreeView &view = *shell.timeline();
        // Before the history is there the focus alone may have chosen a row, the first one.
        QTRY_COMPARE(view.currentIndex().data(TimelineModel::VersionRole).toString(), u"20240215143000"_s);
        // QTreeView::scrollTo() leaves out the last line of pixels.
        const auto isInSight = [&view] { return view.viewport()->rect().contains(view.visualRect(view.currentIndex()).adjusted(0, 0, 0, -1)); };
        QTRY_VERIFY(isInSight());
        view.setFixedHeight(60);
        QTRY_VERIFY(view.height() == 60 && isInSight());

        // Who has scrolled away from it stays there.
        view.verticalScrollBar()->setValue(0);
        QVERIFY(!isInSight());
        view.setFixedHeight(70);
        QTRY_COMPARE(view.height(), 70);
        QTest::qWait(20);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
    }

    void folderWithoutProjectSaysWhatWasLookedFor()
    {
        QTemporaryDir empty;
        Shell shell;
        shell.window.openFolder(empty.path());
        auto *message = shell.window.startPage().findChild<KMessageWidget *>();
        QTRY_VERIFY(message->isVisible());
        QVERIFY2(message->text().contains(u"migrations"_s), qPrintable(message->text()));
        QVERIFY(message->actions().size() >= 2);
        QTest::qWait(0);
        QTRY_VERIFY(!message->isShowAnimationRunning());
        Whimbrel::Test::picture(shell.window, u"start-no-project"_s);
    }

    void droppedFolderIsOpened()
    {
        const SmallProject files;
        Shell shell;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(files.folder())});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shell.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shell.window, &drop);
        QTRY_COMPARE(shownRows(*shell.timeline()).size(), 3);
    }

    void protectedEnvironmentIsSeen()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shell.workbench.connectionState(), ConnectionState::Connected);
        auto *band = shell.window.findChild<ProtectedBand *>();
        QVERIFY(!band->isVisible());
        shell.workbench.setEnvironment(u"production"_s);
        QVERIFY(band->isVisible());
        QVERIFY(band->text().contains(u"production"_s));
        QVERIFY(shell.window.windowTitle().contains(u"production"_s));
        Whimbrel::Test::picture(shell.window, u"window-protected"_s);
        // Never found there again by just starting the program.
        QCOMPARE(Settings::environment(QDir(files.folder()).absolutePath()).value(), QString());
        shell.workbench.setEnvironment(u"dev"_s);
        QVERIFY(!band->isVisible());
        QCOMPARE(Settings::environment(QDir(files.folder()).absolutePath()).value(), u"dev"_s);
    }

    void chipsTellWhatTheFilesSay()
    {
        SmallProject files;
        files.add(u"20240601000000_no_way_back.sql"_s, u"-- whimbrel: phase contract\nDROP TABLE IF EXISTS old;"_s);
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shell.workbench.connectionState(), ConnectionState::Connected);
        const auto chips = [&](const QString &version) {
            const TimelineEntry *entry = shell.workbench.timeline().entry(version);
            return entry ? TimelineRow{.entry = *entry}.chips() : QStringList{u"no entry"_s};
        };
        QTRY_COMPARE(chips(u"20240601000000"_s), (QStringList{u"contract"_s, u"irreversible"_s}));
    }

    void pendingFilesThatCannotBeReadAreProblems()
    {
        SmallProject files;
        files.write(u"db/migrations/20240601000000_no_marker.sql"_s, "CREATE TABLE lost (id integer);\n");
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shell.workbench.connectionState(), ConnectionState::Connected);
        const auto *problems = shell.window.findChild<ProblemsPane *>();
        QVERIFY(problems);
        const QAbstractItemModel *model = problems->findChild<QTreeView *>()->model();
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, ProblemsModel::PlaceColumn).data().toString(), u"db/migrations/20240601000000_no_marker.sql:1"_s);
        QTRY_COMPARE(shell.workbench.timeline().problems, 1); // read after the files, from the database
    }

    void applyWaitsForTheReleaseOfAProtectedEnvironment()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shell.workbench.connectionState(), ConnectionState::Connected);
        QTRY_VERIFY(shell.action(u"run-apply"_s)->isEnabled());
        shell.workbench.setEnvironment(u"production"_s);
        QVERIFY(!shell.action(u"run-apply"_s)->isEnabled()); // at once, before its release was read
        QTRY_COMPARE(shell.workbench.timeline().pending, 3);
        QTRY_VERIFY(shell.action(u"run-apply"_s)->toolTip().contains(u"no release of it is open"_s));
        for (const QString &id : {u"run-apply"_s, u"run-redo"_s, u"timeline-apply"_s})
            QVERIFY2(!shell.action(id)->isEnabled(), qPrintable(id));
        QVERIFY(shell.action(u"run-apply"_s)->toolTip().contains(u"Start one in the Release pane"_s));
        QVERIFY(shell.action(u"timeline-apply"_s)->toolTip().contains(u"no release of it is open"_s));

        PaletteModel palette(shell.window.actionRegistry());
        palette.setPattern(u"apply 3"_s);
        const QModelIndex first = palette.index(0);
        QCOMPARE(first.data().toString(), u"Run: Apply 3 pending"_s);
        QVERIFY(!(first.flags() & Qt::ItemIsEnabled));
        QVERIFY(first.data(PaletteModel::ReasonRole).toString().contains(u"no release of it is open"_s));

        shell.action(u"view-commands"_s)->trigger();
        auto *commands = shell.window.findChild<CommandPalette *>();
        QVERIFY(commands);
        auto *edit = commands->findChild<QLineEdit *>();
        QTest::keyClicks(edit, u"apply"_s);
        Whimbrel::Test::picture(*commands, u"palette-gate-closed"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(commands->isVisible()); // what cannot be done does not end the search
        commands->reject();

        // The plan may be looked at; its button waits too, and the way to the release is beside it.
        QSignalSpy planned(&shell.workbench.run(), &RunController::planReady);
        shell.action(u"run-plan"_s)->trigger();
        QTRY_COMPARE(planned.count(), 1);
        const auto button = [&shell](const QString &text) -> QPushButton * {
            for (QPushButton *each : shell.window.findChild<RunPane *>()->findChildren<QPushButton *>()) {
                if (each->isVisible() && each->text() == text)
                    return each;
            }
            return nullptr;
        };
        QPushButton *run = button(u"Apply 3 migrations to production"_s);
        QVERIFY(run && !run->isEnabled());
        QVERIFY(run->toolTip().contains(u"no release of it is open"_s));
        Whimbrel::Test::picture(shell.window, u"window-gate-closed"_s);
        QDockWidget *dock = shell.window.findChild<QDockWidget *>(u"release"_s);
        dock->hide();
        QVERIFY(button(u"Open Release"_s));
        button(u"Open Release"_s)->click();
        QVERIFY(dock->isVisible());

        ReleaseStore store(QDir(files.folder()), u"ben@desk"_s);
        const Result<Release> release = store.start(u"production"_s, ChecklistTemplate::standard());
        QVERIFY(release);
        QTRY_VERIFY(shell.action(u"run-apply"_s)->toolTip().contains(u"Tested on staging"_s));
        QVERIFY(store.append(release->id, ReleaseEvent::overridden(ReleasePhase::Before, u"a test"_s)));
        QTRY_VERIFY(shell.action(u"run-apply"_s)->isEnabled());
        QCOMPARE(shell.action(u"run-apply"_s)->toolTip(), u"Apply 3 pending…"_s);
        QVERIFY(shell.action(u"timeline-apply"_s)->isEnabled());
        QVERIFY(!button(u"Open Release"_s));
        QVERIFY(run->toolTip().isEmpty());
    }

    void nothingIsChangedInAReadOnlyEnvironment()
    {
        SmallProject files;
        files.write(u"whimbrel.toml"_s, "name = \"shop\"\ndefault-environment = \"dev\"\n\n[environment.dev]\nurl = \"sqlite:shop.db\"\nread-only = true\n");
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shell.workbench.timeline().applied, 2);
        for (const QString &id : {u"run-apply"_s, u"run-roll-back"_s, u"run-redo"_s}) {
            QVERIFY2(!shell.action(id)->isEnabled(), qPrintable(id));
            QVERIFY2(shell.action(id)->toolTip().startsWith(u"The environment “dev” is read-only."_s), qPrintable(shell.action(id)->toolTip()));
        }
        QSignalSpy planned(&shell.workbench.run(), &RunController::planReady);
        shell.action(u"run-plan"_s)->trigger();
        QTRY_COMPARE(planned.count(), 1);
        const QList<QPushButton *> buttons = shell.window.findChild<RunPane *>()->findChildren<QPushButton *>();
        const auto run = std::ranges::find_if(buttons, [](const QPushButton *button) { return button->text().startsWith(u"Apply 1"); });
        QVERIFY(run != buttons.end() && !(*run)->isEnabled());
        QSignalSpy finished(&shell.workbench.run(), &RunController::runFinished);
        shell.workbench.run().start(); // and the run itself refuses
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(shell.workbench.run().failure()->kind, ErrorKind::Refused);
    }

    void aPlanThatCannotBeMadeIsToldOnce()
    {
        SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.action(u"run-apply"_s)->isEnabled());
        QVERIFY(QFile::remove(files.folder() + u"/db/migrations/20240215143000_add_user_status.sql"_s));
        QSignalSpy failed(&shell.workbench.run(), &RunController::planFailed);
        shell.workbench.run().requestPlan({});
        shell.workbench.showPane(u"run"_s);
        QTRY_COMPARE(failed.count(), 1);
        const auto *pane = shell.window.findChild<RunPane *>();
        QVERIFY(pane->findChild<QTextBrowser *>(u"runDetails"_s)->toPlainText().contains(u"add_user_status"_s));
        for (const KMessageWidget *strip : shell.window.centralWidget()->findChildren<KMessageWidget *>())
            QVERIFY2(!strip->isVisible(), qPrintable(strip->text()));
    }

    void filesThatChangeOnDiskAreSeenAndTheSelectionStays()
    {
        SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shownRows(*shell.timeline()).size(), 3);
        QTRY_VERIFY(shell.workbench.timeline().connected);
        const QModelIndex second = shell.timeline()->model()->index(1, 0, shell.timeline()->model()->index(0, 0));
        shell.timeline()->setCurrentIndex(second);
        QSignalSpy resets(shell.timeline()->model(), &QAbstractItemModel::modelReset);
        files.add(u"20240102000000_between.sql"_s, u"SELECT 1;"_s);
        files.add(u"20240501000000_later.sql"_s, u"SELECT 1;"_s);
        QTRY_COMPARE(shownRows(*shell.timeline()).size(), 5);
        QCOMPARE(shell.timeline()->currentIndex().data(TimelineModel::VersionRole).toString(), u"20240103090000"_s);
        QCOMPARE(resets.count(), 0);
    }

    void searchAndFilterByKeyboard()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.workbench.timeline().connected);
        auto *search = shell.window.findChild<QLineEdit *>(u"timelineSearch"_s);
        QTest::keyClicks(search, u"email"_s);
        QTRY_COMPARE(shownRows(*shell.timeline()), QStringList{u"add_email_index: applied"_s});
        QTest::keyClicks(search, u"nothing like it"_s);
        QVERIFY(!shell.timeline()->isVisible());
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(shownRows(*shell.timeline()).size(), 3);
        shell.timeline()->setCurrentIndex(shell.timeline()->model()->index(0, 0, shell.timeline()->model()->index(0, 0)));
        QTest::keyClick(shell.timeline(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"20240101120000"_s);
    }

    void activatingAMigrationAsksForItsFile()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.workbench.timeline().connected);
        QSignalSpy opened(&shell.workbench, &Workbench::openFileRequested);
        shell.timeline()->setFocus();
        QTest::keyClick(shell.timeline(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QVERIFY(opened.first().first().toString().endsWith(u"add_user_status.sql"_s));
    }

    void projectProblemsAreListed()
    {
        SmallProject files;
        files.add(u"20240103090000_same_version.sql"_s, u"SELECT 1;"_s);
        Shell shell;
        shell.window.openFolder(files.folder());
        auto *view = shell.window.findChild<QTreeView *>(u"problemsView"_s);
        QTRY_VERIFY(view->model()->rowCount() > 0);
        QVERIFY(view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u':'));
        shell.window.showPane(u"problems"_s);
        Whimbrel::Test::picture(shell.window, u"window-problems"_s);
    }

    void brokenConfigurationKeepsTheProjectAndSaysSo()
    {
        SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.workbench.timeline().connected);
        QSignalSpy failed(&shell.workbench, &Workbench::projectFailed);
        files.write(u"whimbrel.toml"_s, "colour = \"blue\"\n");
        QTRY_VERIFY(failed.count() > 0);
        QCOMPARE(shownRows(*shell.timeline()).size(), 3);
        QVERIFY(shell.workbench.project());
    }

    void databaseThatIsGoneSaysSoAndTheFilesAreShown()
    {
        SmallProject files;
        files.write(u"whimbrel.toml"_s, "name = \"shop\"\ndefault-environment = \"dev\"\n\n[environment.dev]\nurl = \"postgresql://anna@127.0.0.1:1/shop\"\n");
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shell.workbench.connectionState(), ConnectionState::Failed);
        QCOMPARE(shownRows(*shell.timeline()),
                 (QStringList{u"create_users: state unknown"_s, u"add_email_index: state unknown"_s, u"add_user_status: state unknown"_s}));
        QVERIFY(!shell.action(u"run-apply"_s)->isEnabled());
        Whimbrel::Test::picture(shell.window, u"window-not-connected"_s);
    }

    void databaseThatTheFirstRunMakes()
    {
        SmallProject files;
        QVERIFY(QFile::remove(files.folder() + u"/shop.db"_s));
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shell.workbench.connectionState(), ConnectionState::Absent);
        QCOMPARE(shell.workbench.timeline().pending, 3);
        QVERIFY(shell.action(u"run-apply"_s)->isEnabled());
        Whimbrel::Test::picture(shell.window, u"window-no-database-yet"_s);
        QSignalSpy planned(&shell.workbench.run(), &RunController::planReady);
        shell.action(u"run-apply"_s)->trigger();
        QTRY_COMPARE(planned.count(), 1);
        QSignalSpy finished(&shell.workbench.run(), &RunController::runFinished);
        shell.workbench.run().start();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(finished.first().first().toBool());
        QTRY_COMPARE(shell.workbench.connectionState(), ConnectionState::Connected);
        QTRY_COMPARE(shell.workbench.timeline().applied, 3);
        QTRY_COMPARE(shownRows(*shell.timeline()).last(), u"add_user_status: applied"_s);
    }

    void serverThatNeverAnswersDoesNotFreezeTheWindow()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        SmallProject files;
        files.write(u"whimbrel.toml"_s,
                    "name = \"shop\"\ndefault-environment = \"slow\"\n\n[environment.slow]\nurl = \"postgresql://anna@127.0.0.1:"
                        + QByteArray::number(silent.serverPort()) + "/shop\"\n\n[environment.dev]\nurl = \"sqlite:shop.db\"\n");
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(silent.hasPendingConnections());
        QCOMPARE(shell.workbench.connectionState(), ConnectionState::Connecting);
        QElapsedTimer timer;
        timer.start();
        shell.workbench.setEnvironment(u"dev"_s);
        QCOMPARE_LT(timer.elapsed(), 1000);
        QTRY_COMPARE(shell.workbench.connectionState(), ConnectionState::Connected);
        QCOMPARE_LT(timer.elapsed(), 4000);
    }

    void layoutComesBackAndCanBeReset()
    {
        const SmallProject files;
        {
            Shell shell;
            shell.window.openFolder(files.folder());
            QTRY_VERIFY(shell.workbench.timeline().connected);
            shell.window.findChild<QDockWidget *>(u"problems"_s)->hide();
            shell.window.close();
            QTRY_VERIFY(!shell.window.isVisible());
        }
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.workbench.timeline().connected);
        QVERIFY(!shell.window.findChild<QDockWidget *>(u"problems"_s)->isVisible());
        shell.action(u"view-reset-layout"_s)->trigger();
        QVERIFY(shell.window.findChild<QDockWidget *>(u"problems"_s)->toggleViewAction()->isChecked());
    }

    void everyControlHasANameForScreenReaders()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.workbench.timeline().connected);
        const QList<QWidget *> widgets = shell.window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()
                || widget->inherits("QTabBar")) // its tabs have names of their own
                continue;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
    }

    void tenThousandMigrationsAreShownSoon()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"db/migrations"_s);
        QDateTime time(QDate(2015, 1, 1), QTime(12, 0), QTimeZone::UTC);
        for (int i = 0; i < 10'000; ++i, time = time.addSecs(8 * 3600)) {
            QFile file(folder.filePath(u"db/migrations/%1_change_%2.sql"_s.arg(time.toString(u"yyyyMMddHHmmss"_s)).arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("-- migrate:up\nSELECT 1;\n-- migrate:down\n");
        }
        QFile toml(folder.filePath(u"whimbrel.toml"_s));
        QVERIFY(toml.open(QIODevice::WriteOnly));
        toml.write("name = \"big\"\ndefault-environment = \"dev\"\n[environment.dev]\nurl = \"sqlite:big.db\"\n");
        toml.close();
        SmallProject elsewhere; // its database has some history, and so has this one
        QFile::copy(elsewhere.folder() + u"/shop.db"_s, folder.filePath(u"big.db"_s));

        QElapsedTimer timer;
        timer.start();
        Shell shell;
        shell.window.openFolder(folder.path());
        QTRY_VERIFY(shell.workbench.timeline().connected);
        shell.timeline()->grab();
        qInfo("10,000 migrations: window made, project read, connected and shown in %lld ms", timer.elapsed());
        QCOMPARE_LT(double(timer.elapsed()), 5000 * Whimbrel::Test::slowness());
    }
};

WHIMBREL_TEST(TstMainWindow)

#include "tst_mainwindow.moc"
