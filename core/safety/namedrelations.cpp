// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/namedrelations.h"

#include "sql/lexer.h"
#include "sql/splitter.h"

namespace Whimbrel {

namespace {

QString unquoted(QStringView name)
{
    const QChar close = name.last();
    QString result = name.sliced(1, name.size() - 2).toString();
    if (close != u']')
        result.replace(QString(2, close), QString(close));
    return result;
}

} // namespace

ObjectName parseObjectName(QStringView written, Dialect dialect)
{
    ObjectName name;
    Lexer lexer(written, dialect);
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (token.isSymbol(u'.'))
            continue;
        name.schema = name.name;
        if (token.kind == TokenKind::QuotedName && token.closed && token.text.size() > 1)
            name.name = unquoted(token.text);
        else
            name.name = dialect == Dialect::PostgreSql ? token.text.toString().toLower() : token.text.toString();
    }
    return name;
}

Operation unknownOperation(const Statement &statement, Dialect dialect)
{
    Operation operation;
    operation.kind = Operation::Kind::Unknown;
    operation.objectType = ObjectType::Other;
    for (const QString &written : namedTables(statement, dialect)) {
        const ObjectName name = parseObjectName(written, dialect);
        if (operation.relation.isEmpty())
            operation.relation = name;
        else
            operation.reads.append(name);
    }
    return operation;
}

} // namespace Whimbrel
