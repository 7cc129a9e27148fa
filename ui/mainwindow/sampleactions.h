// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Whimbrel {

class MainWindow;

/// Opens the sample project, made where it is not there yet.
void openTheSample(MainWindow &window);
/// Asks, then makes the sample anew and opens it.
void askToResetSample(MainWindow &window);

} // namespace Whimbrel
