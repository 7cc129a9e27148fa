// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

CatalogRelation *CatalogChange::target()
{
    switch (op.objectType) {
    case ObjectType::ForeignTable:
    case ObjectType::View:
    case ObjectType::MaterializedView:
    case ObjectType::Sequence:
        return d.known(op.relation, op.objectType);
    default: // what belongs to a table names it
        return d.known(op.relation, ObjectType::Table);
    }
}

void CatalogChange::apply()
{
    using enum Operation::Kind;
    switch (op.kind) {
    case Select:
    case Insert:
    case Update:
    case Delete:
    case Merge:
    case CopyFrom:
    case CopyTo:
    case Truncate:
    case LockTable:
    case Other:
        return; // the many that change no schema
    case Unknown:
    case Opaque:
    case Call:
        d.opaque = true;
        d.gone = SharedMap<ObjectName>(d.relationCase()); // it may have made any of them again
        return;
    case DoBlock:
        for (const Operation &inner : op.body)
            CatalogChange(d, inner).apply();
        return;
    default:
        if (!applyToWhole() && !applyToColumn() && !applyToConstraint() && !applyToTable())
            applyToOther();
    }
}

bool CatalogChange::applyToWhole()
{
    using enum Operation::Kind;
    switch (op.kind) {
    case CreateTable:
        createTable();
        return true;
    case CreateTableAs:
        createTableAs();
        return true;
    case CreateIndex:
        createIndex();
        return true;
    case CreateView:
    case CreateMaterializedView:
        createView();
        return true;
    case CreateSequence:
        createSequence();
        return true;
    case CreateType:
        createType();
        return true;
    case CreateDomain:
        createDomain();
        return true;
    case CreateFunction:
        createFunction();
        return true;
    case CreateTrigger:
        createTrigger();
        return true;
    case CreateStatistics:
        if (CatalogRelation *relation = target(); relation && !op.other.isEmpty())
            relation->extendedStatistics.append(op.other.name);
        return true;
    case CreatePolicy:
        createPolicy();
        return true;
    case DropObject:
        dropObject();
        return true;
    case RenameObject:
        renameObject();
        return true;
    case SetSchema:
        setSchema();
        return true;
    default:
        return false;
    }
}

bool CatalogChange::applyToColumn()
{
    using enum Operation::Kind;
    switch (op.kind) {
    case AddColumn:
        addColumn();
        return true;
    case DropColumn:
        dropColumn();
        return true;
    case RenameColumn:
        renameColumn();
        return true;
    case AlterColumnType:
        alterColumnType();
        return true;
    case ModifyColumn:
        modifyColumn();
        return true;
    case SetDefault:
    case DropDefault:
    case SetNotNull:
    case DropNotNull:
    case SetExpression:
    case DropExpression:
        changeColumn();
        return true;
    case AddIdentity:
    case DropIdentity:
        changeIdentity();
        return true;
    default:
        return false;
    }
}

bool CatalogChange::applyToConstraint()
{
    using enum Operation::Kind;
    switch (op.kind) {
    case AddConstraint:
        addConstraint();
        return true;
    case ValidateConstraint:
        validateConstraint();
        return true;
    case AlterConstraint:
        alterConstraint();
        return true;
    case DropConstraint:
        dropConstraint();
        return true;
    case RenameConstraint:
        renameConstraint();
        return true;
    case AlterIndex:
        alterIndex();
        return true;
    case IndexVisibility:
        setIndexVisibility();
        return true;
    default:
        return false;
    }
}

bool CatalogChange::applyToTable()
{
    using enum Operation::Kind;
    switch (op.kind) {
    case Inherit:
        inherit();
        return true;
    case NoInherit:
        noInherit();
        return true;
    case AttachPartition:
        attachPartition();
        return true;
    case DetachPartition:
        detachPartition();
        return true;
    case SetLogged:
    case SetUnlogged:
    case SetTablespace:
    case SetAccessMethod:
    case TableOption:
    case ConvertCharacterSet:
    case ChangePartitions:
        changeOption();
        return true;
    default:
        return false;
    }
}

void CatalogChange::applyToOther()
{
    using enum Operation::Kind;
    switch (op.kind) {
    case AlterSequence:
        return alterSequence();
    case AddEnumValue:
    case RenameEnumValue:
    case AlterCompositeType:
    case AddDomainConstraint:
    case DropDomainConstraint:
    case ValidateDomainConstraint:
    case SetDomainNotNull:
    case DropDomainNotNull:
    case SetDomainDefault:
        return alterType();
    case SetSetting:
        return setSetting();
    case Discard:
        return endSession(d);
    case Comment:
        if (op.objectType == ObjectType::Table) {
            if (CatalogRelation *relation = target())
                relation->comment = op.value;
        }
        return;
    default:
        return; // owners, grants, statistics, upkeep: nothing that anybody asks a catalog
    }
}

/// What a table is kept as.
void CatalogChange::changeOption()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    switch (op.kind) {
    case Operation::Kind::SetLogged:
    case Operation::Kind::SetUnlogged:
        relation->unlogged = op.kind == Operation::Kind::SetUnlogged;
        return;
    case Operation::Kind::SetTablespace:
        relation->tablespace = op.value;
        return;
    case Operation::Kind::SetAccessMethod:
        relation->accessMethod = op.value;
        return;
    case Operation::Kind::ConvertCharacterSet:
        relation->characterSet = op.value.toLower();
        for (CatalogColumn &column : relation->columns) {
            if (!column.type.characterSet.isEmpty())
                column.type.characterSet = relation->characterSet;
        }
        return;
    case Operation::Kind::ChangePartitions:
        if (op.name == "PARTITION BY"_L1)
            relation->isPartitioned = true;
        else if (op.name == "REMOVE"_L1)
            relation->isPartitioned = false;
        return;
    default:
        break;
    }
    setOption(*relation, op.name, op.value);
}

/// One of the options of CREATE or ALTER TABLE.
void CatalogChange::setOption(CatalogRelation &relation, const QString &name, const QString &value)
{
    if (name == "ENGINE"_L1)
        relation.engine = value;
    else if (name == "ROW_FORMAT"_L1)
        relation.rowFormat = value;
    else if (name == "STRICT"_L1 || name == "WITHOUT ROWID"_L1)
        relation.rowFormat += (relation.rowFormat.isEmpty() ? QString() : u", "_s) + name;
    else if (name == "COMMENT"_L1)
        relation.comment = value;
    else if (name == "CHARACTER SET"_L1 || name == "CHARSET"_L1)
        relation.characterSet = value.toLower();
    else if (name == "PARTITION BY"_L1)
        relation.isPartitioned = true;
    else if (name == "TABLESPACE"_L1)
        relation.tablespace = value;
    else if (name == "AUTO_INCREMENT"_L1)
        relation.lastValue = value.toLongLong() - 1;
}

} // namespace Whimbrel
