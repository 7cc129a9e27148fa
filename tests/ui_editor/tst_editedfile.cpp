// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editedfile.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstEditedFile : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void bytesComeBackAsTheyWere_data();
    void bytesComeBackAsTheyWere();
    void saysWhyItIsReadOnly_data();
    void saysWhyItIsReadOnly();
    void showsTheBeginningOfALargeFile();
    void aFailedSaveLeavesTheFile();
};

void TstEditedFile::bytesComeBackAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("LF") << QByteArray("a\nb\n");
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n");
    QTest::newRow("CR") << QByteArray("a\rb\r");
    QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF" "a\nb\n");
    QTest::newRow("BOM and CRLF") << QByteArray("\xEF\xBB\xBF" "a\r\nb\r\n");
    QTest::newRow("no newline at the end") << QByteArray("a\nb");
    QTest::newRow("trailing blanks") << QByteArray("a  \nb\t\n");
    QTest::newRow("not ASCII") << QByteArray("-- ä € 🐦\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("only a BOM") << QByteArray("\xEF\xBB\xBF");
}

void TstEditedFile::bytesComeBackAsTheyWere()
{
    QFETCH(const QByteArray, bytes);
    const EditedFile file = EditedFile::fromBytes(bytes);
    QCOMPARE(file.readOnly, ReadOnlyReason::None);
    QVERIFY(!file.text.contains(u'\r'));
    QCOMPARE(file.format.encode(file.text), bytes);
}

void TstEditedFile::saysWhyItIsReadOnly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ReadOnlyReason>("reason");
    QTest::newRow("mixed LF and CRLF") << QByteArray("a\r\nb\nc\r\n") << ReadOnlyReason::MixedLineEnds;
    QTest::newRow("mixed CR and LF") << QByteArray("a\rb\n") << ReadOnlyReason::MixedLineEnds;
    QTest::newRow("Latin-1") << QByteArray("-- gr\xFC\xDF" "e\n") << ReadOnlyReason::InvalidUtf8;
    QTest::newRow("cut in the middle of a character") << QByteArray("-- \xE2\x82") << ReadOnlyReason::InvalidUtf8;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE" "a\0", 4) << ReadOnlyReason::InvalidUtf8;
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4) << ReadOnlyReason::NullByte;
}

void TstEditedFile::saysWhyItIsReadOnly()
{
    QFETCH(const QByteArray, bytes);
    QTEST(EditedFile::fromBytes(bytes).readOnly, "reason");
}

void TstEditedFile::showsTheBeginningOfALargeFile()
{
    const QByteArray line = "INSERT INTO t VALUES (1);\n";
    const EditedFile file = EditedFile::fromBytes(line.repeated(50 * 1024 * 1024 / line.size()));
    QCOMPARE(file.readOnly, ReadOnlyReason::TooLarge);
    QCOMPARE_LE(file.text.size(), EditedFile::shownOfLarge);
    QVERIFY(file.text.endsWith(u'\n'));
}

void TstEditedFile::aFailedSaveLeavesTheFile()
{
    const Result<QByteArray> written = EditedFile::write(u"/nowhere/at/all.sql"_s, "x");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Io);
    QVERIFY(written.error().message.contains(u"/nowhere/at/all.sql"));
    QVERIFY(!written.error().detail.isEmpty());
}

WHIMBREL_TEST(TstEditedFile)
#include "tst_editedfile.moc"
