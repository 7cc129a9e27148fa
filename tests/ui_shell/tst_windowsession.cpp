// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorarea.h"
#include "editor/migrationeditor.h"
#include "mainwindow/panedocks.h"
#include "project/sample.h"
#include "run/runcontroller.h"
#include "settings/preferencesdialog.h"
#include "settings/settings.h"
#include "shell.h"
#include "test.h"
#include "timeline/timelinemodel.h"

#include <KTextEditor/View>

#include <QDockWidget>
#include <QFontComboBox>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Whimbrel::Test::Shell;
using Whimbrel::Test::SmallProject;

/// What the window keeps from one time to the next, and how it ends.
class TstWindowSession : public Whimbrel::Test::TestCase
{
    Q_OBJECT

private:
    static QAbstractButton *buttonOf(const QMessageBox *box, const QString &text)
    {
        const QList<QAbstractButton *> buttons = box->buttons();
        const auto found = std::ranges::find(buttons, text, &QAbstractButton::text);
        return found == buttons.end() ? nullptr : *found;
    }

    static void startEndlessRun(Shell &shell)
    {
        RunController &run = shell.workbench.run();
        QSignalSpy planned(&run, &RunController::planReady);
        shell.action(u"run-apply"_s)->trigger();
        QTRY_COMPARE(planned.count(), 1);
        run.start();
        QTRY_VERIFY(std::ranges::any_of(run.events(), [](const RunEvent &event) {
            return event.kind == RunEvent::Kind::StatementStarted && event.version == u"20240301000000";
        }));
    }

    /// The first run then makes the database, with every migration.
    static void removeDatabase(const SmallProject &files) { QVERIFY(QFile::remove(files.folder() + u"/shop.db"_s)); }

    static void addEndlessMigration(SmallProject &files)
    {
        removeDatabase(files);
        files.add(u"20240301000000_endless.sql"_s,
                  u"CREATE TABLE c AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n;"_s);
    }

private Q_SLOTS:
    void init()
    {
        Whimbrel::Test::TestCase::init();
        Whimbrel::Test::freshStart();
        QLocale::setDefault(QLocale::English);
    }

    void tabsAndLayoutComeBack()
    {
        const SmallProject files;
        const QString migrations = QDir(files.folder()).absolutePath() + u"/db/migrations/"_s;
        const QStringList open{migrations + u"20240101120000_create_users.sql"_s, migrations + u"20240103090000_add_email_index.sql"_s,
                               migrations + u"20240215143000_add_user_status.sql"_s};
        {
            Shell shell;
            shell.window.openFolder(files.folder());
            QTRY_VERIFY(shell.workbench.timeline().connected);
            for (const QString &file : open)
                shell.workbench.openFile(file);
            shell.workbench.openFile(open.at(1));
            shell.window.addDockWidget(Qt::LeftDockWidgetArea, shell.window.findChild<QDockWidget *>(u"release"_s));
            QTRY_VERIFY(shell.window.findChild<EditorArea *>()->editors().last()->document().isLoaded());
            shell.window.close();
            QTRY_VERIFY(!shell.window.isVisible());
        }
        Shell shell;
        shell.window.openFolder(files.folder());
        auto *area = shell.window.findChild<EditorArea *>();
        QTRY_COMPARE(area->openFiles(), open);
        QTRY_COMPARE(area->currentEditor()->path(), open.at(1));
        QCOMPARE(shell.window.dockWidgetArea(shell.window.findChild<QDockWidget *>(u"release"_s)), Qt::LeftDockWidgetArea);
        QTRY_VERIFY(area->editors().last()->document().isLoaded());
    }

    void aFileThatIsGoneIsNotRestored()
    {
        const SmallProject files;
        const QString migrations = QDir(files.folder()).absolutePath() + u"/db/migrations/"_s;
        const QString gone = migrations + u"20240215143000_add_user_status.sql"_s;
        const QString there = migrations + u"20240101120000_create_users.sql"_s;
        {
            Shell shell;
            shell.window.openFolder(files.folder());
            QTRY_VERIFY(shell.workbench.timeline().connected);
            for (const QString &file : {gone, there}) {
                shell.workbench.openFile(file);
                QTRY_VERIFY(shell.window.findChild<EditorArea *>()->currentEditor()->document().isLoaded());
            }
            shell.window.close();
            QTRY_VERIFY(!shell.window.isVisible());
        }
        QVERIFY(QFile::remove(gone));
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_COMPARE(shell.window.findChild<EditorArea *>()->openFiles(), QStringList{there}); // all come at once
        QTRY_VERIFY(shell.window.findChild<EditorArea *>()->currentEditor()->document().isLoaded());
    }

    void closingWhileARunIsOnAsks()
    {
        SmallProject files;
        addEndlessMigration(files);
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.action(u"run-apply"_s)->isEnabled());
        startEndlessRun(shell);

