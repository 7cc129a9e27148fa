// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/guardtext.h"

#include "report/locksreport.h"
#include "run/stepchecks.h"
#include "safety/impacttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, n);
}

QString modeName(const QString &mode)
{
    return lockModeName(mode, lockReach(mode));
}

QString sessionText(const LockHolder &holder)
{
    const QString person = sessionName(holder.backend, holder.application, holder.user);
    const QString age = holder.age.count() >= 0 ? durationText(holder.age) : QString();
    const QString mode = modeName(holder.mode);
    const QString relation = holder.relation.toString();
    if (!holder.granted)
        return tr("%1 waits for %2 on %3").arg(person, mode, relation);
    if (age.isEmpty())
        return tr("%1 holds %2 on %3").arg(person, mode, relation);
    if (holder.state.isEmpty())
        return tr("%1, in a transaction for %2 at least, holds %3 on %4").arg(person, age, mode, relation);
    return tr("%1, %2, in a transaction for %3, holds %4 on %5").arg(person, holder.state, age, mode, relation);
}

QString notGrantedText(const QList<LockNeed> &needs, milliseconds tried, int attempts)
{
    return tr("The locks on %1 were not granted within %2, in %n attempt(s).", nullptr, attempts).arg(needsText(needs), durationText(tried));
}

Error errorOf(ErrorKind kind, const QString &message, const QString &detail, const QString &hint)
{
    return {.kind = kind, .message = message, .detail = detail, .hint = hint, .code = {}, .position = {}};
}

} // namespace

QString sessionName(const BackendId &backend, const QString &application, const QString &user)
{
    QStringList names;
    if (!application.isEmpty())
        names << application;
    if (!user.isEmpty())
        names << tr("user %1").arg(user);
    const QString process = tr("process %1").arg(backend.pid);
    return names.isEmpty() ? process : u"%1 (%2)"_s.arg(process, names.join(u", "_s));
}

QString holderText(const LockHolder &holder)
{
    const QString relation = holder.relation.toString();
    switch (holder.kind) {
    case LockHolder::Kind::Prepared:
        return tr("the prepared transaction “%1” holds %2 on %3")
            .arg(holder.backend.backendStart, modeName(holder.mode), relation);
    case LockHolder::Kind::WraparoundVacuum:
        return tr("process %1, a vacuum of %2 that prevents wraparound and does not yield")
            .arg(QString::number(holder.backend.pid), relation);
    case LockHolder::Kind::Autovacuum:
        return tr("process %1, an autovacuum of %2").arg(QString::number(holder.backend.pid), relation);
    case LockHolder::Kind::Session:
        break;
    }
    const QString session = sessionText(holder);
    if (holder.query.isEmpty())
        return session;
    const bool isLast = holder.state.startsWith("idle"_L1) || holder.state.startsWith("Sleep"_L1);
    return (isLast ? tr("%1; its last statement: %2") : tr("%1; it runs: %2"))
        .arg(session, shortSql(holder.query, 100));
}

QString holdersText(const QList<LockHolder> &holders, qsizetype most)
{
    QStringList texts;
    for (const LockHolder &holder : holders.first(std::min(most, holders.size())))
        texts << holderText(holder);
    if (holders.size() > most)
        texts << tr("and %n more", nullptr, static_cast<int>(holders.size() - most));
    return texts.join(u"; "_s);
}

QString needsText(const QList<LockNeed> &needs)
{
    QStringList texts;
    for (const LockNeed &need : needs)
        texts << u"%1 (%2)"_s.arg(need.relation.toString(), modeName(need.atMost));
    return texts.join(u", "_s);
}

QString victimsText(const WatchReport &report, milliseconds budget)
{
    const QString longest = tr("%1 ms").arg(report.longest.count());
    const QString person = sessionName(report.worst.backend, report.worst.application, report.worst.user);
    return tr("%n session(s) waited because of this run, the longest for %1 (%2) of %3 that they may.", nullptr,
              report.victims)
        .arg(longest, person, tr("%1 ms").arg(budget.count()));
}

