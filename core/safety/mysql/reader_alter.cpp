// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/statementreader.h"
#include "safety/tokens/expressionreader.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

/// ALTER [ONLINE] [IGNORE] TABLE [IF EXISTS] t [WAIT n] action, …; the cursor is behind TABLE.
bool MySqlStatementReader::readAlterTable()
{
    Operation head;
    readIfExists(head);
    m_table = m_in.readName();
    if (m_table.isEmpty() || !readWait())
        return false;
    // Options may follow each other without a comma, and partitioning any action.
    while (!m_in.atEnd()) {
        if (!readAlterAction() || (m_in.acceptSymbol(u',') && m_in.atEnd()))
            return false;
    }
    if (m_operations.isEmpty()) // ALTER TABLE t, ALTER TABLE t ALGORITHM = …: nothing to do
        m_operations.append(begin(Kind::Other));
    for (Operation &operation : m_operations) {
        operation.flags |= head.flags;
        operation.algorithm = m_algorithm;
        operation.lock = m_lock;
        operation.waitSeconds = m_wait;
        if (m_wait == 0)
            operation.flags |= Flag::NoWait;
    }
    return true;
}

bool MySqlStatementReader::readAlterAction()
{
    const qsizetype start = m_in.index();
    if (m_in.isAnyWord({"ALGORITHM"_L1, "LOCK"_L1}))
        return readAlgorithmOrLock();
    if (m_in.accept({"WITH"_L1, "VALIDATION"_L1}) || m_in.accept({"WITHOUT"_L1, "VALIDATION"_L1}))
        return true;
    if (m_in.isAnyWord({"PARTITION"_L1, "REORGANIZE"_L1, "COALESCE"_L1, "EXCHANGE"_L1, "REBUILD"_L1, "REMOVE"_L1, "TRUNCATE"_L1, "CHECK"_L1,
                        "ANALYZE"_L1, "OPTIMIZE"_L1, "REPAIR"_L1, "DISCARD"_L1, "IMPORT"_L1})
        || m_in.isWords({"ADD"_L1, "PARTITION"_L1}) || m_in.isWords({"DROP"_L1, "PARTITION"_L1})
        || m_in.isWords({"CONVERT"_L1, "PARTITION"_L1}) || m_in.isWords({"CONVERT"_L1, "TABLE"_L1}))
        return readPartitionAction();
    if (m_in.accept("ADD"_L1))
        return readAdd();
    if (m_in.accept("DROP"_L1))
        return readDropAction();
    if (m_in.accept("MODIFY"_L1))
        return readModify(false);
    if (m_in.accept("CHANGE"_L1))
        return readModify(true);
    if (m_in.accept("ALTER"_L1))
        return readAlterColumn();
    if (m_in.accept("RENAME"_L1))
        return readRenameAction();
    if (m_in.accept({"CONVERT"_L1, "TO"_L1})) {
        TypeName type;
        Operation operation = begin(Kind::ConvertCharacterSet);
        if (!readCharacterSet(type))
            return false;
        while (m_in.isWord("COLLATE"_L1) && readCharacterSet(type)) {
        }
        operation.value = type.characterSet;
        operation.name = type.collation;
        add(operation, start);
        return true;
    }
    return readAlterTableOption();
}

bool MySqlStatementReader::readAdd()
{
    const qsizetype start = m_in.index() - 1;
    if (atIndex()) {
        Operation operation = begin(Kind::CreateIndex);
        IndexDefinition index;
        bool ifNotExists = false;
        if (!readIndex(index, ifNotExists))
            return false;
        operation.name = index.name;
        operation.indexes = {index};
        operation.flags.setFlag(Flag::IfNotExists, ifNotExists);
        operation.flags.setFlag(Flag::Unique, index.unique);
        operation.flags.setFlag(Flag::FullTextOrSpatial, index.method == "FULLTEXT"_L1 || index.method == "SPATIAL"_L1);
        add(operation, start);
        return true;
    }
    if (atConstraint()) {
        Operation operation = begin(Kind::AddConstraint);
        ConstraintDefinition constraint;
        if (!readConstraint(constraint))
            return false;
        operation.name = constraint.name;
        operation.constraints = {constraint};
        operation.flags.setFlag(Flag::IfNotExists, constraint.ifNotExists);
        add(operation, start);
        return true;
    }
    if (m_in.isWords({"SYSTEM"_L1, "VERSIONING"_L1}) || m_in.isWords({"PERIOD"_L1, "FOR"_L1})) {
        Operation operation = begin(Kind::SystemVersioning);
        operation.name = u"ADD"_s;
        if (m_in.isWord("PERIOD"_L1)) {
            operation.name = u"ADD PERIOD"_s;
            m_in.advance(2);
            m_in.accept({"IF"_L1, "NOT"_L1, "EXISTS"_L1});
            if (m_in.readIdentifier().isEmpty() || !m_in.readNameList())
                return false;
        } else {
            m_in.advance(2);
        }
        add(operation, start);
        return true;
    }
    Operation operation = begin(Kind::AddColumn);
    m_in.accept("COLUMN"_L1);
    readIfNotExists(operation);
    if (m_in.isSymbol(u'('))
        return readAddColumns(operation);
    ColumnDefinition column;
    if (!readColumn(column) || !readPosition(operation))
        return false;
    operation.name = column.name;
    operation.columns = {column};
    add(operation, start);
    return true;
}