        shell.window.close();
        const auto question = [&shell] { return shell.window.findChild<QMessageBox *>(); };
        QTRY_VERIFY(question() && question()->isVisible());
        QVERIFY(shell.window.isVisible());
        QPointer<QMessageBox> box = question();
        QAbstractButton *keep = buttonOf(box, u"Keep running"_s);
        QVERIFY(keep);
        QCOMPARE(box->defaultButton(), keep);
        QCOMPARE(box->escapeButton(), keep);
        Whimbrel::Test::picture(*box, u"close-while-running"_s);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!box);
        QVERIFY(shell.workbench.run().isRunning());
        QVERIFY(shell.window.isVisible());

        shell.window.close();
        QTRY_VERIFY(question() && question()->isVisible());
        buttonOf(question(), u"Stop the run and close"_s)->click();
        QTRY_VERIFY(!shell.window.isVisible());
        QVERIFY(!shell.workbench.run().isRunning());
        QCOMPARE(shell.workbench.run().failure()->kind, ErrorKind::Cancelled);
    }

    void anotherProjectWaitsForTheRun()
    {
        SmallProject files;
        addEndlessMigration(files);
        const SmallProject other;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.action(u"run-apply"_s)->isEnabled());
        startEndlessRun(shell);
        shell.window.openFolder(other.folder());
        QCOMPARE(shell.workbench.project()->folder(), QDir(files.folder()));
        shell.action(u"run-stop"_s)->trigger();
        QTRY_VERIFY(!shell.workbench.run().isRunning());
    }

    void theSampleIsOpenedAndResetFromTheMenu()
    {
        const QString name = u"db/migrations/20990101000000_mine.sql"_s;
        QFile::remove(sampleDataFolder().filePath(u"sample/"_s + name)); // of a test that did not get to its end
        Shell shell;
        shell.action(u"file-sample"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(shell.workbench.timeline().connected, 20'000);
        const QDir folder = shell.workbench.project()->folder();
        QFile mine(folder.filePath(name));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("-- migrate:up\nSELECT 1;\n-- migrate:down\n") > 0);
        mine.close();
        const qsizetype before = shell.workbench.timeline().entries.size();
        QTRY_COMPARE(shell.workbench.timeline().entries.size(), before + 1);

        shell.action(u"help-reset-sample"_s)->trigger();
        auto *box = shell.window.findChild<QMessageBox *>();
        QVERIFY(box && box->isVisible());
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        buttonOf(box, u"Reset the sample"_s)->click();
        QTRY_VERIFY(!QFile::exists(mine.fileName()));
        QTRY_VERIFY_WITH_TIMEOUT(shell.workbench.project() && shell.workbench.timeline().connected, 20'000);
        QCOMPARE(shell.workbench.timeline().applied, 8);
        QCOMPARE(shell.workbench.timeline().pending, 4);
    }

    void theEditorsFontIsTakenAtOnce()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.workbench.timeline().connected);
        shell.workbench.openFile(files.folder() + u"/db/migrations/20240101120000_create_users.sql"_s);
        KTextEditor::View *view = shell.window.findChild<EditorArea *>()->currentEditor()->view();
        const QFont before = view->configValue(u"font"_s).value<QFont>();
        shell.action(u"file-preferences"_s)->trigger();
        auto *dialog = shell.window.findChild<PreferencesDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>()->setValue(before.pointSize() + 7);
        QCOMPARE(view->configValue(u"font"_s).value<QFont>().pointSize(), before.pointSize() + 7);
        dialog->close();

        shell.workbench.openFile(files.folder() + u"/db/migrations/20240103090000_add_email_index.sql"_s); // and by those opened later
        KTextEditor::View *later = shell.window.findChild<EditorArea *>()->currentEditor()->view();
        QVERIFY(later != view);
        QCOMPARE(later->configValue(u"font"_s).value<QFont>().pointSize(), before.pointSize() + 7);
    }

    void theTimelineShowsWholeSecondLines()
    {
        const SmallProject files;
        removeDatabase(files);
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.action(u"run-apply"_s)->isEnabled());
        RunController &run = shell.workbench.run();
        QSignalSpy planned(&run, &RunController::planReady);
        shell.action(u"run-apply"_s)->trigger();
        QTRY_COMPARE(planned.count(), 1);
        run.start();
        QTRY_COMPARE(shell.workbench.timeline().applied, 3);
        const QModelIndex index = shell.timeline()->currentIndex();
        QTRY_VERIFY(index.data(TimelineModel::RowRole).value<const TimelineRow *>()->entry.durationMs >= 0);
        const QString line = index.data(TimelineModel::RowRole).value<const TimelineRow *>()->secondLine(QLocale());
        const int em = shell.timeline()->fontMetrics().height();
        const int room = shell.timeline()->viewport()->width() - em * 9 / 5 - em / 2;
        QVERIFY2(shell.timeline()->fontMetrics().horizontalAdvance(line) <= room, qPrintable(line));
    }
};

WHIMBREL_TEST(TstWindowSession)

#include "tst_windowsession.moc"
