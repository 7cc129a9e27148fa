// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/formats/historytable.h"

#include <memory>

namespace Whimbrel {

/// dbmate's history: one table of one column, the version as text. `table` may carry a schema on PostgreSQL; else the schema is
/// the first of the URL's search_path, else the session's own. The schema is looked up once, by the first call: a
/// migration that leaves another search_path behind changes nothing.
std::unique_ptr<HistoryTable> dbmateHistory(const QString &table, const ConnectionSettings &settings);

/// The other tool that keeps such a table, by its columns (name and type in lower case); empty if it may be dbmate's own.
QString ownerOfHistory(const QList<std::pair<QString, QString>> &columns, bool railsMetadata);

} // namespace Whimbrel