QString wayToClear(const QList<LockHolder> &holders)
{
    QStringList ways;
    for (const LockHolder &holder : holders) {
        if (holder.kind == LockHolder::Kind::Prepared)
            ways << u"ROLLBACK PREPARED '%1'"_s.arg(QString(holder.backend.backendStart).replace(u'\'', "''"_L1));
        else if (holder.kind == LockHolder::Kind::Session)
            ways << u"whimbrel locks --terminate %1"_s.arg(holder.backend.pid);
        if (ways.size() == 3)
            break;
    }
    ways.removeDuplicates();
    return ways.isEmpty() ? QString() : tr("Whoever may can end what is in the way: %1.").arg(ways.join(u"; "_s));
}

Error noWayError(const QList<LockNeed> &needs, const QList<LockHolder> &holders, milliseconds tried, int attempts)
{
    const QString message = attempts == 0
        ? tr("The way to the locks on %1 was not clear within %2.").arg(needsText(needs), durationText(tried))
        : notGrantedText(needs, tried, attempts);
    const QString detail = holders.isEmpty()
                               ? tr("Nobody old was in the way: short transactions follow each other too closely.")
                               : tr("In the way: %1.").arg(holdersText(holders));
    return errorOf(ErrorKind::LockTimeout, message, detail, wayToClear(holders));
}

Error noWayUnseenError(const QList<LockNeed> &needs, milliseconds tried, int attempts)
{
    return errorOf(ErrorKind::LockTimeout, notGrantedText(needs, tried, attempts), tr("The server tells nobody who holds a table."),
                   tr("Look for transactions that are open for long, for example with “whimbrel locks”. An administrator can make the server tell with: %1")
                       .arg(metadataLockPlugin));
}

Error noWayBlindError(const QList<LockNeed> &needs, milliseconds tried, int attempts)
{
    return errorOf(ErrorKind::LockTimeout, notGrantedText(needs, tried, attempts), tr("Without a monitor session nobody could look who is in the way."),
                   tr("Look for transactions that are open for long, for example with “whimbrel locks”, or let this user connect once more at the same time."));
}

Error queuedTooLongError(const WatchReport &report, milliseconds budget)
{
    return errorOf(ErrorKind::LockTimeout, tr("Whimbrel stopped waiting, because others would have had to wait behind it: the stall budget is %1 ms.").arg(budget.count()),
                   report.victims > 0 ? victimsText(report, budget) : QString(), tr("Run again when whoever is in the way has ended; “whimbrel locks” shows who waits for whom."));
}

Error overBudgetError(const WatchReport &report, milliseconds budget)
{
    return errorOf(
        ErrorKind::Statement,
        tr("Whimbrel cancelled it, because others had to wait: the stall budget is %1 ms.").arg(budget.count()),
        victimsText(report, budget),
        tr("Split the work so that no step holds its locks for long (“whimbrel lint” shows the safe way), run it when "
           "nobody works, or allow "
           "longer waits with “-- whimbrel: stall-budget 5s” above it."));
}

Error refusedAlgorithmError(const Error &error, const QString &asked)
{
    Error refused = error;
    refused.detail = tr("Whimbrel had added “%1”, so that the server refuses instead of copying the table, or keeping writers out, without a word.").arg(asked);
    refused.hint = tr("Nothing of the statement is in effect. Say in the file how the server is to do it, with ALGORITHM= and LOCK=; or, where it does not matter "
                      "who waits, give the statement a budget of its own with “-- whimbrel: stall-budget 10s” above it.");
    return refused;
}

Error lostLockError()
{
    return errorOf(ErrorKind::Statement, tr("The run lock was lost, so another run may have begun. This one stops."), {},
                   tr("Run again: what is applied is in the history."));
}

Error wraparoundError(const LockHolder &vacuum)
{
    return errorOf(
        ErrorKind::LockTimeout,
        tr("A vacuum to prevent wraparound runs on %1, and it does not yield.").arg(vacuum.relation.toString()),
        tr("In the way: %1.").arg(holderText(vacuum)), tr("Let it end: pg_stat_progress_vacuum shows how far it is."));
}

} // namespace Whimbrel
