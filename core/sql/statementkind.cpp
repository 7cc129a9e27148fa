// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statementkind.h"

#include "sql/lexer.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The words of a statement, read only as far as somebody asks. Words in parentheses are left out.
class Words
{
public:
    Words(QStringView text, Dialect dialect)
        : m_lexer(text, dialect)
    {
    }

    bool is(qsizetype index, QLatin1StringView keyword) { return at(index).isWord(keyword); }
    bool isAny(qsizetype index, std::initializer_list<QLatin1StringView> keywords) { return at(index).isAnyWord(keywords); }

    bool isEnd(qsizetype index) { return at(index).kind == TokenKind::End; }

    /// Whether `first` and `second` stand one after the other anywhere.
    bool contain(QLatin1StringView first, QLatin1StringView second)
    {
        for (qsizetype i = 0; !isEnd(i); ++i) {
            if (is(i, first) && is(i + 1, second))
                return true;
        }
        return false;
    }
    bool contain(QLatin1StringView keyword)
    {
        for (qsizetype i = 0; !isEnd(i); ++i) {
            if (is(i, keyword))
                return true;
        }
        return false;
    }

private:
    const Token &at(qsizetype index)
    {
        while (m_words.size() <= static_cast<size_t>(index) && !m_ended)
            read();
        static const Token end;
        return static_cast<size_t>(index) < m_words.size() ? m_words[static_cast<size_t>(index)] : end;
    }

    void read()
    {
        const Token token = m_lexer.nextSignificant();
        if (token.isSymbol(u'('))
            ++m_depth;
        else if (token.isSymbol(u')'))
            --m_depth;
        else if (m_depth <= 0 && (token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName))
            m_words.push_back(token);
        m_ended = token.kind == TokenKind::End;
    }

    Lexer m_lexer;
    std::vector<Token> m_words;
    int m_depth = 0;
    bool m_ended = false;
};

/// The value of a boolean option such as (CONCURRENTLY), (CONCURRENTLY off), (create_slot = false); nothing when absent.
std::optional<bool> option(QStringView text, QLatin1StringView name, Dialect dialect)
{
    Lexer lexer(text, dialect);
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (!token.isWord(name))
            continue;
        Token value = lexer.nextSignificant();
        if (value.isSymbol(u'='))
            value = lexer.nextSignificant();
        const QString word = value.text.toString().remove(u'\'').toLower();
        return word != "false"_L1 && word != "off"_L1 && word != "0"_L1;
    }
    return std::nullopt;
}

bool isRefusedCreate(QStringView text, Words &words)
{
    if (words.isAny(1, {"DATABASE"_L1, "TABLESPACE"_L1}))
        return true;
    if (words.is(1, "SUBSCRIPTION"_L1)) {
        return option(text, "connect"_L1, Dialect::PostgreSql).value_or(true)
            && option(text, "create_slot"_L1, Dialect::PostgreSql).value_or(true);
    }
    const qsizetype index = words.is(1, "UNIQUE"_L1) ? 2 : 1;
    return words.is(index, "INDEX"_L1) && words.is(index + 1, "CONCURRENTLY"_L1);
}

bool isRefusedAlter(QStringView text, Words &words)
{
    if (words.is(1, "SYSTEM"_L1))
        return true;
    if (words.is(1, "DATABASE"_L1))
        return words.contain("SET"_L1, "TABLESPACE"_L1);
    if (words.is(1, "TABLE"_L1))
        return words.contain("DETACH"_L1, "PARTITION"_L1) && words.contain("CONCURRENTLY"_L1);
    if (!words.is(1, "SUBSCRIPTION"_L1))
        return false;
    // What the slot on the other server is told cannot be taken back: failover since 17, two_phase since 18.
    if (words.is(3, "SET"_L1) && words.isEnd(4)) {
        return option(text, "failover"_L1, Dialect::PostgreSql).has_value()
            || option(text, "two_phase"_L1, Dialect::PostgreSql).has_value();
    }
    const bool refreshes = words.isAny(3, {"SET"_L1, "ADD"_L1, "DROP"_L1}) && words.is(4, "PUBLICATION"_L1);
    return words.is(3, "REFRESH"_L1) || (refreshes && option(text, "refresh"_L1, Dialect::PostgreSql).value_or(true));
}

bool isRefusedReindex(QStringView text, Words &words)
{
    return words.isAny(1, {"DATABASE"_L1, "SYSTEM"_L1, "SCHEMA"_L1}) || words.is(2, "CONCURRENTLY"_L1)
        || option(text, "CONCURRENTLY"_L1, Dialect::PostgreSql).value_or(false);
}

