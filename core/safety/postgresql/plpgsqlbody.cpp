// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/plpgsqlbody.h"

#include "safety/postgresql/tree/plpgsql.h"
#include "safety/reader.h"
#include "sql/lexer.h"
#include "sql/splitter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The text of string literals joined with ||; null for any other expression: it is computed when the block runs.
QString literalText(const QString &expression)
{
    QString text(u""_s);
    bool expectsString = true;
    Lexer lexer(expression, Dialect::PostgreSql);
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (!expectsString) { // two bars, each a symbol
            if (!token.isSymbol(u'|') || !lexer.next().isSymbol(u'|'))
                return {};
            expectsString = true;
            continue;
        }
        if (token.kind != TokenKind::String || !token.closed)
            return {};
        if (token.text.startsWith(u'\'')) {
            text += token.text.sliced(1, token.text.size() - 2).toString().replace("''"_L1, "'"_L1);
        } else if (token.text.startsWith(u'$')) {
            const qsizetype tag = token.text.indexOf(u'$', 1) + 1;
            text += token.text.sliced(tag, token.text.size() - 2 * tag);
        } else {
            return {};
        }
        expectsString = false;
    }
    return expectsString ? QString() : text;
}

/// Statements whose parts mean something by where they stand.
constexpr QLatin1StringView namedStatements[] = {
    "PLpgSQL_stmt_dynexecute"_L1, "PLpgSQL_stmt_dynfors"_L1, "PLpgSQL_stmt_fors"_L1, "PLpgSQL_stmt_fori"_L1,
    "PLpgSQL_stmt_forc"_L1,       "PLpgSQL_stmt_while"_L1,   "PLpgSQL_stmt_foreach_a"_L1,
};

/// A part that may not run at all: a branch, a handler, the body of a loop.
bool isConditionalPart(QLatin1StringView key, QLatin1StringView statement)
{
    static constexpr QLatin1StringView branches[] = {"then_body"_L1, "elsif_list"_L1, "case_when_list"_L1, "else_body"_L1,
                                                     "else_stmts"_L1, "exceptions"_L1, "exc_list"_L1};
    const bool isLoop = !statement.isEmpty() && statement != "PLpgSQL_stmt_dynexecute"_L1;
    return std::ranges::find(branches, key) != std::end(branches) || (key == "body"_L1 && isLoop);
}

/// Goes through the tree that PostgreSQL's plpgsql parser made of a body, in the order of the text.
class BodyReader
{
public:
    explicit BodyReader(const QString &body) : m_body(body) {}

    QList<Operation> read(const QJsonValue &tree)
    {
        visit(tree, {});
        return m_operations;
    }

private:
    void visit(const QJsonValue &value, QLatin1StringView statement);
    void visitObject(const QJsonObject &object, QLatin1StringView statement);
    void readExpression(const QJsonObject &expression, bool isDynamic);
    void readStatic(const QString &sql, qsizetype place);
    void readText(const QString &sql, qsizetype offset, qsizetype length);
    void append(Operation operation, qsizetype offset, qsizetype length);

    const QString &m_body;
    qsizetype m_position = 0; ///< in the body; what comes next is behind
    int m_conditions = 0;     ///< conditions, loops and handlers around
    bool m_mayHaveLeft = false; ///< a RETURN or EXIT before may have ended the block
    QList<Operation> m_operations;
};

void BodyReader::visit(const QJsonValue &value, QLatin1StringView statement)
{
    if (value.isArray()) {
        for (const QJsonValue element : value.toArray())
            visit(element, statement);
    } else if (value.isObject()) {
        visitObject(value.toObject(), statement);
    }
}

