// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/body.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// CREATE FUNCTION … BEGIN ATOMIC a; b; END and CREATE RULE … DO (a; b). Bodies in strings are the lexer's.
class PostgresBody final : public StatementBody
{
public:
    void start() override
    {
        m_form = Form::Unknown;
        m_opened.clear();
        m_previous = {};
    }

    void take(const Token &token) override
    {
        switch (m_form) {
        case Form::Unknown:
            m_form = token.isWord("CREATE"_L1) ? Form::Create : Form::Plain;
            break;
        case Form::Create:
            takeCreate(token);
            break;
        case Form::Routine:
            takeRoutine(token);
            break;
        case Form::Rule:
            if (token.isSymbol(u'('))
                m_opened.push_back(token.begin);
            else if (token.isSymbol(u')') && !m_opened.empty())
                m_opened.pop_back();
            break;
        case Form::Plain:
            return;
        }
        m_previous = token;
    }

    bool isOpen() const override { return !m_opened.empty(); }
    bool isPlain() const override { return m_form == Form::Plain; }
    qsizetype openedAt() const override { return m_opened.back(); }

private:
    enum class Form { Unknown, Create, Routine, Rule, Plain };

    void takeCreate(const Token &token)
    {
        if (token.isAnyWord({"FUNCTION"_L1, "PROCEDURE"_L1}))
            m_form = Form::Routine;
        else if (token.isWord("RULE"_L1))
            m_form = Form::Rule;
        else if (!token.isAnyWord({"OR"_L1, "REPLACE"_L1}))
            m_form = Form::Plain;
    }

    void takeRoutine(const Token &token)
    {
        // END is reserved: it is a name only as x.end and as … AS end.
        if (token.kind != TokenKind::Word || m_previous.isSymbol(u'.') || m_previous.isWord("AS"_L1))
            return;
        if (token.isWord("ATOMIC"_L1) && m_previous.isWord("BEGIN"_L1))
            m_opened.push_back(m_previous.begin);
        else if (isOpen() && token.isWord("CASE"_L1))
            m_opened.push_back(token.begin);
        else if (isOpen() && token.isWord("END"_L1))
            m_opened.pop_back();
    }

    Form m_form = Form::Unknown;
    std::vector<qsizetype> m_opened;
    Token m_previous;
};

} // namespace

std::unique_ptr<StatementBody> createPostgresBody()
{
    return std::make_unique<PostgresBody>();
}

} // namespace Whimbrel
