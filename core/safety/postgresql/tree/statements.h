// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/postgresql/tree/nodes.h"
#include "safety/postgresql/tree/source.h"

namespace Whimbrel::PgTree {

/// The statements of a text, RawStmt each; null: they are not in the grammar. In the memory of the ParsedStatement there is.
const ::List *parse(const char *text);

/// A statement of any kind into its operations; none where this parser's tree holds something not known here.
void readNode(const Node *statement, const Source &source, std::vector<Operation> &operations);

/// The statements about objects as a whole: CREATE (but tables and indexes), DROP, RENAME, COMMENT, GRANT, ALTER (but
/// tables). False: not one of them.
bool readCreation(const Node *statement, const Source &source, std::vector<Operation> &operations);
bool readChange(const Node *statement, const Source &source, std::vector<Operation> &operations);
/// Upkeep, the session and its transaction, COPY, LOCK, TRUNCATE, DO, CALL.
bool readCommand(const Node *statement, const Source &source, std::vector<Operation> &operations);

struct ObjectReference
{
    ObjectType type = ObjectType::Other;
    Name relation; ///< the object; the table of what belongs to one
    Text name;     ///< of what belongs to a table: column, constraint, trigger, rule, policy
};

ObjectType objectTypeOf(::ObjectType type);
/// The object that DROP, COMMENT and their like name in the many ways of the grammar.
ObjectReference referenceOf(::ObjectType type, const Node *object);
void setSetting(const VariableSetStmt *statement, Operation &operation);

} // namespace Whimbrel::PgTree
