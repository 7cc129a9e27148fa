// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"
#include "safety/finding.h"
#include "sql/statement.h"

#include <optional>

namespace Whimbrel {

/// Takes a recipe's values from one thing that a statement does, and from the schema before it. Each function is for
/// one kind of operation: false where the operation is of another, or says what the recipe cannot. What the recipes of
/// MySQL and SQLite want to know beyond this is in the classes derived from it.
class FixBuilder
{
public:
    FixBuilder(const Catalog &catalog, const Operation &operation, const QString &statement);

    /// As far as it was built; without its title. Not complete where something is not known.
    const Fix &fix() const { return m_fix; }

    bool createIndex();
    bool createPartitionedIndex();
    bool dropIndex();
    bool reindex();
    bool standAlone(); ///< the statement as it is, in a migration of its own
    bool standAloneInTransaction();
    bool apart();        ///< the same, with what undoes it; in a transaction
    bool contractStep(); ///< the same, for what code that runs may rely on
    bool backfill();
    bool deleteRows();
    bool runInBatches(); ///< the statement as it is
    bool refresh();

    bool addForeignKey();
    bool addIndexedForeignKey(); ///< of a table that was there before
    bool addCheck();
    bool addUnique();
    bool addPrimaryKey();
    bool validateConstraint();
    bool setNotNull();

    bool addColumn();
    bool addSerialColumn();
    bool addComputedColumn();
    bool changeType();
    bool renameColumn();
    bool dropColumn();
    bool renameTable();
    bool dropTable();

    bool attachPartition();
    bool addPartition();
    bool detachPartition();

protected:
    bool begin(const char *recipe);
    void beginOnTable(const char *recipe);  ///< with the operation's relation as its table
    void beginOnColumn(const char *recipe); ///< and with its name as the column
    void set(const char *name, const QString &value);
    /// One that has to be known: without it the fix is a form.
    void need(const char *name, const QString &value);
    void needIf(bool known);

    QString text(const ObjectName &name) const;
    QString text(const QString &name) const;
    QString text(const QStringList &names) const;
    QString keyOf(const IndexDefinition &index) const; ///< as written
    bool readIndex(const IndexDefinition &index, bool withUnique);
    bool newConstraint(ConstraintDefinition::Kind kind, const char *recipe);
    const CatalogColumn *column() const;
    std::optional<Statement> onlyStatement() const; ///< nothing where the operation is a part of it, or a recipe cannot take it
    QString undo() const;
    /// The column stands in nothing that would have to be made anew for another: index, constraint, view, trigger.
    bool isFree(const QString &column) const;
    bool hasPart(std::initializer_list<QLatin1StringView> words, const QString &text) const;

    const Catalog &m_catalog;
    const Operation &m_operation;
    const QString &m_statement; ///< all of it, where the operation is a part
    const CatalogRelation *m_table;
    Fix m_fix;
};

} // namespace Whimbrel
