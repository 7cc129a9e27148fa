// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Whimbrel {

/// Loads the window's library from beside the program and runs it until the window is closed. Returns the exit code.
/// There must be no QCoreApplication: the window makes its own. `programFolder` is where the executable lies.
int runWindow(int &argc, char **argv, const QString &programFolder, const QString &projectFolder);

} // namespace Whimbrel
