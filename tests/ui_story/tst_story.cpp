// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/itemwidget.h"
#include "checklist/phasepanel.h"
#include "checklist/reasondialog.h"
#include "checklist/releasepane.h"
#include "checklist/statebutton.h"
#include "editor/editorarea.h"
#include "editor/migrationeditor.h"
#include "fakesecretstore.h"
#include "locks/lockspane.h"
#include "mainwindow/actions.h"
#include "mainwindow/mainwindow.h"
#include "plan/planview.h"
#include "postgresserver.h"
#include "project/sample.h"
#include "run/runcontroller.h"
#include "run/runpane.h"
#include "safety/editorsafety.h"
#include "safety/projectsafety.h"
#include "settings/iconengine.h"
#include "settings/theme.h"
#include "test.h"
#include "workbench/workbench.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

/// The window as a person has it in front of them.
struct Desk
{
    Workbench workbench{std::make_shared<Test::FakeSecretStore>()};
    MainWindow window{workbench};

    Desk()
    {
        window.resize(1280, 800);
        window.show();
    }
    QAction *action(const QString &id) const { return window.actionRegistry().action(id); }
    /// The button of the run pane that runs what is planned.
    QPushButton *runButton(const QString &verb) const
    {
        const auto buttons = window.findChild<RunPane *>()->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(buttons, [&verb](const QPushButton *button) {
            return button->isVisible() && button->isEnabled() && button->text().startsWith(verb);
        });
        return found == buttons.end() ? nullptr : *found;
    }
    QString runPaneText() const
    {
        QStringList texts;
        for (const QTextEdit *text : window.findChild<RunPane *>()->findChildren<QTextEdit *>())
            texts << text->toPlainText();
        return texts.join(u'\n');
    }
    int pending() const { return workbench.timeline().connected ? workbench.timeline().pending : -1; }
    int applied() const { return workbench.timeline().connected ? workbench.timeline().applied : -1; }
};

void writeFile(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

/// The whole way of a release, in the real window: what the README promises.
class TstStory : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initIcons(); }
    void appliesTheSample();
    void aFailureIsFixedAndRolledBack();
    void whatAMigrationDoesIsSeenBefore();
    void aBlockedRunIsSeenAndCancelled();
    void aRunWaitsWithoutMakingOthersWait();
    void whoIsInTheWayIsEnded();
    void aProtectedEnvironmentWaitsForItsRelease();

private:
    void run(Desk &desk, const QString &actionId, const QString &verb);
    void withAWriter(const QByteArray &up, const std::function<void(Desk &, Session &)> &story);
    void stop(Desk &desk);
    void picture(Desk &desk, const QString &name);
    void completePhase(ReleasePane &pane, ReleasePhase phase);
};

/// Plans by the window's action, then presses the button that runs it.
void TstStory::run(Desk &desk, const QString &actionId, const QString &verb)
{
    QTRY_VERIFY(desk.action(actionId)->isEnabled());
    desk.action(actionId)->trigger();
    QTRY_VERIFY(desk.runButton(verb));
    desk.runButton(verb)->click();
    QTRY_VERIFY(desk.workbench.run().isRunning() || !desk.workbench.run().events().isEmpty());
}

void TstStory::picture(Desk &desk, const QString &name)
{
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        applyTheme(theme);
        QTest::qWait(100); // polish, layout and highlighting
        QVERIFY(desk.window.grab().save(u"%1/story-%2-%3.png"_s.arg(Test::screenshotFolder(), name, theme)));
    }
    applyTheme(u"light"_s);
}

