// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Whimbrel {

/// Opens a dialog with name, version, licence and the libraries the program stands on.
void showAbout(QWidget *parent);

} // namespace Whimbrel
