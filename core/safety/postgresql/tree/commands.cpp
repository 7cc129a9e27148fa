// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/expressions.h"
#include "safety/postgresql/tree/queries.h"
#include "safety/postgresql/tree/statements.h"

#include <storage/lockdefs.h>

namespace Whimbrel::PgTree {

namespace {

using enum OperationKind;

Operation command(OperationKind kind, const RangeVar *relation = nullptr)
{
    Operation operation;
    operation.kind = kind;
    operation.relation = nameOf(relation);
    operation.set(OperationFlag::Only, relation && !relation->inh);
    return operation;
}

Text lockName(int mode)
{
    switch (mode) {
    case AccessShareLock:
        return "AccessShareLock";
    case RowShareLock:
        return "RowShareLock";
    case RowExclusiveLock:
        return "RowExclusiveLock";
    case ShareUpdateExclusiveLock:
        return "ShareUpdateExclusiveLock";
    case ShareLock:
        return "ShareLock";
    case ShareRowExclusiveLock:
        return "ShareRowExclusiveLock";
    case ExclusiveLock:
        return "ExclusiveLock";
    default:
        return "AccessExclusiveLock";
    }
}

void readLock(const LockStmt *statement, std::vector<Operation> &operations)
{
    for (const RangeVar *relation : each<RangeVar>(statement->relations)) {
        Operation operation = command(LockTable, relation);
        operation.value = lockName(statement->mode);
        operation.set(OperationFlag::NoWait, statement->nowait);
        operations.push_back(std::move(operation));
    }
}

void readTruncate(const TruncateStmt *statement, std::vector<Operation> &operations)
{
    for (const RangeVar *relation : each<RangeVar>(statement->relations)) {
        Operation operation = command(Truncate, relation);
        operation.set(OperationFlag::Cascade, statement->behavior == DROP_CASCADE);
        operation.value = statement->restart_seqs ? "RESTART IDENTITY" : "";
        operations.push_back(std::move(operation));
    }
}

void readCopy(const CopyStmt *statement, const Source &source, std::vector<Operation> &operations)
{
    if (statement->query) { // COPY (query) TO
        readQuery(statement->query, source, operations);
        if (!operations.empty() && operations.back().kind == Select && operations.size() == 1)
            operations.back().kind = CopyTo;
        return;
    }
    Operation operation = command(statement->is_from ? CopyFrom : CopyTo, statement->relation);
    operation.columnNames = texts(statement->attlist);
    operation.expression = readExpression(statement->whereClause);
    operations.push_back(std::move(operation));
}

void readVacuum(const VacuumStmt *statement, std::vector<Operation> &operations)
{
    const OperationKind kind = statement->is_vacuumcmd ? Vacuum : Analyze;
    const bool full = isOn(option(statement->options, "full"));
    const bool analyse = statement->is_vacuumcmd && isOn(option(statement->options, "analyze"));
    const auto push = [&](Operation operation) {
        operation.set(OperationFlag::Full, full);
        operation.value = analyse ? "ANALYZE" : "";
        operations.push_back(std::move(operation));
    };
    for (const VacuumRelation *relation : each<VacuumRelation>(statement->rels)) {
        Operation operation = command(kind, relation->relation);
        operation.columnNames = texts(relation->va_cols);
        push(std::move(operation));
    }
    if (size(statement->rels) == 0) {
        Operation operation = command(kind);
        operation.set(OperationFlag::All);
        push(std::move(operation));
    }
}

Operation readReindex(const ReindexStmt *statement)
{
    Operation operation = command(Reindex, statement->relation);
    operation.set(OperationFlag::Concurrently, isOn(option(statement->params, "concurrently")));
    switch (statement->kind) {
    case REINDEX_OBJECT_INDEX:
        operation.objectType = ObjectType::Index;
        break;
    case REINDEX_OBJECT_TABLE:
        operation.objectType = ObjectType::Table;
        break;
    case REINDEX_OBJECT_SCHEMA:
        operation.objectType = ObjectType::Schema;
        break;
    case REINDEX_OBJECT_SYSTEM:
        operation.value = "SYSTEM";
        [[fallthrough]];
    case REINDEX_OBJECT_DATABASE:
        operation.objectType = ObjectType::Database;
        break;
    }
    if (!statement->relation) {
        operation.relation.name = text(statement->name);
        operation.set(OperationFlag::All);
    }
    return operation;
}

Operation readTransaction(const TransactionStmt *statement)
{
    Operation operation = command(Other);
    operation.set(OperationFlag::Chain, statement->chain);
    operation.name = text(statement->savepoint_name);
    switch (statement->kind) {
    case TRANS_STMT_BEGIN:
    case TRANS_STMT_START:
        operation.kind = Begin;
        break;
    case TRANS_STMT_COMMIT:
        operation.kind = Commit;
        break;
    case TRANS_STMT_ROLLBACK:
        operation.kind = Rollback;
        break;
    case TRANS_STMT_SAVEPOINT:
        operation.kind = Savepoint;
        break;
    case TRANS_STMT_RELEASE:
        operation.kind = ReleaseSavepoint;
        break;
    case TRANS_STMT_ROLLBACK_TO:
        operation.kind = RollbackToSavepoint;
        break;
    case TRANS_STMT_PREPARE: // ends the transaction here; its locks stay until COMMIT PREPARED
        operation.kind = Commit;
        operation.value = "PREPARE TRANSACTION";
        break;
    case TRANS_STMT_COMMIT_PREPARED:
        operation.value = "COMMIT PREPARED";
        break;
    case TRANS_STMT_ROLLBACK_PREPARED:
        operation.value = "ROLLBACK PREPARED";
        break;
    }
    return operation;
}

Operation readDo(const DoStmt *statement)
{
    Operation operation = command(DoBlock);
    operation.value = "plpgsql";
    for (const DefElem *argument : each<DefElem>(statement->args)) {
        if (text(argument->defname) == "language")
            operation.value = valueText(argument->arg);
        else if (text(argument->defname) == "as" && is(argument->arg, T_String))
            operation.body = text(as<::String>(argument->arg));
    }
    return operation;
}

void readExplain(const ExplainStmt *statement, const Source &source, std::vector<Operation> &operations)
{
    std::vector<Operation> explained;
    readNode(statement->query, source, explained);
    if (isOn(option(statement->options, "analyze"))) {
        for (Operation &operation : explained)
            operations.push_back(std::move(operation));
        return;
    }
    Operation operation = command(Select);
    for (const Operation &part : explained) {
        const bool isChange = part.kind == Insert || part.kind == Update || part.kind == Delete || part.kind == Merge;
        if (isChange && operation.relation.name.empty())
            operation.set(OperationFlag::NotRun);
        const bool isMade = part.kind == CreateTableAs || part.kind == CreateMaterializedView;
        if (!isMade && operation.relation.name.empty())
            operation.relation = part.relation;
        else if (!isMade)
            operation.reads.push_back(part.relation);
        operation.reads.insert(operation.reads.end(), part.reads.begin(), part.reads.end());
    }
    unique(operation.reads);
    if (operation.relation.name.empty() && !operation.reads.empty()) {
        operation.relation = operation.reads.front();
        operation.reads.erase(operation.reads.begin());
    }
    operations.push_back(std::move(operation));
}

/// SELECT set_config('lock_timeout', '5s', false) and what pg_dump writes.
bool readSetConfig(const SelectStmt *query, std::vector<Operation> &operations)
{
    const ResTarget *target = at<ResTarget>(query->targetList, 0);
    if (size(query->targetList) != 1 || query->fromClause || query->whereClause || !is(target->val, T_FuncCall))
        return false;
    const FuncCall *call = as<FuncCall>(target->val);
    const Name name = nameOf(call->funcname);
    if (name.name != "set_config" || (!name.schema.empty() && name.schema != "pg_catalog") || size(call->args) != 3)
        return false;
    for (const Node *argument : each<Node>(call->args)) {
        if (!isConstant(argument))
            return false;
    }
    Operation operation = command(SetSetting);
    operation.name = valueText(at<Node>(call->args, 0));
    std::transform(operation.name.begin(), operation.name.end(), operation.name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    operation.value = valueText(at<Node>(call->args, 1));
    if (operation.value.empty()) // nothing in it, which is not RESET
        operation.value = "''";
    operation.set(OperationFlag::Local, valueText(at<Node>(call->args, 2)) == "true");
    operations.push_back(std::move(operation));
    return true;
}

} // namespace

void setSetting(const VariableSetStmt *statement, Operation &operation)
{
    operation.kind = SetSetting;
    operation.name = text(statement->name);
    std::transform(operation.name.begin(), operation.name.end(), operation.name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    operation.set(OperationFlag::Local, statement->is_local);
    if (statement->kind == VAR_RESET_ALL) {
        operation.name = "all";
        operation.set(OperationFlag::All);
    }
    for (const Node *argument : each<Node>(statement->args)) {
        if (statement->kind == VAR_SET_MULTI && is(argument, T_DefElem)) { // SET TRANSACTION ISOLATION LEVEL …
            operation.options.emplace_back(text(as<DefElem>(argument)->defname), valueText(as<DefElem>(argument)->arg));
            continue;
        }
        operation.value += operation.value.empty() ? "" : ", ";
        operation.value += valueText(argument);
    }
}

bool readCommand(const Node *statement, const Source &source, std::vector<Operation> &operations)
{
    const auto push = [&operations](Operation operation) {
        operations.push_back(std::move(operation));
        return true;
    };
    switch (statement->type) {
    case T_SelectStmt:
        if (const SelectStmt *query = as<SelectStmt>(statement); query->intoClause) {
            CreateTableAsStmt create{};
            create.type = T_CreateTableAsStmt;
            create.query = const_cast<Node *>(statement);
            create.into = query->intoClause;
            create.objtype = OBJECT_TABLE;
            return readCreation(reinterpret_cast<const Node *>(&create), source, operations);
        }
        if (readSetConfig(as<SelectStmt>(statement), operations))
            return true;
        [[fallthrough]];
    case T_InsertStmt:
    case T_UpdateStmt:
    case T_DeleteStmt:
    case T_MergeStmt:
        return readQuery(statement, source, operations), true;
    case T_CopyStmt:
        return readCopy(as<CopyStmt>(statement), source, operations), true;
    case T_LockStmt:
        return readLock(as<LockStmt>(statement), operations), true;
    case T_TruncateStmt:
        return readTruncate(as<TruncateStmt>(statement), operations), true;
    case T_VacuumStmt:
        return readVacuum(as<VacuumStmt>(statement), operations), true;
    case T_ReindexStmt:
        return push(readReindex(as<ReindexStmt>(statement)));
    case T_ClusterStmt: {
        Operation operation = command(Cluster, as<ClusterStmt>(statement)->relation);
        operation.name = text(as<ClusterStmt>(statement)->indexname);
        operation.set(OperationFlag::Concurrently, isOn(option(as<ClusterStmt>(statement)->params, "concurrently")));
        operation.set(OperationFlag::All, !as<ClusterStmt>(statement)->relation);
        return push(std::move(operation));
    }
    case T_RefreshMatViewStmt: {
        Operation operation = command(RefreshMaterializedView, as<RefreshMatViewStmt>(statement)->relation);
        operation.objectType = ObjectType::MaterializedView;
        operation.set(OperationFlag::Concurrently, as<RefreshMatViewStmt>(statement)->concurrent);
        operation.set(OperationFlag::NoData, as<RefreshMatViewStmt>(statement)->skipData);
        return push(std::move(operation));
    }
    case T_TransactionStmt:
        return push(readTransaction(as<TransactionStmt>(statement)));
    case T_VariableSetStmt: {
        Operation operation;
        setSetting(as<VariableSetStmt>(statement), operation);
        return push(std::move(operation));
    }
    case T_DoStmt:
        return push(readDo(as<DoStmt>(statement)));
    case T_CallStmt: {
        Operation operation = command(Call);
        operation.objectType = ObjectType::Function;
        operation.relation = nameOf(as<CallStmt>(statement)->funccall->funcname);
        return push(std::move(operation));
    }
    case T_ExplainStmt:
        return readExplain(as<ExplainStmt>(statement), source, operations), true;
    case T_DeclareCursorStmt:
        return readNode(as<DeclareCursorStmt>(statement)->query, source, operations), true;
    case T_ExecuteStmt: // of PREPARE: the text is somewhere else
        return push(command(Opaque));
    case T_ConstraintsSetStmt:
        return push(command(SetConstraints));
    case T_CheckPointStmt:
        return push(command(Checkpoint));
    case T_DiscardStmt: {
        Operation operation = command(Discard);
        operation.set(OperationFlag::All, as<DiscardStmt>(statement)->target == DISCARD_ALL);
        return push(std::move(operation));
    }
    default:
        return false;
    }
}

} // namespace Whimbrel::PgTree
