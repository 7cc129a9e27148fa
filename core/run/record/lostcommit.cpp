// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/lostcommit.h"

#include <algorithm>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

/// While the old session lives its commit may still succeed, and the history says nothing yet.
bool oldSessionIsGone(Session &session, const BackendId &old)
{
    const QString sql = session.dialect() == Dialect::PostgreSql
        ? u"SELECT count(*) AS n FROM pg_catalog.pg_stat_activity WHERE pid = ? AND (backend_start IS NULL OR %1 = ?)"_s.arg(backendStartSql)
        : u"SELECT count(*) AS n FROM information_schema.processlist WHERE id = ? AND ? IS NOT NULL"_s;
    for (const auto until = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < until;) {
        const Result<Rows> rows = session.query(sql, {old.pid, old.backendStart});
        if (!rows)
            return false;
        if (rows->number(0, u"n") == 0)
            return true;
        std::this_thread::sleep_for(100ms);
    }
    return false;
}

} // namespace

LostCommit lookAfterLostCommit(const RunContext &context, const PlanStep &step)
{
    const Result<std::unique_ptr<Session>> session = Session::open(context.session.settings(), SessionRole::Browse);
    if (!session)
        return LostCommit::Unknown;
    if ((*session)->dialect() != Dialect::SQLite && !oldSessionIsGone(**session, context.session.backend()))
        return LostCommit::Unknown;
    const Result<QList<AppliedMigration>> applied = context.history.read(**session);
    if (!applied)
        return LostCommit::Unknown;
    const bool isApplied = std::ranges::contains(*applied, step.migration.version, &AppliedMigration::version);
    return isApplied == (step.direction == Direction::Up) ? LostCommit::Committed : LostCommit::RolledBack;
}

} // namespace Whimbrel
