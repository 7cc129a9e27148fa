// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/resume/recoverychoices.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Fate = StatementFate::Fate;
using Kind = RecoveryChoice::Kind;

struct RecoveryText
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryText)
};

const StatementFate *first(const Recovery &recovery, Fate fate)
{
    const auto found = std::ranges::find(recovery.statements, fate, &StatementFate::fate);
    return found == recovery.statements.end() ? nullptr : &*found;
}

int inEffect(const Recovery &recovery)
{
    return static_cast<int>(recovery.count(Fate::Done) + recovery.count(Fate::Took));
}

/// What holds for everything that writes or runs.
QString commonObstacle(const Recovery &recovery)
{
    if (!recovery.otherRun.isEmpty())
        return recovery.otherRun;
    if (const StatementFate *running = first(recovery, Fate::Running))
        return RecoveryText::tr("The server is still at the statement of line %1, in the session that was left behind. Wait for its end, or end that session in the lock monitor.").arg(running->line);
    return {};
}

QString resumeObstacle(const Recovery &recovery)
{
    if (const QString common = commonObstacle(recovery); !common.isEmpty())
        return common;
    if (recovery.cannotResume)
        return recovery.cannotResume->toString();
    if (const StatementFate *unknown = first(recovery, Fate::Unknown))
        return RecoveryText::tr("Nobody but you can tell whether the statement of line %1 took effect, so a run would stop there. Find out, then choose one of the other ways.").arg(unknown->line);
    return {};
}

QString resumeConsequence(const Recovery &recovery)
{
    const int done = inEffect(recovery);
    const int all = static_cast<int>(recovery.statements.size());
    QStringList sentences;
    if (recovery.allTook())
        sentences << RecoveryText::tr("Every statement is in effect: a run only writes the history.");
    else if (const StatementFate *part = first(recovery, Fate::InPart))
        sentences << RecoveryText::tr("Goes on with the batches of line %1 where they stopped.").arg(part->line);
    else if (done == 0)
        sentences << RecoveryText::tr("Runs the migration from its first statement.");
    else
        sentences << RecoveryText::tr("Runs what is left, %n statement(s), and skips those that took effect.", nullptr, all - done);
    if (first(recovery, Fate::Leftover))
        sentences << RecoveryText::tr("Before that it removes what is half-made: %1.").arg(recovery.leftovers().join(u"; "_s));
    if (first(recovery, Fate::HalfWay))
        sentences << RecoveryText::tr("It brings what is half-done to its end: %1.").arg(recovery.leftovers().join(u"; "_s));
    sentences << RecoveryText::tr("You see the plan before anything runs.");
    return sentences.join(u' ');
}

RecoveryChoice resume(const Recovery &recovery)
{
    const bool down = recovery.attempt.direction == Direction::Down;
    return {.kind = Kind::Resume,
            .verb = down ? RecoveryText::tr("Go On Rolling Back…") : inEffect(recovery) > 0 ? RecoveryText::tr("Run What Is Left…") : RecoveryText::tr("Run It Again…"),
            .consequence = resumeConsequence(recovery),
            .obstacle = resumeObstacle(recovery)};
}

RecoveryChoice markApplied(const Recovery &recovery)
{
    const auto missing = static_cast<int>(recovery.statements.size()) - inEffect(recovery);
    QString consequence = RecoveryText::tr("Writes into the history that all of it is in effect, and runs nothing.");
    if (recovery.attempt.direction == Direction::Up && missing > 0)
        consequence += u' '
            + RecoveryText::tr("%n statement(s) that did not take effect, or may not have, will never be run: bring their effect about by hand first.", nullptr, missing);
    if (recovery.attempt.direction == Direction::Down && inEffect(recovery) > 0)
        consequence += u' ' + RecoveryText::tr("What the rollback has taken away already stays away: bring it back by hand first.");
    return {.kind = Kind::MarkApplied, .verb = RecoveryText::tr("Mark as Applied…"), .consequence = consequence, .obstacle = commonObstacle(recovery)};
}

RecoveryChoice markReverted(const Recovery &recovery)
{
    QString consequence = RecoveryText::tr("Writes down that nothing of it is in effect, and runs nothing: the next run begins at its first statement.");
    const int done = inEffect(recovery);
    if (recovery.attempt.direction == Direction::Up && (done > 0 || first(recovery, Fate::InPart)))
        consequence += u' ' + RecoveryText::tr("What took effect stays in the database, and the next run may fail on it or do it twice: undo it by hand first.");
    if (recovery.attempt.direction == Direction::Up && !recovery.leftovers().isEmpty())
        consequence += u' ' + RecoveryText::tr("What is half-made stays until it is removed: %1.").arg(recovery.leftovers().join(u"; "_s));
    if (recovery.attempt.direction == Direction::Down && !recovery.allTook())
        consequence += u' ' + RecoveryText::tr("The rest of its rollback will never be run: undo what is left by hand first.");
    return {.kind = Kind::MarkReverted, .verb = RecoveryText::tr("Mark as Not Applied…"), .consequence = consequence, .obstacle = commonObstacle(recovery)};
}