void BodyReader::visitObject(const QJsonObject &object, QLatin1StringView statement)
{
    // JSON has no order: what stands before the body of a loop or a condition comes first here too
    static constexpr QLatin1StringView ordered[] = {
        "datums"_L1, "default_val"_L1, "cursor_explicit_expr"_L1, "t_expr"_L1, "cond"_L1, "expr"_L1, "sqlstmt"_L1, "query"_L1, "dynquery"_L1,
        "argquery"_L1, "lower"_L1, "upper"_L1, "step"_L1, "params"_L1, "then_body"_L1, "elsif_list"_L1, "case_when_list"_L1, "stmts"_L1,
        "body"_L1, "else_body"_L1, "else_stmts"_L1, "exceptions"_L1, "exc_list"_L1, "action"_L1,
    };
    for (const QLatin1StringView key : ordered) {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            continue;
        const bool isConditional = isConditionalPart(key, statement);
        m_conditions += isConditional ? 1 : 0;
        const QJsonObject expression = value.toObject().value("PLpgSQL_expr"_L1).toObject();
        const bool isDynamic = key == "dynquery"_L1
            || (key == "query"_L1 && (statement == "PLpgSQL_stmt_dynexecute"_L1 || statement == "PLpgSQL_stmt_dynfors"_L1));
        if (expression.isEmpty())
            visit(value, {});
        else
            readExpression(expression, isDynamic);
        m_conditions -= isConditional ? 1 : 0;
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString key = member.key();
        if (key == "PLpgSQL_expr"_L1) {
            readExpression(member.value().toObject(), false);
        } else if (key == "PLpgSQL_stmt_commit"_L1 || key == "PLpgSQL_stmt_rollback"_L1) {
            Operation operation;
            operation.kind = key == "PLpgSQL_stmt_commit"_L1 ? Operation::Kind::Commit : Operation::Kind::Rollback;
            operation.flags.setFlag(Operation::Flag::Chain); // plpgsql goes on in another transaction
            append(operation, 0, 0);
        } else if (key.startsWith("PLpgSQL_"_L1)) {
            const auto known = std::ranges::find(namedStatements, key);
            visit(member.value(), known == std::end(namedStatements) ? QLatin1StringView() : *known);
            if (m_conditions > 0 && (key == "PLpgSQL_stmt_return"_L1 || key == "PLpgSQL_stmt_exit"_L1))
                m_mayHaveLeft = true;
        }
    }
}

void BodyReader::readExpression(const QJsonObject &expression, bool isDynamic)
{
    const QString sql = expression.value("query"_L1).toString();
    // plpgsql puts blanks for INTO; what it wrote itself has no place of its own
    qsizetype offset = m_body.indexOf(QStringView(sql).first(sql.indexOf("  "_L1) < 0 ? sql.size() : sql.indexOf("  "_L1)), m_position);
    const qsizetype length = offset < 0 ? 0 : std::min(sql.size(), m_body.size() - offset);
    m_position = std::max(m_position, offset + length);
    offset = std::max(offset, qsizetype(0));
    enum ParseMode { Statement = 0, Value = 2, Assignment = 3 };
    const int mode = expression.value("parseMode"_L1).toInt();
    if (isDynamic) {
        const QString literal = literalText(sql);
        if (!literal.isNull())
            return readText(literal, offset, length);
        Operation operation;
        operation.kind = Operation::Kind::Opaque;
        operation.objectType = ObjectType::Other;
        operation.expression.text = sql;
        operation.expression.isOpaque = true;
        append(operation, offset, length);
    } else if (mode == Statement) {
        readText(sql, offset, length);
    } else if (sql.contains("select"_L1, Qt::CaseInsensitive)) { // an expression that may read a relation
        const qsizetype assigned = mode == Assignment ? sql.indexOf(u'=') + 1 : 0;
        readText("SELECT "_L1 + sql.sliced(assigned), offset, length);
    }
}

/// The statements of a text that runs as a whole at one place.
void BodyReader::readText(const QString &sql, qsizetype offset, qsizetype length)
{
    for (const Statement &statement : splitScript(sql, Dialect::PostgreSql).statements) {
        for (const Operation &operation : readStatement(statement, Dialect::PostgreSql).operations)
            append(operation, offset, length);
    }
}

void BodyReader::append(Operation operation, qsizetype offset, qsizetype length)
{
    operation.offset = offset;
    operation.length = length;
    if (m_conditions > 0 || m_mayHaveLeft)
        operation.flags.setFlag(Operation::Flag::Conditional);
    m_operations.append(operation);
}

Operation opaque(const QString &body)
{
    Operation operation;
    operation.kind = Operation::Kind::Opaque;
    operation.objectType = ObjectType::Other;
    operation.expression.isOpaque = true;
    operation.length = body.size();
    return operation;
}

} // namespace

QList<Operation> readPlPgSqlBody(const QString &body)
{
    thread_local int depth = 0; // DO within EXECUTE within DO
    if (body.isEmpty() || body.contains(QChar(0)) || depth > 4)
        return {opaque(body)};
    const std::string json = PgTree::parsePlPgSql(body.toStdString());
    const QJsonDocument document = QJsonDocument::fromJson(QByteArrayView(json.data(), static_cast<qsizetype>(json.size())).toByteArray());
    if (!document.isArray())
        return {opaque(body)};
    ++depth;
    const QList<Operation> operations = BodyReader(body).read(document.array());
    --depth;
    return operations;
}

} // namespace Whimbrel
