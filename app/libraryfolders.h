// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Whimbrel {

/// Where the program's own libraries may lie: installed, and in a build tree.
QStringList libraryFolders(const QString &programFolder);

} // namespace Whimbrel
