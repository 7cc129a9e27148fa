// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/body.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Compound statements in a script that sets no DELIMITER: the bodies of routines, triggers and events, and MariaDB's
/// BEGIN NOT ATOMIC, IF, LOOP … outside of them.
///
/// IF, REPEAT and FOR are also functions and clauses; they open a block only where a statement can begin. CASE and END
/// always pair, an END closes whatever was opened last.
class MySqlBody final : public StatementBody
{
public:
    void start() override
    {
        m_form = Form::Unknown;
        m_blocks.clear();
        m_parentheses = 0;
        m_statementBegins = true;
        m_inHeader = false;
        m_closed = false;
        m_previous = {};
        m_firstWord = {};
    }

    void take(const Token &token) override
    {
        if (m_form == Form::Plain || token.kind == TokenKind::CodeComment || token.kind == TokenKind::CodeCommentEnd)
            return;
        if (m_form == Form::Unknown)
            takeStart(token);
        else if (m_form == Form::Create)
            takeCreate(token);
        else if (m_form == Form::Begin)
            takeBegin(token);
        else
            takeCompound(token);
        m_previous = token;
    }

    bool isOpen() const override { return !m_blocks.empty(); }
    bool isPlain() const override { return m_form == Form::Plain; }
    qsizetype openedAt() const override { return m_blocks.back().begin; }

private:
    enum class Form {
        Unknown,
        Create,   ///< CREATE so far, and what may stand before the kind of thing
        Begin,    ///< BEGIN so far: a transaction, or a block when NOT ATOMIC follows
        Compound, ///< a routine, or a block of its own
        Plain,    ///< anything else: the next semicolon ends it
    };
    enum class Header { Routine, Function, Trigger, Event };
    struct Block
    {
        qsizetype begin = 0;
        bool isExpression = false; ///< a CASE that gives a value: its THEN and ELSE begin no statement
    };

    void open(const Token &token, bool isExpression = false) { m_blocks.push_back({token.begin, isExpression}); }

    void takeStart(const Token &token)
    {
        if (m_previous.kind == TokenKind::Word || m_previous.kind == TokenKind::QuotedName) { // label:
            m_form = token.isSymbol(u':') ? Form::Unknown : Form::Plain;
            return;
        }
        if (token.isAnyWord({"CREATE"_L1, "ALTER"_L1})) {
            m_form = Form::Create;
        } else if (token.isWord("BEGIN"_L1)) {
            m_form = Form::Begin;
        } else if (token.isAnyWord({"IF"_L1, "CASE"_L1, "LOOP"_L1, "WHILE"_L1, "REPEAT"_L1, "FOR"_L1})) {
            m_form = Form::Compound;
            open(token);
            m_statementBegins = token.isAnyWord({"LOOP"_L1, "REPEAT"_L1});
        }
        // Any other word may still be a label, which the next token shows.
    }

    void takeCreate(const Token &token)
    {
        if (m_previous.isSymbol(u'=') || m_previous.isSymbol(u'@'))
            return; // DEFINER = user@host
        m_inHeader = true;
        m_form = Form::Compound;
        m_statementBegins = false;
        if (token.isWord("PROCEDURE"_L1))
            m_header = Header::Routine;
        else if (token.isWord("FUNCTION"_L1))
            m_header = Header::Function;
        else if (token.isWord("TRIGGER"_L1))
            m_header = Header::Trigger;
        else if (token.isWord("EVENT"_L1))
            m_header = Header::Event;
        else if (token.isWord("PACKAGE"_L1))
            takePackage(token);
        else
            m_form = token.kind != TokenKind::Word
                    || token.isAnyWord({"OR"_L1, "REPLACE"_L1, "DEFINER"_L1, "AGGREGATE"_L1})
                ? Form::Create
                : Form::Plain;
    }

    /// MariaDB's package is closed by an END of its own, without a BEGIN.
    void takePackage(const Token &token)
    {
        m_inHeader = false;
        open(token);
    }

    void takeBegin(const Token &token)
    {
        if (!token.isWord("NOT"_L1)) {
            m_form = Form::Plain;
            return;
        }
        m_form = Form::Compound;
        open(m_previous);
    }

    void takeCompound(const Token &token)
    {
        if (token.kind == TokenKind::Symbol) {
            takeSymbol(token);
            return;
        }
        const bool begins = std::exchange(m_statementBegins, false) || followsTriggerOrder();
        if (begins)
            m_firstWord = token;
        if (token.kind != TokenKind::Word || m_previous.isSymbol(u'.') || m_previous.isSymbol(u'@'))
            return;
        if (m_previous.isWord("END"_L1) && m_closed) {
            m_closed = false; // END IF, END LOOP, END label
            return;
        }
        if (token.isWord("END"_L1)) {
            if (isOpen() && !m_previous.isWord("AS"_L1)) {
                m_closed = !m_blocks.back().isExpression;
                m_blocks.pop_back();
            }
            return;
        }
        takeWord(token, begins);
    }

