// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/foreignquery.h"

#include "sql/lexer.h"

namespace Whimbrel {

QString foreignQuery(const QString &sql, Dialect dialect)
{
    if (!sql.contains(u'?'))
        return sql;
    QString result;
    Lexer lexer(sql, dialect);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        result += token.text;
        if (token.isSymbol(u'?'))
            result += u'?';
    }
    return result;
}

} // namespace Whimbrel