/// CLUSTER without a table takes one after the other, each in a transaction of its own.
bool isRefusedCluster(Words &words)
{
    const qsizetype index = words.is(1, "VERBOSE"_L1) ? 2 : 1;
    return words.isEnd(index);
}

StatementKind copyKind(Words &words)
{
    if (words.contain("FROM"_L1, "STDIN"_L1))
        return StatementKind::CopyFromStdin;
    return words.contain("TO"_L1, "STDOUT"_L1) ? StatementKind::CopyToStdout : StatementKind::Other;
}

StatementKind postgresKind(QStringView text, Words &words)
{
    using enum StatementKind;
    const auto refusedIf = [](bool refused) { return refused ? NoTransaction : Other; };
    if (words.isAny(0, {"INSERT"_L1, "UPDATE"_L1, "SELECT"_L1, "DELETE"_L1}))
        return Other;
    if (words.isAny(0, {"BEGIN"_L1, "START"_L1, "COMMIT"_L1, "END"_L1, "ROLLBACK"_L1, "ABORT"_L1, "SAVEPOINT"_L1,
                        "RELEASE"_L1}))
        return TransactionControl;
    if (words.is(0, "PREPARE"_L1))
        return words.is(1, "TRANSACTION"_L1) ? TransactionControl : Other;
    if (words.is(0, "COPY"_L1))
        return copyKind(words);
    if (words.isAny(0, {"SET"_L1, "RESET"_L1}))
        return SessionSetting;
    if (words.is(0, "DISCARD"_L1))
        return words.is(1, "ALL"_L1) ? NoTransaction : SessionSetting;
    if (words.is(0, "VACUUM"_L1))
        return NoTransaction;
    if (words.is(0, "CREATE"_L1))
        return refusedIf(isRefusedCreate(text, words));
    if (words.is(0, "DROP"_L1)) {
        return refusedIf(words.isAny(1, {"DATABASE"_L1, "TABLESPACE"_L1, "SUBSCRIPTION"_L1})
                         || (words.is(1, "INDEX"_L1) && words.is(2, "CONCURRENTLY"_L1)));
    }
    if (words.is(0, "ALTER"_L1))
        return refusedIf(isRefusedAlter(text, words));
    if (words.is(0, "REINDEX"_L1))
        return refusedIf(isRefusedReindex(text, words));
    if (words.is(0, "CLUSTER"_L1))
        return refusedIf(isRefusedCluster(words));
    return Other;
}

/// No statement of MySQL's is refused inside a transaction: what does not fit in one ends it.
StatementKind mySqlKind(Words &words)
{
    using enum StatementKind;
    if (words.is(0, "BEGIN"_L1))
        return words.is(1, "NOT"_L1) ? Other : TransactionControl;
    if (words.is(0, "START"_L1))
        return words.is(1, "TRANSACTION"_L1) ? TransactionControl : Other;
    if (words.isAny(0, {"COMMIT"_L1, "ROLLBACK"_L1, "SAVEPOINT"_L1, "RELEASE"_L1, "XA"_L1}))
        return TransactionControl;
    if (words.is(0, "SET"_L1)) {
        if (words.isAny(1, {"PASSWORD"_L1, "DEFAULT"_L1, "STATEMENT"_L1}))
            return Other;
        return words.contain("AUTOCOMMIT"_L1) ? TransactionControl : SessionSetting;
    }
    return words.is(0, "USE"_L1) ? SessionSetting : Other;
}

StatementKind sqliteKind(QStringView text, Words &words)
{
    using enum StatementKind;
    if (words.isAny(0, {"BEGIN"_L1, "COMMIT"_L1, "END"_L1, "ROLLBACK"_L1, "SAVEPOINT"_L1, "RELEASE"_L1}))
        return TransactionControl;
    if (words.is(0, "VACUUM"_L1))
        return NoTransaction;
    if (!words.is(0, "PRAGMA"_L1))
        return Other;
    if (words.is(1, "wal_checkpoint"_L1) || words.is(2, "wal_checkpoint"_L1))
        return NoTransaction;
    // Inside a transaction setting the journal mode does nothing, without a word, and the safety level is refused.
    const bool sets = text.contains(u'=') || text.contains(u'(');
    const bool refused = words.isAny(1, {"journal_mode"_L1, "synchronous"_L1})
        || words.isAny(2, {"journal_mode"_L1, "synchronous"_L1});
    return sets && refused ? NoTransaction : SessionSetting;
}

} // namespace

StatementKind statementKind(QStringView text, Dialect dialect)
{
    Words words(text, dialect);
    switch (dialect) {
    case Dialect::PostgreSql:
        return postgresKind(text, words);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return mySqlKind(words);
    case Dialect::SQLite:
        return sqliteKind(text, words);
    }
    Q_UNREACHABLE_RETURN(StatementKind::Other);
}

} // namespace Whimbrel
