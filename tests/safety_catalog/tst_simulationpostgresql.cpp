// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"
#include "simulation.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSimulationPostgreSql : public Test::Simulation
{
    Q_OBJECT

private Q_SLOTS:
    void sameSchemaAsTheServer_data();
    void sameSchemaAsTheServer();
};

void TstSimulationPostgreSql::sameSchemaAsTheServer_data()
{
    QVERIFY(addScripts(u"safety/catalog-postgresql.sql"_s, Dialect::PostgreSql) >= 80);
}

void TstSimulationPostgreSql::sameSchemaAsTheServer()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    QFETCH(const QString, script);
    compare(server.settings(), script);
}

WHIMBREL_TEST(TstSimulationPostgreSql)
#include "tst_simulationpostgresql.moc"
