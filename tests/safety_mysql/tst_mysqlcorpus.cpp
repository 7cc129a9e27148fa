// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "mariadbserver.h"
#include "safety/reader.h"
#include "sql/splitter.h"
#include "test.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The reader against a real server: what the server accepts is read, and what is read is no syntax error to the server.
class TstMySqlCorpus : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheServer_data();
    void agreesWithTheServer();
};

namespace {

QString contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    return QString::fromUtf8(file.readAll());
}

} // namespace

void TstMySqlCorpus::agreesWithTheServer_data()
{
    QTest::addColumn<QString>("path");

    for (const QString &name : {u"corpus-mariadb"_s, u"unseen-mariadb"_s, u"locktruth-mariadb"_s})
        QTest::newRow(qPrintable(name)) << Test::fixture(u"safety/"_s + name + u".sql"_s);
    const QDir scripts(Test::fixture(u"scripts/mariadb"_s));
    for (const QString &name : scripts.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << scripts.filePath(name);
}

void TstMySqlCorpus::agreesWithTheServer()
{
    Test::MariaDbServer &server = Test::MariaDbServer::shared();
    REQUIRE_SERVER(server);
    QFETCH(QString, path);
    auto session = Session::open(server.settings(), SessionRole::Run);
    QVERIFY2(session, session ? "" : qPrintable(session.error().toString()));

    const QString syntaxError = u"1064"_s;
    int accepted = 0;
    QStringList disagreements;
    const SplitScript script = splitScript(contents(path), Dialect::MariaDb);
    for (const Statement &statement : script.statements) {
        if (statement.kind == StatementKind::ClientCommand)
            continue;
        const StatementReading reading = readStatement(statement, Dialect::MariaDb);
        QVERIFY(!reading.operations.isEmpty());
        const bool isRead = reading.operations.constFirst().kind != OperationKind::Unknown;
        const auto outcome = (*session)->execute(statement);
        if (outcome && !isRead)
            disagreements << u"accepted, not read: "_s + statement.text;
        else if (!outcome && outcome.error().code == syntaxError && isRead)
            disagreements << u"read, a syntax error: "_s + statement.text + u"\n    "_s + outcome.error().message;
        accepted += outcome.has_value();
    }
    QVERIFY2(disagreements.isEmpty(), qPrintable(u'\n' + disagreements.join(u'\n')));
    QVERIFY(accepted > 0);
    qInfo("%d of %lld statements accepted", accepted, qlonglong(script.statements.size()));
}

WHIMBREL_TEST(TstMySqlCorpus)
#include "tst_mysqlcorpus.moc"
