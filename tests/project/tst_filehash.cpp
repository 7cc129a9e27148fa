// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"
#include "test.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstFileHash : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lineEndsDoNotMatter_data();
    void lineEndsDoNotMatter();
    void blocksJoinWithoutASeam();
    void aMissingFileIsAnError();
};

void TstFileHash::lineEndsDoNotMatter_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("normal");
    QTest::newRow("LF") << QByteArray("a\nb\n") << QByteArray("a\nb\n");
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << QByteArray("a\nb\n");
    QTest::newRow("CR") << QByteArray("a\rb\r") << QByteArray("a\nb\n");
    QTest::newRow("CR CR LF") << QByteArray("a\r\r\nb") << QByteArray("a\n\nb");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("byte order mark counts") << QByteArray("\xef\xbb\xbf" "a") << QByteArray("\xef\xbb\xbf" "a");
}

void TstFileHash::lineEndsDoNotMatter()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, normal);
    QCOMPARE(MigrationProject::hashContent(content), QString::fromLatin1(QCryptographicHash::hash(normal, QCryptographicHash::Sha256).toHex()));
}

void TstFileHash::blocksJoinWithoutASeam()
{
    // Line ends on, before and after the edge of every block, whatever its size up to 64 kB.
    const QTemporaryDir folder;
    for (const int before : {65533, 65534, 65535, 65536}) {
        const QByteArray content = QByteArray(before, 'x') + "\r\n\n\r\r\n" + QByteArray(65536, '\r') + "\ny";
        QFile file(folder.filePath(u"a.sql"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Result<QString> hash = MigrationProject::hashFile(file.fileName());
        QVERIFY(hash);
        QCOMPARE(*hash, MigrationProject::hashContent(content));
    }
}

void TstFileHash::aMissingFileIsAnError()
{
    const Result<QString> hash = MigrationProject::hashFile(u"/nowhere/a.sql"_s);
    QVERIFY(!hash);
    QCOMPARE(hash.error().kind, ErrorKind::Io);
    QCOMPARE(hash.error().toString(), u"/nowhere/a.sql cannot be read: No such file or directory.\nMake it readable for you, or restore it."_s);
}

WHIMBREL_TEST(TstFileHash)
#include "tst_filehash.moc"
