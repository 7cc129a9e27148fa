// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/expressions.h"

#include "safety/postgresql/tree/queries.h"
#include "safety/postgresql/tree/visitor.h"

namespace Whimbrel::PgTree {

namespace {

const Node *withoutCasts(const Node *node)
{
    while (is(node, T_TypeCast) || is(node, T_CollateClause))
        node = is(node, T_TypeCast) ? as<TypeCast>(node)->arg : as<CollateClause>(node)->arg;
    return node;
}

/// The column a reference names, without its table; empty for anything else.
Text columnOf(const Node *node)
{
    if (!is(node, T_ColumnRef))
        return {};
    const Node *field = last<Node>(as<ColumnRef>(node)->fields);
    return is(field, T_String) ? text(as<::String>(field)) : Text();
}

Text operatorOf(const A_Expr *expression)
{
    return nameOf(expression->name).name;
}

bool isBoolean(const Node *node, bool value)
{
    node = withoutCasts(node);
    if (!is(node, T_A_Const) || as<A_Const>(node)->isnull)
        return false;
    const Node *constant = &as<A_Const>(node)->val.node;
    return is(constant, T_Boolean) && as<::Boolean>(constant)->boolval == value;
}

Text sqlValueName(SQLValueFunctionOp op)
{
    switch (op) {
    case SVFOP_CURRENT_DATE:
        return "current_date";
    case SVFOP_CURRENT_TIME:
    case SVFOP_CURRENT_TIME_N:
        return "current_time";
    case SVFOP_CURRENT_TIMESTAMP:
    case SVFOP_CURRENT_TIMESTAMP_N:
        return "current_timestamp";
    case SVFOP_LOCALTIME:
    case SVFOP_LOCALTIME_N:
        return "localtime";
    case SVFOP_LOCALTIMESTAMP:
    case SVFOP_LOCALTIMESTAMP_N:
        return "localtimestamp";
    case SVFOP_CURRENT_ROLE:
        return "current_role";
    case SVFOP_CURRENT_USER:
        return "current_user";
    case SVFOP_USER:
        return "user";
    case SVFOP_SESSION_USER:
        return "session_user";
    case SVFOP_CURRENT_CATALOG:
        return "current_catalog";
    case SVFOP_CURRENT_SCHEMA:
        return "current_schema";
    }
    return {};
}

/// Functions, columns, literals and subqueries of an expression.
class Contents : public Visitor
{
public:
    explicit Contents(Expression &expression) : m_expression(expression) {}

protected:
    void take(const Node *node) override;

private:
    Expression &m_expression;
};

void Contents::take(const Node *node)
{
    switch (node->type) {
    case T_ColumnRef:
        if (const Text column = columnOf(node); !column.empty())
            m_expression.columns.push_back(column);
        return;
    case T_A_Const:
        if (const A_Const *constant = as<A_Const>(node); !constant->isnull && is(&constant->val.node, T_String))
            m_expression.literals.push_back(text(constant->val.sval.sval));
        return;
    case T_FuncCall:
        m_expression.functions.push_back(functionName(as<FuncCall>(node)));
        return visitChildren(node);
    case T_SQLValueFunction:
        return m_expression.functions.push_back({{}, sqlValueName(as<SQLValueFunction>(node)->op)});
    case T_SubLink:
        visit(as<SubLink>(node)->testexpr);
        return readRelations(as<SubLink>(node)->subselect, m_expression);
    case T_SelectStmt:
        return readRelations(node, m_expression);
    default:
        return visitChildren(node);
    }
}

/// What must hold for the whole to be true.
class Comparisons
{
public:
    explicit Comparisons(Expression &expression) : m_expression(expression) {}

    void read(const Node *node, int depth = 0);

private:
    void readOperator(const A_Expr *expression);
    void compare(const Node *column, Text op, const Node *value);
    void compareList(const A_Expr *expression, const ::List *values);

