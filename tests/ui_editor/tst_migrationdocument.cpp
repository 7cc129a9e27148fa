// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/migrationdocument.h"
#include "test.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TstMigrationDocument : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void savingChangesNothingElse_data();
    void savingChangesNothingElse();
    void mixedLineEndsAreReadOnlyUntilAgreed();
    void invalidUtf8StaysAsItIs();
    void whatTheEditorCannotGiveBackIsReadOnly_data();
    void whatTheEditorCannotGiveBackIsReadOnly();
    void anotherProgramsChangeIsNotOverwritten();
    void keepingMineOverwrites();
    void reloadCanBeUndone();
    void unmodifiedTextFollowsTheDisk();
    void aDeletedFileCanBeWrittenAgain();
    void unsavedTextSurvivesACrash();
    void abandonedTextDoesNotComeBack();
    void aMissingFileIsSaid();

private:
    QString file(const QByteArray &bytes);
    std::unique_ptr<MigrationDocument> opened(const QString &path);

    QTemporaryDir m_folder;
    int m_number = 0;
};

QString TstMigrationDocument::file(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(u"%1.sql"_s.arg(++m_number));
    write(path, bytes);
    return path;
}

std::unique_ptr<MigrationDocument> TstMigrationDocument::opened(const QString &path)
{
    auto document = std::make_unique<MigrationDocument>(path);
    document->load();
    [&] { QTRY_VERIFY(document->isLoaded()); }();
    return document;
}

void TstMigrationDocument::savingChangesNothingElse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("LF") << QByteArray("-- migrate:up\nSELECT 1;\n");
    QTest::newRow("CRLF") << QByteArray("-- migrate:up\r\nSELECT 1;\r\n");
    QTest::newRow("CR") << QByteArray("-- migrate:up\rSELECT 1;\r");
    QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF-- migrate:up\nSELECT 1;\n");
    QTest::newRow("BOM and CRLF") << QByteArray("\xEF\xBB\xBF-- migrate:up\r\nSELECT 1;\r\n");
    QTest::newRow("no newline at the end") << QByteArray("-- migrate:up\nSELECT 1;");
    QTest::newRow("no newline at the end, CRLF") << QByteArray("-- migrate:up\r\nSELECT 1;");
    QTest::newRow("trailing blanks") << QByteArray("-- migrate:up  \nSELECT 1; \t\n\n  \n");
    QTest::newRow("tabs") << QByteArray("-- migrate:up\n\tSELECT 1;\n");
    QTest::newRow("form feed") << QByteArray("-- a\f\v\nb\n");
    QTest::newRow("empty") << QByteArray();
}

void TstMigrationDocument::savingChangesNothingElse()
{
    QFETCH(const QByteArray, bytes);
    const QString path = file(bytes);
    const auto document = opened(path);
    QCOMPARE(document->readOnlyReason(), ReadOnlyReason::None);
    QSignalSpy saved(document.get(), &MigrationDocument::saved);

    const std::unique_ptr<KTextEditor::View> view(document->document()->createView(nullptr));
    view->insertText(u"x"_s); // at the start of the first line
    QVERIFY(document->isModified());
    document->save();
    QTRY_COMPARE(saved.size(), 1);
    const QByteArray bom = bytes.startsWith("\xEF\xBB\xBF") ? bytes.first(3) : QByteArray();
    QCOMPARE(contentOf(path), bom + "x" + bytes.sliced(bom.size()));
    QVERIFY(!document->isModified());

    QVERIFY(QMetaObject::invokeMethod(document->document(), "undo"));
    QVERIFY(document->isModified());
    document->save();
    QTRY_COMPARE(saved.size(), 2);
    QCOMPARE(contentOf(path), bytes);
}

void TstMigrationDocument::mixedLineEndsAreReadOnlyUntilAgreed()
{
    const QByteArray bytes = "a\r\nb\nc\n";
    const QString path = file(bytes);
    const auto document = opened(path);
    QCOMPARE(document->readOnlyReason(), ReadOnlyReason::MixedLineEnds);
    QVERIFY(!document->document()->isReadWrite());
    document->save();
    QCOMPARE(contentOf(path), bytes);

    QSignalSpy saved(document.get(), &MigrationDocument::saved);
    document->convertLineEnds(LineEnd::Lf);
    QVERIFY(document->document()->isReadWrite());
    document->save();
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(contentOf(path), QByteArray("a\nb\nc\n"));
}

void TstMigrationDocument::invalidUtf8StaysAsItIs()
{
    const auto document = opened(file("-- gr\xFC\xDF" "e\n"));
    QCOMPARE(document->readOnlyReason(), ReadOnlyReason::InvalidUtf8);
    QVERIFY(!document->document()->isReadWrite());
}

void TstMigrationDocument::whatTheEditorCannotGiveBackIsReadOnly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("line separator") << QByteArray("-- a\xE2\x80\xA8" "b\n");
    QTest::newRow("a line longer than KTextEditor shows") << "-- " + QByteArray(20'000, 'x') + "\n";
}

