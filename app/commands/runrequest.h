// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "run/runplan.h"

namespace Whimbrel {

/// The flags that choose migrations, and what they ask for. up, down, redo and plan share them.
QList<QCommandLineOption> upOptions();
QList<QCommandLineOption> downOptions();

/// A run over a project that cannot be read whole would leave out what it could not read. Errors: the project's first.
Result<> checkReadable(const MigrationProject &project);

/// Errors: Usage, for flags that exclude each other and for what is no number.
Result<RunRequest> readRunRequest(const QCommandLineParser &parser, RunRequest::Action action);

} // namespace Whimbrel
