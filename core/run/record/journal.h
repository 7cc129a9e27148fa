// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "project/migration.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace Whimbrel {

/// What the journal knows of one migration: its last attempt.
struct JournalSummary
{
    QString version;
    Direction direction = Direction::Up;
    QString outcome;        ///< "running", "applied", "reverted", "failed"
    QString checksum;       ///< of the file when it ran
    QDateTime at;           ///< UTC
    QString by;             ///< database user and person: "deploy (anna@host)"
    qint64 durationMs = -1;
    int statementsDone = 0; ///< outside a transaction: took effect, whatever came after
    int statementsTotal = 0;
    QString doneChecksum;   ///< of the statements done (DoneChecksum of runplan.h): a later attempt resumes only if they are the same
    QString runId;
    QString message;        ///< of the failure
    QString state = {};     ///< within the statement under way, as JSON: a backfill's cursor (backfill/backfillstate.h)

    bool operator==(const JournalSummary &) const = default;
};

/// How long one direction of a file took where it ran to its end.
struct MigrationDuration
{
    QString version;
    Direction direction = Direction::Up;
    QString checksum; ///< of the file
    qint64 ms = 0;    ///< the longest of several times, ...
    QDateTime at{};   ///< ... and when that ended; UTC

    bool operator==(const MigrationDuration &) const = default;
};

/// Our own table in the target database: what the tools' tables cannot hold. PostgreSQL: whimbrel.journal; elsewhere
/// whimbrel_journal. Never created by looking. Written in the same transaction as the work wherever there is one.
class Journal
{
public:
    enum class State { Off, Absent, Present };

    /// `historyTable` tells projects in one database apart.
    Journal(bool enabled, QString historyTable);

    bool isEnabled() const { return m_enabled; }
    QString tableName(Dialect dialect) const;

    /// Absent also where the role may not read it.
    Result<State> state(Session &session) const;
    /// Creates what is missing, and looks whether it can be written. Errors: Statement where the role may not: the run goes
    /// on without it, and says so.
    Result<> create(Session &session) const;
    /// The last attempt of each migration, by version.
    Result<QHash<QString, JournalSummary>> read(Session &session) const;
    /// Of all attempts, the earlier ones too.
    Result<QList<MigrationDuration>> durations(Session &session) const;
    /// How far an attempt has come, as the database holds it.
    struct Standing
    {
        int statementsDone = 0;
        QString state; ///< JournalSummary::state
    };
    /// Of this attempt: what a rollback took back is not in it.
    Result<Standing> standing(Session &session, const JournalSummary &entry) const;

    /// Before the first statement of a migration outside a transaction, and after each: autocommitted progress.
    Result<> begin(Session &session, const JournalSummary &entry) const;
    Result<> progress(Session &session, const JournalSummary &entry) const;
    /// The statement of progress(), for whoever sends it together with others.
    Statement progressStatement(const Session &session, const JournalSummary &entry) const;
    /// With the outcome; in the migration's own transaction where there is one.
    Result<> finish(Session &session, const JournalSummary &entry) const;
    /// The statement of begin() and finish().
    QString entryStatement(const Session &session, const JournalSummary &entry) const;

private:
    Result<> write(Session &session, const JournalSummary &entry) const;

    bool m_enabled = true;
    QString m_historyTable;
};

} // namespace Whimbrel