void TstStory::appliesTheSample()
{
    const QTemporaryDir data;
    const Result<QDir> sample = openSample(QDir(data.path()));
    QVERIFY2(sample, qPrintable(sample ? QString() : sample.error().toString()));
    Desk desk;
    desk.window.openFolder(sample->path());
    QTRY_COMPARE_WITH_TIMEOUT(desk.pending(), 4, 15000);
    QCOMPARE(desk.applied(), 8);
    desk.workbench.openFile(desk.workbench.timeline().pendingMigrations().constFirst().file);
    QTRY_VERIFY(desk.window.findChild<EditorArea *>()->currentEditor());
    picture(desk, u"sample"_s);
    run(desk, u"run-apply"_s, u"Apply"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.applied(), 12, 30000);
    QCOMPARE(desk.pending(), 0);
    QTRY_VERIFY(!desk.action(u"run-apply"_s)->isEnabled());
    picture(desk, u"applied"_s);
}

void TstStory::aFailureIsFixedAndRolledBack()
{
    const QTemporaryDir folder;
    const QString broken = folder.filePath(u"db/migrations/20240102000000_add_email.sql"_s);
    writeFile(folder.filePath(u"whimbrel.toml"_s),
              "default-environment = \"dev\"\n[environment.dev]\nurl = \"sqlite:shop.db\"\n");
    writeFile(folder.filePath(u"shop.db"_s), {});
    writeFile(folder.filePath(u"db/migrations/20240101000000_users.sql"_s),
              "-- migrate:up\nCREATE TABLE users (id integer);\n\n-- migrate:down\nDROP TABLE users;\n");
    writeFile(broken, "-- migrate:up\nALTER TABLE users ADD COLUMN a text;\nALTER TABEL users ADD COLUMN email "
                      "text;\n\n-- migrate:down\n"
                      "ALTER TABLE users DROP COLUMN email;\nALTER TABLE users DROP COLUMN a;\n");
    Desk desk;
    desk.window.openFolder(folder.path());
    QTRY_COMPARE(desk.pending(), 2);
    run(desk, u"run-apply"_s, u"Apply"_s);
    QTRY_VERIFY(desk.workbench.run().failure());
    const Error failure = *desk.workbench.run().failure();
    QVERIFY2(failure.position.file.endsWith(u"20240102000000_add_email.sql"_s), qPrintable(failure.toString()));
    QCOMPARE(failure.position.line, 3);
    QTRY_COMPARE(desk.applied(), 1);
    QTRY_VERIFY2(desk.runPaneText().contains(u"TABEL"_s), qPrintable(desk.runPaneText()));
    picture(desk, u"failed"_s);

    writeFile(broken, "-- migrate:up\nALTER TABLE users ADD COLUMN a text;\nALTER TABLE users ADD COLUMN email "
                      "text;\n\n-- migrate:down\n"
                      "ALTER TABLE users DROP COLUMN email;\nALTER TABLE users DROP COLUMN a;\n");
    desk.action(u"view-refresh"_s)->trigger();
    run(desk, u"run-apply"_s, u"Apply"_s);
    QTRY_COMPARE(desk.applied(), 2);
    QVERIFY(!desk.workbench.run().failure());
    desk.action(u"run-roll-back"_s)->trigger();
    const QString agree = u"Roll back 1 migration"_s; // not what plans the rollback of the last run
    QTRY_VERIFY(desk.runButton(agree));
    desk.runButton(agree)->click();
    const auto question = [&desk] { return desk.window.findChild<QMessageBox *>(); };
    QTRY_VERIFY(question() && question()->isVisible());
    QCOMPARE(question()->defaultButton(), question()->button(QMessageBox::Cancel));
    const auto buttons = question()->buttons();
    const auto verb =
        std::ranges::find_if(buttons, [&agree](const QAbstractButton *button) { return button->text().startsWith(agree); });
    QVERIFY(verb != buttons.end());
    (*verb)->click();
    QTRY_COMPARE(desk.applied(), 1);
    QTRY_COMPARE(desk.pending(), 1);
}

