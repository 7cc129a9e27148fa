// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/network.h"

#include <QFile>
#include <QFileInfo>
#include <QLibrary>

#include <dlfcn.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Where this library itself was loaded from: the other lies beside it.
QString ownFolder()
{
    Dl_info info = {};
    dladdr(reinterpret_cast<const void *>(&network), &info);
    return QFileInfo(QFile::decodeName(info.dli_fname)).absolutePath();
}

struct Loaded
{
    const Network *network = nullptr;
    QString error;
};

Loaded load()
{
    using Entry = const Network *(*)();
    QLibrary library(ownFolder() + u"/libwhimbrel_network"_s);
    if (const auto entry = reinterpret_cast<Entry>(library.resolve("whimbrelNetwork")))
        return {entry(), {}};
    return {nullptr, library.errorString()};
}

} // namespace

const Network *network(QString *error)
{
    static const Loaded loaded = load();
    if (error)
        *error = loaded.error;
    return loaded.network;
}

} // namespace Whimbrel
