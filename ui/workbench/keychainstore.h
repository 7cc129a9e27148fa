// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/secretstore.h"

namespace Whimbrel {

/// The desktop's keychain (QtKeychain). QtKeychain works on the GUI thread and never waits; password() and storePassword()
/// wait for it, two seconds at most, and must therefore be called on a pool thread.
class KeychainStore final : public SecretStore
{
public:
    QString password(const ConnectionSettings &settings) override;
    Result<> storePassword(const ConnectionSettings &settings, const QString &password) override;
};

} // namespace Whimbrel