    void takeSymbol(const Token &token)
    {
        m_statementBegins = false;
        if (token.isSymbol(u';')) {
            m_statementBegins = true;
            m_parentheses = 0;
        } else if (token.isSymbol(u':')) { // label:
            m_statementBegins = m_firstWord.end == m_previous.end || m_inHeader;
        } else if (token.isSymbol(u'(')) {
            ++m_parentheses;
        } else if (token.isSymbol(u')')) {
            --m_parentheses;
        }
        m_closed = false;
    }

    void takeWord(const Token &token, bool begins)
    {
        if (begins)
            m_inHeader = m_inHeader && m_header == Header::Trigger && isTriggerOrder(token);
        const bool mayBegin = begins || headerMayEndHere(token);
        if (token.isWord("CASE"_L1)) {
            open(token, !mayBegin);
        } else if (token.isWord("BEGIN"_L1)) {
            if (mayBegin || m_firstWord.isAnyWord({"DECLARE"_L1, "FUNCTION"_L1, "PROCEDURE"_L1}))
                beginStatements(token);
        } else if (token.isWord("LOOP"_L1)) {
            if (mayBegin)
                beginStatements(token);
            else if (m_firstWord.isAnyWord({"FOR"_L1, "WHILE"_L1}))
                m_statementBegins = true; // Oracle's WHILE … LOOP
        } else if (token.isWord("REPEAT"_L1)) {
            if (mayBegin)
                beginStatements(token);
        } else if (token.isAnyWord({"IF"_L1, "WHILE"_L1, "FOR"_L1})) {
            if (mayBegin)
                open(token);
        } else if (token.isAnyWord({"THEN"_L1, "ELSE"_L1}) || (token.isWord("DO"_L1) && !begins)) {
            m_statementBegins = m_blocks.empty() || !m_blocks.back().isExpression;
        } else if (token.isWord("ROW"_L1)) {
            m_statementBegins = m_inHeader && m_header == Header::Trigger && m_previous.isWord("EACH"_L1);
        } else if (token.isWord("ATOMIC"_L1)) {
            m_statementBegins = m_previous.isWord("NOT"_L1);
        } else if (token.isAnyWord({"AS"_L1, "IS"_L1})) {
            m_statementBegins = isOpen() && m_firstWord.kind == TokenKind::End; // CREATE PACKAGE name AS
        } else if (m_inHeader && endsHeader(token)) {
            m_inHeader = false;
        }
        if (mayBegin && isOpen() && m_blocks.back().begin == token.begin)
            m_inHeader = false;
    }

    /// BEGIN, LOOP, REPEAT: the next word is a statement's first.
    void beginStatements(const Token &token)
    {
        open(token);
        m_statementBegins = true;
    }

    static bool isTriggerOrder(const Token &token) { return token.isAnyWord({"FOLLOWS"_L1, "PRECEDES"_L1}); }

    /// FOR EACH ROW FOLLOWS name: what comes after the name is the body.
    bool followsTriggerOrder() const
    {
        return m_inHeader && isTriggerOrder(m_firstWord) && m_previous.begin != m_firstWord.begin;
    }

    /// Between a routine's head and its body stands nothing that would show the border: IF NOT EXISTS and FOR EACH ROW
    /// belong to the head, any other IF or FOR begins the body.
    bool headerMayEndHere(const Token &token) const
    {
        if (!m_inHeader || m_parentheses > 0)
            return false;
        if (token.isWord("IF"_L1))
            return !m_previous.isAnyWord({"PROCEDURE"_L1, "FUNCTION"_L1, "TRIGGER"_L1, "EVENT"_L1, "PACKAGE"_L1});
        return !token.isWord("FOR"_L1) || m_header == Header::Routine || m_header == Header::Function;
    }

    /// The body is one plain statement: what follows is not the header's any more.
    bool endsHeader(const Token &token) const
    {
        if (m_parentheses > 0)
            return false;
        if (m_header == Header::Function)
            return token.isWord("RETURN"_L1);
        return m_header == Header::Routine
            && token.isAnyWord({"SELECT"_L1, "INSERT"_L1, "UPDATE"_L1, "DELETE"_L1, "CALL"_L1, "SET"_L1, "REPLACE"_L1,
                                "WITH"_L1});
    }

    Form m_form = Form::Unknown;
    Header m_header = Header::Routine;
    std::vector<Block> m_blocks;
    int m_parentheses = 0;
    bool m_statementBegins = true;
    bool m_inHeader = false;
    bool m_closed = false; ///< the token before was the END of a block
    Token m_previous;
    Token m_firstWord; ///< of the current statement inside the body
};

} // namespace

std::unique_ptr<StatementBody> createMySqlBody()
{
    return std::make_unique<MySqlBody>();
}

} // namespace Whimbrel