void TstMigrationDocument::whatTheEditorCannotGiveBackIsReadOnly()
{
    QFETCH(const QByteArray, bytes);
    const auto document = opened(file(bytes));
    QCOMPARE(document->readOnlyReason(), ReadOnlyReason::NotReproducible);
    QVERIFY(!document->document()->isReadWrite());
}

void TstMigrationDocument::anotherProgramsChangeIsNotOverwritten()
{
    const QString path = file("a\n");
    const auto document = opened(path);
    QSignalSpy changed(document.get(), &MigrationDocument::changedOnDisk);
    document->document()->insertText({0, 0}, u"mine "_s);
    write(path, "theirs\n");
    document->save();
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(changed.first().first().toString(), u"theirs\n"_s);
    QCOMPARE(contentOf(path), QByteArray("theirs\n"));
    QCOMPARE(document->document()->text(), u"mine a\n"_s);
    QVERIFY(document->isModified());
}

void TstMigrationDocument::keepingMineOverwrites()
{
    const QString path = file("a\n");
    const auto document = opened(path);
    QSignalSpy changed(document.get(), &MigrationDocument::changedOnDisk);
    QSignalSpy saved(document.get(), &MigrationDocument::saved);
    document->document()->insertText({0, 0}, u"mine "_s);
    write(path, "theirs\n");
    document->save();
    QTRY_VERIFY(!changed.isEmpty());
    QSignalSpy kept(document.get(), &MigrationDocument::minePreferred);
    document->keepMine();
    QTRY_COMPARE(kept.size(), 1);
    document->save();
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(contentOf(path), QByteArray("mine a\n"));
}

void TstMigrationDocument::reloadCanBeUndone()
{
    const QString path = file("a\n");
    const auto document = opened(path);
    QSignalSpy reloaded(document.get(), &MigrationDocument::reloaded);
    document->document()->insertText({0, 0}, u"mine "_s);
    write(path, "theirs\n");
    document->reload();
    QTRY_VERIFY(!reloaded.isEmpty());
    QCOMPARE(document->document()->text(), u"theirs\n"_s);
    QVERIFY(!document->isModified());
    QVERIFY(QMetaObject::invokeMethod(document->document(), "undo"));
    QCOMPARE(document->document()->text(), u"mine a\n"_s);
}

void TstMigrationDocument::unmodifiedTextFollowsTheDisk()
{
    const QString path = file("a\n");
    const auto document = opened(path);
    write(path, "b\r\n");
    document->checkDisk();
    QTRY_COMPARE(document->document()->text(), u"b\n"_s);
    QCOMPARE(document->format().lineEnd, LineEnd::CrLf);
    QVERIFY(!document->isModified());
}

void TstMigrationDocument::aDeletedFileCanBeWrittenAgain()
{
    const QString path = file("a\n");
    const auto document = opened(path);
    QSignalSpy deleted(document.get(), &MigrationDocument::deletedOnDisk);
    QSignalSpy saved(document.get(), &MigrationDocument::saved);
    QVERIFY(QFile::remove(path));
    document->checkDisk();
    QTRY_COMPARE(deleted.size(), 1);
    QCOMPARE(document->document()->text(), u"a\n"_s);
    document->save();
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(contentOf(path), QByteArray("a\n"));
}

void TstMigrationDocument::unsavedTextSurvivesACrash()
{
    const QString path = file("a\n");
    {
        const auto document = opened(path);
        document->document()->insertText({0, 0}, u"typed "_s);
        QTRY_VERIFY(UnsavedWork::load(path).has_value()); // two seconds after the first key
    } // without abandonChanges(): as if the program had ended
    QCOMPARE(UnsavedWork::filesBelow(m_folder.path()), QStringList{path});
    const auto document = opened(path);
    QVERIFY(document->recovered().has_value());
    QCOMPARE(document->document()->text(), u"a\n"_s);
    document->restoreUnsaved();
    QCOMPARE(document->document()->text(), u"typed a\n"_s);
    QVERIFY(document->isModified());
    document->save();
    QTRY_COMPARE(contentOf(path), QByteArray("typed a\n"));
    QTRY_VERIFY(!UnsavedWork::load(path).has_value());
}

void TstMigrationDocument::abandonedTextDoesNotComeBack()
{
    const QString path = file("a\n");
    {
        const auto document = opened(path);
        document->document()->insertText({0, 0}, u"typed "_s);
        QTRY_VERIFY(UnsavedWork::load(path).has_value());
        document->abandonChanges();
    }
    QVERIFY(!opened(path)->recovered().has_value());
    QCOMPARE(contentOf(path), QByteArray("a\n"));
}

void TstMigrationDocument::aMissingFileIsSaid()
{
    MigrationDocument document(m_folder.filePath(u"missing.sql"_s));
    QSignalSpy failed(&document, &MigrationDocument::loadFailed);
    document.load();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!document.isLoaded());
}

WHIMBREL_TEST(TstMigrationDocument)
#include "tst_migrationdocument.moc"
