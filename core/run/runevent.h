// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "project/migration.h"

#include <QDateTime>
#include <QString>

namespace Whimbrel {

/// One thing that happened in a run. Window, command line, journal and run log consume the same stream.
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
    QString message = {};    ///< translated; of RunStarted, for the log: program, database and person
    std::optional<Error> error = {}; ///< of MigrationFailed, and of RunFinished when the run did not end well
    int applied = 0;         ///< of RunFinished: migrations done
    QString logFile = {};    ///< of RunStarted: where the run is logged; empty where it is not
};

QString runEventId(RunEvent::Kind kind); ///< "statement-started": as in design/CLI.md

} // namespace Whimbrel
