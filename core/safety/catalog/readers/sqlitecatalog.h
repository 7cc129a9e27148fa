// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "definitionreader.h"
#include "safety/catalog/catalogreader.h"

namespace Whimbrel {

/// SQLite: its own statements, which it keeps and rewrites with every ALTER, followed from an empty schema; its indexes as
/// the pragmas list them.
class SqliteCatalog final : public CatalogReader
{
public:
    explicit SqliteCatalog(Session &session);

    Result<> read() override;

private:
    Result<> readStatements();
    Result<> readIndexes();
    Result<> readSettings();
    Result<> readStatistics();
    Result<> countByRowid(const QStringList &tables);

    DefinitionReader m_definitions;
};

} // namespace Whimbrel
