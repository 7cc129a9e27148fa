// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QDir>

#include <stop_token>

namespace Whimbrel {

/// The sample project: a shop on SQLite with a history of its own, so that there is something to see without a server.
/// Its files are in resources/sample. The folder is `dataFolder`/sample; both functions may take a second: not on the
/// GUI thread.

/// Where the sample is kept: the program's data folder of this person.
QDir sampleDataFolder();

/// The sample, made if it is not there: the files copied and the first migrations applied by the Runner, eight in "dev"
/// and seven in "production". A sample that is there already is left as the person made it. It appears whole or not at all.
/// Errors: Project, where a folder of that name holds something else; Io; Cancelled; those of Runner::run().
Result<QDir> openSample(const QDir &dataFolder, const std::stop_token &stop = {});

/// The sample as on the first day. Everything in its folder is replaced, its databases and releases too; close its sessions
/// first. Errors: as openSample(); the old sample is then still there.
Result<QDir> resetSample(const QDir &dataFolder, const std::stop_token &stop = {});

} // namespace Whimbrel
