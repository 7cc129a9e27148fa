// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "definitionreader.h"
#include "safety/catalog/catalogreader.h"

namespace Whimbrel {

/// MySQL 8 and MariaDB, the database that the session is in, from information_schema. MySQL's part is written from its
/// documentation and not tested against a server.
class MySqlCatalog final : public CatalogReader
{
public:
    explicit MySqlCatalog(Session &session);

    Result<> read() override;

private:
    using Fill = void (MySqlCatalog::*)(const Rows &);

    void readTables(const Rows &rows);
    void readColumns(const Rows &rows);
    void readIndexes(const Rows &rows);
    void readForeignKeys(const Rows &rows);
    void readChecks(const Rows &rows);
    void readTriggers(const Rows &rows);
    void readViews(const Rows &rows);
    void readFunctions(const Rows &rows);

    QString columnsSql() const;
    QString indexesSql() const;
    QString checksSql() const;
    QString columnText(const Rows &rows, qsizetype row) const;
    CatalogRelation *relation(const Rows &rows, qsizetype row);

    DefinitionReader m_definitions;
    QHash<QString, CatalogRelation> m_relations;
    QString m_database;
};

} // namespace Whimbrel