RecoveryChoice rollBack(const Recovery &recovery)
{
    RecoveryChoice choice{.kind = Kind::RollBack, .verb = RecoveryText::tr("Roll It Back…"), .consequence = {}, .obstacle = commonObstacle(recovery)};
    choice.consequence = RecoveryText::tr("Records it as applied, which a rollback needs, and shows the plan of its down section; until you run that, it counts as applied.");
    if (!recovery.allTook())
        choice.consequence += u' ' + RecoveryText::tr("The down section was written for the whole migration: it may fail on what did not take effect.");
    if (choice.obstacle.isEmpty() && !recovery.reversible)
        choice.obstacle = RecoveryText::tr("It has no script to roll it back.");
    return choice;
}

} // namespace

QList<RecoveryChoice> recoveryChoices(const Recovery &recovery)
{
    QList<RecoveryChoice> choices{resume(recovery), markApplied(recovery), markReverted(recovery)};
    if (recovery.attempt.direction == Direction::Up && !recovery.isClean())
        choices << rollBack(recovery);
    return choices;
}

QString recoverySummary(const Recovery &recovery)
{
    const bool interrupted = recovery.attempt.outcome == "running"_L1;
    const bool down = recovery.attempt.direction == Direction::Down;
    QStringList sentences;
    if (!recovery.otherRun.isEmpty())
        return recovery.otherRun;
    if (interrupted)
        sentences << (down ? RecoveryText::tr("Its rollback was interrupted: the program or its connection ended before it did.")
                           : RecoveryText::tr("Its run was interrupted: the program or its connection ended before it did."));
    else
        sentences << (down ? RecoveryText::tr("Its rollback failed.") : RecoveryText::tr("Its run failed."));
    if (recovery.statements.isEmpty())
        sentences << RecoveryText::tr("Its script cannot be read any more, so what is in effect is not known.");
    else if (recovery.isClean())
        sentences << RecoveryText::tr("Nothing of it is in the database.");
    else if (recovery.allTook())
        sentences << RecoveryText::tr("All of its statements are in effect; only the history does not say so.");
    else if (first(recovery, Fate::Unknown))
        sentences << RecoveryText::tr("Part of it is in the database, and of one statement nobody but you can tell.");
    else
        sentences << RecoveryText::tr("Part of it is in the database.");
    return sentences.join(u' ');
}

QString fateName(StatementFate::Fate fate)
{
    switch (fate) {
    case Fate::Done:
    case Fate::Took:
        return RecoveryText::tr("took effect");
    case Fate::DidNot:
        return RecoveryText::tr("did not take effect");
    case Fate::Failed:
        return RecoveryText::tr("failed");
    case Fate::RolledBack:
        return RecoveryText::tr("rolled back");
    case Fate::Leftover:
        return RecoveryText::tr("half-made");
    case Fate::HalfWay:
        return RecoveryText::tr("half-done");
    case Fate::InPart:
        return RecoveryText::tr("in part");
    case Fate::Repeatable:
        return RecoveryText::tr("may be repeated");
    case Fate::Unknown:
        return RecoveryText::tr("not known");
    case Fate::Running:
        return RecoveryText::tr("still running");
    case Fate::NotReached:
        break;
    }
    return RecoveryText::tr("not in effect");
}

QString fateReason(const StatementFate &fate)
{
    switch (fate.fate) {
    case Fate::Done:
        return RecoveryText::tr("The journal says so, in the transaction of the statement or after its outcome.");
    case Fate::Took:
        return RecoveryText::tr("The run ended before it could note it; the database shows what the statement makes.");
    case Fate::DidNot:
        return RecoveryText::tr("It was begun; the database shows nothing of it.");
    case Fate::Failed:
        return RecoveryText::tr("The run ended here: it failed, or it was stopped. Nothing of it is in effect.");
    case Fate::RolledBack:
        return RecoveryText::tr("With the transaction of the migration.");
    case Fate::Leftover:
        return RecoveryText::tr("It left something unfinished behind, which this removes: %1").arg(fate.statements.join(u"; "_s));
    case Fate::HalfWay:
        return RecoveryText::tr("It came half-way, and this brings it to its end: %1").arg(fate.statements.join(u"; "_s));
    case Fate::InPart:
        return RecoveryText::tr("%1 rows were changed in batches that are committed; the journal knows where they stopped.").arg(QLocale().toString(fate.rows));
    case Fate::Repeatable:
        return RecoveryText::tr("It was begun; the database does not tell whether it ended, and running it once more does no harm.");
    case Fate::Unknown:
        return RecoveryText::tr("It was begun, and nothing in the database's catalog tells whether it ended.");
    case Fate::Running:
        return RecoveryText::tr("The server goes on with it in the session that was left behind.");
    case Fate::NotReached:
        break;
    }
    return {};
}

} // namespace Whimbrel
