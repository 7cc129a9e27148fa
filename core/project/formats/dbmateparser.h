// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migration.h"

namespace Whimbrel {

/// Reads a dbmate migration: the sections after `-- migrate:up` and `-- migrate:down`, marker lines included, as dbmate sends
/// them. A file with several pairs of sections gives one script a direction, in which the other direction's sections are
/// blanked out, so that every position is still the file's own.
/// Errors: Project, where dbmate refuses the file, with its line.
Result<MigrationScripts> parseDbmate(QString text, const QString &displayFile);

/// True if `text` has an up marker: enough to know a dbmate file by.
bool hasDbmateMarker(QStringView text);

} // namespace Whimbrel