/// README's picture is this one.
void TstStory::whatAMigrationDoesIsSeenBefore()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    auto session = Session::open(settings, SessionRole::Run);
    QVERIFY2(session, qPrintable(session ? QString() : session.error().toString()));
    const QTemporaryDir folder;
    const auto add = [&folder](const QString &name, const QByteArray &up, const QByteArray &down) {
        writeFile(folder.filePath(u"db/migrations/"_s + name), "-- migrate:up\n" + up + "\n-- migrate:down\n" + down);
    };
    writeFile(folder.filePath(u"whimbrel.toml"_s),
              "name = \"shop\"\ndefault-environment = \"staging\"\n[environment.staging]\ncolor = \"orange\"\nurl = \""
                  + settings.displayUrl().toUtf8() + "\"\n");
    add(u"20260105090000_create_users.sql"_s,
        "CREATE TABLE users (id bigint PRIMARY KEY, email text, full_name text);\n", "DROP TABLE users;\n");
    add(u"20260112090000_create_orders.sql"_s,
        "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, qty integer);\n",
        "DROP TABLE orders;\n");
    add(u"20261109090000_users_by_name.sql"_s, "CREATE INDEX users_by_name ON users (full_name);\n",
        "DROP INDEX users_by_name;\n");
    Desk desk;
    desk.window.openFolder(folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(desk.pending(), 3, 15000);
    run(desk, u"run-apply"_s, u"Apply"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.applied(), 3, 15000);
    QVERIFY((*session)->query(
        u"INSERT INTO users SELECT n, 'person' || n || '@example.com', 'Person ' || n FROM generate_series(1, 250000) AS n"_s));
    QVERIFY((*session)->query(u"INSERT INTO orders SELECT n, n, 1 FROM generate_series(1, 40000) AS n"_s));
    QVERIFY((*session)->query(u"ANALYZE"_s));

    const QString name = u"20261123090000_add_user_status.sql"_s;
    add(name,
        "-- Why: orders need a status for the new fulfilment flow.\nALTER TABLE users\n  ADD COLUMN status text NOT "
        "NULL;\n"
        "CREATE INDEX users_email ON users (email);\nALTER TABLE orders ADD CONSTRAINT qty_positive CHECK (qty > 0) "
        "NOT VALID;\n",
        "ALTER TABLE orders DROP CONSTRAINT qty_positive;\nDROP INDEX users_email;\nALTER TABLE users DROP COLUMN "
        "status;\n");
    add(u"20261130090000_drop_full_name.sql"_s,
        "-- whimbrel: phase contract\nALTER TABLE users DROP COLUMN full_name;\n", "-- gone is gone\n");
    QTRY_COMPARE_WITH_TIMEOUT(desk.pending(), 2, 15000);
    desk.workbench.openFile(folder.filePath(u"db/migrations/"_s + name));
    const MigrationEditor *editor = nullptr;
    QTRY_VERIFY((editor = desk.window.findChild<EditorArea *>()->currentEditor()));
    QTRY_VERIFY(editor->safety().analysis());
    QTRY_VERIFY(editor->safety().notes().textAt(4).startsWith(u"SHARE · blocks writes · scans 250 k rows, "_s));
    QTRY_VERIFY(desk.workbench.safety().found().contains(u"20261130090000"_s));
    QTRY_VERIFY(desk.action(u"run-apply"_s)->isEnabled());
    desk.action(u"run-apply"_s)->trigger();
    QTRY_VERIFY(desk.runButton(u"Apply"_s));
    const auto *plan = desk.window.findChild<RunPane *>()->planView().tree()->model();
    QTRY_VERIFY(!plan->index(0, 0, plan->index(0, 0)).data(RunModel::ImpactRole).toString().isEmpty());
    QVERIFY2(desk.runPaneText().contains(u"primary"_s), qPrintable(desk.runPaneText()));
    desk.window.resize(1560, 840); // all notes in full
    picture(desk, u"impacts"_s);
    desk.window.showPane(u"problems"_s);
    picture(desk, u"problems"_s);
}

