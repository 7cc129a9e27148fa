// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/guardnews.h"

#include "run/guard/guardtext.h"
#include "run/runcontext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr milliseconds tellInterval = 10s; ///< that the same session is in the way
constexpr milliseconds tellChange = 1s;    ///< that others are in the way now

bool isSame(const QList<LockHolder> &one, const QList<LockHolder> &other)
{
    return std::ranges::equal(one, other, [](const LockHolder &a, const LockHolder &b) {
        return a.backend == b.backend && a.relation == b.relation;
    });
}

} // namespace

RunEvent GuardNews::eventOn(RunEvent::Kind kind, const QList<LockNeed> &needs) const
{
    RunEvent event = m_context.event(kind);
    if (!m_step || event.statement > 0 || m_context.singleTransaction)
        return event;
    const auto first = std::ranges::min_element(needs, {}, &LockNeed::statement);
    event.line = m_step->statements.at(first->statement - 1).statement.start.line;
    return event;
}

void GuardNews::tellWait(const QList<LockNeed> &needs, const QList<LockHolder> &holders, const Trial &trial)
{
    const bool isFirst = m_inTheWay.isEmpty();
    const milliseconds since(isFirst ? 0 : m_sinceTold.elapsed());
    if (!isFirst && since < (isSame(holders, m_inTheWay) ? tellInterval : tellChange))
        return;
    m_inTheWay = holders;
    m_sinceTold.start();
    RunEvent event = eventOn(RunEvent::Kind::LockWait, needs);
    event.attempt = trial.attempt;
    event.elapsedMs = trial.elapsedMs;
    for (const LockHolder &holder : holders) {
        if (holder.kind == LockHolder::Kind::Session && !event.inTheWay.contains(holder.backend))
            event.inTheWay << holder.backend;
    }
    event.message = tr("Waits, without making others wait, for the way to be clear to %1: %2.")
                        .arg(needsText(needs), holdersText(holders));
    if (const QString way = wayToClear(holders); !way.isEmpty())
        event.message += u' ' + way;
    m_context.publish(event);
}

void GuardNews::tellVacuum(const LockHolder &vacuum, const QList<LockNeed> &needs, const Trial &trial)
{
    RunEvent event = eventOn(RunEvent::Kind::LockWait, needs);
    event.attempt = trial.attempt;
    event.elapsedMs = trial.elapsedMs;
    event.message = tr("An autovacuum runs on %1: waits for it to yield with a lock that no reader or writer feels.").arg(vacuum.relation.toString());
    m_context.publish(event);
}

void GuardNews::tellOnce(bool &told, const QString &message)
{
    if (std::exchange(told, true))
        return;
    RunEvent event = m_context.event(RunEvent::Kind::Notice);
    event.message = message;
    m_context.publish(event);
}

void GuardNews::tellUnseen(milliseconds budget)
{
    tellOnce(m_toldBlind, tr("The server tells nobody who holds a table, so each attempt may make others wait for up to %1 ms. An administrator can change that "
                             "with: %2")
                              .arg(QString::number(budget.count()), metadataLockPlugin));
}

void GuardNews::tellUnseenWaiters()
{
    tellOnce(m_toldUnseenWaiters, tr("The server does not tell this role who waits for it: an attempt to lock a table ends as if somebody did, and that "
                                     "others wait for rows goes unseen. An administrator can change that with: %1")
                                      .arg(u"GRANT PROCESS ON *.* TO %1;"_s.arg(m_context.session.currentUser())));
}

void GuardNews::tellBlind(const Error &error)
{
    tellOnce(m_toldBlind, tr("There is no monitor session, so nobody looks who is in the way or who waits; short attempts "
                             "alone protect others: %1")
                              .arg(error.message));
}

} // namespace Whimbrel
