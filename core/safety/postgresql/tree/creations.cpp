// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/expressions.h"
#include "safety/postgresql/tree/queries.h"
#include "safety/postgresql/tree/statements.h"
#include "safety/postgresql/tree/tables.h"

namespace Whimbrel::PgTree {

namespace {

using enum OperationKind;

Operation create(OperationKind kind, ObjectType type, Name name)
{
    Operation operation;
    operation.kind = kind;
    operation.objectType = type;
    operation.relation = name;
    return operation;
}

Operation readTableAs(const CreateTableAsStmt *statement, const Source &source, std::vector<Operation> &operations)
{
    const bool isView = statement->objtype == OBJECT_MATVIEW;
    Operation operation = create(isView ? CreateMaterializedView : CreateTableAs, isView ? ObjectType::MaterializedView : ObjectType::Table,
                                 nameOf(statement->into->rel));
    operation.set(OperationFlag::IfNotExists, statement->if_not_exists);
    operation.set(OperationFlag::NoData, statement->into->skipData);
    operation.set(OperationFlag::Temporary, statement->into->rel->relpersistence == 't');
    operation.set(OperationFlag::Unlogged, statement->into->rel->relpersistence == 'u');
    if (is(statement->query, T_ExecuteStmt))
        operation.expression.isOpaque = true;
    else
        readQueryInto(statement->query, source, operation, operations);
    if (statement->into->colNames)
        operation.columnNames = texts(statement->into->colNames);
    return operation;
}

Operation readView(const ViewStmt *statement, const Source &source, std::vector<Operation> &operations)
{
    Operation operation = create(CreateView, ObjectType::View, nameOf(statement->view));
    operation.set(OperationFlag::OrReplace, statement->replace);
    operation.set(OperationFlag::Temporary, statement->view->relpersistence == 't');
    readQueryInto(statement->query, source, operation, operations);
    if (statement->aliases)
        operation.columnNames = texts(statement->aliases);
    return operation;
}

/// SELECT 1, the body of a function that the planner inlines to a constant.
bool isConstantQuery(const Node *body)
{
    if (is(body, T_ReturnStmt))
        return isConstant(as<ReturnStmt>(body)->returnval);
    if (!is(body, T_SelectStmt))
        return false;
    const SelectStmt *query = as<SelectStmt>(body);
    const ResTarget *target = at<ResTarget>(query->targetList, 0);
    return size(query->targetList) == 1 && !query->fromClause && !query->whereClause && isConstant(target->val);
}

/// What it returns, then what it takes: by these the server tells functions of one name apart.
void readSignature(const CreateFunctionStmt *statement, Operation &operation)
{
    Column result;
    if (statement->returnType)
        result.type = readType(statement->returnType);
    operation.columns.push_back(std::move(result));
    for (const FunctionParameter *parameter : each<FunctionParameter>(statement->parameters)) {
        const bool isGiven = parameter->mode != FUNC_PARAM_TABLE && (parameter->mode != FUNC_PARAM_OUT || statement->is_procedure);
        if (!isGiven)
            continue;
        Column argument;
        argument.name = text(parameter->name);
        argument.type = readType(parameter->argType);
        operation.columns.push_back(std::move(argument));
    }
}

Operation readFunction(const CreateFunctionStmt *statement)
{
    Operation operation = create(CreateFunction, ObjectType::Function, nameOf(statement->funcname));
    operation.set(OperationFlag::OrReplace, statement->replace);
    std::string volatility = "volatile";
    std::string language = "sql";
    const char *source = nullptr;
    for (const DefElem *option : each<DefElem>(statement->options)) {
        if (text(option->defname) == "volatility")
            volatility = valueText(option->arg);
        else if (text(option->defname) == "language")
            language = valueText(option->arg);
        else if (text(option->defname) == "as" && is(option->arg, T_List) && size(as<::List>(option->arg)) == 1)
            source = at<::String>(as<::List>(option->arg), 0)->sval;
    }
    operation.value = statement->is_procedure ? "procedure" : volatility;
    operation.options.emplace_back("LANGUAGE", language);
    readSignature(statement, operation);
    const Node *body = statement->sql_body;
    if (!body && source && language == "sql")
        body = reinterpret_cast<const Node *>(parse(source));
    // a text is a list of statements, BEGIN ATOMIC … END a list of lists
    while (is(body, T_List) && size(as<::List>(body)) == 1)
        body = at<Node>(as<::List>(body), 0);
    operation.expression.isConstant = isConstantQuery(is(body, T_RawStmt) ? as<RawStmt>(body)->stmt : body);
    return operation;
}

Operation readTrigger(const CreateTrigStmt *statement, const Source &source)
{
    Operation operation = create(CreateTrigger, ObjectType::Table, nameOf(statement->relation));
    operation.name = text(statement->trigname);
    operation.set(OperationFlag::OrReplace, statement->replace);
    operation.other = nameOf(statement->funcname);
    operation.value = statement->isconstraint ? "CONSTRAINT" : "";
    operation.columnNames = texts(statement->columns);
    operation.expression = readCondition(statement->whenClause, "when", statement->relation, source);
    if (statement->constrrel)
        operation.reads.push_back(nameOf(statement->constrrel));
    return operation;
}

Operation readRule(const RuleStmt *statement, const Source &source)
{
    Operation operation = create(CreateRule, ObjectType::Table, nameOf(statement->relation));
    operation.name = text(statement->rulename);
    operation.set(OperationFlag::OrReplace, statement->replace);
    operation.expression = readExpression(statement->whereClause);
    std::vector<Operation> actions;
    for (const Node *action : each<Node>(statement->actions))
        readQuery(action, source, actions);
    for (const Operation &action : actions) {
        for (const Name &name : action.reads)
            operation.reads.push_back(name);
        operation.reads.push_back(action.relation);
    }
    std::erase_if(operation.reads, [](const Name &name) { return name.name.empty() || ((name.name == "old" || name.name == "new") && name.schema.empty()); });
    unique(operation.reads);
    return operation;
}

Operation readPolicy(const CreatePolicyStmt *statement, const Source &source)
{
    Operation operation = create(CreatePolicy, ObjectType::Table, nameOf(statement->table));
    operation.name = text(statement->policy_name);
    operation.value = text(statement->cmd_name);
    operation.expression = readCondition(statement->qual, "using", statement->table, source);
    const Expression check = readExpression(statement->with_check);
    operation.reads = operation.expression.relations;
    operation.reads.insert(operation.reads.end(), check.relations.begin(), check.relations.end());
    unique(operation.reads);
    return operation;
}

Operation readStatistics(const CreateStatsStmt *statement)
{
    const Node *table = at<Node>(statement->relations, 0);
    Operation operation = create(CreateStatistics, ObjectType::Table, is(table, T_RangeVar) ? nameOf(as<RangeVar>(table)) : Name{});
    operation.other = nameOf(statement->defnames);
    operation.name = operation.other.name;
    operation.set(OperationFlag::IfNotExists, statement->if_not_exists);
    for (const StatsElem *element : each<StatsElem>(statement->exprs)) {
        if (element->name)
            operation.columnNames.push_back(text(element->name));
    }
    return operation;
}

Operation readPublication(const CreatePublicationStmt *statement)
{
    Operation operation = create(CreatePublication, ObjectType::Publication, {{}, text(statement->pubname)});
    operation.set(OperationFlag::All, statement->for_all_tables);
    for (const PublicationObjSpec *object : each<PublicationObjSpec>(statement->pubobjects)) {
        if (object->pubtable)
            operation.reads.push_back(nameOf(object->pubtable->relation));
        else
            operation.set(OperationFlag::All);
    }
    return operation;
}

Operation readSequence(const CreateSeqStmt *statement)
{
    Operation operation = create(CreateSequence, ObjectType::Sequence, nameOf(statement->sequence));
    operation.set(OperationFlag::IfNotExists, statement->if_not_exists);
    operation.set(OperationFlag::Temporary, statement->sequence->relpersistence == 't');
    for (const DefElem *option : each<DefElem>(statement->options)) {
        if (text(option->defname) == "owned_by" && is(option->arg, T_List) && size(as<::List>(option->arg)) > 1) {
            const ObjectReference owner = referenceOf(OBJECT_COLUMN, option->arg);
            operation.other = owner.relation;
            operation.name = owner.name;
        } else {
            addOption(option, operation);
        }
    }
    return operation;
}

Operation readDomain(const CreateDomainStmt *statement, const Source &source)
{
    Operation operation = create(CreateDomain, ObjectType::Domain, nameOf(statement->domainname));
    ColumnDef definition{};
    definition.typeName = statement->typeName;
    definition.collClause = statement->collClause;
    definition.constraints = statement->constraints;
    Column column = readColumn(&definition, source, source.item(statement->typeName ? statement->typeName->location : 0));
    operation.expression = column.defaultValue;
    operation.columns.push_back(std::move(column));
    return operation;
}

Operation readSchema(const CreateSchemaStmt *statement, const Source &source, std::vector<Operation> &following)
{
    Operation operation = create(CreateSchema, ObjectType::Schema, {{}, text(statement->schemaname)});
    operation.set(OperationFlag::IfNotExists, statement->if_not_exists);
    operation.value = roleName(statement->authrole);
    if (!statement->schemaname && statement->authrole)
        operation.relation.name = text(statement->authrole->rolename);
    for (const Node *element : each<Node>(statement->schemaElts)) {
        const size_t before = following.size();
        readNode(element, source, following);
        for (size_t i = before; i < following.size(); ++i) {
            if (following[i].relation.schema.empty())
                following[i].relation.schema = operation.relation.name;
        }
    }
    return operation;
}

Operation readDefinition(const DefineStmt *statement)
{
    const bool isType = statement->kind == OBJECT_TYPE;
    Operation operation = create(isType ? CreateType : statement->kind == OBJECT_AGGREGATE ? CreateFunction : Other,
                                 objectTypeOf(statement->kind), nameOf(statement->defnames));
    operation.value = isType ? "base" : "";
    operation.set(OperationFlag::OrReplace, statement->replace);
    operation.set(OperationFlag::IfNotExists, statement->if_not_exists);
    return operation;
}

Operation readType(const Node *statement, const Source &source)
{
    Operation operation = create(CreateType, ObjectType::Type, {});
    if (is(statement, T_CreateEnumStmt)) {
        operation.relation = nameOf(as<CreateEnumStmt>(statement)->typeName);
        operation.value = "enum";
        Column values;
        values.type.name = operation.relation;
        operation.columnNames = texts(as<CreateEnumStmt>(statement)->vals);
    } else if (is(statement, T_CreateRangeStmt)) {
        operation.relation = nameOf(as<CreateRangeStmt>(statement)->typeName);
        operation.value = "range";
    } else {
        operation.relation = nameOf(as<CompositeTypeStmt>(statement)->typevar);
        operation.value = "composite";
        for (const ColumnDef *attribute : each<ColumnDef>(as<CompositeTypeStmt>(statement)->coldeflist))
            operation.columns.push_back(readColumn(attribute, source, source.item(attribute->location)));
    }
    return operation;
}

} // namespace

bool readCreation(const Node *statement, const Source &source, std::vector<Operation> &operations)
{
    const auto push = [&operations](Operation operation) {
        operations.push_back(std::move(operation));
        return true;
    };
    switch (statement->type) {
    case T_CreateTableAsStmt:
        return push(readTableAs(as<CreateTableAsStmt>(statement), source, operations));
    case T_ViewStmt:
        return push(readView(as<ViewStmt>(statement), source, operations));
    case T_CreateFunctionStmt:
        return push(readFunction(as<CreateFunctionStmt>(statement)));
    case T_CreateTrigStmt:
        return push(readTrigger(as<CreateTrigStmt>(statement), source));
    case T_RuleStmt:
        return push(readRule(as<RuleStmt>(statement), source));
    case T_CreatePolicyStmt:
        return push(readPolicy(as<CreatePolicyStmt>(statement), source));
    case T_CreateStatsStmt:
        return push(readStatistics(as<CreateStatsStmt>(statement)));
    case T_CreatePublicationStmt:
        return push(readPublication(as<CreatePublicationStmt>(statement)));
    case T_CreateSeqStmt:
        return push(readSequence(as<CreateSeqStmt>(statement)));
    case T_CreateDomainStmt:
        return push(readDomain(as<CreateDomainStmt>(statement), source));
    case T_DefineStmt:
        return push(readDefinition(as<DefineStmt>(statement)));
    case T_CreateEnumStmt:
    case T_CreateRangeStmt:
    case T_CompositeTypeStmt:
        return push(readType(statement, source));
    case T_CreateSchemaStmt: {
        std::vector<Operation> following;
        push(readSchema(as<CreateSchemaStmt>(statement), source, following));
        for (Operation &operation : following)
            push(std::move(operation));
        return true;
    }
    case T_CreateExtensionStmt: {
        Operation operation = create(CreateExtension, ObjectType::Extension, {{}, text(as<CreateExtensionStmt>(statement)->extname)});
        operation.set(OperationFlag::IfNotExists, as<CreateExtensionStmt>(statement)->if_not_exists);
        return push(std::move(operation));
    }
    case T_CreateSubscriptionStmt: {
        const CreateSubscriptionStmt *subscription = as<CreateSubscriptionStmt>(statement);
        Operation operation = create(CreateSubscription, ObjectType::Subscription, {{}, text(subscription->subname)});
        for (const DefElem *option : each<DefElem>(subscription->options))
            addOption(option, operation);
        return push(std::move(operation));
    }
    case T_CreatedbStmt:
        return push(create(CreateDatabase, ObjectType::Database, {{}, text(as<CreatedbStmt>(statement)->dbname)}));
    case T_CreateTableSpaceStmt:
        return push(create(CreateTablespace, ObjectType::Tablespace, {{}, text(as<CreateTableSpaceStmt>(statement)->tablespacename)}));
    case T_CreateRoleStmt:
        return push(create(CreateRole, ObjectType::Role, {{}, text(as<CreateRoleStmt>(statement)->role)}));
    default:
        return false;
    }
}

} // namespace Whimbrel::PgTree