    Expression &m_expression;
};

void Comparisons::read(const Node *node, int depth)
{
    if (is(node, T_BoolExpr) && as<BoolExpr>(node)->boolop == AND_EXPR && depth < 50) {
        for (const Node *part : each<Node>(as<BoolExpr>(node)->args))
            read(part, depth + 1);
    } else if (is(node, T_A_Expr)) {
        readOperator(as<A_Expr>(node));
    }
}

void Comparisons::readOperator(const A_Expr *expression)
{
    const Text op = operatorOf(expression);
    switch (expression->kind) {
    case AEXPR_OP:
        if (op == "=" || op == "<" || op == "<=" || op == ">" || op == ">=" || op == "<>") {
            compare(expression->lexpr, op, expression->rexpr);
            static constexpr std::pair<Text, Text> mirrored[] = {{"=", "="}, {"<", ">"}, {"<=", ">="}, {">", "<"}, {">=", "<="}, {"<>", "<>"}};
            for (const auto &[from, to] : mirrored) {
                if (from == op)
                    compare(expression->rexpr, to, expression->lexpr);
            }
        }
        return;
    case AEXPR_IN:
        if (op == "=" && is(expression->rexpr, T_List))
            compareList(expression, as<::List>(expression->rexpr));
        return;
    case AEXPR_OP_ANY:
        if (const Node *array = withoutCasts(expression->rexpr); op == "=" && is(array, T_A_ArrayExpr))
            compareList(expression, as<A_ArrayExpr>(array)->elements);
        return;
    case AEXPR_BETWEEN:
        if (is(expression->rexpr, T_List) && size(as<::List>(expression->rexpr)) == 2) {
            compare(expression->lexpr, ">=", at<Node>(as<::List>(expression->rexpr), 0));
            compare(expression->lexpr, "<=", at<Node>(as<::List>(expression->rexpr), 1));
        }
        return;
    default:
        return;
    }
}

void Comparisons::compare(const Node *column, Text op, const Node *value)
{
    const Text name = columnOf(withoutCasts(column));
    if (!name.empty() && isConstant(value) && is(withoutCasts(value), T_A_Const))
        m_expression.comparisons.push_back({name, op, {valueText(withoutCasts(value))}});
}

void Comparisons::compareList(const A_Expr *expression, const ::List *values)
{
    Expression::Comparison comparison{columnOf(withoutCasts(expression->lexpr)), "IN", {}};
    if (comparison.column.empty())
        return;
    for (const Node *value : each<Node>(values)) {
        if (!is(withoutCasts(value), T_A_Const))
            return;
        comparison.literals.push_back(valueText(withoutCasts(value)));
    }
    m_expression.comparisons.push_back(std::move(comparison));
}

/// The columns that cannot be NULL where a CHECK of `node` does not fail, as PostgreSQL's planner proves it: a comparison
/// proves nothing, since a CHECK lets NULL pass. `negated`: of NOT node.
std::vector<Text> provenNotNull(const Node *node, bool negated, int depth = 0)
{
    if (!node || depth > 50)
        return {};
    if (is(node, T_NullTest)) {
        const NullTest *test = as<NullTest>(node);
        const Text column = columnOf(reinterpret_cast<const Node *>(test->arg));
        const bool isNotNull = (test->nulltesttype == IS_NOT_NULL) != negated;
        return isNotNull && !column.empty() ? std::vector<Text>{column} : std::vector<Text>{};
    }
    if (is(node, T_A_Expr)) { // (c IS NULL) = false
        const A_Expr *expression = as<A_Expr>(node);
        const Text op = operatorOf(expression);
        if (expression->kind != AEXPR_OP || (op != "=" && op != "<>"))
            return {};
        for (const bool value : {true, false}) {
            const bool inverts = (op == "=") != value;
            if (isBoolean(expression->rexpr, value))
                return provenNotNull(expression->lexpr, negated != inverts, depth + 1);
            if (isBoolean(expression->lexpr, value))
                return provenNotNull(expression->rexpr, negated != inverts, depth + 1);
        }
        return {};
    }
    if (!is(node, T_BoolExpr))
        return {};
    const BoolExpr *expression = as<BoolExpr>(node);
    if (expression->boolop == NOT_EXPR)
        return provenNotNull(at<Node>(expression->args, 0), !negated, depth + 1);
    const bool all = (expression->boolop == AND_EXPR) != negated;
    std::vector<Text> result;
    bool first = true;
    for (const Node *part : each<Node>(expression->args)) {
        const std::vector<Text> columns = provenNotNull(part, negated, depth + 1);
        if (all) {
            result.insert(result.end(), columns.begin(), columns.end());
        } else if (first) {
            result = columns;
        } else {
            std::erase_if(result, [&](Text column) { return std::find(columns.begin(), columns.end(), column) == columns.end(); });
        }
        first = false;
    }
    return result;
}

bool sameLeaf(const Node *left, const Node *right)
{
    left = withoutCasts(left);
    right = withoutCasts(right);
    if (is(left, T_A_Const) && is(right, T_A_Const))
        return !as<A_Const>(left)->isnull && !as<A_Const>(right)->isnull && valueText(left) == valueText(right);
    return !columnOf(left).empty() && is(right, T_ColumnRef) && joined(as<ColumnRef>(left)->fields) == joined(as<ColumnRef>(right)->fields);
}

/// A condition that filters nothing: true, 1 = 1, id = id.
bool isAlways(const Node *node, bool value, int depth = 0)
{
    if (!node || depth > 50)
        return false;
    if (isBoolean(node, value))
        return true;
    if (is(node, T_A_Expr)) {
        const A_Expr *expression = as<A_Expr>(node);
        const Text op = operatorOf(expression);
        const bool equal = op == "=" || op == "<=" || op == ">=";
        return value && expression->kind == AEXPR_OP && equal && sameLeaf(expression->lexpr, expression->rexpr);
    }
    if (!is(node, T_BoolExpr))
        return false;
    const BoolExpr *expression = as<BoolExpr>(node);
    if (expression->boolop == NOT_EXPR)
        return isAlways(at<Node>(expression->args, 0), !value, depth + 1);
    const bool needsAll = (expression->boolop == AND_EXPR) == value;
    for (const Node *part : each<Node>(expression->args)) {
        if (isAlways(part, value, depth + 1) != needsAll)
            return !needsAll;
    }
    return needsAll;
}

} // namespace

bool isConstant(const Node *node, int depth)
{
    node = withoutCasts(node);
    if (is(node, T_A_ArrayExpr)) {
        const auto elements = each<Node>(as<A_ArrayExpr>(node)->elements);
        return depth < 8 && std::all_of(elements.begin(), elements.end(), [depth](const Node *element) { return isConstant(element, depth + 1); });
    }
    if (is(node, T_A_Expr)) { // -'1'::numeric
        const A_Expr *expression = as<A_Expr>(node);
        return expression->kind == AEXPR_OP && !expression->lexpr && is(withoutCasts(expression->rexpr), T_A_Const);
    }
    return is(node, T_A_Const);
}

Name functionName(const FuncCall *call)
{
    Name name = nameOf(call->funcname);
    if (call->funcformat == COERCE_SQL_SYNTAX)
        name.schema = {};
    return name;
}

Expression readCondition(const Node *node, Text word, const RangeVar *after, const Source &source)
{
    const int position = node && after ? source.word(word, after->location, source.size()) : -1;
    return readExpression(node, position < 0 ? Range{} : source.insideParentheses(position, source.size()));
}

Expression readExpression(const Node *node, Range text)
{
    Expression expression;
    expression.text = text;
    if (!node)
        return expression;
    const Node *bare = withoutCasts(node);
    expression.isConstant = isConstant(node);
    expression.isNull = is(bare, T_A_Const) && as<A_Const>(bare)->isnull;
    Contents contents(expression);
    contents.visit(node);
    expression.isOpaque = expression.isOpaque || contents.isTooDeep();
    unique(expression.columns);
    unique(expression.functions);
    if (expression.isConstant && !is(bare, T_A_Const))
        return expression;
    expression.isAlwaysTrue = isAlways(node, true);
    Comparisons(expression).read(node);
    expression.provesNotNull = provenNotNull(node, false);
    unique(expression.provesNotNull);
    return expression;
}

} // namespace Whimbrel::PgTree
