// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/secretstore.h"

#include <QMap>

namespace Whimbrel::Test {

/// A keychain in memory that counts how often it was asked.
class FakeSecretStore final : public SecretStore
{
public:
    QString password(const ConnectionSettings &settings) override
    {
        ++asked;
        return passwords.value(settings.displayUrl());
    }

    Result<> storePassword(const ConnectionSettings &settings, const QString &password) override
    {
        passwords.insert(settings.displayUrl(), password);
        return {};
    }

    Result<> forgetPassword(const ConnectionSettings &settings) override
    {
        passwords.remove(settings.displayUrl());
        return {};
    }

    QMap<QString, QString> passwords; ///< by displayUrl()
    int asked = 0;
};

} // namespace Whimbrel::Test
