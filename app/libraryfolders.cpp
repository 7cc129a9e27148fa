// SPDX-License-Identifier: GPL-3.0-or-later
#include "libraryfolders.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Whimbrel {

QStringList libraryFolders(const QString &programFolder)
{
    return {QDir::cleanPath(programFolder + QStringLiteral("/" WHIMBREL_LIBRARY_FOLDER)),
            QDir::cleanPath(programFolder + u"/../lib"_s)};
}

} // namespace Whimbrel
