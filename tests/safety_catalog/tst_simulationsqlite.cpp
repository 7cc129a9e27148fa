// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSimulationSQLite : public Test::Simulation
{
    Q_OBJECT

private Q_SLOTS:
    void sameSchemaAsTheServer_data();
    void sameSchemaAsTheServer();
};

void TstSimulationSQLite::sameSchemaAsTheServer_data()
{
    QVERIFY(addScripts(u"safety/catalog-sqlite.sql"_s, Dialect::SQLite) >= 80);
}

void TstSimulationSQLite::sameSchemaAsTheServer()
{
    QFETCH(const QString, script);
    const QTemporaryDir folder;
    compare(*ConnectionSettings::fromUrl(u"sqlite:test.db"_s, QDir(folder.path())), script);
}

WHIMBREL_TEST(TstSimulationSQLite)
#include "tst_simulationsqlite.moc"
