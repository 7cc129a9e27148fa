// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/resume/recovery.h"

#include "run/backfill/backfillstate.h"
#include "run/onlinecopy/copyleftovers.h"
#include "run/resume/effectcheck.h"
#include "run/resume/interruptedstatement.h"
#include "run/runlock.h"
#include "run/runplan.h"
#include "sql/passwords.h"
#include "sql/splitter.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

using Fate = StatementFate::Fate;

Fate fateOf(EffectLook::Effect effect)
{
    switch (effect) {
    case EffectLook::Effect::Took:
        return Fate::Took;
    case EffectLook::Effect::DidNot:
        return Fate::DidNot;
    case EffectLook::Effect::Leftover:
        return Fate::Leftover;
    case EffectLook::Effect::HalfWay:
        return Fate::HalfWay;
    case EffectLook::Effect::Repeatable:
        return Fate::Repeatable;
    case EffectLook::Effect::Unknown:
        break;
    }
    return Fate::Unknown;
}

/// What the next run of it would be; its refusals are kept.
Result<RunPlan> planOf(const MigrationProject &project, const Timeline &timeline, const JournalSummary &attempt, Dialect dialect)
{
    RunRequest request;
    if (attempt.direction == Direction::Up) {
        request.onlyVersion = attempt.version;
    } else {
        request.action = RunRequest::Action::Down;
        request.versions = {attempt.version};
    }
    return makePlan(project, timeline, request, dialect);
}

/// Of a statement that was begun and not noted as done. What came before it in the script was set by its session.
Result<> lookAt(Session &session, const PlanStep &step, StatementFate &fate)
{
    for (const PlanStatement &planned : step.statements.first(fate.statement - 1)) {
        if (planned.statement.kind != StatementKind::SessionSetting)
            continue;
        if (const Result<StatementOutcome> set = session.execute(planned.statement); !set && set.error().kind == ErrorKind::ConnectionLost)
            return std::unexpected(set.error());
    }
    const Statement &statement = step.statements.at(fate.statement - 1).statement;
    const Result<bool> runs = isStillRunning(session, statement);
    if (!runs)
        return std::unexpected(runs.error());
    if (*runs) {
        fate.fate = Fate::Running;
        return {};
    }
    const Result<EffectLook> look = lookForEffect(session, statement);
    if (!look)
        return std::unexpected(look.error());
    fate.fate = fateOf(look->effect);
    fate.statements = look->statements;
    return {};
}

/// Of a statement that was handed to pt-online-schema-change.
Result<> lookAtCopy(Session &session, const CopyState &state, StatementFate &fate)
{
    const Result<bool> works = isCopyAtWork(session, state.names);
    if (!works)
        return std::unexpected(works.error());
    if (*works) {
        fate.fate = Fate::Running;
        return {};
    }
    return lookForCopy(session, state).transform([&](const EffectLook &look) {
        fate.fate = fateOf(look.effect);
        fate.statements = look.statements;
    });
}

Result<> readStatements(Session &session, const PlanStep &step, Recovery &recovery)
{
    const JournalSummary &attempt = recovery.attempt;
    recovery.isAtomic = step.transaction && !step.ownCommits;
    const std::optional<int> intended = intendedStatement(attempt.state);
    const std::optional<BackfillState> batches = step.batch ? BackfillState::fromJson(attempt.state) : std::nullopt;
    const std::optional<CopyState> copy = CopyState::fromJson(attempt.state);
    for (const PlanStatement &planned : step.statements) {
        StatementFate fate{.statement = planned.index, .line = planned.statement.start.line, .sql = withoutPasswords(planned.statement.text)};
        const int done = recovery.isAtomic ? 0 : attempt.statementsDone;
        if (planned.index <= done) {
            fate.fate = Fate::Done;
        } else if (recovery.isAtomic) {
            fate.fate = Fate::RolledBack;
        } else if (planned.index == done + 1 && batches && batches->changed > 0) {
            fate.fate = Fate::InPart;
            fate.rows = batches->changed;
        } else if (planned.index == 1 && copy) {
            if (const Result<> looked = lookAtCopy(session, *copy, fate); !looked)
                return looked;
        } else if (planned.index == done + 1 && intended == planned.index) {
            if (const Result<> looked = lookAt(session, step, fate); !looked)
                return looked;
        } else if (planned.index == done + 1 && attempt.outcome == "failed"_L1) {
            fate.fate = Fate::Failed;
        }
        recovery.statements << fate;
    }
    return {};
}

/// A server lists the lock of a run that has just ended for a moment longer.
QString otherRun(Session &session, const QString &historyTable)
{
    constexpr int looks = 5;
    for (int look = 1;; ++look) {
        const std::optional<Error> held = RunLock::heldByOther(session, historyTable);
        if (!held || look == looks)
            return held ? held->message : QString();
        std::this_thread::sleep_for(100ms);
    }
}

} // namespace

qsizetype Recovery::count(StatementFate::Fate fate) const
{
    return std::ranges::count(statements, fate, &StatementFate::fate);
}

bool Recovery::isClean() const
{
    return !statements.isEmpty() && std::ranges::all_of(statements, [](const StatementFate &one) {
        return one.fate == Fate::RolledBack || one.fate == Fate::NotReached || one.fate == Fate::DidNot || one.fate == Fate::Failed || one.fate == Fate::Repeatable;
    });
}

bool Recovery::allTook() const
{
    return !statements.isEmpty() && std::ranges::all_of(statements, [](const StatementFate &one) { return one.fate == Fate::Done || one.fate == Fate::Took; });
}

QStringList Recovery::leftovers() const
{
    QStringList found;
    for (const StatementFate &one : statements)
        found << one.statements;
    return found;
}

bool hasOpenAttempt(const TimelineEntry &entry)
{
    return entry.attempt && (entry.attempt->outcome == "running"_L1 || entry.attempt->outcome == "failed"_L1);
}

bool needsRecovery(const TimelineEntry &entry)
{
    if (!hasOpenAttempt(entry))
        return false;
    const JournalSummary &attempt = *entry.attempt;
    return attempt.outcome == "running"_L1 || attempt.statementsDone > 0 || !attempt.state.isEmpty();
}

Result<std::optional<Recovery>> readRecovery(const MigrationProject &project, Session &session, const QString &version)
{
    const Result<Timeline> timeline = readTimeline(project, session);
    if (!timeline)
        return std::unexpected(timeline.error());
    const TimelineEntry *entry = timeline->entry(version);
    if (!entry || !hasOpenAttempt(*entry))
        return std::nullopt;
    Recovery recovery{.migration = entry->migration, .attempt = *entry->attempt, .applied = entry->applied};
    recovery.reversible = entry->reversible.value_or(false);
    recovery.otherRun = otherRun(session, project.format().historyTable(project.configuration(), session.settings())->name());
    const Result<RunPlan> plan = planOf(project, *timeline, recovery.attempt, session.dialect());
    if (!plan || plan->steps.isEmpty()) {
        if (!plan)
            recovery.cannotResume = plan.error();
        return recovery;
    }
    recovery.cannotResume = plan->refusal();
    if (const Result<MigrationScripts> scripts = project.format().read(recovery.migration); scripts)
        recovery.reversible = scripts->down.exists && !splitScript(scripts->down.text, session.dialect(), scripts->down.start).statements.isEmpty();
    if (const Result<> read = readStatements(session, plan->steps.first(), recovery); !read)
        return std::unexpected(read.error());
    return recovery;
}

} // namespace Whimbrel
