// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <QTest>

namespace Whimbrel::Test {

/// A statement of a script as the splitter gives it, beginning at a line and column of its file.
inline Statement statementOf(const QString &text, int line = 1, int column = 1, StatementKind kind = StatementKind::Other)
{
    Statement statement;
    statement.text = text;
    statement.start = {0, line, column};
    statement.length = text.size();
    statement.endLine = line + int(text.count(u'\n'));
    statement.kind = kind;
    return statement;
}

/// A query that only a cancel or a time limit ends.
inline QString endlessQuery(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return QStringLiteral("SELECT pg_sleep(3600)");
    case Dialect::MySql:
    case Dialect::MariaDb:
        return QStringLiteral("SELECT SLEEP(3600)");
    case Dialect::SQLite:
        break;
    }
    return QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
}

} // namespace Whimbrel::Test

/// Fails the test function with the error, where a Result holds one.
#define VERIFY_RESULT(expression) \
    do { \
        const auto &verified = (expression); \
        QVERIFY2(verified.has_value(), verified.has_value() ? "" : qPrintable(verified.error().toString())); \
    } while (false)

/// Fails the test function unless a Result holds an error of this kind.
#define VERIFY_ERROR(expression, expectedKind) \
    do { \
        const auto &verified = (expression); \
        QVERIFY2(!verified.has_value(), "succeeded"); \
        QVERIFY2(verified.error().kind == (expectedKind), qPrintable(verified.error().toString())); \
    } while (false)
