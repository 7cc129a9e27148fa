// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"

#include <functional>

namespace Whimbrel {

/// Where passwords come from, in this order: the URL, the environment (PGPASSWORD, MYSQL_PWD), the database's own file
/// (left to libpq), the desktop's keychain. Core never asks a keychain: app and ui resolve first and hand over settings
/// that are complete. A seam, with a fake in tests/support.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// The password for `settings` from the keychain; empty if there is none. Waits two seconds at most.
    virtual QString password(const ConnectionSettings &settings) = 0;
    virtual Result<> storePassword(const ConnectionSettings &settings, const QString &password) = 0;
    /// Succeeds where there is none.
    virtual Result<> forgetPassword(const ConnectionSettings &settings) = 0;
};

/// Under which service and key the desktop's keychain holds the password for `settings`: who logs in where, whatever else they
/// say; where the address is another than the host's, that too. The same for the window and the command line, so that one saved password serves both.
inline constexpr QLatin1StringView keychainService("app.whimbrel.Whimbrel");
QString keychainKey(const ConnectionSettings &settings);

/// True if a password is still needed after URL, environment and the database's own files were looked at.
bool needsKeychain(const ConnectionSettings &settings);
/// The settings with a password from the environment or, where needsKeychain(), from `store` (may be null).
ConnectionSettings withPassword(ConnectionSettings settings, SecretStore *store);

} // namespace Whimbrel
