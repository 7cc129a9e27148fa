// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/triggerwatch.h"

#include "database/session.h"
#include "run/runcontrol.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr milliseconds lookInterval = 20ms;
constexpr milliseconds timeToCancel = 100ms; // until the statement has given way, as GuardMonitor has it

} // namespace

TriggerWatch::TriggerWatch(const ConnectionSettings &settings, const CopyNames &names, milliseconds budget)
    : m_thread([=, this](const std::stop_token &stop) { run(stop, settings, names, budget); })
{
}

void TriggerWatch::run(const std::stop_token &stop, const ConnectionSettings &settings, const CopyNames &names, milliseconds budget)
{
    const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Monitor);
    if (!session)
        return; // the tool's own lock_wait_timeout bounds it then, by a second
    // MySQL counts in whole seconds here.
    const milliseconds patience = std::max(budget / 2, budget - timeToCancel - lookInterval);
    const QString waited = (*session)->dialect() == Dialect::MariaDb ? u"TIME_MS >= %1"_s.arg(patience.count()) : u"TIME >= 1"_s;
    const QString find = u"SELECT ID AS id FROM information_schema.PROCESSLIST WHERE STATE = 'Waiting for table metadata lock' "
                         "AND INFO LIKE 'CREATE TRIGGER %' AND INFO LIKE %1 AND %2"_s
                             .arg((*session)->quotedLiteral(u"%`"_s + names.newTable + u"`%"_s), waited);
    RunControl clock;
    while (clock.wait(lookInterval, stop)) {
        const Result<Rows> waiting = (*session)->query(find);
        if (!waiting && waiting.error().kind == ErrorKind::ConnectionLost)
            return;
        if (!waiting || waiting->isEmpty())
            continue;
        if ((*session)->query(u"KILL QUERY %1"_s.arg(waiting->number(0, u"id"))))
            ++m_cancelled;
    }
}

} // namespace Whimbrel
