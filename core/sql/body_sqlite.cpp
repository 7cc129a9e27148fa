// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/body.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// CREATE TRIGGER … BEGIN a; b; END. Every statement of the body ends with a semicolon, so the END that closes it follows
/// one and that of a CASE never does: the rule of sqlite3_complete().
class SQLiteBody final : public StatementBody
{
public:
    void start() override { m_state = State::Start; }

    void take(const Token &token) override
    {
        switch (m_state) {
        case State::Start:
            if (token.isWord("CREATE"_L1))
                m_state = State::Create;
            else if (!token.isAnyWord({"EXPLAIN"_L1, "QUERY"_L1, "PLAN"_L1}))
                m_state = State::Plain;
            break;
        case State::Create:
            if (token.isWord("TRIGGER"_L1))
                m_state = State::Head;
            else if (!token.isAnyWord({"TEMP"_L1, "TEMPORARY"_L1}))
                m_state = State::Plain;
            break;
        case State::Head:
            if (token.isWord("BEGIN"_L1)) {
                m_state = State::Body;
                m_openedAt = token.begin;
            }
            break;
        case State::Body:
        case State::AfterEnd:
            m_state = token.isSymbol(u';') ? State::AfterSemicolon : State::Body;
            break;
        case State::AfterSemicolon:
            if (token.isWord("END"_L1))
                m_state = State::AfterEnd;
            else if (!token.isSymbol(u';'))
                m_state = State::Body;
            break;
        case State::Plain:
            break;
        }
    }

    bool isOpen() const override { return m_state == State::Body || m_state == State::AfterSemicolon; }
    bool isPlain() const override { return m_state == State::Plain; }
    qsizetype openedAt() const override { return m_openedAt; }

private:
    enum class State { Start, Create, Head, Body, AfterSemicolon, AfterEnd, Plain };

    State m_state = State::Start;
    qsizetype m_openedAt = 0;
};

} // namespace

std::unique_ptr<StatementBody> createSQLiteBody()
{
    return std::make_unique<SQLiteBody>();
}

} // namespace Whimbrel
