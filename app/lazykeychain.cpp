// SPDX-License-Identifier: GPL-3.0-or-later
#include "lazykeychain.h"

#include "libraryfolders.h"

#include <QCoreApplication>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

SecretStore *loadKeychain()
{
    using Entry = SecretStore *(*)();
    for (const QString &folder : libraryFolders(QCoreApplication::applicationDirPath())) {
        QLibrary library(folder + u"/libwhimbrel_keychain"_s);
        if (const auto entry = reinterpret_cast<Entry>(library.resolve("whimbrelKeychain")))
            return entry();
    }
    return nullptr;
}

SecretStore *keychain()
{
    static SecretStore *const store = loadKeychain();
    return store;
}

} // namespace

QString LazyKeychain::password(const ConnectionSettings &settings)
{
    // Nobody answers without a session bus, and asking would take two seconds to find out.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return {};
    return keychain() ? keychain()->password(settings) : QString();
}

Result<> LazyKeychain::storePassword(const ConnectionSettings &settings, const QString &password)
{
    if (!keychain())
        return failure(ErrorKind::Io, QCoreApplication::translate("Whimbrel", "There is no keychain."));
    return keychain()->storePassword(settings, password);
}

Result<> LazyKeychain::forgetPassword(const ConnectionSettings &settings)
{
    return keychain() ? keychain()->forgetPassword(settings) : Result<>();
}

} // namespace Whimbrel
