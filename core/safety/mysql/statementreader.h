// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/reader.h"
#include "safety/tokens/tokencursor.h"

#include <functional>

namespace Whimbrel {

/// One statement of MySQL or MariaDB in the reading. Each read…() stands at the part that it names and moves behind it; false
/// says that it is not understood, which makes the whole statement Kind::Unknown.
class MySqlStatementReader
{
public:
    MySqlStatementReader(QStringView text, Dialect dialect);

    bool read();
    QList<Operation> takeOperations() { return std::exchange(m_operations, {}); }

private:
    // reader_objects.cpp: CREATE, ALTER and DROP of everything but tables
    bool readCreate();
    bool readCreateIndex(Operation operation);
    bool readCreateView(Operation operation);
    bool readCreateTrigger(Operation operation);
    bool readAlter();
    bool readDrop();
    bool readDropIndex();
    bool readRename();
    bool readTruncate();
    bool readNamedObjects(Operation operation);
    bool skipDefiner();

    // reader_table.cpp: CREATE TABLE and what stands in its parentheses
    bool readCreateTable(Operation operation);
    bool readTableElements(Operation &table);
    bool readTableElement(Operation &table);
    bool readTableOptions(Operation &table);
    bool readTableOption(QString &name, QString &value);
    bool readPartitionBy(Operation &operation, QString &text);
    bool readPartitionDefinitions();
    bool readTableQuery(Operation &table);
    bool readOptionValue(QString &value);

    // reader_column.cpp: definitions of columns, keys and constraints
    bool readColumn(ColumnDefinition &column);
    bool readType(TypeName &type);
    bool readTypeName(TypeName &type);
    bool readCharacterSet(TypeName &type);
    bool readAttribute(ColumnDefinition &column);
    bool readConstraintAttribute(ColumnDefinition &column);
    bool readGenerated(ColumnDefinition &column);
    bool readDefault(Expression &value);
    bool readReferences(ConstraintDefinition &constraint);
    bool readCheck(ConstraintDefinition &constraint);
    bool atConstraint() const;
    bool atIndex() const;
    bool readConstraint(ConstraintDefinition &constraint);
    bool readIndex(IndexDefinition &index, bool &ifNotExists);
    bool readIndexBody(IndexDefinition &index);
    bool readIndexParts(IndexDefinition &index);
    bool readIndexOptions(IndexDefinition &index);
    bool isUniqueConstraint() const;

    // reader_alter.cpp: ALTER TABLE
    bool readAlterTable();
    bool readAlterAction();
    bool readAdd();
    bool readAddColumns(Operation operation);
    bool readDropAction();
    void readAsPrimaryKey(Operation &drop) const;
    bool readModify(bool change);
    bool readAlterColumn();
    bool readRenameAction();
    bool readPartitionAction();
    bool readAlterTableOption();
    bool readPosition(Operation &operation);
    bool readAlgorithmOrLock();
    bool readWait();
    bool readIfExists(Operation &operation);
    bool readIfNotExists(Operation &operation);

    // reader_session.cpp: the session, its transaction, upkeep
    bool readSet();
    bool readAssignment();
    bool readTransaction();
    bool readLockTables();
    bool readMaintenance();
    bool readGrant();
    bool readLoad();
    bool readOther();

    Operation begin(Operation::Kind kind) const;
    void add(Operation operation, qsizetype from); ///< of the part of the text that begins at token `from`
    void toEnd() { m_in.setIndex(m_in.count()); }
    bool addToEnd(Operation::Kind kind); ///< one operation, whatever else the statement says

    TokenCursor m_in;
    const Dialect m_dialect;
    QList<Operation> m_operations;

    // what the clauses of an ALTER TABLE or CREATE INDEX say of all its actions
    ObjectName m_table;
    QString m_algorithm;
    QString m_lock;
    int m_wait = -1;
};

} // namespace Whimbrel
