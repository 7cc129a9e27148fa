// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"
#include "run/record/journal.h"
#include "timeline/timeline.h"

#include <stop_token>

namespace Whimbrel {

/// What became of one statement of a migration whose run did not end well.
struct StatementFate
{
    enum class Fate {
        Done,       ///< took effect: the journal says so, in the same transaction
        Took,       ///< took effect: the journal does not know, the database shows it
        DidNot,     ///< begun, and not in effect: the database shows it
        Failed,     ///< the server refused it: nothing of it is in effect
        RolledBack, ///< its transaction was
        Leftover,   ///< half-made: `statements` take away what is left of it
        HalfWay,    ///< half-done: `statements` bring it to its end
        InPart,     ///< in batches: those that were committed stay
        Repeatable, ///< begun; running it once more does no harm, whatever became of it
        Unknown,    ///< begun, and only a person can tell
        Running,    ///< the server is still at it, in the session that was left behind
        NotReached, ///< the run did not come to it, or its transaction ended with the run
    };

    int statement = 0; ///< from 1
    int line = 0;
    QString sql = {};  ///< without passwords
    Fate fate = Fate::NotReached;
    qlonglong rows = -1; ///< of InPart: changed so far
    QStringList statements = {};

    bool operator==(const StatementFate &) const = default;
};

/// A migration whose last attempt did not end, or failed: what is in the database of it, and what may be done.
struct Recovery
{
    Migration migration = {};
    JournalSummary attempt = {};    ///< when, who, how far, the message
    bool applied = false;           ///< the history lists it
    bool isAtomic = false;          ///< it ran in one transaction: nothing of it stays
    QList<StatementFate> statements = {}; ///< empty where the script cannot be read any more
    QString otherRun = {};          ///< translated; a run is in progress: what is seen here may be its work
    std::optional<Error> cannotResume = {}; ///< why a run would refuse to go on
    bool reversible = false;        ///< there is a script to roll it back

    /// Nothing is in effect and nothing is left behind: the next run begins at its first statement anyway.
    bool isClean() const;
    bool allTook() const; ///< every statement is known to be in effect
    QStringList leftovers() const; ///< the statements that clear them away
    qsizetype count(StatementFate::Fate fate) const;
};

/// Whether the journal's last word on it is an attempt that was interrupted or failed.
bool hasOpenAttempt(const TimelineEntry &entry);
/// The same, and something of it may be in the database.
bool needsRecovery(const TimelineEntry &entry);

/// Looks what became of it. `session` is a session of the caller's own: the settings that the script made are made on it
/// again. Changes nothing. nullopt: there is nothing to recover. Errors: as Session::query().
Result<std::optional<Recovery>> readRecovery(const MigrationProject &project, Session &session, const QString &version);

} // namespace Whimbrel
