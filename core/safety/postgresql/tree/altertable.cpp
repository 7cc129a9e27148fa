// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/expressions.h"
#include "safety/postgresql/tree/tables.h"

#include <optional>

namespace Whimbrel::PgTree {

namespace {

using enum OperationKind;

/// One action of ALTER TABLE, and of ALTER INDEX, VIEW, SEQUENCE, TYPE, which share its node.
class ActionReader
{
public:
    ActionReader(const AlterTableStmt *statement, const AlterTableCmd *action, const Source &source, Range range)
        : m_statement(statement), m_action(action), m_source(source), m_range(range)
    {
    }

    Operation read();

private:
    bool readColumnAction();
    bool readConstraintAction();
    bool readTableAction();
    bool readTriggerAction();
    void readOther();
    Expression behind(Text word, const Node *node) const;
    void named(OperationKind kind) { m_operation.kind = kind; m_operation.name = text(m_action->name); }
    void named(OperationKind kind, Text value)
    {
        named(kind);
        m_operation.value = value;
    }
    void all(OperationKind kind, Text value)
    {
        m_operation.kind = kind;
        m_operation.value = value;
        m_operation.set(OperationFlag::All);
    }

    const AlterTableStmt *m_statement;
    const AlterTableCmd *m_action;
    const Source &m_source;
    Range m_range;
    Operation m_operation;
};

ObjectType typeOf(::ObjectType type)
{
    switch (type) {
    case OBJECT_INDEX:
        return ObjectType::Index;
    case OBJECT_VIEW:
        return ObjectType::View;
    case OBJECT_MATVIEW:
        return ObjectType::MaterializedView;
    case OBJECT_SEQUENCE:
        return ObjectType::Sequence;
    case OBJECT_FOREIGN_TABLE:
        return ObjectType::ForeignTable;
    case OBJECT_TYPE:
        return ObjectType::Type;
    default:
        return ObjectType::Table;
    }
}

/// What stands behind `word` up to the end of the action.
Expression ActionReader::behind(Text word, const Node *node) const
{
    const int position = m_source.word(word, m_range.begin, m_range.end);
    return readExpression(node, position < 0 ? m_range : m_source.trimmed({m_source.behindToken(position), m_range.end}));
}

Operation ActionReader::read()
{
    m_operation.kind = Unknown;
    m_operation.objectType = typeOf(m_statement->objtype);
    m_operation.relation = nameOf(m_statement->relation);
    m_operation.range = m_range;
    m_operation.set(OperationFlag::Only, m_statement->objtype == OBJECT_TABLE && !m_statement->relation->inh);
    m_operation.set(OperationFlag::IfExists, m_statement->missing_ok || m_action->missing_ok);
    m_operation.set(OperationFlag::Cascade, m_action->behavior == DROP_CASCADE);
    if (!readColumnAction() && !readConstraintAction() && !readTableAction() && !readTriggerAction())
        readOther();
    if (m_operation.objectType == ObjectType::Type && m_operation.kind != ChangeOwner)
        m_operation.kind = AlterCompositeType;
    return std::move(m_operation);
}

bool ActionReader::readColumnAction()
{
    const Node *definition = m_action->def;
    switch (m_action->subtype) {
    case AT_AddColumn:
        m_operation.kind = AddColumn;
        m_operation.flags &= ~static_cast<unsigned>(OperationFlag::IfExists);
        m_operation.set(OperationFlag::IfExists, m_statement->missing_ok);
        m_operation.set(OperationFlag::IfNotExists, m_action->missing_ok);
        m_operation.columns.push_back(readColumn(as<ColumnDef>(definition), m_source, m_source.item(as<ColumnDef>(definition)->location, m_range.end)));
        m_operation.name = m_operation.columns.front().name;
        m_operation.value = m_statement->objtype == OBJECT_TYPE ? "ADD" : "";
        return true;
    case AT_DropColumn:
        named(DropColumn, m_statement->objtype == OBJECT_TYPE ? "DROP" : "");
        return true;
    case AT_AlterColumnType: {
        named(AlterColumnType, m_statement->objtype == OBJECT_TYPE ? "ALTER" : "");
        const ColumnDef *column = as<ColumnDef>(definition);
        Column result = readColumn(column, m_source, m_range);
        result.name = text(m_action->name);
        m_operation.columns.push_back(std::move(result));
        if (column->raw_default)
            m_operation.expression = behind("using", column->raw_default);
        return true;
    }
    case AT_ColumnDefault:
        named(definition ? SetDefault : DropDefault);
        if (definition)
            m_operation.expression = behind("default", definition);
        return true;
    case AT_SetNotNull:
        return named(SetNotNull), true;
    case AT_DropNotNull:
        return named(DropNotNull), true;
    case AT_SetExpression:
        named(SetExpression);
        m_operation.expression = readExpression(definition, m_source.insideParentheses(m_range.begin, m_range.end));
        return true;
    case AT_DropExpression:
        return named(DropExpression), true;
    case AT_AddIdentity:
        return named(AddIdentity), true;
    case AT_SetIdentity:
        return named(AlterIdentity), true;
    case AT_DropIdentity:
        return named(DropIdentity), true;
    case AT_SetStatistics:
        named(SetStatistics, valueText(definition));
        return true;
    case AT_SetStorage:
        return named(SetStorage, valueText(definition)), true;
    case AT_SetCompression:
        return named(SetCompression, valueText(definition)), true;
    case AT_SetOptions:
    case AT_ResetOptions:
    case AT_AlterColumnGenericOptions:
        return named(SetColumnOptions), true;
    default:
        return false;
    }
}

bool ActionReader::readConstraintAction()
{
    switch (m_action->subtype) {
    case AT_AddConstraint: {
        const ::Constraint *constraint = as<::Constraint>(m_action->def);
        m_operation.kind = AddConstraint;
        m_operation.name = text(constraint->conname);
        m_operation.constraints.push_back(readConstraint(constraint, m_source, m_source.item(constraint->location, m_range.end)));
        return true;
    }
    case AT_ValidateConstraint:
        return named(ValidateConstraint), true;
    case AT_AlterConstraint:
        named(AlterConstraint);
        if (is(m_action->def, T_Constraint)) {
            m_operation.name = text(as<::Constraint>(m_action->def)->conname);
            m_operation.value = as<::Constraint>(m_action->def)->deferrable ? "DEFERRABLE" : "NOT DEFERRABLE";
        }
        return true;
    case AT_DropConstraint:
        return named(DropConstraint), true;
    default:
        return false;
    }
}

bool ActionReader::readTableAction()
{
    const Node *definition = m_action->def;
    const auto other = [&](OperationKind kind) {
        m_operation.kind = kind;
        m_operation.other = is(definition, T_RangeVar) ? nameOf(as<RangeVar>(definition)) : Name{};
        return true;
    };
    switch (m_action->subtype) {
    case AT_SetLogged:
        return named(SetLogged), true;
    case AT_SetUnLogged:
        return named(SetUnlogged), true;
    case AT_SetTableSpace:
        return named(SetTablespace), true;
    case AT_SetAccessMethod:
        return named(SetAccessMethod), true;
    case AT_SetRelOptions:
    case AT_ResetRelOptions:
    case AT_ReplaceRelOptions:
        m_operation.kind = SetStorageParameters;
        m_operation.value = m_action->subtype == AT_ResetRelOptions ? "RESET" : "SET";
        for (const DefElem *option : each<DefElem>(as<::List>(definition)))
            addOption(option, m_operation, m_action->subtype == AT_ResetRelOptions ? "" : "true");
        return true;
    case AT_ClusterOn:
        return named(ClusterOn), true;
    case AT_DropCluster:
        return named(SetWithoutCluster), true;
    case AT_EnableRowSecurity:
        return named(EnableRowSecurity), true;
    case AT_DisableRowSecurity:
        return named(DisableRowSecurity), true;
    case AT_ForceRowSecurity:
        return named(ForceRowSecurity), true;
    case AT_NoForceRowSecurity:
        return named(ForceRowSecurity, "no"), true;
    case AT_ReplicaIdentity: {
        const ReplicaIdentityStmt *identity = as<ReplicaIdentityStmt>(definition);
        m_operation.kind = ReplicaIdentity;
        m_operation.name = text(identity->name);
        m_operation.value = identity->identity_type == 'f' ? "FULL" : identity->identity_type == 'n' ? "NOTHING" : identity->identity_type == 'i' ? "INDEX" : "DEFAULT";
        return true;
    }
    case AT_AddInherit:
        return other(Inherit);
    case AT_DropInherit:
        return other(NoInherit);
    case AT_AddOf:
        m_operation.kind = OfType;
        m_operation.other = readType(as<::TypeName>(definition)).name;
        return true;
    case AT_DropOf:
        return named(NotOf), true;
    case AT_AttachPartition:
    case AT_DetachPartition:
    case AT_DetachPartitionFinalize: {
        const PartitionCmd *partition = as<PartitionCmd>(definition);
        m_operation.kind = m_action->subtype == AT_AttachPartition ? AttachPartition : DetachPartition;
        m_operation.other = nameOf(partition->name);
        m_operation.bound = readBound(partition->bound, m_source, m_source.behindName(partition->name->location));
        m_operation.set(OperationFlag::Concurrently, partition->concurrent);
        m_operation.set(OperationFlag::Finalize, m_action->subtype == AT_DetachPartitionFinalize);
        m_operation.set(OperationFlag::DefaultPartition, partition->bound && partition->bound->is_default);
        return true;
    }
    case AT_ChangeOwner:
        m_operation.kind = ChangeOwner;
        m_operation.value = roleName(m_action->newowner);
        return true;
    default:
        return false;
    }
}

bool ActionReader::readTriggerAction()
{
    switch (m_action->subtype) {
    case AT_EnableTrig:
        return named(EnableTrigger), true;
    case AT_EnableAlwaysTrig:
        return named(EnableTrigger, "ALWAYS"), true;
    case AT_EnableReplicaTrig:
        return named(EnableTrigger, "REPLICA"), true;
    case AT_EnableTrigAll:
        return all(EnableTrigger, "ALL"), true;
    case AT_EnableTrigUser:
        return all(EnableTrigger, "USER"), true;
    case AT_DisableTrig:
        return named(DisableTrigger), true;
    case AT_DisableTrigAll:
        return all(DisableTrigger, "ALL"), true;
    case AT_DisableTrigUser:
        return all(DisableTrigger, "USER"), true;
    case AT_EnableRule:
        return named(EnableRule), true;
    case AT_EnableAlwaysRule:
        return named(EnableRule, "ALWAYS"), true;
    case AT_EnableReplicaRule:
        return named(EnableRule, "REPLICA"), true;
    case AT_DisableRule:
        return named(DisableRule), true;
    default:
        return false;
    }
}

void ActionReader::readOther()
{
    switch (m_action->subtype) {
    case AT_GenericOptions: // OPTIONS of a foreign table
        m_operation.kind = SetStorageParameters;
        m_operation.value = "SET";
        return;
    case AT_DropOids: // does nothing since 12
        m_operation.kind = SetStorageParameters;
        m_operation.value = "RESET";
        return;
    default:
        m_operation.kind = Unknown;
    }
}

/// ALTER INDEX has a kind of its own for what tables do under the same node.
void renameForIndex(Operation &operation)
{
    switch (operation.kind) {
    case SetStorageParameters:
        operation.name = std::exchange(operation.value, {});
        break;
    case SetTablespace:
        operation.value = std::exchange(operation.name, "SET TABLESPACE");
        break;
    case SetStatistics:
        operation.name = "SET STATISTICS";
        break;
    case AttachPartition:
        operation.name = "ATTACH PARTITION";
        break;
    default:
        return;
    }
    operation.kind = AlterIndex;
}

} // namespace

void readAlterTable(const AlterTableStmt *statement, const Source &source, std::vector<Operation> &operations)
{
    int position = statement->relation ? source.behindName(statement->relation->location) : 0;
    if (const int token = source.tokenAt(position); token < source.size() && source.text({token, token + 1}) == "*")
        position = token + 1;
    const int closing = source.tokenAt(position);
    if (closing < source.size() && source.text({closing, closing + 1}) == ")") // ONLY (t)
        position = closing + 1;
    operations.reserve(operations.size() + size(statement->cmds));
    for (const AlterTableCmd *action : each<AlterTableCmd>(statement->cmds)) {
        const Range range = source.item(position);
        position = source.behindToken(source.tokenAt(range.end));
        Operation operation = ActionReader(statement, action, source, range).read();
        if (statement->objtype == OBJECT_INDEX)
            renameForIndex(operation);
        else if (statement->objtype == OBJECT_VIEW && operation.kind != ChangeOwner)
            operation.kind = AlterView;
        operations.push_back(std::move(operation));
    }
}

} // namespace Whimbrel::PgTree