/// ADD (a INT, b INT, KEY (a))
bool MySqlStatementReader::readAddColumns(Operation operation)
{
    Operation list;
    const qsizetype opening = m_in.index();
    const qsizetype closing = m_in.behindParentheses(opening) - 1;
    m_in.advance();
    do {
        const qsizetype start = m_in.index();
        if (!readTableElement(list))
            return false;
        Operation part = operation;
        if (!list.columns.isEmpty()) {
            part.columns = {list.columns.takeLast()};
            part.name = part.columns.constFirst().name;
        } else if (!list.indexes.isEmpty()) {
            part.kind = Kind::CreateIndex;
            part.indexes = {list.indexes.takeLast()};
            part.name = part.indexes.constFirst().name;
            part.flags.setFlag(Flag::Unique, part.indexes.constFirst().unique);
        } else if (!list.constraints.isEmpty()) {
            part.kind = Kind::AddConstraint;
            part.constraints = {list.constraints.takeLast()};
            part.name = part.constraints.constFirst().name;
        } else {
            return false;
        }
        add(part, start);
    } while (m_in.acceptSymbol(u','));
    return m_in.index() == closing && m_in.acceptSymbol(u')');
}

/// The index of this name is the primary key: DROP INDEX `PRIMARY`.
void MySqlStatementReader::readAsPrimaryKey(Operation &drop) const
{
    if (drop.objectType != ObjectType::Index || drop.name.compare("PRIMARY"_L1, Qt::CaseInsensitive) != 0)
        return;
    drop.kind = Kind::DropConstraint;
    drop.objectType = ObjectType::Table;
    drop.name = u"PRIMARY"_s;
    drop.value = u"PRIMARY KEY"_s;
}

bool MySqlStatementReader::readDropAction()
{
    const qsizetype start = m_in.index() - 1;
    Operation operation = begin(Kind::DropColumn);
    if (m_in.accept({"PRIMARY"_L1, "KEY"_L1})) {
        operation.kind = Kind::DropConstraint;
        operation.name = u"PRIMARY"_s;
        operation.value = u"PRIMARY KEY"_s;
    } else if (m_in.accept({"SYSTEM"_L1, "VERSIONING"_L1})) {
        operation.kind = Kind::SystemVersioning;
        operation.name = u"DROP"_s;
    } else if (m_in.accept({"PERIOD"_L1, "FOR"_L1})) {
        operation.kind = Kind::SystemVersioning;
        operation.name = u"DROP PERIOD"_s;
        readIfExists(operation);
        if (m_in.readIdentifier().isEmpty())
            return false;
    } else {
        if (m_in.accept({"FOREIGN"_L1, "KEY"_L1})) {
            operation.kind = Kind::DropConstraint;
            operation.value = u"FOREIGN KEY"_s;
        } else if (m_in.acceptAny({"INDEX"_L1, "KEY"_L1})) {
            operation.kind = Kind::DropObject;
            operation.objectType = ObjectType::Index;
        } else if (m_in.isAnyWord({"CONSTRAINT"_L1, "CHECK"_L1}) && m_in.atName(1)) {
            operation.kind = Kind::DropConstraint;
            operation.value = m_in.isWord("CHECK"_L1) ? u"CHECK"_s : QString();
            m_in.advance();
        } else {
            m_in.accept("COLUMN"_L1);
        }
        readIfExists(operation);
        operation.name = m_in.readIdentifier();
        if (operation.name.isEmpty())
            return false;
        readAsPrimaryKey(operation);
        if (m_in.accept("CASCADE"_L1))
            operation.flags |= Flag::Cascade;
        else
            m_in.accept("RESTRICT"_L1);
    }
    add(operation, start);
    return true;
}

