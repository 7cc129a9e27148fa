// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/changesview.h"
#include "editor/editorarea.h"
#include "editor/editorsetup.h"
#include "editor/migrationeditor.h"
#include "plan/planview.h"
#include "test.h"

#include <KActionCollection>
#include <KMessageWidget>
#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QAction>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Sections as dbmate marks them: enough of a format to edit with.
Result<MigrationScripts> readSections(const QString &text)
{
    MigrationScripts scripts;
    const qsizetype down = text.indexOf(u"-- migrate:down");
    scripts.up = {.text = text.left(down), .start = {}, .transaction = true, .exists = true};
    if (down >= 0)
        scripts.down = {.text = text.mid(down), .start = positionAt(text, down), .transaction = true, .exists = true};
    return scripts;
}

QStringList shown(const QWidget *widget)
{
    QStringList texts;
    for (const KMessageWidget *strip : widget->findChildren<KMessageWidget *>()) {
        if (!strip->isHidden() && !strip->text().isEmpty())
            texts << strip->text();
    }
    return texts;
}

} // namespace

class TstMigrationEditor : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsStatementsOfBothSections();
    void unreadableFilesAreOneSection();
    void marksTheStatementAtTheCaret();
    void opensAFileOnce();
    void goesToAColumnInCodePoints();
    void noKeyIsAmbiguous();
    void unsavedFilesAreAskedAbout();
    void theStripShowsTheDifference();
    void planTabShowsTheEditedText();
    void aLargeScriptStaysFast();

private:
    QString file(const QByteArray &bytes);

    QTemporaryDir m_folder;
    int m_number = 0;
};

namespace {
const QByteArray script = "-- migrate:up\n"
                          "CREATE TABLE users (\n"
                          "  id INTEGER PRIMARY KEY,\n"
                          "  email TEXT NOT NULL\n"
                          ");\n"
                          "\n"
                          "CREATE INDEX idx_users_email ON users (email);\n"
                          "\n"
                          "-- migrate:down\n"
                          "DROP TABLE users;\n";
}

void TstMigrationEditor::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

QString TstMigrationEditor::file(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(u"2024010100000%1_change.sql"_s.arg(++m_number));
    write(path, bytes);
    return path;
}

void TstMigrationEditor::findsStatementsOfBothSections()
{
    const FileStatements found = findStatements(QString::fromUtf8(script), Dialect::SQLite, readSections);
    QCOMPARE(found.up.size(), 2);
    QCOMPARE(found.down.size(), 1);
    QCOMPARE(found.up.first().start.line, 2);
    QCOMPARE(found.up.first().endLine, 5);
    QCOMPARE(found.down.first().start.line, 10);
    const qsizetype inIndex = script.indexOf("idx_users");
    QCOMPARE(found.statementAt(inIndex), &found.up.at(1));
    QCOMPARE(found.statementAt(script.indexOf("DROP")), &found.down.first());
    QCOMPARE(found.statementAt(3), nullptr); // in the marker
}

void TstMigrationEditor::unreadableFilesAreOneSection()
{
    const auto refuse = [](const QString &) -> Result<MigrationScripts> { return failure(ErrorKind::Project, u"no marker"_s); };
    const FileStatements found = findStatements(u"SELECT 1;\nSELECT 2;\n"_s, Dialect::SQLite, refuse);
    QCOMPARE(found.up.size(), 2);
    QVERIFY(found.unreadable.has_value());
}

void TstMigrationEditor::marksTheStatementAtTheCaret()
{
    EditorArea area;
    area.resize(900, 400);
    area.setContext(nullptr, Dialect::SQLite, {});
    MigrationEditor *editor = area.openFile(file(script), 3, 1);
    area.show();
    QTRY_VERIFY(editor->statements().current() != nullptr);
    QCOMPARE(editor->statements().current()->start.line, 2);

    editor->goTo(7, 1);
    QTRY_VERIFY(editor->statements().current() && editor->statements().current()->start.line == 7);
    editor->view()->document()->insertText({6, 0}, u"SELECT 1; "_s);
    QCOMPARE(editor->statements().current(), nullptr); // not known until it is split again
    QTRY_VERIFY(editor->statements().current() != nullptr);
    QVERIFY(editor->grab().save(Test::screenshotFolder() + u"/editor-text.png"_s));
    editor->document().abandonChanges();
}

void TstMigrationEditor::opensAFileOnce()
{
    EditorArea area;
    const QString path = file(script);
    MigrationEditor *editor = area.openFile(path);
    QCOMPARE(area.openFile(path), editor);
    QCOMPARE(area.openFiles(), QStringList{path});
    QTRY_VERIFY(editor->document().isLoaded());
    area.closeEditor(editor);
    QVERIFY(area.openFiles().isEmpty());
    QVERIFY(area.grab().save(Test::screenshotFolder() + u"/editor-empty.png"_s));
}

void TstMigrationEditor::goesToAColumnInCodePoints()
{
    EditorArea area;
    MigrationEditor *editor = area.openFile(file("SELECT '🐦', x;\n"), 1, 12); // x, for a server
    QTRY_VERIFY(editor->document().isLoaded());
    QCOMPARE(editor->view()->cursorPosition(), KTextEditor::Cursor(0, 12));
}

