// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"
#include "project/configuration/projectconfiguration.h"
#include "run/onlinecopy/copyalter.h"
#include "run/onlinecopy/copyoptions.h"
#include "run/onlinecopy/copystate.h"

#include <QStringList>

namespace Whimbrel {

/// pt-online-schema-change, of Percona Toolkit: found in the PATH and new enough. Its path. Errors: Refused, with what to install.
Result<QString> findCopyTool();

/// The whole argument list: never the password, which the tool reads from its standard input (clientOptionFile). What is copied is
/// left as it is at the end, with the triggers that keep it so: the swap is ours.
QStringList copyArguments(const CopyAlter &alter, const CopyNames &names, const CopyOptions &options, const ConnectionSettings &settings,
                          const RunGuards &guards);
/// The command as a shell would take it, for people.
QString copyCommandText(const QStringList &arguments);

/// What a client library reads as an option file: password and TLS.
QByteArray clientOptionFile(const ConnectionSettings &settings);

/// The longest that one of the tool's statements may make others wait.
std::chrono::milliseconds copyBudget(const RunGuards &guards);

struct RunPlan;
/// Adds to each step that is handed over the command that would run it.
void describeCopies(RunPlan &plan, const ConnectionSettings &settings, const RunGuards &guards);

} // namespace Whimbrel