/// A project of one migration, `up`, on a server where another session, `writer`, has a transaction open that writes to users.
void TstStory::withAWriter(const QByteArray &up, const std::function<void(Desk &, Session &)> &story)
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    auto writer = Session::open(settings, SessionRole::Run);
    QVERIFY2(writer, qPrintable(writer ? QString() : writer.error().toString()));
    QVERIFY((*writer)->query(u"CREATE TABLE users (id integer)"_s));
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"whimbrel.toml"_s), "default-environment = \"dev\"\n[guards]\nstatement-timeout = \"0\"\n[environment.dev]\nurl = \""
                                                       + settings.displayUrl().toUtf8() + "\"\n");
    writeFile(folder.filePath(u"db/migrations/20240101000000_users.sql"_s), up + "\n-- migrate:down\nSELECT 1;\n");
    Desk desk;
    desk.window.openFolder(folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(desk.pending(), 1, 15000);
    QVERIFY((*writer)->query(u"BEGIN"_s));
    QVERIFY((*writer)->query(u"INSERT INTO users VALUES (1)"_s));
    desk.window.showPane(u"locks"_s);
    run(desk, u"run-apply"_s, u"Apply"_s);
    story(desk, **writer);
}

void TstStory::stop(Desk &desk)
{
    desk.action(u"run-stop"_s)->trigger();
    QTRY_VERIFY(!desk.workbench.run().isRunning());
    QVERIFY(desk.workbench.run().failure());
    QCOMPARE(desk.workbench.run().failure()->kind, ErrorKind::Cancelled);
    QTRY_COMPARE(desk.pending(), 1);
}

/// CONCURRENTLY makes nobody wait, but waits itself for whoever writes already.
void TstStory::aBlockedRunIsSeenAndCancelled()
{
    withAWriter("-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY users_id ON users (id);\n", [this](Desk &desk, Session &writer) {
        desk.window.showPane(u"locks"_s);
        auto *tree = desk.window.findChild<LocksPane *>()->findChild<QTreeView *>(u"locks-tree"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() == 1 && tree->model()->rowCount(tree->model()->index(0, 0)) == 1, 15000);
        QVERIFY(tree->model()->index(0, 0, tree->model()->index(0, 0)).data().toString().contains(u"this run"_s));
        picture(desk, u"blocked"_s);
        stop(desk);
        QVERIFY(writer.query(u"ROLLBACK"_s));
    });
}

/// What would make others wait is not asked for while somebody is in the way.
void TstStory::aRunWaitsWithoutMakingOthersWait()
{
    withAWriter("-- migrate:up\nALTER TABLE users ADD COLUMN email text;\n", [this](Desk &desk, Session &writer) {
        const auto waits = [&desk] { return std::ranges::contains(desk.workbench.run().events(), RunEvent::Kind::LockWait, &RunEvent::kind); };
        QTRY_VERIFY_WITH_TIMEOUT(waits(), 15000);
        const auto waiting = writer.query(u"SELECT count(*) AS n FROM pg_locks WHERE NOT granted"_s);
        QVERIFY(waiting);
        QCOMPARE(waiting->number(0, u"n"), 0);
        picture(desk, u"waits"_s);
        stop(desk);
        QVERIFY(writer.query(u"ROLLBACK"_s));
        const Result<Rows> columns = writer.query(u"SELECT 1 FROM information_schema.columns WHERE column_name = 'email'"_s);
        QVERIFY(columns && columns->isEmpty());
    });
}

/// A person decides that it may be ended, and the run gets in.
void TstStory::whoIsInTheWayIsEnded()
{
    withAWriter("-- migrate:up\nALTER TABLE users ADD COLUMN email text;\n", [](Desk &desk, Session &writer) {
        auto *end = desk.window.findChild<QPushButton *>(u"endInTheWay"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!end->isHidden() && !end->menu()->isEmpty(), 15000);
        QCOMPARE(end->menu()->actions().size(), 1);
        end->menu()->actions().first()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk.window.findChild<QMessageBox *>(u"lock-confirmation"_s), 15000);
        auto *box = desk.window.findChild<QMessageBox *>(u"lock-confirmation"_s);
        QVERIFY(box->text().contains(QString::number(writer.backend().pid)));
        box->findChild<QPushButton *>(u"act"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.workbench.run().isRunning(), 15000);
        QVERIFY(!desk.workbench.run().failure());
        QVERIFY(end->isHidden());
        QVERIFY(!writer.query(u"SELECT 1"_s));
    });
}

