// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "run/runplan.h"

namespace Whimbrel {

/// The flags that choose migrations, and what they ask for. up, down, redo and plan share them.
QList<QCommandLineOption> upOptions();
QList<QCommandLineOption> downOptions();

/// What a command line asks to run, where, before the database is asked.
struct RequestedRun
{
    RunRequest request;
    MigrationProject project;
    Target target;
};

/// Errors: Usage, for flags that exclude each other, for what is no number, for a version that is not there and where
/// no database is named; the project's first, because a run over one that cannot be read whole would leave that out.
Result<RequestedRun> readRequestedRun(CommandContext &context, RunRequest::Action action);

} // namespace Whimbrel
