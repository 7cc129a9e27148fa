// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel::Test;

/// Forms written before the lock tables were consulted, whole migrations among them: what the tables forgot shows here.
class TstUnseenForms : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormIsSaidRightly();
};

void TstUnseenForms::everyFormIsSaidRightly()
{
    REQUIRE_SERVER(PostgresServer::shared());
    ImpactSuite suite(u"safety/unseen-postgresql.sql"_s);
    suite.run(qEnvironmentVariable("WHIMBREL_FORM"));
    suite.verify();
}

WHIMBREL_TEST(TstUnseenForms)
#include "tst_unseenforms.moc"