void TstStory::completePhase(ReleasePane &pane, ReleasePhase phase)
{
    QTRY_COMPARE(pane.release()->phaseState(phase), PhaseState::Open);
    pane.runChecks(phase);
    const QList<ChecklistItem> items = pane.release()->phaseItems(phase);
    for (const ChecklistItem &each : items) {
        auto *widget = pane.findChild<ItemWidget *>(u"item-"_s + each.id);
        QVERIFY2(widget, qPrintable(each.id));
        if (!each.isManual())
            QTRY_VERIFY2_WITH_TIMEOUT(pane.release()->item(each.id).probe.has_value(), qPrintable(each.id), 20000);
        if (pane.release()->item(each.id).done)
            continue;
        const auto &probe = pane.release()->item(each.id).probe;
        if (probe && probe->state != ProbeResult::State::Manual) { // a warning or an unknown is accepted with a reason
            widget->findChild<QToolButton *>(u"answer"_s)->click();
            auto *note = widget->findChild<QLineEdit *>(u"note"_s);
            QTest::keyClicks(note, u"known and accepted"_s);
            QTest::keyClick(note, Qt::Key_Return);
        } else {
            QTest::mouseClick(widget->findChild<StateButton *>(), Qt::LeftButton);
        }
        QTRY_VERIFY2(pane.release()->item(each.id).done, qPrintable(each.id));
    }
    QCOMPARE(pane.release()->phaseState(phase), PhaseState::Complete);
}

void TstStory::aProtectedEnvironmentWaitsForItsRelease()
{
    const QTemporaryDir data;
    const Result<QDir> sample = openSample(QDir(data.path()));
    QVERIFY(sample);
    Desk desk;
    desk.window.openFolder(sample->path());
    QTRY_VERIFY_WITH_TIMEOUT(desk.pending() == 4, 15000);
    desk.workbench.setEnvironment(u"production"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.workbench.target() && desk.workbench.target()->isProtected && desk.pending() == 5,
                             15000);
    QVERIFY(desk.window.windowTitle().contains(u"production"_s));
    desk.window.showPane(u"release"_s);
    auto *pane = desk.window.findChild<ReleasePane *>();
    QVERIFY(pane);
    QTRY_VERIFY(pane->findChild<QPushButton *>(u"start"_s)->isVisible());
    pane->findChild<QPushButton *>(u"start"_s)->click();
    QTRY_VERIFY(pane->release().has_value());
    picture(desk, u"protected"_s);
    QVERIFY(!desk.action(u"run-apply"_s)->isEnabled());
    completePhase(*pane, ReleasePhase::Before);
    QVERIFY(pane->release()->allowsRun());

    QTRY_VERIFY(desk.action(u"run-apply"_s)->isEnabled());
    desk.action(u"run-apply"_s)->trigger();
    auto *runPane = desk.window.findChild<RunPane *>();
    QTRY_VERIFY(desk.workbench.run().plan() && desk.workbench.run().plan()->steps.size() == 5);
    QTRY_VERIFY(runPane->findChild<QLineEdit *>(u"runName"_s)->isVisible());
    QVERIFY(!desk.runButton(u"Apply"_s)); // not before the environment's name is typed
    QTest::keyClicks(runPane->findChild<QLineEdit *>(u"runName"_s), u"production"_s);
    QTRY_VERIFY(desk.runButton(u"Apply"_s));
    desk.runButton(u"Apply"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.applied(), 12, 30000);
    completePhase(*pane, ReleasePhase::During);
    completePhase(*pane, ReleasePhase::After);
    picture(desk, u"released"_s);
    pane->findChild<QAction *>(u"release-close"_s)->trigger();
    auto *dialog = pane->findChild<ReasonDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_VERIFY(pane->release()->closed);
}

WHIMBREL_TEST(TstStory)
#include "tst_story.moc"
