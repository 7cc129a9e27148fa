// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/progress/statementprogress.h"

#include <QJsonObject>

namespace Whimbrel {

/// "43 % (estimate from the server's phases), building index: scanning table, 1,200 of 2,790 blocks, 12 s left": how far a
/// statement is, who it waits for, and whether the server still answers. Translated; empty where nothing is known.
QString progressText(const StatementProgress &progress);
/// "waits for process 4711 (shop-api, user shop), idle in transaction for 3 min"; empty where it waits for nobody.
QString lockerText(const StatementProgress &progress);
/// That the server does not answer, or slowly, or that there is nobody to ask; empty where all is well.
QString heartbeatText(const StatementProgress &progress);

/// The keys of a `progress` event of design/CLI.md.
QJsonObject progressJson(const StatementProgress &progress);

} // namespace Whimbrel
