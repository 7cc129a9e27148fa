// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

#include <functional>

class QMessageBox;
class QWidget;

namespace Whimbrel {

class LockMonitor;

enum class LockAction { CancelStatement, TerminateSession };

/// Asks before it is done, with the session's present facts and the consequence. Doing nothing is the default. Shown
/// with open(); deletes itself; `accepted` when the person wants it.
QMessageBox *lockConfirmation(LockAction action, const LockSession &session, QWidget *parent);

/// False: the session was gone. Errors as LockSampler::cancel().
using LockAnswer = std::function<void(const LockSession &session, const Result<bool> &sent)>;
/// Looks at the session as it is now, asks, and does it. `done` is called on the GUI thread, while `parent` lives, unless the person
/// leaves the session alone.
void confirmAndSend(LockMonitor &monitor, LockAction action, const LockSession &known, QWidget *parent, const LockAnswer &done);
/// What became of it, in a sentence.
QString sentText(LockAction action, const LockSession &session, bool sent);

} // namespace Whimbrel
