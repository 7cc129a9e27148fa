// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Whimbrel {

class MainWindow;

/// For packaging/run without a display: saves a picture of the window and quits; with 0 if the picture was written.
/// Where a project is about to be opened, once its timeline is shown, or the project could not be opened.
void takePictureAndQuit(MainWindow &window, const QString &path, bool opensProject);

} // namespace Whimbrel
