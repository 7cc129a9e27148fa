// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/visitor.h"

namespace Whimbrel::PgTree {

namespace {

constexpr int deepest = 500; // two or three frames each: well below half a megabyte, sanitizers included

} // namespace

void Visitor::visit(const Node *node)
{
    if (!node)
        return;
    if (m_depth >= deepest) {
        m_tooDeep = true;
        return;
    }
    ++m_depth;
    if (node->type == T_List) {
        for (const Node *element : each<Node>(as<::List>(node)))
            visit(element);
    } else {
        take(node);
    }
    --m_depth;
}

/// a + b + c is ((a + b) + c) in the tree: followed without descending.
void Visitor::visitOperators(const A_Expr *expression)
{
    std::vector<const A_Expr *> chain;
    const Node *left = reinterpret_cast<const Node *>(expression);
    for (; is(left, T_A_Expr); left = as<A_Expr>(left)->lexpr)
        chain.push_back(as<A_Expr>(left));
    visit(left);
    for (auto link = chain.rbegin(); link != chain.rend(); ++link)
        visit((*link)->rexpr);
}

void Visitor::visitChildren(const Node *node)
{
    switch (node->type) {
    case T_A_Expr:
        return visitOperators(as<A_Expr>(node));
    case T_BoolExpr:
        return visitList(as<BoolExpr>(node)->args);
    case T_NullTest:
        return visitNode(as<NullTest>(node)->arg);
    case T_BooleanTest:
        return visitNode(as<BooleanTest>(node)->arg);
    case T_TypeCast:
        return visit(as<TypeCast>(node)->arg);
    case T_CollateClause:
        return visit(as<CollateClause>(node)->arg);
    case T_A_Indirection:
        visit(as<A_Indirection>(node)->arg);
        return visitList(as<A_Indirection>(node)->indirection);
    case T_A_Indices:
        visit(as<A_Indices>(node)->lidx);
        return visit(as<A_Indices>(node)->uidx);
    case T_A_ArrayExpr:
        return visitList(as<A_ArrayExpr>(node)->elements);
    case T_RowExpr:
        return visitList(as<RowExpr>(node)->args);
    case T_CaseExpr:
        visitNode(as<CaseExpr>(node)->arg);
        visitList(as<CaseExpr>(node)->args);
        return visitNode(as<CaseExpr>(node)->defresult);
    case T_CaseWhen:
        visitNode(as<CaseWhen>(node)->expr);
        return visitNode(as<CaseWhen>(node)->result);
    case T_CoalesceExpr:
        return visitList(as<CoalesceExpr>(node)->args);
    case T_MinMaxExpr:
        return visitList(as<MinMaxExpr>(node)->args);
    case T_XmlExpr:
        visitList(as<XmlExpr>(node)->named_args);
        return visitList(as<XmlExpr>(node)->args);
    case T_XmlSerialize:
        return visit(as<XmlSerialize>(node)->expr);
    case T_NamedArgExpr:
        return visitNode(as<NamedArgExpr>(node)->arg);
    case T_FuncCall:
        visitList(as<FuncCall>(node)->args);
        visitList(as<FuncCall>(node)->agg_order);
        visit(as<FuncCall>(node)->agg_filter);
        return visitNode(as<FuncCall>(node)->over);
    case T_WindowDef:
        visitList(as<WindowDef>(node)->partitionClause);
        visitList(as<WindowDef>(node)->orderClause);
        visit(as<WindowDef>(node)->startOffset);
        return visit(as<WindowDef>(node)->endOffset);
    case T_SortBy:
        return visit(as<SortBy>(node)->node);
    case T_GroupingSet:
        return visitList(as<GroupingSet>(node)->content);
    case T_GroupingFunc:
        return visitList(as<GroupingFunc>(node)->args);
    case T_ResTarget:
        visitList(as<ResTarget>(node)->indirection);
        return visit(as<ResTarget>(node)->val);
    case T_MultiAssignRef:
        return visit(as<MultiAssignRef>(node)->source);
    case T_SubLink:
        visit(as<SubLink>(node)->testexpr);
        return visit(as<SubLink>(node)->subselect);
    default:
        return visitQuery(node);
    }
}

void Visitor::visitQuery(const Node *node)
{
    if (node->type != T_SelectStmt)
        return visitFromClause(node);
    // UNION of a and b and c is ((a, b), c): followed without descending.
    std::vector<const SelectStmt *> chain;
    for (const SelectStmt *query = as<SelectStmt>(node); query; query = query->larg) {
        chain.push_back(query);
        if (query->larg && query->larg->withClause) { // names of its own
            visitNode(query->larg);
            break;
        }
    }
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
        const SelectStmt *query = *link;
        visitList(query->fromClause);
        visitList(query->distinctClause);
        visitList(query->targetList);
        visit(query->whereClause);
        visitList(query->groupClause);
        visit(query->havingClause);
        visitList(query->windowClause);
        visitList(query->valuesLists);
        visitNode(query->rarg);
        visitList(query->sortClause);
        visit(query->limitOffset);
        visit(query->limitCount);
    }
}

