// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

class QMessageBox;
class QWidget;

namespace Whimbrel {

enum class LockAction { CancelStatement, TerminateSession };

/// Asks before it is done, with the session's present facts and the consequence. Doing nothing is the default. Shown
/// with open(); deletes itself; `accepted` when the person wants it.
QMessageBox *lockConfirmation(LockAction action, const LockSession &session, QWidget *parent);

} // namespace Whimbrel
