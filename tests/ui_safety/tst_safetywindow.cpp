// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorarea.h"
#include "editor/migrationeditor.h"
#include "database/sessionthread.h"
#include "dialogs/newmigrationdialog.h"
#include "problems/problemsmodel.h"
#include "safety/editorsafety.h"
#include "safety/projectsafety.h"
#include "safety/safestepsdialog.h"
#include "settings/settings.h"
#include "shell.h"
#include "test.h"
#include "timeline/timelinemodel.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

#include <semaphore>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

namespace {

/// A project for a PostgreSQL server that nobody reaches: what its files tell must do.
class OfflineProject : public SmallProject
{
public:
    OfflineProject()
    {
        write(u"whimbrel.toml"_s,
              "[environment.dev]\nurl = \"postgresql://nobody@127.0.0.1:1/shop?connect_timeout=1\"\n");
        add(u"20240201000000_create_members.sql"_s,
            u"CREATE TABLE members (id bigint PRIMARY KEY, email text, name text);"_s, u"DROP TABLE members;"_s);
        add(u"20240301000000_status.sql"_s,
            u"ALTER TABLE members\n  ADD COLUMN status text NOT NULL;\nCREATE INDEX members_email ON members (email);\n"
            "ALTER TABLE members ADD CONSTRAINT named CHECK (name <> '') NOT VALID;"_s,
            u"ALTER TABLE members DROP CONSTRAINT named;\nDROP INDEX members_email;\nALTER TABLE members DROP COLUMN status;"_s);
    }

    QString statusFile() const { return folder() + u"/db/migrations/20240301000000_status.sql"_s; }
};

QStringList rulesIn(const QAbstractItemModel *problems)
{
    QStringList rules;
    for (int row = 0; row < problems->rowCount(); ++row)
        rules.append(problems->index(row, ProblemsModel::RuleColumn).data().toString());
    return rules;
}

} // namespace

