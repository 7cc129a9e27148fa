// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Runs the window until it is closed; the program's exit code. `folder` is a project to open or nullptr.
/// The one symbol that app/ looks up when it loads this library.
extern "C" int whimbrelRunWindow(int &argc, char **argv, const char *folder);
