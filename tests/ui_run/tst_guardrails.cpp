// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"
#include "connection/connectiondialog.h"
#include "editor/editorarea.h"
#include "editor/migrationeditor.h"
#include "mainwindow/actions.h"
#include "mainwindow/mainwindow.h"
#include "plan/planview.h"
#include "run/runcontroller.h"
#include "run/runpane.h"
#include "runproject.h"
#include "test.h"

#include <KTextEditor/View>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// What keeps a person from running the wrong thing, or in the wrong place.
class TstGuardRails : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenEnvironmentRunsAtAClick();
    void aTypedNameServesOneRun();
    void aLockedEnvironmentRunsNothing();
    void unlockingIsSeen();
    void whatIsShownIsWhatRuns();
    void oneKeyPlansTheSameEverywhere();
    void stoppingDisturbsNoOtherWindow();
};

namespace {

const QByteArray first = "-- migrate:up\nCREATE TABLE users (id INTEGER);\nINSERT INTO users VALUES (1);\n-- migrate:down\nDROP TABLE users;\n";
const QByteArray second = "-- migrate:up\nCREATE TABLE orders (id INTEGER);\n-- migrate:down\nDROP TABLE orders;\n";

void openRelease(const QString &folder)
{
    ReleaseStore store{QDir(folder)};
    const Result<Release> release = store.start(u"dev"_s, ChecklistTemplate::standard());
    QVERIFY(release && store.append(release->id, ReleaseEvent::overridden(ReleasePhase::Before, u"a test"_s)));
}

QStringList statementsOf(const RunModel &model)
{
    QStringList statements;
    for (int step = 0; step < model.rowCount(); ++step) {
        const QModelIndex parent = model.index(step, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data(RunModel::KindRole).toInt() == static_cast<int>(RunModel::RowKind::Statement))
                statements << index.data(RunModel::SqlRole).toString();
        }
    }
    return statements;
}

QStringList statementsRun(const RunController &run)
{
    QStringList statements;
    for (const RunEvent &event : run.events()) {
        if (event.kind == RunEvent::Kind::StatementStarted)
            statements << event.sql;
    }
    return statements;
}

} // namespace

void TstGuardRails::anOpenEnvironmentRunsAtAClick()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s, first);
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.show();
    Test::plan(workbench.run());
    QVERIFY(!pane.findChild<QLineEdit *>(u"runName"_s)->isVisible());
    QSignalSpy finished(&workbench.run(), &RunController::runFinished);
    Test::visibleButton(&pane, u"Apply 1 migration"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(finished.first().first().toBool());
}

void TstGuardRails::aTypedNameServesOneRun()
{
    Test::RunProject project("protected = true\n");
    project.addMigration(u"20240101000000_users.sql"_s, first);
    project.addMigration(u"20240102000000_orders.sql"_s, second);
    openRelease(project.folder());
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    RunPane pane(workbench);
    pane.show();
    auto *name = pane.findChild<QLineEdit *>(u"runName"_s);
    const auto locked = [&] {
        const QPushButton *button = Test::visibleButton(&pane, u"Apply"_s);
        return button && !button->isEnabled() && name->isVisible() && name->text().isEmpty();
    };
    RunRequest one;
    one.steps = 1;
    Test::plan(run, one);
    QTRY_VERIFY(name->isEnabled());
    QVERIFY(locked());

    // Another look at the plan asks again.
    name->setText(u"dev"_s);
    QVERIFY(!locked());
    Test::plan(run, one);
    QVERIFY(locked());

    name->setText(u"dev"_s);
    QSignalSpy finished(&run, &RunController::runFinished);
    Test::visibleButton(&pane, u"Apply"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(finished.first().first().toBool());
    QTRY_COMPARE(workbench.timeline().pending, 1);

    // The next run is locked again, in the window and below it.
    Test::plan(run, one);
    QVERIFY(locked());
    QSignalSpy refused(&run, &RunController::startRefused);
    run.start();
    QCOMPARE(refused.size(), 1);
    QVERIFY(!run.isRunning());
}

void TstGuardRails::aLockedEnvironmentRunsNothing()
{
    Test::RunProject project("read-only = true\n");
    project.addMigration(u"20240101000000_users.sql"_s, first);
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    RunPane pane(workbench);
    pane.show();
    Test::plan(run); // which may be looked at
    QCOMPARE(statementsOf(pane.planView().model()).size(), 2);
    const QPushButton *button = Test::visibleButton(&pane, u"Apply 1 migration"_s);
    QVERIFY(button && !button->isEnabled());
    QVERIFY2(button->toolTip().contains(u"read-only"_s), qPrintable(button->toolTip()));

    QSignalSpy finished(&run, &RunController::runFinished);
    run.start(); // whoever comes past the button
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(!finished.first().first().toBool());
    QCOMPARE(run.failure()->kind, ErrorKind::Refused);
    QCOMPARE(statementsRun(run), QStringList());
    QCOMPARE(QFileInfo(project.folder() + u"/shop.db"_s).size(), 0);
}

/// Nothing unlocks an environment for a while: only its settings do, for good, and that is said.
void TstGuardRails::unlockingIsSeen()
{
    Test::RunProject project("protected = true\n");
    project.addMigration(u"20240101000000_users.sql"_s, first);
    Workbench &workbench = project.open();
    QSignalSpy told(&workbench, &Workbench::statusRequested);
    auto *dialog = new ConnectionDialog(workbench, workbench.environments().first());
    dialog->open();
    dialog->findChild<QCheckBox *>(u"protected"_s)->setChecked(false);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    QTRY_VERIFY(workbench.target() && !workbench.target()->isProtected);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), u"dev is not protected any more."_s);
    QFile file(project.folder() + u"/whimbrel.toml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("protected = true"));

    // Locking says nothing: the band shows it.
    dialog = new ConnectionDialog(workbench, workbench.environments().first());
    dialog->open();
    dialog->findChild<QCheckBox *>(u"protected"_s)->setChecked(true);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    QTRY_VERIFY(workbench.target()->isProtected);
    QCOMPARE(told.size(), 1);
}

