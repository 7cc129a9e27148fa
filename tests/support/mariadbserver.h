// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "databaseserver.h"

#include <csignal>

namespace Whimbrel::Test {

/// A MariaDB server of the test's own. The superuser is "root", without a password.
class MariaDbServer : public DatabaseServer
{
public:
    MariaDbServer()
        : DatabaseServer(SIGKILL)
    {
    }
    static MariaDbServer &shared() { return sharedServer<MariaDbServer>(); }

    ConnectionSettings settings(const QString &database) const override;
    using DatabaseServer::settings;

protected:
    QString name() const override { return QStringLiteral("MariaDB"); }
    QString program() const override;
    QStringList arguments() const override;
    bool makeData(const QString &path) override;
    bool isReady() const override;
    QString maintenanceDatabase() const override;

private:
    QStringList networkArguments() const;
};

} // namespace Whimbrel::Test
