// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/queries.h"

#include "safety/postgresql/tree/expressions.h"
#include "safety/postgresql/tree/visitor.h"

namespace Whimbrel::PgTree {

namespace {

using enum OperationKind;

/// Reads a query with everything below it.
class QueryReader : public Visitor
{
public:
    /// With `relationsOnly` for the sake of what is read; conditions are left out.
    QueryReader(const Source &source, std::vector<Operation> &operations, bool relationsOnly = false)
        : m_source(source), m_operations(operations), m_relationsOnly(relationsOnly)
    {
    }

    /// What `query` itself does, its own operation last.
    void read(const Node *query);
    void readInto(const Node *query, Operation &operation);

protected:
    void take(const Node *node) override;

private:
    void readSelect(const SelectStmt *query);
    void readInsert(const InsertStmt *query);
    void readUpdate(const UpdateStmt *query);
    void readDelete(const DeleteStmt *query);
    void readMerge(const MergeStmt *query);
    /// Gives the operation what was read on the way.
    void complete(Operation &operation);
    void finish(Operation operation);

    void takeSelect(const SelectStmt *query);
    void takeCall(const FuncCall *call);
    void takeLocks(const SelectStmt *query, size_t first);
    void takeValues(const ::List *rows);
    size_t takeWith(const WithClause *with);
    void takeTargets(const ::List *targets, Operation &operation);
    void takeList(const ::List *list) { visit(reinterpret_cast<const Node *>(list)); }
    bool isCte(const RangeVar *relation) const;
    Operation target(OperationKind kind, const RangeVar *relation) const;
    Expression where(const Node *condition, const RangeVar *after) const;

    /// A relation that is read; locked: FOR UPDATE and the like.
    struct Read
    {
        Name name;
        Text alias;
        bool locked = false;
        bool noWait = false; ///< NOWAIT, SKIP LOCKED
    };

