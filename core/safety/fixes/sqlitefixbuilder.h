// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/fixes/fixbuilder.h"

namespace Whimbrel {

/// The recipes of SQLite: above all the table built anew, for what its ALTER TABLE cannot do.
class SqliteFixBuilder : public FixBuilder
{
public:
    using FixBuilder::FixBuilder;

    bool rebuildTable();
    bool addColumn();
    bool addUnique();
    bool renameColumn();
    bool dropColumn();
    bool renameTable();
    bool dropTable();
    bool standAlone();

    /// What makes these indexes and triggers of the table again; nothing where one is not known in words.
    std::optional<QStringList> textsOf(const QStringList &names) const;

private:
    /// What CREATE TABLE has between its parentheses, and what the new columns are filled with.
    struct Table
    {
        QStringList columns;     ///< definitions, in order
        QStringList constraints; ///< those that are not within a column
        QStringList filled;      ///< names of the columns that the old table fills
        QStringList values;
    };

    /// Such a text no recipe takes, as it could hold more than a remark.
    static bool mayHoldComment(const QString &text);
    std::optional<Table> tableNow() const;
    /// False for an operation that is not one of a definition.
    bool change(Table &table, const Operation &operation) const;
    bool changeColumn(Table &table, const Operation &operation) const;
    bool appendColumn(Table &table, const Operation &operation) const;
    bool dropColumn(Table &table, Table &before, const Operation &operation) const;
    QList<Operation> operations() const; ///< all that the statement asks for
    QString textOf(const CatalogIndex &index) const;
    QString indexesNow() const;
    bool hasObjects() const; ///< triggers or views
    /// Views and triggers that name the table, which stand in the way while it is away.
    struct Objects
    {
        QStringList drops; ///< of those that do not go with the table
        QStringList texts; ///< makes all of them again
    };
    std::optional<Objects> objectsNow() const; ///< nothing where the text of one is not known
    QList<const CatalogRelation *> viewsAbove() const;
};

} // namespace Whimbrel
