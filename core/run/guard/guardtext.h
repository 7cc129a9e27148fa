// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/monitor/guardmonitor.h"

namespace Whimbrel {

/// The sentences of a guarded run, translated.

/// "process 4711 (shop-api, user shop)".
QString sessionName(const BackendId &backend, const QString &application, const QString &user);
/// "process 4711 (shop-api, user shop), idle in transaction for 3 min, holds ACCESS SHARE on users; last statement:
/// SELECT …".
QString holderText(const LockHolder &holder);
/// All of them, one behind the other; `most` at most, and how many more there are.
QString holdersText(const QList<LockHolder> &holders, qsizetype most = 5);
/// "users (ACCESS EXCLUSIVE), orders (SHARE)".
QString needsText(const QList<LockNeed> &needs);
/// Who waited because of the run, and for how long.
QString victimsText(const WatchReport &report, std::chrono::milliseconds budget);
/// What to do about those who are in the way.
QString wayToClear(const QList<LockHolder> &holders);

/// Nobody got out of the way in time. The transaction of the step, if any, is not open any more.
Error noWayError(const QList<LockNeed> &needs, const QList<LockHolder> &holders, std::chrono::milliseconds tried,
                 int attempts);
/// The same where the server tells nobody who holds a table.
Error noWayUnseenError(const QList<LockNeed> &needs, std::chrono::milliseconds tried, int attempts);
/// The same where there is no monitor session.
Error noWayBlindError(const QList<LockNeed> &needs, std::chrono::milliseconds tried, int attempts);
/// What an administrator says to MariaDB, so that it tells.
inline const QString metadataLockPlugin = QStringLiteral("INSTALL SONAME 'metadata_lock_info';");
/// A statement that waited for somebody was cancelled, because others waited behind it.
Error queuedTooLongError(const WatchReport &report, std::chrono::milliseconds budget);
/// The statement was cancelled because others had waited for as long as they may.
Error overBudgetError(const WatchReport &report, std::chrono::milliseconds budget);
/// The server would do it another way than was asked for: it would copy the table, or keep writers out.
Error refusedAlgorithmError(const Error &error, const QString &asked);
/// The run lock is gone while the run waits or works.
Error lostLockError();
/// A vacuum that does not yield.
Error wraparoundError(const LockHolder &vacuum);

} // namespace Whimbrel
