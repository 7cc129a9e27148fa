// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel::Test;

/// The statement forms behind the lock tables, measured and compared with what is said of them.
class TstLockTruth : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormIsSaidRightly();
};

void TstLockTruth::everyFormIsSaidRightly()
{
    REQUIRE_SERVER(PostgresServer::shared());
    ImpactSuite suite(u"safety/locktruth-postgresql.sql"_s);
    suite.run(qEnvironmentVariable("WHIMBREL_FORM"));
    for (const Knowledge knowledge : {Knowledge::Connected, Knowledge::Nothing}) {
        const auto &count = suite.count(knowledge);
        QTextStream(stdout) << (knowledge == Knowledge::Connected ? u"with the schema: "_s : u"with nothing known: "_s) << count.summary() << '\n'
                            << count.wrong.join(u'\n') << '\n';
    }
    QCOMPARE(suite.count(Knowledge::Connected).wrong, QStringList());
    QCOMPARE(suite.count(Knowledge::Nothing).wrong, QStringList());
}

WHIMBREL_TEST(TstLockTruth)
#include "tst_locktruth.moc"
