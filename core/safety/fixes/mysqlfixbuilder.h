// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/fixes/fixbuilder.h"

namespace Whimbrel {

/// The recipes of MySQL and MariaDB: what ALGORITHM and LOCK ask for, and what MODIFY would forget.
class MySqlFixBuilder : public FixBuilder
{
public:
    using FixBuilder::FixBuilder;

    bool createIndex();
    bool dropIndex();
    bool addForeignKey();
    bool addColumn();
    bool changeType();
    bool setNotNull();
    bool renameColumn();
    bool dropColumn();
    bool dropTable();
    bool askForAlgorithm(); ///< the action as it is, and how it is to be done
    bool addBehindAll();    ///< the column without its place
    bool addPrimaryKey();
    bool addCheck();
    bool rebuildTable();
    bool nameForeignKeys(); ///< CREATE TABLE with clauses that MySQL takes for what they are
    bool keepAttributes();  ///< MODIFY with what the column has and the statement leaves out
    bool alterOnCopy();     ///< the action as it is, by pt-online-schema-change
    bool changePrimaryKey();

private:
    /// The statement says already how it is to be done.
    bool isAskedFor() const { return m_operation.lock == u"NONE" && !m_operation.algorithm.isEmpty(); }
    /// MODIFY that changes nothing but the type and NOT NULL.
    bool isPlainModify() const;
    /// ALTER TABLE with this action, asking for the best algorithm that serves it; false where that is a copy.
    bool alterTable(const QString &action, const QString &undo);
    /// A column as MODIFY has it, from what the catalog knows; nothing where that is not enough.
    QString definitionOf(const CatalogColumn &column) const;
    /// What ALTER TABLE is to do on a copy, and what undoes it.
    std::optional<std::pair<QString, QString>> actionAndUndo() const;
    bool canBeCopied() const;
    QString place() const; ///< " AFTER a"; empty: none is asked for
    /// Type and default are all there is to it.
    bool isPlain(const CatalogColumn &column) const;
};

} // namespace Whimbrel