/// The analysis in the real window: while one types, in the list of problems, in the timeline.
class TstSafetyWindow : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        freshStart();
    }

    void findingsReachEveryPlace()
    {
        const OfflineProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        const ProjectSafety &safety = shell.workbench.safety();
        QTRY_VERIFY(safety.found().contains(u"20240301000000"_s));
        QCOMPARE(safety.worst(u"20240301000000"_s), Severity::Error);

        const QAbstractItemModel *problems = shell.window.findChild<QTreeView *>(u"problemsView"_s)->model();
        QTRY_VERIFY(rulesIn(problems).contains(u"required-column-breaks-writers"_s));
        QVERIFY(rulesIn(problems).contains(u"index-build-blocks-writes"_s));

        const auto *timeline = shell.window.findChild<TimelineModel *>();
        QTRY_COMPARE(timeline->indexOf(u"20240301000000"_s)
                         .data(TimelineModel::RowRole)
                         .value<const TimelineRow *>()
                         ->safety.worst,
                     std::optional(Severity::Error));

        shell.workbench.openFile(files.statusFile(), 3);
        auto *area = shell.window.findChild<EditorArea *>();
        MigrationEditor *editor = area->currentEditor();
        QTRY_VERIFY(editor->safety().analysis());
        QCOMPARE(editor->safety().notes().textAt(3), u"SHARE · blocks writes · scans"_s);
        QVERIFY(editor->safety().notes().textAt(2).startsWith(u"ACCESS EXCLUSIVE"_s));
        QVERIFY(!editor->safety().findingsAtCaret().isEmpty());
        shell.window.showPane(u"problems"_s);
        shell.window.resize(1300, 800);
        picture(shell.window, u"window-safety"_s);
        editor->showPage(MigrationEditor::Page::Impact);
        picture(shell.window, u"window-impact"_s);
        editor->showPage(MigrationEditor::Page::Plan);
        picture(shell.window, u"window-plan"_s);
    }

    void notesFollowTyping()
    {
        const OfflineProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(!shell.workbench.safety().found().isEmpty());
        shell.workbench.openFile(files.statusFile(), 3);
        MigrationEditor *editor = shell.window.findChild<EditorArea *>()->currentEditor();
        QTRY_VERIFY(editor->safety().analysis());
        QSignalSpy analysed(&editor->safety(), &EditorSafety::analysed);
        editor->document().document()->insertText({4, 0}, u"TRUNCATE members;\n"_s);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(analysed.wait(3000));
        qInfo("notes %lld ms after the last key", timer.elapsed());
        QVERIFY2(timer.elapsed() < 400,
                 "100 ms of waiting, and the analysis of a small file"); // 150 ms on a machine that does nothing else
        const QList<Finding> found = editor->safety().marks().findings();
        QVERIFY(
            std::ranges::any_of(found, [](const Finding &finding) { return finding.rule == u"truncate-existing"_s; }));
        QVERIFY(!editor->safety().notes().textAt(4).isEmpty());
    }

    void keysGoFromFindingToFinding()
    {
        const OfflineProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(!shell.workbench.safety().found().isEmpty());
        shell.workbench.openFile(files.statusFile(), 1);
        auto *area = shell.window.findChild<EditorArea *>();
        MigrationEditor *editor = area->currentEditor();
        QTRY_VERIFY(editor->safety().analysis() && !editor->safety().marks().findings().isEmpty());
        editor->view()->setCursorPosition({0, 0});
        const auto trigger = [&](const QKeySequence &key) {
            for (QAction *action : area->editActions()) {
                if (action->shortcut() == key)
                    action->trigger();
            }
        };
        trigger(Qt::Key_F8);
        const int first = editor->view()->cursorPosition().line();
        QVERIFY(first > 0);
        trigger(Qt::Key_F8);
        trigger(Qt::SHIFT | Qt::Key_F8);
        QCOMPARE(editor->view()->cursorPosition().line(), first);
    }

    void aScriptOutsideTheProjectIsAnalysedToo()
    {
        const OfflineProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(!shell.workbench.safety().found().isEmpty());
        QTemporaryDir elsewhere;
        QFile script(elsewhere.filePath(u"script.sql"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("DROP TABLE users;\n");
        script.close();
        shell.workbench.openFile(script.fileName());
        MigrationEditor *editor = shell.window.findChild<EditorArea *>()->currentEditor();
        QTRY_VERIFY(editor->safety().analysis());
        QVERIFY(editor->safety().notes().textAt(0).startsWith(u"ACCESS EXCLUSIVE"_s));
    }

    void safeStepsAreShownBeforeTheyAreWritten()
    {
        const OfflineProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(!shell.workbench.safety().found().isEmpty());
        shell.workbench.openFile(files.statusFile(), 4);
        MigrationEditor *editor = shell.window.findChild<EditorArea *>()->currentEditor();
        QTRY_VERIFY(editor->safety().analysis() && !editor->safety().marks().findings().isEmpty());
        editor->view()->setCursorPosition({3, 8});
        const QDir folder(files.folder() + u"/db/migrations"_s);
        const auto before = folder.entryList(QDir::Files).size();
        QVERIFY(editor->offerSafeSteps());
        auto *dialog = editor->findChild<SafeStepsDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(std::ranges::any_of(dialog->findChildren<QPushButton *>(), [](const QPushButton *button) {
            return button->text().startsWith(u"Change this file") && button->isEnabled();
        }));
        picture(*dialog, u"safe-steps"_s);
        QCOMPARE(folder.entryList(QDir::Files).size(), before); // nothing is written yet
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"Change this file"))
                button->click();
        }
        QTRY_VERIFY(folder.entryList(QDir::Files).size() > before);
        QTRY_VERIFY(!editor->document().document()->text().contains(u"CREATE INDEX members_email"_s));
        QTRY_VERIFY(!editor->document().isModified());
    }

    void aCorrectionChangesThisFileAlone()
    {
        OfflineProject files;
        const QString name = u"20240401000000_meta.sql"_s;
        files.add(name, u"ALTER TABLE members ADD COLUMN meta json, ADD COLUMN note text;"_s,
                  u"ALTER TABLE members DROP COLUMN meta, DROP COLUMN note;"_s);
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(!shell.workbench.safety().found().isEmpty());
        shell.workbench.openFile(files.folder() + u"/db/migrations/"_s + name, 2);
        MigrationEditor *editor = shell.window.findChild<EditorArea *>()->currentEditor();
        QTRY_VERIFY(editor->safety().analysis() && !editor->safety().marks().findings().isEmpty());
        editor->view()->setCursorPosition({1, 30});
        const QDir folder(files.folder() + u"/db/migrations"_s);
        const auto before = folder.entryList(QDir::Files).size();
        QVERIFY(editor->offerSafeSteps());
        auto *dialog = editor->findChild<SafeStepsDialog *>();
        QVERIFY(dialog);
        const auto write = [dialog]() -> QPushButton * {
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->text() == "Change this file"_L1)
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(write() && write()->isEnabled());
        picture(*dialog, u"correction"_s);
        write()->click();
        QTRY_VERIFY(editor->document().document()->text().contains(u"meta jsonb, ADD COLUMN note text"_s));
        QTRY_VERIFY(!editor->document().isModified());
        QCOMPARE(folder.entryList(QDir::Files).size(), before);
    }

    void newMigrationsFromARecipe()
    {
        const OfflineProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(!shell.workbench.safety().found().isEmpty());
        auto *dialog = new NewMigrationDialog(shell.workbench, &shell.window);
        dialog->open();
        auto *recipe = dialog->findChild<QComboBox *>(u"recipe"_s);
        QTRY_VERIFY(recipe->count() > 10);
        recipe->setCurrentIndex(recipe->findText(u"Build an index without blocking writes"_s));
        QVERIFY(recipe->currentIndex() > 0);
        const auto fill = [&](const QString &name, const QString &value) {
            auto *field = dialog->findChild<QLineEdit *>(name);
            QVERIFY2(field, qPrintable(name));
            field->setText(value);
        };
        fill(u"table"_s, u"members"_s);
        fill(u"key"_s, u"email"_s);
        const auto create = [&] {
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->text() == u"Create and open" && button->isEnabled())
                    return button;
            }
            return static_cast<QPushButton *>(nullptr);
        };
        QTRY_VERIFY(create());
        picture(*dialog, u"new-migration-recipe"_s);
        const QDir folder(files.folder() + u"/db/migrations"_s);
        const auto before = folder.entryList(QDir::Files).size();
        create()->click();
        QTRY_VERIFY(folder.entryList(QDir::Files).size() > before);
    }

    void aFileThatCannotBeReadSaysSo()
    {
        OfflineProject files;
        files.write(u"db/migrations/20240401000000_broken.sql"_s,
                    "ALTER TABLE members ADD COLUMN a text;\n"); // no section
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(!shell.workbench.safety().found().isEmpty());
        shell.workbench.openFile(files.folder() + u"/db/migrations/20240401000000_broken.sql"_s);
        MigrationEditor *editor = shell.window.findChild<EditorArea *>()->currentEditor();
        QTRY_VERIFY(editor->safety().analysis());
        QVERIFY(editor->safety().analysis()->error);
        const QString why = editor->safety().analysis()->error->message;
        QTRY_COMPARE(editor->safety().marks().findings().size(), 1);
        QVERIFY(editor->safety().marks().textHint(editor->view(), {0, 3}).contains(why.toHtmlEscaped()));
        const QAbstractItemModel *problems = shell.window.findChild<QTreeView *>(u"problemsView"_s)->model();
        QVERIFY(
            problems
                ->match(problems->index(0, ProblemsModel::MessageColumn), Qt::DisplayRole, why, 1, Qt::MatchStartsWith)
                .size() == 1);
        shell.window.resize(1300, 800);
        shell.window.showPane(u"problems"_s);
        picture(shell.window, u"window-unreadable"_s);
        editor->showPage(MigrationEditor::Page::Impact);
        QVERIFY(std::ranges::any_of(editor->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"What the file locks is not known"_s);
        }));
        picture(shell.window, u"window-unreadable-impact"_s);
    }

    void aProjectWithoutFindings()
    {
        SmallProject files;
        files.execute({u"CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)"_s});
        Shell shell;
        shell.window.openFolder(files.folder());
        QTRY_VERIFY(shell.workbench.timeline().connected);
        QTRY_VERIFY(!shell.workbench.safety().found().isEmpty());
        shell.workbench.openFile(files.folder() + u"/db/migrations/20240215143000_add_user_status.sql"_s, 2);
        MigrationEditor *editor = shell.window.findChild<EditorArea *>()->currentEditor();
        QTRY_VERIFY(editor->safety().analysis());
        QCOMPARE(editor->safety().notes().textAt(1), u"writers wait until the commit"_s);
        shell.window.resize(1300, 800);
        shell.window.showPane(u"problems"_s);
        QVERIFY(shell.workbench.safety().findings().isEmpty());
        picture(shell.window, u"window-no-findings"_s);
    }

    void closingTheProjectDropsWhatIsBeingRead()
    {
        const SmallProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        const ProjectSafety &safety = shell.workbench.safety();
        QTRY_VERIFY(shell.workbench.timeline().connected && !safety.found().isEmpty());
        SessionThread *session = shell.workbench.browseSession();
        std::binary_semaphore goOn(0);
        const auto before = session->run([&goOn](Session &, const std::stop_token &) -> Result<> {
            goOn.acquire();
            return {};
        });
        shell.workbench.safety().update();
        QTest::qWait(400); // until it has asked for the schema, which nobody else sees
        goOn.release();
        session->run([](Session &, const std::stop_token &) -> Result<> { return {}; }).waitForFinished();
        QVERIFY(before.isFinished());
        shell.workbench.closeProject(); // while the answer is on its way to the window
        QTRY_VERIFY(safety.found().isEmpty());
        QVERIFY(!shell.workbench.project());
    }

    void aSwitchedRuleIsSilent()
    {
        const OfflineProject files;
        Shell shell;
        shell.window.openFolder(files.folder());
        const QAbstractItemModel *problems = shell.window.findChild<QTreeView *>(u"problemsView"_s)->model();
        QTRY_VERIFY(rulesIn(problems).contains(u"index-build-blocks-writes"_s));
        Settings::disabledRules.setValue({u"index-build-blocks-writes"_s});
        shell.workbench.safety().update();
        QTRY_VERIFY(!rulesIn(problems).contains(u"index-build-blocks-writes"_s));
        QVERIFY(rulesIn(problems).contains(u"required-column-breaks-writers"_s));
    }
};

WHIMBREL_TEST(TstSafetyWindow)
#include "tst_safetywindow.moc"
