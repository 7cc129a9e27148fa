// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "databaseserver.h"

#include <csignal>

namespace Whimbrel::Test {

/// A PostgreSQL server of the test's own. The superuser is "postgres", without a password; the role "whimbrel_password",
/// which a test may create, has to give one.
class PostgresServer final : public DatabaseServer
{
public:
    PostgresServer()
        : DatabaseServer(SIGQUIT) // an immediate shutdown; a killed postmaster would leave shared memory behind
    {
    }
    static PostgresServer &shared() { return sharedServer<PostgresServer>(); }

    ConnectionSettings settings(const QString &database) const override;
    using DatabaseServer::settings;

protected:
    QString name() const override { return QStringLiteral("PostgreSQL"); }
    QString program() const override;
    QStringList arguments() const override;
    bool makeData(const QString &path) override;
    bool isReady() const override;
    QString maintenanceDatabase() const override;
    QByteArray account() const override { return "postgres"; }
};

} // namespace Whimbrel::Test
