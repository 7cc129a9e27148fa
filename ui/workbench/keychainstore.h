// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/secretstore.h"

#include <QHash>
#include <QMutex>

namespace Whimbrel {

/// The desktop's keychain (QtKeychain). QtKeychain works on the GUI thread and never waits; the functions here
/// wait for it, two seconds at most, and must therefore be called on a pool thread. A password given here is also kept
/// in memory, so that it serves until the program ends where there is no keychain.
class KeychainStore final : public SecretStore
{
public:
    QString password(const ConnectionSettings &settings) override;
    Result<> storePassword(const ConnectionSettings &settings, const QString &password) override;
    Result<> forgetPassword(const ConnectionSettings &settings) override;

private:
    QMutex m_mutex;
    QHash<QString, QString> m_given; ///< by who logs in where
};

} // namespace Whimbrel
