// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "onlineddl.h"
#include "safety/reader.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstMySqlLockTruth : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void truth_data();
    void truth();
};

void TstMySqlLockTruth::truth_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("locktruth") << u"safety/locktruth-mariadb.sql"_s;
    QTest::newRow("unseen") << u"safety/unseen-mariadb.sql"_s;
}

void TstMySqlLockTruth::truth()
{
    Test::MariaDbServer &server = Test::MariaDbServer::shared();
    REQUIRE_SERVER(server);
    QFETCH(QString, path);
    auto session = Session::open(server.settings(), SessionRole::Run);
    QVERIFY2(session, session ? "" : qPrintable(session.error().toString()));
    const Test::StatementForms forms = Test::readStatementForms(path, Dialect::MariaDb);
    Test::OnlineDdlProbe probe(**session, forms);
    for (const Test::StatementForm &form : forms.forms) {
        const Operation operation = readStatement(form.statement, Dialect::MariaDb).operations.constFirst();
        const Test::OnlineDdl truth = probe.probe(form, operation.relation);
        fprintf(stderr, "%-60s %-8s %-9s %s %s\n", qPrintable(form.name), qPrintable(truth.algorithm), qPrintable(truth.lock), truth.rewritten ? "REWRITTEN" : "-", qPrintable(truth.error.left(110)));
    }
}

WHIMBREL_TEST(TstMySqlLockTruth)
#include "tst_mysqllocktruth.moc"
