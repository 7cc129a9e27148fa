// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/reader.h"
#include "sql/splitter.h"
#include "test.h"

#include <sqlite3.h>

#include <QDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The reader against the library: what it accepts is read, and what is read is no syntax error to it.
class TstSqliteCorpus : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheLibrary_data();
    void agreesWithTheLibrary();
};

namespace {

QString contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    return QString::fromUtf8(file.readAll());
}

/// Forms that the reader knows and this version of the library need not.
bool isNewerOrForeign(const StatementReading &reading)
{
    using enum OperationKind;
    if (reading.operations.size() > 1)
        return true; // several actions of ALTER TABLE
    return QList{ModifyColumn, SetNotNull, DropNotNull, AddConstraint, DropConstraint, AlterColumnType, SetDefault, DropDefault}.contains(
        reading.operations.constFirst().kind);
}

} // namespace

void TstSqliteCorpus::agreesWithTheLibrary_data()
{
    QTest::addColumn<QString>("path");

    for (const QString &name : {u"corpus-sqlite"_s, u"unseen-sqlite"_s, u"locktruth-sqlite"_s})
        QTest::newRow(qPrintable(name)) << Test::fixture(u"safety/"_s + name + u".sql"_s);
    const QDir scripts(Test::fixture(u"scripts/sqlite"_s));
    for (const QString &name : scripts.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << scripts.filePath(name);
}

void TstSqliteCorpus::agreesWithTheLibrary()
{
    QFETCH(QString, path);
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &database), SQLITE_OK);
    const auto closing = qScopeGuard([database] { sqlite3_close(database); });

    int accepted = 0;
    QStringList disagreements;
    const SplitScript script = splitScript(contents(path), Dialect::SQLite);
    for (const Statement &statement : script.statements) {
        if (statement.kind == StatementKind::ClientCommand)
            continue;
        const StatementReading reading = readStatement(statement, Dialect::SQLite);
        QVERIFY(!reading.operations.isEmpty());
        const bool isRead = reading.operations.constFirst().kind != OperationKind::Unknown;
        const int result = sqlite3_exec(database, statement.text.toUtf8().constData(), nullptr, nullptr, nullptr);
        const QString message = QString::fromUtf8(sqlite3_errmsg(database));
        const bool syntaxError = result == SQLITE_ERROR && (message.contains("syntax error"_L1) || message.contains("incomplete input"_L1));
        if (result == SQLITE_OK && !isRead)
            disagreements << u"accepted, not read: "_s + statement.text;
        else if (syntaxError && isRead && !isNewerOrForeign(reading))
            disagreements << u"read, a syntax error: "_s + statement.text + u"\n    "_s + message;
        accepted += result == SQLITE_OK;
    }
    QVERIFY2(disagreements.isEmpty(), qPrintable(u'\n' + disagreements.join(u'\n')));
    QVERIFY(accepted > 0);
    qInfo("%d of %lld statements accepted", accepted, qlonglong(script.statements.size()));
}

WHIMBREL_TEST(TstSqliteCorpus)
#include "tst_sqlitecorpus.moc"
