// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/postgresqlreader.h"

#include "safety/postgresql/conversion.h"
#include "safety/postgresql/newersyntax.h"
#include "safety/postgresql/plpgsqlbody.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype longestText = 256 * 1024 * 1024; ///< the tree's places are int, and PostgreSQL's own limit is 1 GB

struct Grammar
{
    QList<Operation> operations; ///< empty: not in the grammar
    QString body;                ///< of DO
};

/// What PostgreSQL's grammar makes of a statement, as it is or translated.
Grammar readByGrammar(QStringView statement, const NewerSyntax &newer = {})
{
    const QByteArray utf8 = newer.isEmpty() ? statement.toUtf8() : newer.translation().toUtf8();
    if (utf8.contains('\0') || utf8.size() > longestText)
        return {};
    PgTree::ParsedStatement parsed(utf8.constData(), static_cast<size_t>(utf8.size()));
    TreeConversion conversion(statement, utf8, newer);
    Grammar grammar;
    grammar.operations.reserve(static_cast<qsizetype>(parsed.operations().size()));
    for (const PgTree::Operation &operation : parsed.operations()) {
        grammar.operations.append(conversion.operation(operation));
        if (!operation.body.empty())
            grammar.body = QString::fromUtf8(operation.body.data(), static_cast<qsizetype>(operation.body.size()));
    }
    return grammar;
}

/// DO runs now: what its body does belongs to the statement.
void readBody(const QString &statement, const QString &body, Operation &block)
{
    if (block.value == "plpgsql"_L1) {
        block.body = readPlPgSqlBody(body);
    } else {
        Operation operation;
        operation.kind = Operation::Kind::Opaque;
        operation.objectType = ObjectType::Other;
        operation.expression.isOpaque = true;
        block.body = {operation};
    }
    const qsizetype begin = statement.indexOf(body);
    for (Operation &operation : block.body) {
        if (begin < 0) // quotes doubled in it
            operation.offset = operation.length = 0;
        else
            operation.offset += begin;
    }
}

} // namespace

StatementReading readPostgreSqlStatement(const Statement &statement)
{
    StatementReading reading;
    Grammar grammar = readByGrammar(statement.text);
    if (grammar.operations.isEmpty()) {
        const NewerSyntax newer(statement.text);
        if (!newer.isEmpty())
            grammar = readByGrammar(statement.text, newer);
        reading.byTokens = !grammar.operations.isEmpty();
    }
    reading.operations = std::move(grammar.operations);
    for (Operation &operation : reading.operations) {
        if (operation.kind == Operation::Kind::DoBlock)
            readBody(statement.text, grammar.body, operation);
    }
    return reading;
}

} // namespace Whimbrel
