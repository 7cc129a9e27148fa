// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/textfile.h"
#include "test.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstTextFile : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsAll_data();
    void readsAll();
    void takesOffTheMark();
    void readsWhatIsBuiltIn();
    void readsAFileThatTellsNoSize();
    void refusesLinks();
    void saysWhatItIs();

private:
    QString write(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(u"a.sql"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
};

/// Around the size of what is read at once.
void TstTextFile::readsAll_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 16'383, 16'384, 16'385, 100'000, 5'000'000})
        QTest::addRow("%d", size) << size;
}

void TstTextFile::readsAll()
{
    QFETCH(int, size);
    QByteArray bytes;
    bytes.reserve(size + 10);
    while (bytes.size() < size)
        bytes += QByteArray::number(bytes.size()) + '\n';
    bytes.truncate(size);
    const Result<TextFile> file = readTextFile(write(bytes), u"a.sql"_s);
    QVERIFY(file);
    QCOMPARE(file->bytes, bytes);
    QCOMPARE(file->text, QString::fromLatin1(bytes));
}

void TstTextFile::takesOffTheMark()
{
    const Result<TextFile> file = readTextFile(write("\xef\xbb\xbf" "SELECT 'ä';"), u"a.sql"_s);
    QVERIFY(file);
    QVERIFY(file->hasByteOrderMark);
    QCOMPARE(file->text, u"SELECT 'ä';"_s);
}

void TstTextFile::readsWhatIsBuiltIn()
{
    const QFileInfoList recipes = QDir(u":/whimbrel/recipes/postgresql"_s).entryInfoList(QDir::Files);
    QVERIFY(!recipes.isEmpty());
    const Result<TextFile> file = readTextFile(recipes.first().filePath(), recipes.first().fileName());
    QVERIFY(file);
    QVERIFY(!file->text.isEmpty());
    QVERIFY(!readTextFile(u":/whimbrel/recipes/none"_s, u"none"_s));
}

void TstTextFile::readsAFileThatTellsNoSize()
{
    const Result<TextFile> file = readTextFile(u"/proc/self/limits"_s, u"limits"_s);
    QVERIFY(file);
    QVERIFY(file->text.contains(u"Max open files"_s));
}

void TstTextFile::refusesLinks()
{
    const QString file = write("SELECT 1;");
    const QString link = m_folder.filePath(u"link.sql"_s);
    QVERIFY(QFile::link(file, link));
    QVERIFY(readTextFile(link, u"link.sql"_s));
    QVERIFY(readTextFile(file, u"a.sql"_s, Links::Refuse));
    const Result<TextFile> refused = readTextFile(link, u"link.sql"_s, Links::Refuse);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"LINK"_s);
}

void TstTextFile::saysWhatItIs()
{
    const auto message = [](const Result<TextFile> &file) { return file ? QString() : file.error().message; };
    QCOMPARE(message(readTextFile(m_folder.path(), u"a"_s)), u"This is a folder, not a file."_s);
    QCOMPARE(message(readTextFile(m_folder.filePath(u"none"_s), u"none"_s)), u"The file cannot be read: No such file or directory."_s);
    QVERIFY(message(readTextFile(write(QByteArray("a\0b", 3)), u"a.sql"_s)).contains(u"NUL byte at offset 1"_s));
    QVERIFY(message(readTextFile(write("ab\xe4"), u"a.sql"_s)).contains(u"byte 0xe4 at offset 2"_s));
}

WHIMBREL_TEST(TstTextFile)
#include "tst_textfile.moc"
