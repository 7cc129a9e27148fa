// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/catalog/catalogreader.h"
#include "safety/impactof.h"
#include "safety/reader.h"
#include "statementforms.h"
#include "test.h"

#include <QTemporaryDir>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The impact's claims about each form against real database files: whether it is refused, and what another connection can
/// do between the statement and its COMMIT.
class TstSqliteLockTruth : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isTrue_data();
    void isTrue();
};

namespace {

class Connection
{
public:
    explicit Connection(const QString &path)
    {
        if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK)
            qFatal("cannot open %s", qPrintable(path));
    }
    ~Connection() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(Connection)

    QString run(const QString &sql) ///< empty, or the error
    {
        const int result = sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
        return result == SQLITE_OK ? QString() : QString::fromUtf8(sqlite3_errmsg(m_database));
    }

private:
    sqlite3 *m_database = nullptr;
};

ServerVersion libraryVersion()
{
    const int number = sqlite3_libversion_number();
    return {number / 1'000'000, number / 1000 % 1000, number % 1000};
}

/// The schema as the program reads it where it is connected.
Catalog catalogOf(const QString &file)
{
    ConnectionSettings settings;
    settings.database = file;
    const auto session = Session::open(settings, SessionRole::Browse);
    if (!session)
        qFatal("%s", qPrintable(session.error().toString()));
    Result<ReadCatalog> read = readCatalog(**session);
    if (!read)
        qFatal("%s", qPrintable(read.error().toString()));
    return std::move(read->catalog);
}

/// What is set for a connection is not read from its file.
void followSettings(Catalog &catalog, const Test::StatementForm &form)
{
    for (const Statement &statement : form.before) {
        for (const Operation &operation : readStatement(statement, Dialect::SQLite).operations) {
            if (operation.kind == OperationKind::SetSetting)
                catalog.apply(operation);
        }
    }
}

/// What is not true of the impact, when `connection` runs the statement.
QStringList contradictions(Connection &connection, const QString &file, const QString &sql, const StatementImpact &impact)
{
    QStringList wrong;
    const bool inTransaction = impact.transaction != TransactionRule::Forbidden;
    connection.run(u"BEGIN"_s);
    if (!inTransaction) {
        if (connection.run(sql).isEmpty())
            wrong << u"runs in a transaction"_s;
        connection.run(u"ROLLBACK"_s);
    }
    const QString error = connection.run(sql);
    if (!error.isEmpty() && impact.fails == Answer::No)
        wrong << u"fails: "_s + error;
    if (error.isEmpty() && impact.fails == Answer::Yes)
        wrong << u"does not fail"_s;
    if (!error.isEmpty() || !inTransaction)
        return wrong;
    Connection other(file);
    const bool reads = other.run(u"SELECT count(*) FROM sqlite_schema"_s).isEmpty();
    const bool writes = other.run(u"CREATE TABLE someone_elses (a)"_s).isEmpty();
    const LockReach reach = impact.reach();
    if (reads != (reach < LockReach::ReadsAndWrites))
        wrong << u"others read: %1"_s.arg(reads);
    if (writes != (reach < LockReach::Writes))
        wrong << u"others write: %1"_s.arg(writes);
    if (writes)
        return wrong;
    // While somebody reads, COMMIT has to wait for the file, but not for a log beside it.
    Connection reader(file);
    reader.run(u"BEGIN; SELECT count(*) FROM sqlite_schema"_s);
    const bool waits = !connection.run(u"COMMIT"_s).isEmpty();
    if (waits != (impact.relations.constFirst().briefly == "EXCLUSIVE"_L1))
        wrong << u"COMMIT waits for readers: %1"_s.arg(waits);
    return wrong;
}

} // namespace

void TstSqliteLockTruth::isTrue_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("journal");

    for (const QString &journal : {u"delete"_s, u"wal"_s}) {
        QTest::addRow("measured, %s", qPrintable(journal)) << u"safety/locktruth-sqlite.sql"_s << journal;
        QTest::addRow("unseen, %s", qPrintable(journal)) << u"safety/unseen-sqlite.sql"_s << journal;
        QTest::addRow("dependants, %s", qPrintable(journal)) << u"safety/dependants-sqlite.sql"_s << journal;
    }
}

void TstSqliteLockTruth::isTrue()
{
    QFETCH(QString, path);
    QFETCH(QString, journal);

    const Test::StatementForms forms = Test::readStatementForms(path, Dialect::SQLite);
    Catalog setup(Dialect::SQLite, Catalog::Origin::Connected, libraryVersion());
    for (const Statement &statement : forms.setup) {
        for (const Operation &operation : readStatement(statement, Dialect::SQLite).operations)
            setup.apply(operation);
    }
    setup.beginMigration();
    setup.setSetting(u"journal_mode"_s, journal);
    QTemporaryDir folder;
    QStringList wrong;
    int exact[2] = {};
    int files = 0;
    for (const Test::StatementForm &form : forms.forms) {
        for (const bool isRead : {false, true}) {
            const QString file = folder.filePath(QString::number(++files));
            Connection connection(file);
            connection.run(u"PRAGMA journal_mode = "_s + journal);
            for (const Statement &statement : forms.setup + form.before)
                QCOMPARE(connection.run(statement.text), QString());
            Catalog catalog = isRead ? catalogOf(file) : setup;
            if (isRead) {
                followSettings(catalog, form);
            } else {
                for (const Statement &statement : form.before) {
                    for (const Operation &operation : readStatement(statement, Dialect::SQLite).operations)
                        catalog.apply(operation);
                }
            }
            const StatementImpact impact = impactOf(readStatement(form.statement, Dialect::SQLite), catalog);
            for (const QString &what : contradictions(connection, file, form.statement.text, impact))
                wrong << (isRead ? u"schema read: "_s : u"schema replayed: "_s) + form.name + u": "_s + what;
            exact[isRead] += impact.fails != Answer::Depends;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    qInfo("%lld forms: %d exact with the schema replayed, %d with the schema read from the file, none wrong",
          qlonglong(forms.forms.size()), exact[0], exact[1]);
}

WHIMBREL_TEST(TstSqliteLockTruth)
#include "tst_sqlitelocktruth.moc"