bool MySqlStatementReader::readModify(bool change)
{
    const qsizetype start = m_in.index() - 1;
    Operation operation = begin(Kind::ModifyColumn);
    m_in.accept("COLUMN"_L1);
    readIfExists(operation);
    if (change)
        operation.name = m_in.readIdentifier();
    ColumnDefinition column;
    if ((change && operation.name.isEmpty()) || !readColumn(column) || !readPosition(operation))
        return false;
    if (change && column.name.compare(operation.name, Qt::CaseInsensitive) != 0)
        operation.newName = column.name;
    else
        operation.name = column.name;
    operation.columns = {column};
    add(operation, start);
    return true;
}

/// FIRST, AFTER column
bool MySqlStatementReader::readPosition(Operation &operation)
{
    if (m_in.accept("FIRST"_L1)) {
        operation.position = u"FIRST"_s;
    } else if (m_in.accept("AFTER"_L1)) {
        operation.position = m_in.readIdentifier();
        return !operation.position.isEmpty();
    }
    return true;
}

/// ALTER [COLUMN] c SET DEFAULT …, ALTER INDEX i …, ALTER CHECK c …
bool MySqlStatementReader::readAlterColumn()
{
    const qsizetype start = m_in.index() - 1;
    Operation operation = begin(Kind::SetDefault);
    if (m_in.isAnyWord({"INDEX"_L1, "KEY"_L1}) && m_in.atName(1)) {
        m_in.advance();
        operation.kind = Kind::IndexVisibility;
        readIfExists(operation);
        operation.name = m_in.readIdentifier();
        if (m_in.accept("VISIBLE"_L1) || m_in.accept({"NOT"_L1, "IGNORED"_L1}))
            operation.value = u"visible"_s;
        else if (m_in.acceptAny({"INVISIBLE"_L1, "IGNORED"_L1}))
            operation.value = u"invisible"_s;
        else
            return false;
    } else if (m_in.isAnyWord({"CHECK"_L1, "CONSTRAINT"_L1}) && m_in.peek(2).isAnyWord({"ENFORCED"_L1, "NOT"_L1})) {
        m_in.advance();
        operation.kind = Kind::AlterConstraint;
        operation.name = m_in.readIdentifier();
        operation.value = m_in.accept("NOT"_L1) ? u"NOT ENFORCED"_s : u"ENFORCED"_s;
        if (!m_in.accept("ENFORCED"_L1))
            return false;
    } else {
        if (m_in.isWord("COLUMN"_L1) && m_in.atName(1))
            m_in.advance();
        readIfExists(operation);
        operation.name = m_in.readIdentifier();
        if (m_in.accept({"SET"_L1, "DEFAULT"_L1})) {
            if (!readDefault(operation.expression))
                return false;
        } else if (m_in.accept({"DROP"_L1, "DEFAULT"_L1})) {
            operation.kind = Kind::DropDefault;
        } else if (m_in.accept("SET"_L1) && m_in.isAnyWord({"VISIBLE"_L1, "INVISIBLE"_L1})) {
            operation.kind = Kind::SetColumnOptions;
            operation.value = m_in.readIdentifier().toUpper();
        } else {
            return false;
        }
    }
    add(operation, start);
    return !operation.name.isEmpty();
}

bool MySqlStatementReader::readRenameAction()
{
    const qsizetype start = m_in.index() - 1;
    Operation operation = begin(Kind::RenameObject);
    if (m_in.isAnyWord({"COLUMN"_L1, "INDEX"_L1, "KEY"_L1}) && m_in.atName(1) && !m_in.isWord("TO"_L1)) {
        operation.kind = m_in.isWord("COLUMN"_L1) ? Kind::RenameColumn : Kind::RenameObject;
        m_in.advance();
        readIfExists(operation);
        operation.name = m_in.readIdentifier();
        if (operation.name.isEmpty() || !m_in.accept("TO"_L1))
            return false;
        operation.newName = m_in.readIdentifier();
        if (operation.kind == Kind::RenameObject)
            operation.objectType = ObjectType::Index;
    } else {
        if (!m_in.acceptAny({"TO"_L1, "AS"_L1}))
            m_in.acceptSymbol(u'=');
        const ObjectName name = m_in.readName();
        operation.newName = name.name;
        if (!name.schema.isEmpty() && name.schema != m_table.schema)
            operation.other.schema = name.schema;
    }
    add(operation, start);
    return !operation.newName.isEmpty();
}

} // namespace Whimbrel
