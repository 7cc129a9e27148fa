// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/statements.h"

#include "safety/postgresql/tree/tables.h"

#include <mutex>

extern "C" {
#include <pg_query.h>
#include <pg_query_internal.h>
}

namespace Whimbrel::PgTree {

void readNode(const Node *statement, const Source &source, std::vector<Operation> &operations)
{
    switch (statement->type) {
    case T_CreateStmt:
        return readCreateTable(as<CreateStmt>(statement), source, operations);
    case T_CreateForeignTableStmt:
        return readCreateTable(&as<CreateForeignTableStmt>(statement)->base, source, operations);
    case T_AlterTableStmt:
        return readAlterTable(as<AlterTableStmt>(statement), source, operations);
    case T_IndexStmt: {
        const IndexStmt *index = as<IndexStmt>(statement);
        Operation operation;
        operation.kind = OperationKind::CreateIndex;
        operation.relation = nameOf(index->relation);
        operation.name = text(index->idxname);
        operation.set(OperationFlag::Only, !index->relation->inh);
        operation.set(OperationFlag::Concurrently, index->concurrent);
        operation.set(OperationFlag::IfNotExists, index->if_not_exists);
        operation.set(OperationFlag::Unique, index->unique);
        operation.indexes.push_back(readIndex(index, source));
        return operations.push_back(std::move(operation));
    }
    default:
        break;
    }
    if (readCommand(statement, source, operations) || readChange(statement, source, operations) || readCreation(statement, source, operations))
        return;
    Operation operation; // what is left touches no table: roles, servers, languages, text search, cursors, notifications
    operation.kind = OperationKind::Other;
    operation.objectType = ObjectType::Other;
    operations.push_back(std::move(operation));
}

const ::List *parse(const char *text)
{
    const PgQueryInternalParsetreeAndError result = pg_query_raw_parse(text, PG_QUERY_PARSE_DEFAULT);
    free(result.stderr_buffer);
    if (!result.error)
        return result.tree;
    pg_query_free_error(result.error);
    return nullptr;
}

ParsedStatement::ParsedStatement(const char *text, size_t size)
{
    static std::once_flag once;
    std::call_once(once, pg_query_init);
    m_memory = pg_query_enter_memory_context();
    const Source source(Text(text, size));
    m_operations.reserve(1);
    for (const RawStmt *statement : each<RawStmt>(parse(text)))
        readNode(statement->stmt, source, m_operations);
}

ParsedStatement::~ParsedStatement()
{
    pg_query_exit_memory_context(static_cast<MemoryContext>(m_memory));
}

} // namespace Whimbrel::PgTree