void TstMigrationEditor::noKeyIsAmbiguous()
{
    QMainWindow window;
    auto *area = new EditorArea(&window);
    window.setCentralWidget(area);
    auto *palette = new QAction(&window);
    palette->setShortcut(QKeySequence(u"Ctrl+Shift+P"_s));
    auto *locks = new QAction(&window);
    locks->setShortcut(QKeySequence(u"Ctrl+B"_s)); // KTextEditor's bookmarks
    window.addActions({palette, locks});
    window.addActions(area->fileActions());
    window.addActions(area->editActions());
    MigrationEditor *editor = area->openFile(file(script));
    QTRY_VERIFY(editor->document().isLoaded());

    QStringList ambiguous;
    const QSet<QKeySequence> ours = shortcutsOf(&window) + windowShortcuts();
    QVERIFY(ours.contains(QKeySequence(u"Ctrl+S"_s)));
    for (const QAction *action : editor->view()->actionCollection()->actions()) {
        for (const QKeySequence &key : action->shortcuts()) {
            if (ours.contains(key))
                ambiguous << action->objectName() + u": "_s + key.toString();
        }
    }
    QCOMPARE(ambiguous, QStringList());
    QVERIFY(!editor->view()->actionCollection()->action(u"edit_undo"_s)->shortcuts().isEmpty()); // the editor's own stay
}

void TstMigrationEditor::unsavedFilesAreAskedAbout()
{
    QMainWindow window;
    auto *area = new EditorArea(&window);
    window.setCentralWidget(area);
    window.show();
    const QString path = file(script);
    MigrationEditor *editor = area->openFile(path);
    QTRY_VERIFY(editor->document().isLoaded());
    editor->view()->document()->insertText({0, 0}, u"-- why\n"_s);
    QVERIFY(area->hasUnsavedWork());

    const auto press = [&window](const QString &text) {
        auto *box = window.findChild<QMessageBox *>();
        QVERIFY(box);
        for (QAbstractButton *button : box->buttons()) {
            if (button->text().remove(u'&') == text)
                button->click();
        }
    };
    QList<bool> answers;
    area->askToClose([&answers](bool closes) { answers << closes; });
    press(u"Cancel"_s);
    QCOMPARE(answers, QList<bool>{false});
    QTRY_VERIFY(!window.findChild<QMessageBox *>());

    area->askToClose([&answers](bool closes) { answers << closes; });
    press(u"Save"_s);
    QTRY_COMPARE(answers, (QList<bool>{false, true}));
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), "-- why\n" + script);
}

void TstMigrationEditor::theStripShowsTheDifference()
{
    EditorArea area;
    area.resize(900, 400);
    area.setContext(nullptr, Dialect::SQLite, {});
    const QString path = file(script);
    MigrationEditor *editor = area.openFile(path);
    area.show();
    QTRY_VERIFY(editor->document().isLoaded());
    editor->view()->document()->insertText({1, 0}, u"-- mine\n"_s);
    write(path, "-- theirs\n" + script);
    editor->document().save();
    QTRY_COMPARE(shown(editor).size(), 1);
    QVERIFY(editor->grab().save(Test::screenshotFolder() + u"/editor-changed-on-disk.png"_s));
    for (QAction *action : editor->findChild<KMessageWidget *>()->actions()) {
        if (action->text() == u"Show difference")
            action->trigger();
    }
    QCOMPARE(editor->page(), MigrationEditor::Page::Changes);
    auto *changes = editor->findChild<ChangesView *>();
    QTRY_VERIFY(changes->difference().contains(u"- -- theirs"));
    QVERIFY(changes->difference().contains(u"+ -- mine"));
    QVERIFY(editor->grab().save(Test::screenshotFolder() + u"/editor-difference.png"_s));
    editor->document().abandonChanges();
}

void TstMigrationEditor::planTabShowsTheEditedText()
{
    EditorArea area;
    area.resize(900, 400);
    area.setContext(nullptr, Dialect::SQLite, {});
    MigrationEditor *editor = area.openFile(file(script));
    area.show();
    QTRY_VERIFY(editor->document().isLoaded());
    QTRY_COMPARE(editor->statements().statements().up.size(), 3);
    editor->showPage(MigrationEditor::Page::Plan);
    RunModel &model = editor->findChild<PlanView *>()->model();
    QCOMPARE(model.statementCount(), 3);
    editor->view()->document()->insertText({1, 0}, u"SELECT 1;\n"_s);
    QTRY_COMPARE(model.statementCount(), 4);
    QVERIFY(editor->grab().save(Test::screenshotFolder() + u"/editor-plan.png"_s));
    editor->document().abandonChanges();
}

void TstMigrationEditor::aLargeScriptStaysFast()
{
    const QByteArray line = "INSERT INTO products (id, name, price) VALUES (12345, 'a product of the shop with a name', 12.50);\n";
    const QString path = file("-- migrate:up\n" + line.repeated(5 * 1024 * 1024 / line.size()));
    EditorArea area;
    area.resize(900, 600);
    area.show();
    area.setContext(nullptr, Dialect::SQLite, {});
    area.openFile(file(script)); // the editor's own start-up is not the file's
    QTRY_VERIFY(area.currentEditor()->document().isLoaded());
    area.grab();

    QElapsedTimer timer;
    timer.start();
    MigrationEditor *editor = area.openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(editor->document().isLoaded(), 20'000);
    area.grab();
    const double opened = double(timer.nsecsElapsed()) / 1e6;

    timer.restart();
    constexpr int keys = 50;
    for (int i = 0; i < keys; ++i) {
        editor->view()->insertText(u"x"_s);
        editor->view()->repaint();
    }
    const double key = double(timer.nsecsElapsed()) / 1e6 / keys;
    qInfo("5 MB: opened and painted in %.0f ms, %.2f ms a key", opened, key);
    QTRY_VERIFY_WITH_TIMEOUT(editor->statements().statements().up.size() > 50'000, 20'000);
    QCOMPARE_LT(opened, 2'000.0); // generous: other tests and sanitizers share the machine
    QCOMPARE_LT(key, 100.0);
    editor->document().abandonChanges();
}

WHIMBREL_TEST(TstMigrationEditor)
#include "tst_migrationeditor.moc"
