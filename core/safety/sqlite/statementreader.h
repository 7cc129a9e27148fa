// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/reader.h"
#include "safety/tokens/tokencursor.h"

namespace Whimbrel {

/// One statement of SQLite in the reading; as MySqlStatementReader.
class SqliteStatementReader
{
public:
    explicit SqliteStatementReader(QStringView text);

    bool read();
    QList<Operation> takeOperations() { return std::exchange(m_operations, {}); }

private:
    // reader_table.cpp: CREATE TABLE, ALTER TABLE
    bool readCreateTable(Operation operation);
    bool readTableElement(Operation &table);
    bool readTableOptions(Operation &table);
    bool readColumn(ColumnDefinition &column);
    bool readType(TypeName &type);
    bool readColumnConstraint(ColumnDefinition &column);
    bool readDefault(Expression &value);
    bool readGenerated(ColumnDefinition &column);
    bool atTableConstraint() const;
    bool readTableConstraint(ConstraintDefinition &constraint);
    bool readReferences(ConstraintDefinition &constraint);
    bool readCheck(ConstraintDefinition &constraint);
    bool readConflictClause();

    // reader_alter.cpp: ALTER TABLE
    bool readAlterTable();
    bool readAlterAction();
    bool readDropAction();
    bool readModification(bool renames);
    bool readAlterColumn();
    bool readAddition();
    bool readRename();

    // reader_objects.cpp: the other objects
    bool readCreate();
    bool readCreateVirtualTable(Operation operation);
    bool readCreateIndex(Operation operation);
    bool readIndexParts(IndexDefinition &index);
    bool readCreateView(Operation operation);
    bool readCreateTrigger(Operation operation);
    bool readDrop();

    // reader.cpp: the session
    bool readPragma();
    bool readTransaction();
    bool readAttach();
    bool readUpkeep();
    bool readExplain();

    Operation begin(Operation::Kind kind) const;
    void readIfExists(Operation &operation);
    void readIfNotExists(Operation &operation);
    bool addLast(Operation operation); ///< true if nothing follows
    bool addAction(Operation operation); ///< of ALTER TABLE: true if nothing follows but a comma
    bool addToEnd(Operation operation);

    TokenCursor m_in;
    QList<Operation> m_operations;
    ObjectName m_table; ///< of ALTER TABLE
};

} // namespace Whimbrel
