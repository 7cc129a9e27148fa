// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "definitionreader.h"
#include "safety/catalog/catalogreader.h"

namespace Whimbrel {

/// PostgreSQL 13 to 18, from pg_catalog. Objects of the system's own schemas and of other sessions' temporary ones are left out.
class PostgreSqlCatalog final : public CatalogReader
{
public:
    explicit PostgreSqlCatalog(Session &session);

    Result<> read() override;
    Result<WriteCounts> readWrites() override;

private:
    using Fill = void (PostgreSqlCatalog::*)(const Rows &);
    Result<> fill(const QString &sql, Fill filling);

    void readTypes(const Rows &rows);
    void readRelations(const Rows &rows);
    void readParents(const Rows &rows);
    void readColumns(const Rows &rows);
    void readSequences(const Rows &rows);
    void readIndexes(const Rows &rows);
    void readConstraints(const Rows &rows);
    void readViews(const Rows &rows);
    void readBelongings(const Rows &rows);
    void readFunctions(const Rows &rows);
    void readPath(const Rows &rows);
    void addUp();

    static QStringList stringsOf(const QString &json);
    static Answer answer(bool yes) { return yes ? Answer::Yes : Answer::No; }
    CatalogColumn column(const Rows &rows, qsizetype row);
    CatalogRelation *relation(const Rows &rows, qsizetype row, QStringView oid = u"oid");
    ObjectName nameOf(const Rows &rows, qsizetype row, QStringView oid) const;
    IndexDefinition bareIndex(const Rows &rows, qsizetype row) const;
    PartitionBound boundOf(const QString &text) const;
    static QStringList columnsAt(const QHash<int, QString> &names, const QString &numbers);

    DefinitionReader m_definitions;
    QHash<qlonglong, CatalogRelation> m_relations; ///< by oid
    QHash<qlonglong, QHash<int, QString>> m_columns; ///< their columns' names by number
    QHash<qlonglong, CatalogType> m_types;
};

} // namespace Whimbrel
