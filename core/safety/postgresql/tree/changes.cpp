// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/expressions.h"
#include "safety/postgresql/tree/statements.h"
#include "safety/postgresql/tree/tables.h"

namespace Whimbrel::PgTree {

namespace {

using enum OperationKind;

Operation change(OperationKind kind, const ObjectReference &object)
{
    Operation operation;
    operation.kind = kind;
    operation.objectType = object.type;
    operation.relation = object.relation;
    operation.name = object.name;
    return operation;
}

Operation change(OperationKind kind, ObjectType type, Text name)
{
    return change(kind, ObjectReference{type, {{}, name}, {}});
}

/// The object of a statement that names tables as `relation` and all else as `object`.
ObjectReference reference(::ObjectType type, const RangeVar *relation, const Node *object)
{
    if (!relation)
        return referenceOf(type, object);
    const Node *name = is(object, T_List) ? last<Node>(as<::List>(object)) : nullptr;
    return {objectTypeOf(type), nameOf(relation), is(name, T_String) ? text(as<::String>(name)) : Text()};
}

/// Where the names of DROP INDEX a, b begin; -1 for what is not named by a name alone.
int namesOfDrop(const DropStmt *statement, const Source &source)
{
    int words = 0; // behind DROP
    switch (statement->removeType) {
    case OBJECT_INDEX:
    case OBJECT_SEQUENCE:
    case OBJECT_TABLE:
    case OBJECT_VIEW:
        words = 1;
        break;
    case OBJECT_FOREIGN_TABLE:
    case OBJECT_MATVIEW:
        words = 2;
        break;
    default:
        return -1;
    }
    words += (statement->concurrent ? 1 : 0) + (statement->missing_ok ? 2 : 0);
    int position = source.behindToken(source.tokenAt(0));
    for (; words > 0; --words)
        position = source.behindToken(source.tokenAt(position));
    return source.tokenAt(position);
}

void readDrop(const DropStmt *statement, const Source &source, std::vector<Operation> &operations)
{
    int position = size(statement->objects) > 1 ? namesOfDrop(statement, source) : -1;
    for (const Node *object : each<Node>(statement->objects)) {
        Operation operation = change(DropObject, referenceOf(statement->removeType, object));
        operation.set(OperationFlag::IfExists, statement->missing_ok);
        operation.set(OperationFlag::Cascade, statement->behavior == DROP_CASCADE);
        operation.set(OperationFlag::Concurrently, statement->concurrent);
        if (position >= 0) {
            operation.range = {position, source.behindName(position)};
            position = source.tokenAt(source.behindToken(source.tokenAt(operation.range.end))); // behind the comma
        }
        operations.push_back(std::move(operation));
    }
}

Operation dropOne(ObjectType type, Text name, bool missingOk)
{
    Operation operation = change(DropObject, type, name);
    operation.set(OperationFlag::IfExists, missingOk);
    return operation;
}

Operation readRename(const RenameStmt *statement)
{
    Operation operation = change(RenameObject, reference(statement->renameType, statement->relation, statement->object));
    operation.newName = text(statement->newname);
    operation.set(OperationFlag::IfExists, statement->missing_ok);
    operation.set(OperationFlag::Only, statement->renameType != OBJECT_ATTRIBUTE && statement->relation && !statement->relation->inh);
    if (statement->subname)
        operation.name = text(statement->subname);
    switch (statement->renameType) {
    case OBJECT_COLUMN:
        operation.kind = RenameColumn;
        operation.objectType = objectTypeOf(statement->relationType);
        break;
    case OBJECT_ATTRIBUTE:
        operation.kind = AlterCompositeType;
        operation.value = "RENAME";
        break;
    case OBJECT_TABCONSTRAINT:
        operation.kind = RenameConstraint;
        operation.objectType = ObjectType::Table;
        break;
    case OBJECT_SCHEMA:
    case OBJECT_DATABASE:
    case OBJECT_ROLE:
    case OBJECT_TABLESPACE:
        operation.relation = {{}, text(statement->subname)};
        operation.name.clear();
        break;
    default:
        break;
    }
    return operation;
}

Operation readComment(::ObjectType type, const Node *object, const char *comment)
{
    Operation operation = change(Comment, referenceOf(type, object));
    operation.value = text(comment);
    return operation;
}

void readGrant(const GrantStmt *statement, std::vector<Operation> &operations)
{
    const OperationKind kind = statement->is_grant ? Grant : Revoke;
    std::string privileges;
    for (const AccessPriv *privilege : each<AccessPriv>(statement->privileges)) {
        privileges += privileges.empty() ? "" : ", ";
        privileges += privilege->priv_name ? privilege->priv_name : "all";
    }
    if (privileges.empty())
        privileges = "all";
    const bool all = statement->targtype != ACL_TARGET_OBJECT;
    for (const Node *object : each<Node>(statement->objects)) {
        Operation operation = change(kind, referenceOf(statement->objtype, object));
        operation.objectType = all ? ObjectType::Schema : operation.objectType;
        operation.value = privileges;
        operation.set(OperationFlag::All, all);
        operations.push_back(std::move(operation));
    }
}

void readDomainChange(const AlterDomainStmt *statement, const Source &source, std::vector<Operation> &operations)
{
    Operation operation = change(Unknown, {ObjectType::Domain, nameOf(statement->typeName), text(statement->name)});
    operation.set(OperationFlag::IfExists, statement->missing_ok);
    operation.set(OperationFlag::Cascade, statement->behavior == DROP_CASCADE);
    switch (statement->subtype) {
    case 'T':
        operation.kind = SetDomainDefault;
        if (statement->def) {
            const int word = source.word("default", source.tokenAt(0), source.size());
            operation.expression = readExpression(statement->def, word < 0 ? Range{} : source.trimmed({source.behindToken(word), source.size()}));
        }
        break;
    case 'N':
        operation.kind = DropDomainNotNull;
        break;
    case 'O':
        operation.kind = SetDomainNotNull;
        break;
    case 'C': {
        operation.kind = AddDomainConstraint;
        if (is(statement->def, T_Constraint)) {
            const ::Constraint *constraint = as<::Constraint>(statement->def);
            operation.constraints.push_back(readConstraint(constraint, source, source.item(constraint->location)));
            operation.name = text(constraint->conname);
        }
        break;
    }
    case 'X':
        operation.kind = DropDomainConstraint;
        break;
    case 'V':
        operation.kind = ValidateDomainConstraint;
        break;
    default:
        break;
    }
    operations.push_back(std::move(operation));
}

Operation readEnumChange(const AlterEnumStmt *statement)
{
    Operation operation = change(statement->oldVal ? RenameEnumValue : AddEnumValue, {ObjectType::Type, nameOf(statement->typeName), {}});
    operation.set(OperationFlag::IfNotExists, statement->skipIfNewValExists);
    if (statement->oldVal) {
        operation.value = text(statement->oldVal);
        operation.newName = text(statement->newVal);
    } else {
        operation.value = text(statement->newVal);
        if (statement->newValNeighbor) {
            operation.name = text(statement->newValNeighbor);
            operation.position = statement->newValIsAfter ? "AFTER" : "BEFORE";
        }
    }
    return operation;
}

Operation readPublicationChange(const AlterPublicationStmt *statement)
{
    Operation operation = change(AlterPublication, ObjectType::Publication, text(statement->pubname));
    if (statement->pubobjects || statement->for_all_tables)
        operation.value = statement->action == AP_AddObjects ? "ADD" : statement->action == AP_DropObjects ? "DROP" : "SET";
    else
        operation.value = "OPTIONS";
    for (const PublicationObjSpec *object : each<PublicationObjSpec>(statement->pubobjects)) {
        if (object->pubtable)
            operation.reads.push_back(nameOf(object->pubtable->relation));
        else
            operation.set(OperationFlag::All);
    }
    return operation;
}

Operation readPolicyChange(const AlterPolicyStmt *statement, const Source &source)
{
    Operation operation = change(AlterPolicy, {ObjectType::Table, nameOf(statement->table), text(statement->policy_name)});
    operation.expression = readCondition(statement->qual, "using", statement->table, source);
    operation.reads = operation.expression.relations;
    const Expression check = readExpression(statement->with_check);
    operation.reads.insert(operation.reads.end(), check.relations.begin(), check.relations.end());
    unique(operation.reads);
    return operation;
}

Operation readSequenceChange(const AlterSeqStmt *statement)
{
    Operation operation = change(AlterSequence, {ObjectType::Sequence, nameOf(statement->sequence), {}});
    operation.set(OperationFlag::IfExists, statement->missing_ok);
    for (const DefElem *option : each<DefElem>(statement->options)) {
        if (text(option->defname) == "owned_by" && is(option->arg, T_List) && size(as<::List>(option->arg)) > 1) {
            const ObjectReference owner = referenceOf(OBJECT_COLUMN, option->arg);
            operation.other = owner.relation;
            operation.name = owner.name;
        }
        addOption(option, operation);
    }
    return operation;
}

Operation readSubscriptionChange(const AlterSubscriptionStmt *statement)
{
    Operation operation = change(AlterSubscription, ObjectType::Subscription, text(statement->subname));
    static constexpr std::pair<AlterSubscriptionType, Text> words[] = {
        {ALTER_SUBSCRIPTION_OPTIONS, "SET"},  {ALTER_SUBSCRIPTION_CONNECTION, "CONNECTION"}, {ALTER_SUBSCRIPTION_SET_PUBLICATION, "SET PUBLICATION"},
        {ALTER_SUBSCRIPTION_ADD_PUBLICATION, "ADD PUBLICATION"}, {ALTER_SUBSCRIPTION_DROP_PUBLICATION, "DROP PUBLICATION"},
        {ALTER_SUBSCRIPTION_REFRESH, "REFRESH PUBLICATION"}, {ALTER_SUBSCRIPTION_ENABLED, "ENABLED"}, {ALTER_SUBSCRIPTION_SKIP, "SKIP"},
    };
    for (const auto &[type, word] : words) {
        if (type == statement->kind)
            operation.value = word;
    }
    for (const DefElem *option : each<DefElem>(statement->options))
        addOption(option, operation);
    return operation;
}

Operation readDatabaseChange(const AlterDatabaseStmt *statement)
{
    Operation operation = change(AlterDatabase, ObjectType::Database, text(statement->dbname));
    for (const DefElem *option : each<DefElem>(statement->options)) {
        addOption(option, operation);
        if (text(option->defname) == "tablespace")
            operation.name = "SET TABLESPACE";
    }
    return operation;
}

Operation settingChange(OperationKind kind, ObjectType type, Text name, const VariableSetStmt *setting)
{
    Operation operation = change(kind, type, name);
    setSetting(setting, operation);
    operation.kind = kind;
    return operation;
}

Operation readFunctionChange(const AlterFunctionStmt *statement)
{
    Operation operation = change(AlterFunction, referenceOf(OBJECT_FUNCTION, reinterpret_cast<const Node *>(statement->func)));
    if (const DefElem *volatility = option(statement->actions, "volatility"))
        operation.value = valueText(volatility->arg);
    return operation;
}

Operation readMoveAll(const AlterTableMoveAllStmt *statement)
{
    Operation operation = change(SetTablespace, ObjectReference{objectTypeOf(statement->objtype), {}, text(statement->new_tablespacename)});
    operation.value = text(statement->orig_tablespacename);
    operation.set(OperationFlag::All);
    operation.set(OperationFlag::NoWait, statement->nowait);
    return operation;
}

} // namespace

bool readChange(const Node *statement, const Source &source, std::vector<Operation> &operations)
{
    const auto push = [&operations](Operation operation) {
        operations.push_back(std::move(operation));
        return true;
    };
    switch (statement->type) {
    case T_DropStmt:
        return readDrop(as<DropStmt>(statement), source, operations), true;
    case T_DropdbStmt:
        return push(dropOne(ObjectType::Database, text(as<DropdbStmt>(statement)->dbname), as<DropdbStmt>(statement)->missing_ok));
    case T_DropTableSpaceStmt:
        return push(dropOne(ObjectType::Tablespace, text(as<DropTableSpaceStmt>(statement)->tablespacename), as<DropTableSpaceStmt>(statement)->missing_ok));
    case T_DropSubscriptionStmt:
        return push(dropOne(ObjectType::Subscription, text(as<DropSubscriptionStmt>(statement)->subname), as<DropSubscriptionStmt>(statement)->missing_ok));
    case T_DropRoleStmt:
        for (const RoleSpec *role : each<RoleSpec>(as<DropRoleStmt>(statement)->roles))
            push(dropOne(ObjectType::Role, text(role->rolename), as<DropRoleStmt>(statement)->missing_ok));
        return true;
    case T_DropOwnedStmt: {
        Operation operation = change(DropOwned, ObjectType::Role, {});
        for (const RoleSpec *role : each<RoleSpec>(as<DropOwnedStmt>(statement)->roles))
            operation.value += (operation.value.empty() ? "" : ", ") + roleName(role);
        operation.set(OperationFlag::Cascade, as<DropOwnedStmt>(statement)->behavior == DROP_CASCADE);
        return push(std::move(operation));
    }
    case T_ReassignOwnedStmt: {
        Operation operation = change(ReassignOwned, ObjectType::Role, {});
        operation.value = roleName(as<ReassignOwnedStmt>(statement)->newrole);
        return push(std::move(operation));
    }
    case T_RenameStmt:
        return push(readRename(as<RenameStmt>(statement)));
    case T_AlterObjectSchemaStmt: {
        const AlterObjectSchemaStmt *move = as<AlterObjectSchemaStmt>(statement);
        Operation operation = change(SetSchema, reference(move->objectType, move->relation, move->object));
        operation.other.name = text(move->newschema);
        operation.set(OperationFlag::IfExists, move->missing_ok);
        return push(std::move(operation));
    }
    case T_AlterOwnerStmt: {
        const AlterOwnerStmt *owner = as<AlterOwnerStmt>(statement);
        Operation operation = change(ChangeOwner, reference(owner->objectType, owner->relation, owner->object));
        operation.value = roleName(owner->newowner);
        return push(std::move(operation));
    }
    case T_CommentStmt:
        return push(readComment(as<CommentStmt>(statement)->objtype, as<CommentStmt>(statement)->object, as<CommentStmt>(statement)->comment));
    case T_SecLabelStmt:
        return push(readComment(as<SecLabelStmt>(statement)->objtype, as<SecLabelStmt>(statement)->object, as<SecLabelStmt>(statement)->label));
    case T_GrantStmt:
        return readGrant(as<GrantStmt>(statement), operations), true;
    case T_GrantRoleStmt:
        for (const AccessPriv *role : each<AccessPriv>(as<GrantRoleStmt>(statement)->granted_roles))
            push(change(as<GrantRoleStmt>(statement)->is_grant ? Grant : Revoke, ObjectType::Role, text(role->priv_name)));
        return true;
    case T_AlterDomainStmt:
        return readDomainChange(as<AlterDomainStmt>(statement), source, operations), true;
    case T_AlterEnumStmt:
        return push(readEnumChange(as<AlterEnumStmt>(statement)));
    case T_AlterSeqStmt:
        return push(readSequenceChange(as<AlterSeqStmt>(statement)));
    case T_AlterPolicyStmt:
        return push(readPolicyChange(as<AlterPolicyStmt>(statement), source));
    case T_AlterPublicationStmt:
        return push(readPublicationChange(as<AlterPublicationStmt>(statement)));
    case T_AlterSubscriptionStmt:
        return push(readSubscriptionChange(as<AlterSubscriptionStmt>(statement)));
    case T_AlterFunctionStmt:
        return push(readFunctionChange(as<AlterFunctionStmt>(statement)));
    case T_AlterStatsStmt:
        return push(change(AlterStatistics, {ObjectType::Statistics, nameOf(as<AlterStatsStmt>(statement)->defnames), {}}));
    case T_AlterTypeStmt:
        return push(change(Other, {ObjectType::Type, nameOf(as<AlterTypeStmt>(statement)->typeName), {}}));
    case T_AlterTableMoveAllStmt:
        return push(readMoveAll(as<AlterTableMoveAllStmt>(statement)));
    case T_AlterRoleStmt:
        return push(change(AlterRole, ObjectType::Role, text(as<AlterRoleStmt>(statement)->role->rolename)));
    case T_AlterRoleSetStmt: {
        const AlterRoleSetStmt *role = as<AlterRoleSetStmt>(statement);
        return push(settingChange(AlterRole, ObjectType::Role, role->role ? text(role->role->rolename) : Text("all"), role->setstmt));
    }
    case T_AlterDatabaseStmt:
        return push(readDatabaseChange(as<AlterDatabaseStmt>(statement)));
    case T_AlterDatabaseSetStmt:
        return push(settingChange(AlterDatabase, ObjectType::Database, text(as<AlterDatabaseSetStmt>(statement)->dbname), as<AlterDatabaseSetStmt>(statement)->setstmt));
    case T_AlterDatabaseRefreshCollStmt:
        return push(change(AlterDatabase, ObjectType::Database, text(as<AlterDatabaseRefreshCollStmt>(statement)->dbname)));
    case T_AlterSystemStmt:
        return push(settingChange(AlterSystem, ObjectType::Other, {}, as<AlterSystemStmt>(statement)->setstmt));
    case T_AlterExtensionStmt:
        return push(change(AlterExtension, ObjectType::Extension, text(as<AlterExtensionStmt>(statement)->extname)));
    case T_AlterExtensionContentsStmt:
        return push(change(AlterExtension, ObjectType::Extension, text(as<AlterExtensionContentsStmt>(statement)->extname)));
    case T_AlterObjectDependsStmt: {
        const AlterObjectDependsStmt *depends = as<AlterObjectDependsStmt>(statement);
        return push(change(depends->objectType == OBJECT_TRIGGER ? AlterTrigger : Other, reference(depends->objectType, depends->relation, depends->object)));
    }
    default:
        return false;
    }
}

} // namespace Whimbrel::PgTree
