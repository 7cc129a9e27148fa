// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"
#include "timeline/timeline.h"

#include <QJsonObject>

#include <optional>

namespace Whimbrel {

/// Where a timeline was read from, as far as there was a connection.
struct StatusSource
{
    QString environment{};            ///< empty: none chosen by name
    QString database{};               ///< ConnectionSettings::displayUrl(); empty: not connected
    std::optional<Dialect> dialect{};
    QString serverVersion{};          ///< ServerVersion::toString()
};

/// `whimbrel status --json` (design/CLI.md, "What is printed"). Unknown values are null.
QJsonObject statusJson(const MigrationProject &project, const Timeline &timeline, const StatusSource &source);

/// `whimbrel status` for people: one aligned line a migration, then the counts and what is wrong with the files. With a line
/// end at its end. `color`: with ANSI colours.
QString statusText(const MigrationProject &project, const Timeline &timeline, const StatusSource &source, bool color);

} // namespace Whimbrel
