// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "simulation.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSimulationMariaDb : public Test::Simulation
{
    Q_OBJECT

private Q_SLOTS:
    void sameSchemaAsTheServer_data();
    void sameSchemaAsTheServer();
};

void TstSimulationMariaDb::sameSchemaAsTheServer_data()
{
    QVERIFY(addScripts(u"safety/catalog-mariadb.sql"_s, Dialect::MariaDb) >= 80);
}

void TstSimulationMariaDb::sameSchemaAsTheServer()
{
    Test::MariaDbServer &server = Test::MariaDbServer::shared();
    REQUIRE_SERVER(server);
    QFETCH(const QString, script);
    compare(server.settings(), script);
}

WHIMBREL_TEST(TstSimulationMariaDb)
#include "tst_simulationmariadb.moc"
