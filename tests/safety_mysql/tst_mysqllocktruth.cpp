// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "onlineddl.h"
#include "safety/impactof.h"
#include "safety/reader.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The impact's claims about each form of ALTER TABLE against a real MariaDB: algorithm, lock, rewrite, refusal.
class TstMySqlLockTruth : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void isTrue_data();
    void isTrue();
};

void TstMySqlLockTruth::isTrue_data()
{
    QTest::addColumn<QString>("path");

    QTest::newRow("measured") << u"safety/locktruth-mariadb.sql"_s;
    QTest::newRow("unseen") << u"safety/unseen-mariadb.sql"_s;
}

void TstMySqlLockTruth::isTrue()
{
    Test::MariaDbServer &server = Test::MariaDbServer::shared();
    REQUIRE_SERVER(server);
    QFETCH(QString, path);
    auto session = Session::open(server.settings(), SessionRole::Run);
    QVERIFY2(session, session ? "" : qPrintable(session.error().toString()));

    const Test::StatementForms forms = Test::readStatementForms(path, Dialect::MariaDb);
    Catalog setup(Dialect::MariaDb, Catalog::Origin::Connected, (*session)->serverVersion());
    for (const Statement &statement : forms.setup) {
        for (const Operation &operation : readStatement(statement, Dialect::MariaDb).operations)
            setup.apply(operation);
    }
    setup.beginMigration();
    Test::OnlineDdlProbe probe(**session, forms);
    QStringList wrong;
    int exact[2] = {};
    for (const Test::StatementForm &form : forms.forms) {
        Catalog replayed = setup;
        for (const Statement &statement : form.before) {
            for (const Operation &operation : readStatement(statement, Dialect::MariaDb).operations)
                replayed.apply(operation);
        }
        const StatementReading reading = readStatement(form.statement, Dialect::MariaDb);
        const Catalog known[] = {replayed, probe.catalog(form)};
        for (const int which : {0, 1}) {
            const StatementImpact impact = impactOf(reading, known[which]);
            QVERIFY2(impact.known && !impact.relations.isEmpty(), qPrintable(form.name));
            const QStringList contradictions = probe.contradictions(form, reading.operations.constFirst().relation, impact);
            if (!contradictions.isEmpty())
                wrong << (which == 0 ? u"schema replayed: "_s : u"schema read: "_s) + form.name + u": "_s + contradictions.join(u"; "_s);
            exact[which] += impact.fails != Answer::Depends && impact.relations.constFirst().rewrite != Answer::Depends;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    qInfo("%lld forms: %d exact with the schema replayed, %d with the schema read from the server, none wrong",
          qlonglong(forms.forms.size()), exact[0], exact[1]);
}

WHIMBREL_TEST(TstMySqlLockTruth)
#include "tst_mysqllocktruth.moc"
