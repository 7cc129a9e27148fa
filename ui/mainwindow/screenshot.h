// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace Whimbrel {

class MainWindow;

/// How long nothing may have happened before the picture is taken.
inline constexpr std::chrono::milliseconds pictureDelay(700);

/// For packaging/run without a display: saves a picture of the window and quits; with 0 if the picture was written.
/// Where a project is about to be opened, once its timeline is shown, or the project could not be opened.
void takePictureAndQuit(MainWindow &window, const QString &path, bool opensProject);

} // namespace Whimbrel