void Visitor::visitFromClause(const Node *node)
{
    switch (node->type) {
    case T_JoinExpr:
        visit(as<JoinExpr>(node)->larg);
        visit(as<JoinExpr>(node)->rarg);
        return visit(as<JoinExpr>(node)->quals);
    case T_RangeSubselect:
        return visit(as<RangeSubselect>(node)->subquery);
    case T_RangeFunction:
        return visitList(as<RangeFunction>(node)->functions);
    case T_RangeTableSample:
        visit(as<RangeTableSample>(node)->relation);
        visitList(as<RangeTableSample>(node)->args);
        return visit(as<RangeTableSample>(node)->repeatable);
    case T_RangeTableFunc:
        visit(as<RangeTableFunc>(node)->docexpr);
        visit(as<RangeTableFunc>(node)->rowexpr);
        visitList(as<RangeTableFunc>(node)->namespaces);
        return visitList(as<RangeTableFunc>(node)->columns);
    case T_RangeTableFuncCol:
        visit(as<RangeTableFuncCol>(node)->colexpr);
        return visit(as<RangeTableFuncCol>(node)->coldefexpr);
    default:
        return visitJson(node);
    }
}

void Visitor::visitJson(const Node *node)
{
    switch (node->type) {
    case T_JsonValueExpr:
        return visitNode(as<JsonValueExpr>(node)->raw_expr);
    case T_JsonArgument:
        return visitNode(as<JsonArgument>(node)->val);
    case T_JsonKeyValue:
        visitNode(as<JsonKeyValue>(node)->key);
        return visitNode(as<JsonKeyValue>(node)->value);
    case T_JsonObjectConstructor:
        return visitList(as<JsonObjectConstructor>(node)->exprs);
    case T_JsonArrayConstructor:
        return visitList(as<JsonArrayConstructor>(node)->exprs);
    case T_JsonArrayQueryConstructor:
        return visit(as<JsonArrayQueryConstructor>(node)->query);
    case T_JsonObjectAgg:
        return visitNode(as<JsonObjectAgg>(node)->arg);
    case T_JsonArrayAgg:
        return visitNode(as<JsonArrayAgg>(node)->arg);
    case T_JsonParseExpr:
        return visitNode(as<JsonParseExpr>(node)->expr);
    case T_JsonScalarExpr:
        return visitNode(as<JsonScalarExpr>(node)->expr);
    case T_JsonSerializeExpr:
        return visitNode(as<JsonSerializeExpr>(node)->expr);
    case T_JsonIsPredicate:
        return visit(as<JsonIsPredicate>(node)->expr);
    case T_JsonFuncExpr:
        visitNode(as<JsonFuncExpr>(node)->context_item);
        visit(as<JsonFuncExpr>(node)->pathspec);
        return visitList(as<JsonFuncExpr>(node)->passing);
    case T_JsonTable:
        visitNode(as<JsonTable>(node)->context_item);
        return visitList(as<JsonTable>(node)->passing);
    default: // a leaf: constants, columns, parameters
        return;
    }
}

} // namespace Whimbrel::PgTree
