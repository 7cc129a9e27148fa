// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/fit/askedalgorithm.h"

#include "sql/lexer.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// ALTER TABLE … without a word on how. The clauses of partitions stand behind all others: nothing may follow them.
bool takesClause(const Statement &statement, Dialect dialect)
{
    Lexer lexer(statement.text, dialect);
    if (!lexer.nextSignificant().isWord("ALTER"_L1))
        return false;
    Token token = lexer.nextSignificant();
    while (token.isAnyWord({"ONLINE"_L1, "IGNORE"_L1}))
        token = lexer.nextSignificant();
    if (!token.isWord("TABLE"_L1))
        return false;
    for (; token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (token.isAnyWord({"ALGORITHM"_L1, "LOCK"_L1, "PARTITION"_L1, "PARTITIONING"_L1, "TABLESPACE"_L1}) || token.kind == TokenKind::CodeComment)
            return false;
    }
    return true;
}

} // namespace

QString askedAlgorithm(const StatementAnalysis &analysis, Dialect dialect)
{
    const StatementImpact &impact = analysis.impact;
    if (!isMySqlFamily(dialect) || impact.relations.isEmpty() || !impact.dependsOn.isEmpty() || !takesClause(analysis.statement, dialect))
        return {};
    const Impact &target = impact.relations.first();
    const bool isUsed = !target.isNew && !target.invisible;
    if (!isUsed || !target.certain || target.lock != "NONE"_L1)
        return {};
    if (impact.algorithm == "INSTANT"_L1) // MySQL takes no LOCK= with it, and it has none
        return u", ALGORITHM=INSTANT"_s;
    if (impact.algorithm == "NOCOPY"_L1 || impact.algorithm == "INPLACE"_L1)
        return u", ALGORITHM=%1, LOCK=NONE"_s.arg(impact.algorithm);
    return {};
}

bool isRefusedAlgorithm(const Error &error)
{
    return error.code == "1845"_L1 || error.code == "1846"_L1;
}

} // namespace Whimbrel