    const Source &m_source;
    std::vector<Operation> &m_operations;
    const bool m_relationsOnly;
    std::vector<Read> m_reads;
    std::vector<Text> m_columns;
    std::vector<Name> m_functions;
    std::vector<Text> m_sequences; ///< as nextval() and setval() name them
    std::vector<Text> m_ctes;
};

/// The conditions' text is between WHERE and what may follow it.
Expression QueryReader::where(const Node *condition, const RangeVar *after) const
{
    if (!condition || m_relationsOnly)
        return {};
    Range range;
    if (after && after->location >= 0) {
        const int word = m_source.word("where", after->location, m_source.size());
        if (word >= 0) {
            const int begin = m_source.behindToken(word);
            range = m_source.item(begin, m_source.size());
            // a list in WHERE stands in parentheses: a comma at this level is in RETURNING, GROUP BY, ORDER BY
            const int next = m_source.anyWord({"returning", "group", "having", "window", "order", "limit", "offset", "fetch", "for", "union",
                                               "intersect", "except"},
                                              begin, range.end);
            if (next > 0)
                range = m_source.trimmed({begin, next});
        }
    }
    return readExpression(condition, range);
}

bool QueryReader::isCte(const RangeVar *relation) const
{
    return !relation->schemaname && std::find(m_ctes.begin(), m_ctes.end(), text(relation->relname)) != m_ctes.end();
}

Operation QueryReader::target(OperationKind kind, const RangeVar *relation) const
{
    Operation operation;
    operation.kind = kind;
    operation.relation = nameOf(relation);
    operation.set(OperationFlag::Only, relation && !relation->inh);
    return operation;
}

void QueryReader::take(const Node *node)
{
    switch (node->type) {
    case T_RangeVar:
        if (const RangeVar *relation = as<RangeVar>(node); !isCte(relation))
            m_reads.push_back({nameOf(relation), relation->alias ? text(relation->alias->aliasname) : text(relation->relname)});
        return;
    case T_SelectStmt:
        return takeSelect(as<SelectStmt>(node));
    case T_InsertStmt:
    case T_UpdateStmt:
    case T_DeleteStmt:
    case T_MergeStmt: { // in a CTE: operations of their own
        std::vector<Read> reads;
        std::swap(reads, m_reads);
        read(node);
        m_reads = std::move(reads);
        return;
    }
    case T_ColumnRef:
        if (const Node *field = last<Node>(as<ColumnRef>(node)->fields); is(field, T_String))
            m_columns.push_back(text(as<::String>(field)));
        return;
    case T_FuncCall:
        takeCall(as<FuncCall>(node));
        return visitChildren(node);
    default:
        return visitChildren(node);
    }
}

void QueryReader::takeCall(const FuncCall *call)
{
    const Name name = functionName(call);
    m_functions.push_back(name);
    if (name.name != "nextval" && name.name != "setval")
        return;
    const Node *argument = at<Node>(call->args, 0);
    if (is(argument, T_TypeCast)) // 'name'::regclass
        argument = as<TypeCast>(argument)->arg;
    if (const A_Const *constant = is(argument, T_A_Const) ? as<A_Const>(argument) : nullptr; constant && is(&constant->val.node, T_String))
        m_sequences.push_back(text(constant->val.sval.sval));
}

/// A SELECT wherever it stands: into the relations read.
void QueryReader::takeSelect(const SelectStmt *query)
{
    const size_t ctes = takeWith(query->withClause);
    const size_t first = m_reads.size();
    if (!query->fromClause && query->valuesLists)
        takeValues(query->valuesLists);
    else
        visitChildren(reinterpret_cast<const Node *>(query));
    takeLocks(query, first);
    m_ctes.resize(ctes);
}

/// Rows of constants are not worth a look each.
void QueryReader::takeValues(const ::List *rows)
{
    for (const ::List *row : each<::List>(rows)) {
        for (const Node *value : each<Node>(row)) {
            if (value->type == T_A_Const || value->type == T_SetToDefault || value->type == T_ParamRef)
                continue;
            if (value->type == T_TypeCast && is(as<TypeCast>(value)->arg, T_A_Const))
                continue;
            visit(value);
        }
    }
}

void QueryReader::takeLocks(const SelectStmt *query, size_t first)
{
    for (const LockingClause *clause : each<LockingClause>(query->lockingClause)) {
        for (size_t i = first; i < m_reads.size(); ++i) {
            const auto names = each<RangeVar>(clause->lockedRels);
            const bool isMeant = size(clause->lockedRels) == 0 || std::any_of(names.begin(), names.end(), [&](const RangeVar *name) {
                return text(name->relname) == m_reads[i].alias;
            });
            m_reads[i].locked |= isMeant;
            m_reads[i].noWait |= isMeant && clause->waitPolicy != LockWaitBlock;
        }
    }
}

/// Reads a WITH clause; returns how many names there were before it, to forget them later.
size_t QueryReader::takeWith(const WithClause *with)
{
    const size_t before = m_ctes.size();
    if (!with)
        return before;
    if (with->recursive) {
        for (const CommonTableExpr *cte : each<CommonTableExpr>(with->ctes))
            m_ctes.push_back(text(cte->ctename));
    }
    for (const CommonTableExpr *cte : each<CommonTableExpr>(with->ctes)) {
        visit(cte->ctequery);
        if (!with->recursive)
            m_ctes.push_back(text(cte->ctename));
    }
    return before;
}

void QueryReader::takeTargets(const ::List *targets, Operation &operation)
{
    for (const ResTarget *target : each<ResTarget>(targets)) {
        if (target->name)
            operation.columnNames.push_back(text(target->name));
        visit(target->val);
    }
}

void QueryReader::complete(Operation &operation)
{
    for (const Read &read : m_reads)
        operation.reads.push_back(read.name);
    m_reads.clear();
    unique(operation.reads);
    Expression &expression = operation.expression;
    expression.functions.insert(expression.functions.end(), m_functions.begin(), m_functions.end());
    unique(expression.functions);
    m_functions.clear();
    expression.literals.insert(expression.literals.end(), m_sequences.begin(), m_sequences.end());
    unique(expression.literals);
    m_sequences.clear();
    m_columns.clear();
    expression.isOpaque = expression.isOpaque || isTooDeep();
}

/// Puts `operation` to the others, and behind it those for what it locks.
void QueryReader::finish(Operation operation)
{
    std::vector<Operation> locks;
    for (const Read &read : m_reads) {
        if (!read.locked)
            continue;
        Operation lock;
        lock.kind = Select;
        lock.relation = read.name;
        lock.set(OperationFlag::ForUpdate);
        lock.set(OperationFlag::NoWait, read.noWait);
        if (std::none_of(locks.begin(), locks.end(), [&](const Operation &other) { return other.relation == read.name; }))
            locks.push_back(std::move(lock));
    }
    std::erase_if(m_reads, [](const Read &read) { return read.locked; });
    complete(operation);
    if (operation.kind == Select && !locks.empty()) {
        operation.relation = locks.front().relation;
        operation.flags |= locks.front().flags;
        locks.erase(locks.begin());
    } else if (operation.kind == Select && !operation.reads.empty()) {
        operation.relation = operation.reads.front();
        operation.reads.erase(operation.reads.begin());
    }
    m_operations.push_back(std::move(operation));
    for (Operation &lock : locks)
        m_operations.push_back(std::move(lock));
}

void QueryReader::read(const Node *query)
{
    switch (query->type) {
    case T_SelectStmt:
        return readSelect(as<SelectStmt>(query));
    case T_InsertStmt:
        return readInsert(as<InsertStmt>(query));
    case T_UpdateStmt:
        return readUpdate(as<UpdateStmt>(query));
    case T_DeleteStmt:
        return readDelete(as<DeleteStmt>(query));
    case T_MergeStmt:
        return readMerge(as<MergeStmt>(query));
    default:
        return;
    }
}

void QueryReader::readInto(const Node *query, Operation &operation)
{
    visit(query);
    for (const ResTarget *target : each<ResTarget>(is(query, T_SelectStmt) ? as<SelectStmt>(query)->targetList : nullptr)) {
        const ColumnRef *column = is(target->val, T_ColumnRef) ? as<ColumnRef>(target->val) : nullptr;
        const Node *field = column ? last<Node>(column->fields) : nullptr;
        if (target->name)
            operation.columnNames.push_back(text(target->name));
        else if (is(field, T_String))
            operation.columnNames.push_back(text(as<::String>(field)));
    }
    operation.expression.columns = std::move(m_columns);
    unique(operation.expression.columns);
    complete(operation);
}

void QueryReader::readSelect(const SelectStmt *query)
{
    Operation operation;
    operation.kind = Select;
    takeSelect(query);
    const Node *from = at<Node>(query->fromClause, 0);
    operation.expression = where(query->whereClause, is(from, T_RangeVar) ? as<RangeVar>(from) : nullptr);
    finish(std::move(operation));
}

void QueryReader::readInsert(const InsertStmt *query)
{
    Operation operation = target(Insert, query->relation);
    const size_t ctes = takeWith(query->withClause);
    for (const ResTarget *column : each<ResTarget>(query->cols))
        operation.columnNames.push_back(text(column->name));
    const SelectStmt *rows = as<SelectStmt>(query->selectStmt);
    operation.set(OperationFlag::SingleRow, !rows || (rows->valuesLists && !rows->fromClause && rows->op == SETOP_NONE));
    if (rows)
        takeSelect(rows);
    if (const OnConflictClause *conflict = query->onConflictClause) {
        operation.value = conflict->action == ONCONFLICT_UPDATE ? "ON CONFLICT DO UPDATE" : "ON CONFLICT DO NOTHING";
        takeList(conflict->targetList);
        visit(conflict->whereClause);
    }
    takeList(query->returningList);
    m_ctes.resize(ctes);
    finish(std::move(operation));
}

void QueryReader::readUpdate(const UpdateStmt *query)
{
    Operation operation = target(Update, query->relation);
    const size_t ctes = takeWith(query->withClause);
    takeList(query->fromClause);
    takeTargets(query->targetList, operation);
    operation.expression = where(query->whereClause, query->relation);
    visit(query->whereClause);
    takeList(query->returningList);
    m_ctes.resize(ctes);
    finish(std::move(operation));
}

void QueryReader::readDelete(const DeleteStmt *query)
{
    Operation operation = target(Delete, query->relation);
    const size_t ctes = takeWith(query->withClause);
    takeList(query->usingClause);
    operation.expression = where(query->whereClause, query->relation);
    visit(query->whereClause);
    takeList(query->returningList);
    m_ctes.resize(ctes);
    finish(std::move(operation));
}

void QueryReader::readMerge(const MergeStmt *query)
{
    Operation operation = target(Merge, query->relation);
    const size_t ctes = takeWith(query->withClause);
    visit(query->sourceRelation);
    operation.expression = m_relationsOnly ? Expression() : readExpression(query->joinCondition);
    visit(query->joinCondition);
    for (const MergeWhenClause *when : each<MergeWhenClause>(query->mergeWhenClauses)) {
        visit(when->condition);
        takeTargets(when->targetList, operation);
        takeList(when->values);
    }
    takeList(query->returningList);
    unique(operation.columnNames);
    m_ctes.resize(ctes);
    finish(std::move(operation));
}

} // namespace

void readQuery(const Node *query, const Source &source, std::vector<Operation> &operations)
{
    QueryReader(source, operations).read(query);
}

void readRelations(const Node *query, Expression &expression)
{
    std::vector<Operation> operations;
    const Source source{Text()};
    Operation operation;
    QueryReader(source, operations, true).readInto(query, operation);
    expression.relations.insert(expression.relations.end(), operation.reads.begin(), operation.reads.end());
    unique(expression.relations);
    expression.isOpaque = expression.isOpaque || operation.expression.isOpaque;
}

void readQueryInto(const Node *query, const Source &source, Operation &operation, std::vector<Operation> &operations)
{
    QueryReader(source, operations).readInto(query, operation);
}

} // namespace Whimbrel::PgTree
