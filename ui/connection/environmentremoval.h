// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace Whimbrel {

class Workbench;

/// Asks, and then removes a personal environment and the password that is kept for it, unless another environment of
/// the project logs in with it.
void askToRemoveEnvironment(Workbench &workbench, const QString &name, QWidget *parent);

} // namespace Whimbrel
