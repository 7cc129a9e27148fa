// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "project/formats/dbmatehistory.h"
#include "project/formats/dbmateschemafile.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

// That the file is dbmate's byte for byte is shown by tests/interop.
class TstDbmateSchemaFile : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void tidiesDumpsAsDbmateDoes_data();
    void tidiesDumpsAsDbmateDoes();
    void writesNothingWhereThereIsNoFile();
    void leavesAnUnchangedFileAlone();
    void aFileThatCannotBeReadIsAWarning();
    void aMissingProgramIsAWarning();
    void canBeStopped();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const std::stop_token &stop = {}) const { return writeDbmateSchema(m_configuration, QDir(m_folder->path()), m_settings, stop); }
    void setFile(const QByteArray &content) const;
    QByteArray file() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ConnectionSettings m_settings;
    ProjectConfiguration m_configuration;
    QByteArray m_path;
};

void TstDbmateSchemaFile::initTestCase()
{
    m_path = qgetenv("PATH");
    cleanup();
}

// A project and a database for the next test.
void TstDbmateSchemaFile::cleanup()
{
    qputenv("PATH", m_path);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings.database = path(u"a.db"_s);
    m_configuration.historyTable = u"schema_migrations"_s;
    m_configuration.schemaFile = u"schema.sql"_s;
    const Result<std::unique_ptr<Session>> session = Session::open(m_settings, SessionRole::Run);
    QVERIFY(session);
    QVERIFY(dbmateHistory(m_configuration.historyTable, m_settings)->create(**session));
    QVERIFY(dbmateHistory(m_configuration.historyTable, m_settings)->recordApplied(**session, {.version = u"1"_s}));
}

void TstDbmateSchemaFile::setFile(const QByteArray &content) const
{
    QFile schema(path(u"schema.sql"_s));
    QVERIFY(schema.open(QIODevice::WriteOnly));
    schema.write(content);
}

QByteArray TstDbmateSchemaFile::file() const
{
    QFile schema(path(u"schema.sql"_s));
    return schema.open(QIODevice::ReadOnly) ? schema.readAll() : QByteArray("no file");
}

void TstDbmateSchemaFile::tidiesDumpsAsDbmateDoes_data()
{
    QTest::addColumn<QByteArray>("dump");
    QTest::addColumn<QByteArray>("tidied");
    QTest::newRow("head") << QByteArray("--\n-- dump\n\nSET x;\n\n-- y\n") << QByteArray("SET x;\n\n-- y\n");
    QTest::newRow("white space at line ends") << QByteArray("a \t\r\n b\xc2\xa0\n") << QByteArray("a\n b\n");
    QTest::newRow("no line end at the end") << QByteArray("a") << QByteArray("a\n");
    QTest::newRow("nothing but comments") << QByteArray("-- a\n\n") << QByteArray();
    QTest::newRow("one character") << QByteArray("-\na\n") << QByteArray("-\na\n");
}

void TstDbmateSchemaFile::tidiesDumpsAsDbmateDoes()
{
    QFETCH(QByteArray, dump);
    QTEST(tidiedDump(dump), "tidied");
}

void TstDbmateSchemaFile::writesNothingWhereThereIsNoFile()
{
    QCOMPARE(write(), QString());
    QCOMPARE(file(), QByteArray("no file"));
    setFile("old\n");
    m_configuration.schemaFile.clear(); // DBMATE_NO_DUMP_SCHEMA
    QCOMPARE(write(), QString());
    QCOMPARE(file(), QByteArray("old\n"));
}

void TstDbmateSchemaFile::leavesAnUnchangedFileAlone()
{
    setFile("old\n");
    QCOMPARE(write(), QString());
    QVERIFY(file().contains("INSERT INTO \"schema_migrations\" (version) VALUES\n  ('1');\n"));
    const QDateTime longAgo(QDate(2001, 1, 1), QTime(0, 0), QTimeZone::UTC);
    QFile schema(path(u"schema.sql"_s));
    QVERIFY(schema.open(QIODevice::ReadWrite));
    QVERIFY(schema.setFileTime(longAgo, QFileDevice::FileModificationTime));
    schema.close();
    QCOMPARE(write(), QString());
    QCOMPARE(QFileInfo(path(u"schema.sql"_s)).lastModified().toUTC(), longAgo);
}

void TstDbmateSchemaFile::aFileThatCannotBeReadIsAWarning()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"schema.sql"_s)); // even root cannot read a folder as a file
    QVERIFY2(write().startsWith(u"schema.sql was not rewritten and shows the schema before this run"_s), qPrintable(write()));
}

void TstDbmateSchemaFile::aMissingProgramIsAWarning()
{
    setFile("old\n");
    qputenv("PATH", "/nowhere");
    QCOMPARE(write(), u"schema.sql was not rewritten and shows the schema before this run; “dbmate dump” writes it anew. The program sqlite3 is not installed."_s);
    QCOMPARE(file(), QByteArray("old\n"));
}

void TstDbmateSchemaFile::canBeStopped()
{
    // A dump program that takes its time.
    QFile slow(path(u"sqlite3"_s));
    QVERIFY(slow.open(QIODevice::WriteOnly));
    slow.write("#!/bin/sh\nexec sleep 60\n");
    slow.close();
    slow.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("PATH", QFile::encodeName(m_folder->path()) + ':' + m_path);
    setFile("old\n");
    std::stop_source source;
    source.request_stop();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(write(source.get_token()), u"schema.sql was not rewritten and shows the schema before this run; “dbmate dump” writes it anew. The dump was stopped."_s);
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(file(), QByteArray("old\n"));
}

WHIMBREL_TEST(TstDbmateSchemaFile)
#include "tst_dbmateschemafile.moc"
