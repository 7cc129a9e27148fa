// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorarea.h"
#include "editor/editedfile.h"
#include "editor/migrationeditor.h"
#include "editor/unsavedwork.h"
#include "settings/iconengine.h"
#include "settings/theme.h"
#include "test.h"

#include <KMessageWidget>
#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The editor in each of its states, light and dark, to look at: build/<preset>/screenshots/editor-*.png.
class TstEditorPictures : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_area.reset(); }
    void empty();
    void plainAndPlan();
    void recovery();
    void readOnly_data();
    void readOnly();
    void changedAndDeletedOnDisk();

private:
    void write(const QByteArray &bytes);
    MigrationEditor *open();
    void picture(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EditorArea> m_area;
    QString m_path;
};

namespace {

const QByteArray script = "-- An address belongs to a country; the old rows get the shop's own.\n"
                          "-- migrate:up\n"
                          "ALTER TABLE addresses ADD COLUMN country TEXT NOT NULL DEFAULT 'AT';\n"
                          "\n"
                          "CREATE TABLE countries (\n"
                          "    code TEXT PRIMARY KEY,\n"
                          "    name TEXT NOT NULL\n"
                          ");\n"
                          "CREATE INDEX addresses_country ON addresses (country);\n"
                          "\n"
                          "-- migrate:down\n"
                          "DROP TABLE countries;\n"
                          "ALTER TABLE addresses DROP COLUMN country;\n";

QStringList strips(const MigrationEditor *editor)
{
    QStringList texts;
    for (const KMessageWidget *strip : editor->findChildren<KMessageWidget *>()) {
        if (!strip->isHidden() && !strip->text().isEmpty())
            texts << strip->text();
    }
    return texts;
}

} // namespace

void TstEditorPictures::initTestCase()
{
    initIcons();
}

void TstEditorPictures::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"db/migrations"_s));
    m_path = m_folder->filePath(u"db/migrations/20250303101500_add_country_to_addresses.sql"_s);
    write(script);
    Result<MigrationProject> project = MigrationProject::open(QDir(m_folder->path()));
    QVERIFY2(project, qPrintable(project ? QString() : project.error().toString()));
    const auto shared = std::make_shared<const MigrationProject>(std::move(*project));
    m_area = std::make_unique<EditorArea>();
    m_area->resize(900, 420);
    m_area->setContext(shared, Dialect::SQLite, buildTimeline(*shared, QList<AppliedMigration>()));
    m_area->show();
}

void TstEditorPictures::write(const QByteArray &bytes)
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

MigrationEditor *TstEditorPictures::open()
{
    MigrationEditor *editor = m_area->openFile(m_path);
    [editor] { QTRY_VERIFY(editor->document().isLoaded()); }();
    return editor;
}

void TstEditorPictures::picture(const QString &name)
{
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        applyTheme(theme);
        QTest::qWait(50); // highlighting follows the theme through the event loop
        QVERIFY(m_area->grab().save(u"%1/editor-%2-%3.png"_s.arg(Test::screenshotFolder(), name, theme)));
    }
}

void TstEditorPictures::empty()
{
    picture(u"empty"_s);
}

void TstEditorPictures::plainAndPlan()
{
    MigrationEditor *editor = open();
    editor->goTo(6, 5);
    QTRY_VERIFY(editor->statements().current());
    picture(u"text"_s);
    editor->showPage(MigrationEditor::Page::Plan);
    picture(u"plan"_s);
}

void TstEditorPictures::recovery()
{
    const EditedFile file = EditedFile::read(m_path).value();
    QVERIFY(UnsavedWork::store({m_path, file.hash, QDateTime(QDate(2026, 11, 22), QTime(2, 14)), QString::fromUtf8(script) + u"-- typed late\n"_s}));
    MigrationEditor *editor = open();
    QTRY_COMPARE(strips(editor).size(), 1);
    picture(u"recovery"_s);
    editor->document().discardUnsaved();
}

void TstEditorPictures::readOnly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("mixed-line-ends") << QByteArray("-- migrate:up\r\nSELECT 1;\n-- migrate:down\n");
    QTest::newRow("not-utf8") << QByteArray("-- migrate:up\nSELECT 'caf\xe9';\n-- migrate:down\n");
}

void TstEditorPictures::readOnly()
{
    QFETCH(const QByteArray, bytes);
    write(bytes);
    MigrationEditor *editor = open();
    QTRY_COMPARE(strips(editor).size(), 1);
    picture(u"read-only-"_s + QString::fromLatin1(QTest::currentDataTag()));
}

void TstEditorPictures::changedAndDeletedOnDisk()
{
    MigrationEditor *editor = open();
    editor->view()->document()->insertText({2, 0}, u"-- mine\n"_s);
    write("-- theirs\n" + script);
    editor->document().checkDisk();
    QTRY_COMPARE(strips(editor).size(), 1);
    picture(u"changed-on-disk"_s);
    for (QAction *action : editor->findChild<KMessageWidget *>()->actions()) {
        if (action->text() == u"Show difference")
            action->trigger();
    }
    QCOMPARE(editor->page(), MigrationEditor::Page::Changes);
    QTest::qWait(0);
    picture(u"difference"_s);
    editor->showPage(MigrationEditor::Page::Text);
    QVERIFY(QFile::remove(m_path));
    editor->document().checkDisk();
    QTRY_VERIFY(strips(editor).join(u' ').contains(u"deleted"_s));
    picture(u"deleted-on-disk"_s);
    editor->document().abandonChanges();
}

WHIMBREL_TEST(TstEditorPictures)
#include "tst_editorpictures.moc"
