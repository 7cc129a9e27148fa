// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/formats/historytable.h"
#include "project/migrationproject.h"
#include "run/record/journal.h"

#include <QDateTime>
#include <QHash>

namespace Whimbrel {

/// The states of design/CLI.md, in the order in which the first that fits is shown.
enum class MigrationState { Failed, Missing, Modified, Outdated, OutOfOrder, Ignored, Baseline, Applied, Pending };

QString migrationStateId(MigrationState state);   ///< "out-of-order": JSON and command line
QString migrationStateName(MigrationState state); ///< translated, for people

/// A migration, its history row and its state. `migration.file` is empty for a row without a file.
struct TimelineEntry
{
    Migration migration{};
    MigrationState state = MigrationState::Pending;
    bool applied = false;
    QDateTime appliedAt{};      ///< from the tool's table, else from the journal; UTC
    QString appliedBy{};        ///< from the journal
    qint64 durationMs = -1;   ///< -1: unknown
    QString appliedChecksum{};  ///< what the journal saw when it was applied; empty: never run by Whimbrel
    int statementsDone = -1;  ///< for a failed one without a transaction: how many statements took effect
    int statementsTotal = -1;
    std::optional<bool> reversible{}; ///< rolling back runs a statement; unknown until the file was read
    bool transaction = true;        ///< of the up section; true until the file was read
    int batch = 0;
    std::optional<JournalSummary> attempt{}; ///< the journal's last word on it, in either direction

    bool operator==(const TimelineEntry &) const = default;
};

struct Timeline
{
    QList<TimelineEntry> entries; ///< in the order of application; rows without files stand where their version sorts
    int applied = 0;              ///< rows of the history
    int pending = 0;              ///< what `up` would run: every file that is not applied, failed ones too
    int problems = 0;             ///< failed, modified, missing, ignored, outdated; out of order where the tool is strict about it
    bool connected = false;
    QList<ProjectProblem> unreadable{}; ///< of pending files, which a run would refuse; counted in `problems`

    void addUnreadable(const QList<ProjectProblem> &found);
    const TimelineEntry *entry(const QString &version) const;
    QList<Migration> pendingMigrations() const;
    QList<Migration> appliedMigrations() const; ///< with a file
};

/// Joins files with history. `applied` unset: not connected, states are unknown and everything reads as pending with
/// connected = false. `files` is what was read of them (MigrationProject::readFiles); the checksums are needed for Modified.
Timeline buildTimeline(const MigrationProject &project, const std::optional<QList<AppliedMigration>> &applied,
                       const QHash<QString, JournalSummary> &journal = {}, const QHash<QString, FileFacts> &files = {});

/// Everything from a session: history, journal, and the files: the hashes of those that the journal knows, or all of all.
/// Any thread of its own.
Result<Timeline> readTimeline(const MigrationProject &project, Session &session,
                              MigrationProject::FileDetail detail = MigrationProject::FileDetail::Checksum);

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::TimelineEntry, Q_RELOCATABLE_TYPE);
