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
    suite.verify();
}

WHIMBREL_TEST(TstLockTruth)
#include "tst_locktruth.moc"
