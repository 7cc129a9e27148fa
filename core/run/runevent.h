// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "project/migration.h"
#include "run/boxed.h"
#include "run/progress/statementprogress.h"

#include <QDateTime>
#include <QString>

namespace Whimbrel {

/// How far a statement has come that runs in batches, over all attempts.
struct BatchProgress
{
    int pass = 1;              ///< from 1: where the condition becomes false, passes repeat until no row matches
    qlonglong passed = 0;      ///< rows that this pass has gone by, changed or not
    qlonglong total = -1;      ///< rows that this pass has to go by, estimated; -1: not known
    qlonglong changed = 0;     ///< rows changed, in all passes
    qlonglong batchSize = 0;   ///< rows that a batch goes by now
    double rowsPerSecond = 0;  ///< gone by, pauses counted; 0: not known yet
    qint64 leftMs = -1;        ///< of this pass; -1: not known
    bool waiting = false;      ///< paused by a person or held by a throttle: RunEvent::message says why

    bool operator==(const BatchProgress &) const = default;
};

/// One thing that happened in a run. Window, command line, journal and run log consume the same stream. A script has them by the
/// hundred thousand: what few of them have is boxed.
struct RunEvent
{
    enum class Kind {
        RunStarted,
        MigrationStarted,
        StatementStarted,
        StatementFinished,
        LockWait,
        LockRetry,
        Batch,
        Progress,
        Notice,
        MigrationFinished,
        MigrationFailed,
        RunFinished,
    };

    Kind kind = Kind::RunStarted;
    QDateTime at = {};       ///< UTC
    QString version = {};
    QString file = {};       ///< display path
    Direction direction = Direction::Up;
    int statement = 0;       ///< from 1; 0 where the event is not about one
    int statementCount = 0;
    int line = 0;            ///< in the file
    QString sql = {};        ///< of the statement, for StatementStarted
    qint64 elapsedMs = -1;
    int attempt = 1;
    qlonglong rows = -1;
    Boxed<BatchProgress> batch = {}; ///< of Batch: one was committed; `rows` were changed, `elapsedMs` it held its locks. Of Progress: it waits
    Boxed<StatementProgress> progress = {}; ///< of Progress: the statement has run for `elapsedMs`
    QList<BackendId> inTheWay = {}; ///< of LockWait: sessions that could be ended to clear the way
    QString message = {};    ///< translated; of RunStarted, for the log: program, database and person
    Boxed<Error> error = {}; ///< of MigrationFailed, and of RunFinished when the run did not end well
    int applied = 0;         ///< of RunFinished: migrations done
    QString logFile = {};    ///< of RunStarted: where the run is logged; empty where it is not
};

QString runEventId(RunEvent::Kind kind); ///< "statement-started": as in design/CLI.md

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::RunEvent, Q_RELOCATABLE_TYPE);
