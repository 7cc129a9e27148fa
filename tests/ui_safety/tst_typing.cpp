// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorarea.h"
#include "editor/migrationeditor.h"
#include "machine.h"
#include "patience.h"
#include "problems/problemsmodel.h"
#include "safety/editorsafety.h"
#include "safety/projectsafety.h"
#include "safety/safestepsdialog.h"
#include "safety/sqlcompletion.h"
#include "shell.h"
#include "test.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

namespace {

/// The longest time for which the event loop did nothing else: keys that are pressed meanwhile are seen only
/// afterwards.
class LongestGap final : public QObject
{
public:
    LongestGap()
    {
        connect(&m_beat, &QTimer::timeout, this, &LongestGap::beat);
        m_since.start();
        m_beat.start(1ms);
    }

    qint64 milliseconds()
    {
        beat();
        return m_longest;
    }

private:
    void beat() { m_longest = std::max(m_longest, m_since.restart()); }

    QTimer m_beat;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

/// 200 lines of what migrations have in them, on tables that an earlier migration made.
QString twoHundredLines()
{
    QString up;
    for (int i = 0; i < 95; ++i)
        up += u"ALTER TABLE users ADD COLUMN c%1 text;\nCREATE INDEX CONCURRENTLY users_c%1 ON users (c%1);\n"_s.arg(i);
    return up;
}

/// 5 MB: rows, as dumps and seeds have them, and definitions among them.
QString fiveMegabytes()
{
    QString up;
    for (int i = 0; up.size() < 5'000'000; ++i) {
        up += u"INSERT INTO users (id, email, name) VALUES (%1, 'person%1@example.com', 'Somebody of the name %1');\n"_s
                  .arg(i);
        if (i % 10 == 0)
            up += u"ALTER TABLE users ADD COLUMN extra%1 text DEFAULT 'none';\n"_s.arg(i);
    }
    return up;
}

} // namespace

/// What a person meets while typing: how soon, how smoothly, and with which keys.
class TstTyping : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void notesComeSoon();
    void problemsFollowWhatIsTyped();
    void aLargeFileNeverHoldsTheCaret();
    void completesFromTheFiles();
    void completesFromTheDatabase();
    void hoverSaysWhyAndHow();
    void keysOfTheKeyboard();

private:
    /// A migration on the table users, opened in the window.
    MigrationEditor *open(const QString &up);
    QStringList problemRules() const;

    std::unique_ptr<SmallProject> m_files;
    std::unique_ptr<Shell> m_shell;
};

void TstTyping::init()
{
    TestCase::init();
    freshStart();
    m_files = std::make_unique<SmallProject>();
    m_files->write(u"whimbrel.toml"_s,
                   "[environment.dev]\nurl = \"postgresql://nobody@127.0.0.1:1/shop?connect_timeout=1\"\n");
    m_files->add(u"20240201000000_orders.sql"_s,
                 u"CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(10, 2));"_s, u"DROP TABLE orders;"_s);
}

void TstTyping::cleanup()
{
    m_shell.reset();
    m_files.reset();
}

