// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/formats/historytable.h"

#include <memory>

namespace Whimbrel {

/// A history table that can also say how it writes its own name in SQL.
class DbmateHistory : public HistoryTable
{
public:
    /// Quoted as dbmate quotes it: with its schema, and only where needed, on PostgreSQL; always elsewhere.
    virtual Result<QString> qualifiedName(Session &session) const = 0;
};

/// dbmate's history: one table of one column, the version as text. `table` may carry a schema on PostgreSQL; else the schema is
/// the first of the URL's search_path, else the session's own. The schema is looked up once, by the first call: a
/// migration that leaves another search_path behind changes nothing.
std::unique_ptr<DbmateHistory> dbmateHistory(const QString &table, const ConnectionSettings &settings);

/// The other tool that keeps such a table, by its columns (name and type in lower case); empty if it may be dbmate's own.
QString ownerOfHistory(const QList<std::pair<QString, QString>> &columns, bool railsMetadata);

} // namespace Whimbrel
