// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/secretstore.h"

namespace Whimbrel {

/// The desktop's keychain, whose library is loaded by the first question. Without it there is no password.
class LazyKeychain final : public SecretStore
{
public:
    QString password(const ConnectionSettings &settings) override;
    Result<> storePassword(const ConnectionSettings &settings, const QString &password) override;
    Result<> forgetPassword(const ConnectionSettings &settings) override;
};

} // namespace Whimbrel