MigrationEditor *TstTyping::open(const QString &up)
{
    m_files->add(u"20240301000000_change.sql"_s, up, u"SELECT 1;"_s);
    m_shell = std::make_unique<Shell>();
    m_shell->window.resize(1300, 800);
    m_shell->window.openFolder(m_files->folder());
    [this] { QTRY_VERIFY_WITH_TIMEOUT(m_shell->workbench.safety().found().contains(u"20240301000000"_s), 30'000); }();
    m_shell->workbench.openFile(m_files->folder() + u"/db/migrations/20240301000000_change.sql"_s, 2);
    MigrationEditor *editor = m_shell->window.findChild<EditorArea *>()->currentEditor();
    [editor] { QTRY_VERIFY_WITH_TIMEOUT(editor->safety().analysis(), 30'000); }();
    return editor;
}

QStringList TstTyping::problemRules() const
{
    const QAbstractItemModel *problems = m_shell->window.findChild<QTreeView *>(u"problemsView"_s)->model();
    QStringList rules;
    for (int row = 0; row < problems->rowCount(); ++row)
        rules << problems->index(row, ProblemsModel::RuleColumn).data().toString();
    return rules;
}

void TstTyping::notesComeSoon()
{
    MigrationEditor *editor = open(twoHundredLines());
    QSignalSpy analysed(&editor->safety(), &EditorSafety::analysed);
    constexpr int pause = 100; // ms for which EditorSafety waits for the next key
    double best = 100'000;     // of several tries, and by what the machine gives: it may be doing something else
    for (int i = 0; i < 8; ++i) {
        analysed.clear();
        editor->document().document()->insertText({1, 0}, u"DROP TABLE orders;\n"_s);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(analysed.wait(10'000));
        const qint64 elapsed = timer.elapsed();
        best = std::min(best, pause + double(elapsed - pause) / slowness());
        QVERIFY(!editor->safety().notes().textAt(1).isEmpty());
    }
    qInfo("notes %.0f ms after the last key", best);
    QVERIFY2(best <= 150 * patience, qPrintable(QString::number(best)));
}

void TstTyping::problemsFollowWhatIsTyped()
{
    MigrationEditor *editor = open(u"ALTER TABLE users ADD COLUMN nick text;\n"_s);
    QVERIFY(!problemRules().contains(u"truncate-existing"_s));
    editor->document().document()->insertText({1, 0}, u"TRUNCATE users;\n"_s);
    QTRY_VERIFY(problemRules().contains(u"truncate-existing"_s));
    QCOMPARE(m_shell->workbench.safety().worst(u"20240301000000"_s), Severity::Error);

    // Saved, it is found in the file.
    editor->document().save();
    QTRY_VERIFY(!editor->document().isModified());
    QTRY_VERIFY(!m_shell->workbench.safety().isTyped(u"20240301000000"_s));
    QVERIFY(problemRules().contains(u"truncate-existing"_s));

    // Given up, it is gone.
    editor->document().document()->insertText({1, 0}, u"DROP TABLE orders;\n"_s);
    QTRY_VERIFY(problemRules().contains(u"table-drop-breaks-code"_s));
    editor->view()->action(u"edit_undo"_s)->trigger();
    QTRY_VERIFY(!problemRules().contains(u"table-drop-breaks-code"_s));
}

void TstTyping::aLargeFileNeverHoldsTheCaret()
{
    MigrationEditor *editor = open(fiveMegabytes());
    QSignalSpy analysed(&editor->safety(), &EditorSafety::analysed);
    picture(m_shell->window, u"window-five-megabytes"_s);
    double best = 100'000; // of several tries, and by what the machine gives: it may be doing something else
    for (int attempt = 0; attempt < 4 && best > 100 * patience; ++attempt) {
        LongestGap gap;
        analysed.clear();
        for (int i = 0; i < 20; ++i) {
            editor->document().document()->insertText({1, i}, u"-"_s);
            QTest::qWait(20);
        }
        QVERIFY(analysed.wait(60'000));
        QTest::qWait(300); // what follows the analysis
        best = std::min(best, double(gap.milliseconds()) / slowness());
    }
    qInfo("the event loop did nothing else for %.0f ms at most", best);
    QVERIFY2(best <= 100 * patience, qPrintable(QString::number(best)));
}

void TstTyping::completesFromTheFiles()
{
    MigrationEditor *editor = open(u"ALTER TABLE users ADD COLUMN nick text;\nUPDATE orders SET \n"_s);
    auto *completion = editor->findChild<SqlCompletion *>();
    QVERIFY(completion);
    QTRY_VERIFY(m_shell->workbench.safety().schema());
    const auto offered = [&](KTextEditor::Cursor caret) {
        editor->view()->setCursorPosition(caret);
        completion->completionInvoked(editor->view(), {caret, caret}, SqlCompletion::ManualInvocation);
        QStringList names;
        for (int row = 0; row < completion->rowCount(); ++row)
            names << completion->index(row, SqlCompletion::Name).data().toString();
        return names;
    };
    QVERIFY(offered({2, 18}).contains(u"total"_s));
    QVERIFY(offered({1, 12}).contains(u"orders"_s));
    QVERIFY(offered({1, 12}).contains(u"users"_s));
}

void TstTyping::completesFromTheDatabase()
{
    m_files->write(u"whimbrel.toml"_s,
                   "[environment.dev]\nurl = \"sqlite:shop.db\"\n"); // where migration 1 and 2 are recorded
    m_files->execute({u"CREATE TABLE only_there (here_only TEXT)"_s});
    MigrationEditor *editor = open(u"UPDATE only_there SET \n"_s);
    QTRY_VERIFY(m_shell->workbench.safety().schema() &&
                m_shell->workbench.safety().schema()->relation({u"main"_s, u"only_there"_s}));
    QVERIFY(QTest::qWaitForWindowActive(&m_shell->window));
    editor->view()->setCursorPosition({1, 22});
    editor->view()->setFocus();
    QTest::keyClicks(editor->view()->focusProxy() ? editor->view()->focusProxy() : editor->view(), u"her"_s);
    QTRY_VERIFY(editor->view()->isCompletionActive());
    const auto *completion = editor->findChild<SqlCompletion *>();
    QStringList names;
    for (int row = 0; row < completion->rowCount(); ++row)
        names << completion->index(row, SqlCompletion::Name).data().toString();
    QVERIFY2(names.contains(u"here_only"_s), qPrintable(names.join(u' ')));
    picture(m_shell->window, u"window-completion"_s);
}

void TstTyping::hoverSaysWhyAndHow()
{
    MigrationEditor *editor = open(u"CREATE INDEX users_name ON users (name);\n"_s);
    QTRY_VERIFY(!editor->safety().marks().findings().isEmpty());
    const QString hint = editor->safety().marks().textHint(editor->view(), {1, 10});
    QVERIFY2(hint.contains(u"<b>Building an index on “users” lets nobody write"_s), qPrintable(hint));
    QVERIFY2(hint.contains(u"SHARE lock"_s), qPrintable(hint));                // why
    QVERIFY2(hint.contains(u"CREATE INDEX CONCURRENTLY"_s), qPrintable(hint)); // how
    QVERIFY2(hint.contains(u"Alt+Return"_s), qPrintable(hint));
    QVERIFY(editor->safety().marks().textHint(editor->view(), {0, 3}).isEmpty());
}

void TstTyping::keysOfTheKeyboard()
{
    MigrationEditor *editor = open(u"CREATE INDEX users_name ON users (name);\nSELECT 1;\nTRUNCATE orders;\n"_s);
    QTRY_VERIFY(editor->safety().marks().findings().size() >= 2);
    QVERIFY(QTest::qWaitForWindowActive(&m_shell->window));
    editor->view()->setFocus();
    editor->view()->setCursorPosition({0, 0});
    QWidget *keys = m_shell->window.focusWidget();
    QVERIFY(keys);
    QTest::keyClick(keys, Qt::Key_F8);
    QCOMPARE(editor->view()->cursorPosition().line(), 1);
    QTest::keyClick(keys, Qt::Key_F8);
    QCOMPARE(editor->view()->cursorPosition().line(), 3);
    QTest::keyClick(keys, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(editor->view()->cursorPosition().line(), 1);
    QTest::keyClick(keys, Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(editor->findChild<SafeStepsDialog *>());
    QCOMPARE(editor->document().document()->line(1),
             u"CREATE INDEX users_name ON users (name);"_s); // nothing is changed yet
    QTest::keyClick(editor->findChild<SafeStepsDialog *>(), Qt::Key_Escape);
}

WHIMBREL_TEST(TstTyping)
#include "tst_typing.moc"