void TstGuardRails::whatIsShownIsWhatRuns()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s, first);
    project.addMigration(u"20240102000000_orders.sql"_s, second);
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    RunPane pane(workbench);
    pane.show();
    Test::plan(run);
    const QStringList shown = statementsOf(pane.planView().model());
    QCOMPARE(shown, (QStringList{u"CREATE TABLE users (id INTEGER)"_s, u"INSERT INTO users VALUES (1)"_s, u"CREATE TABLE orders (id INTEGER)"_s}));
    QVERIFY(Test::visibleButton(&pane, u"Apply 2 migrations to dev"_s));
    QCOMPARE(pane.planView().model().statementCount(), 3);

    // What somebody saves meanwhile, and what arrives, was not agreed to.
    project.addMigration(u"20240102000000_orders.sql"_s, "-- migrate:up\nDROP TABLE users;\n");
    project.addMigration(u"20240103000000_more.sql"_s, "-- migrate:up\nDROP TABLE users;\n");
    QTRY_COMPARE(workbench.timeline().pending, 3);
    QSignalSpy finished(&run, &RunController::runFinished);
    Test::visibleButton(&pane, u"Apply 2 migrations"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(finished.first().first().toBool());
    QCOMPARE(statementsRun(run), shown);
    QTRY_COMPARE(workbench.timeline().pending, 1);
}

void TstGuardRails::oneKeyPlansTheSameEverywhere()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s, first);
    const QString file = project.addMigration(u"20240102000000_orders.sql"_s, second);
    Workbench &workbench = project.open();
    {
        MainWindow window(workbench);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window)); // keys go nowhere before
        const QAction *apply = window.actionRegistry().action(u"run-apply"_s);
        QTRY_VERIFY(apply->isEnabled());
        workbench.openFile(file, 2);
        auto *area = window.findChild<EditorArea *>();
        QTRY_VERIFY(area->currentEditor() && area->currentEditor()->document().isLoaded());
        auto *timeline = window.findChild<QTreeView *>(u"timelineView"_s);
        QSignalSpy ready(&workbench.run(), &RunController::planReady);
        QSignalSpy started(&workbench.run(), &RunController::runStarted);
        const QStringList all{u"20240101000000"_s, u"20240102000000"_s};
        const auto press = [&](QWidget *focus) {
            QVERIFY(focus);
            focus->setFocus();
            QTRY_COMPARE(QApplication::focusWidget(), focus);
            ready.clear();
            QTest::keyClick(focus, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_COMPARE(ready.size(), 1);
            QStringList versions;
            for (const PlanStep &step : workbench.run().plan()->steps)
                versions << step.migration.version;
            QCOMPARE(versions, all);
        };
        press(area->currentEditor()->view()->focusProxy()); // the caret stands in the second file
        timeline->setCurrentIndex(timeline->model()->index(1, 0, timeline->model()->index(0, 0)));
        press(timeline); // and so does the selection
        auto *pane = window.findChild<RunPane *>();
        QVERIFY(pane->isVisible());
        press(pane->planView().tree());
        press(pane->planView().tree()); // again: with a plan on show the key does not run it
        QTest::keyClick(pane->planView().tree(), Qt::Key_Return);
        QTest::keyClick(pane->planView().tree(), Qt::Key_Space);
        QCOMPARE(started.size(), 0);
        for (const QPushButton *button : pane->findChildren<QPushButton *>())
            QVERIFY2(button->shortcut().isEmpty() && !button->autoDefault(), qPrintable(button->text()));
    }
    QCOMPARE(workbench.timeline().applied, 0);
}

/// Two windows on one SQLite file, each with a statement in flight.
void TstGuardRails::stoppingDisturbsNoOtherWindow()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_endless.sql"_s,
                         "-- migrate:up\nCREATE TABLE kept_out (id INTEGER);\n"
                         "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO kept_out SELECT count(*) FROM c;\n");
    Workbench &workbench = project.open();
    Workbench other(std::shared_ptr<SecretStore>{});
    other.openProject(project.folder());
    QTRY_VERIFY(other.timeline().connected);
    QSignalSpy finished(&workbench.run(), &RunController::runFinished);
    Test::plan(workbench.run());
    workbench.run().start();
    QTRY_VERIFY(statementsRun(workbench.run()).size() == 2);

    std::atomic<bool> begun = false;
    QFuture<Result<Rows>> counted = other.browseSession()->run([&begun](Session &session, const std::stop_token &) {
        begun = true;
        return session.query(u"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 4000000) SELECT count(*) AS n FROM c"_s);
    });
    QTRY_VERIFY(begun);
    workbench.run().stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(workbench.run().failure()->kind, ErrorKind::Cancelled);
    QVERIFY(!counted.isFinished()); // it was in flight all the while
    QTRY_VERIFY_WITH_TIMEOUT(counted.isFinished(), 30'000);
    const Result<Rows> rows = counted.result();
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().toString()));
    QCOMPARE(rows->number(0, u"n"), 4000000);
    QCOMPARE(other.connectionState(), ConnectionState::Connected);
}

WHIMBREL_TEST(TstGuardRails)
#include "tst_guardrails.moc"
