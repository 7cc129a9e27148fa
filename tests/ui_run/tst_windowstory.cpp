// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/changesview.h"
#include "editor/editorarea.h"
#include "editor/migrationeditor.h"
#include "mainwindow/actions.h"
#include "mainwindow/mainwindow.h"
#include "run/runcontroller.h"
#include "runproject.h"
#include "test.h"

#include <KActionCollection>
#include <KTextEditor/View>

#include <QAction>
#include <QProcess>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Editor and run pane in the real window.
class TstWindowStory : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void noShortcutIsAmbiguous();
    void aDriftedFileShowsItsChange();
};

namespace {

void git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=Anna"_s, u"-c"_s, u"user.email=anna@example.com"_s} + arguments);
    QVERIFY2(process.waitForFinished() && process.exitCode() == 0, process.readAllStandardError().constData());
}

void applyAll(RunController &run)
{
    QSignalSpy ready(&run, &RunController::planReady);
    run.requestPlan({});
    QTRY_COMPARE(ready.size(), 1);
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(finished.first().first().toBool());
}

} // namespace

void TstWindowStory::noShortcutIsAmbiguous()
{
    Test::RunProject project;
    const QString file = project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    Workbench &workbench = project.open();
    {
        MainWindow window(workbench);
        window.show();
        workbench.openFile(file);
        auto *area = window.findChild<EditorArea *>();
        QVERIFY(area);
        QTRY_VERIFY(area->currentEditor() && area->currentEditor()->document().isLoaded());

        QHash<QKeySequence, QString> owners;
        QStringList ambiguous;
        const auto look = [&](const QAction *action, const QString &name) {
            for (const QKeySequence &key : action->shortcuts()) {
                if (owners.contains(key) && owners.value(key) != name)
                    ambiguous << u"%1: %2, %3"_s.arg(key.toString(), owners.value(key), name);
                owners.insert(key, name);
            }
        };
        const KTextEditor::View *view = area->currentEditor()->view();
        for (const QAction *action : window.actionRegistry().actions())
            look(action, u"window: "_s + action->text());
        QVERIFY2(owners.contains(QKeySequence(u"Ctrl+Shift+P"_s)), "the window's own actions are looked at");
        for (const QAction *action : view->actionCollection()->actions())
            look(action, u"editor: "_s + action->objectName());
        QCOMPARE(ambiguous, QStringList());
    } // the window goes while a file is open
}

void TstWindowStory::aDriftedFileShowsItsChange()
{
    Test::RunProject project;
    const QByteArray applied = "-- migrate:up\nCREATE TABLE users (id INTEGER);\nCREATE INDEX i ON users (id);\n-- migrate:down\nDROP TABLE users;\n";
    const QString file = project.addMigration(u"20240101000000_users.sql"_s, applied);
    git(project.folder(), {u"init"_s, u"-q"_s});
    git(project.folder(), {u"add"_s, u"db"_s});
    git(project.folder(), {u"commit"_s, u"-q"_s, u"-m"_s, u"add users"_s});
    Workbench &workbench = project.open();
    applyAll(workbench.run());
    QTRY_COMPARE(workbench.timeline().pending, 0);

    project.addMigration(u"20240101000000_users.sql"_s, QByteArray(applied).replace("INTEGER", "BIGINT"));
    workbench.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(workbench.timeline().entries.first().state, MigrationState::Modified, 10'000);

    EditorArea area;
    area.resize(1000, 420);
    area.follow(workbench);
    area.show();
    MigrationEditor *editor = area.openFile(file);
    QTRY_VERIFY(editor->document().isLoaded());
    editor->showPage(MigrationEditor::Page::Changes);
    auto *changes = editor->findChild<ChangesView *>();
    QTRY_VERIFY_WITH_TIMEOUT(changes->difference().contains(u"- CREATE TABLE users (id INTEGER);"), 10'000);
    QVERIFY(changes->difference().contains(u"+ CREATE TABLE users (id BIGINT);"));
    QVERIFY(changes->summary().contains(u"Anna"));
    QVERIFY(area.grab().save(Test::screenshotFolder() + u"/editor-changes.png"_s));
}

WHIMBREL_TEST(TstWindowStory)
#include "tst_windowstory.moc"
