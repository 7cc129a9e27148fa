// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/newersyntax.h"

#include "sql/lexer.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace Whimbrel {

static constexpr qsizetype mostEdits = 200; ///< nobody writes more; keeps the time for any text within bounds

/// Looks for clauses of 18 and later among a statement's tokens.
class NewerSyntax::Finder
{
public:
    explicit Finder(QStringView statement)
    {
        Lexer lexer(statement, Dialect::PostgreSql);
        for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant())
            m_tokens.push_back(token);
    }

    QList<Edit> find();

private:
    const Token &at(size_t index) const
    {
        static const Token end;
        return index < m_tokens.size() ? m_tokens[index] : end;
    }
    const Token &before(size_t index, size_t steps = 1) const { return index >= steps ? at(index - steps) : at(m_tokens.size()); }
    bool isName(size_t index) const { return at(index).kind == TokenKind::Word || at(index).kind == TokenKind::QuotedName; }
    size_t behindGroup(size_t index) const;
    bool beginsElement(size_t index) const;
    /// From token `first` to token `last`, inclusive.
    void replace(size_t first, size_t last, const QString &replacement, Meaning meaning = Meaning::None);

    void findEnforced(size_t index);
    void findGenerated(size_t index);
    void findNotNull(size_t index);
    void findNotValid(size_t index);
    void findPeriods(size_t index);
    void findInherit(size_t index);
    void findUpkeep();
    void findIndexes(size_t index);

    std::vector<Token> m_tokens;
    QList<Edit> m_edits;
    bool m_inUnique = false; ///< in a constraint that NOT VALID is no part of
};

QList<NewerSyntax::Edit> NewerSyntax::Finder::find()
{
    findUpkeep();
    for (size_t i = 0; i < m_tokens.size() && m_edits.size() < mostEdits; ++i) {
        findEnforced(i);
        findGenerated(i);
        findNotNull(i);
        findNotValid(i);
        findPeriods(i);
        findInherit(i);
        findIndexes(i);
    }
    std::ranges::sort(m_edits, {}, [](const Edit &edit) { return edit.mark.begin; });
    return m_edits;
}

void NewerSyntax::Finder::replace(size_t first, size_t last, const QString &replacement, Meaning meaning)
{
    m_edits.append({{at(first).begin, at(last).end, meaning}, replacement});
}

/// The index behind the parenthesis that opens at `index`.
size_t NewerSyntax::Finder::behindGroup(size_t index) const
{
    int depth = 0;
    for (; index < m_tokens.size(); ++index) {
        if (m_tokens[index].isSymbol(u'('))
            ++depth;
        else if (m_tokens[index].isSymbol(u')') && --depth == 0)
            return index + 1;
    }
    return index;
}

/// Whether a table's element, or an action's, begins at `index`, its CONSTRAINT name aside.
bool NewerSyntax::Finder::beginsElement(size_t index) const
{
    if (before(index, 2).isWord("CONSTRAINT"_L1))
        index -= 2;
    return before(index).isSymbol(u'(') || before(index).isSymbol(u',') || before(index).isWord("ADD"_L1);
}

void NewerSyntax::Finder::findEnforced(size_t index)
{
    if (!at(index).isWord("ENFORCED"_L1))
        return;
    if (before(index).isWord("NOT"_L1))
        replace(index - 1, index, {}, Meaning::NotEnforced);
    else
        replace(index, index, {}, Meaning::Enforced);
}

/// GENERATED ALWAYS AS (…), virtual since 18 where it does not say STORED.
void NewerSyntax::Finder::findGenerated(size_t index)
{
    if (!at(index).isWord("GENERATED"_L1) || !at(index + 2).isWord("AS"_L1) || !at(index + 3).isSymbol(u'('))
        return;
    const size_t behind = behindGroup(index + 3);
    if (at(behind).isWord("VIRTUAL"_L1))
        replace(behind, behind, u"STORED"_s, Meaning::Virtual);
    else if (!at(behind).isWord("STORED"_L1))
        m_edits.append({{at(behind - 1).end, at(behind - 1).end, Meaning::Virtual}, u" STORED"_s});
}

/// NOT NULL as a table's constraint: [CONSTRAINT name] NOT NULL column. A CHECK says the same where the parser is concerned.
void NewerSyntax::Finder::findNotNull(size_t index)
{
    if (!at(index).isWord("NOT"_L1) || !at(index + 1).isWord("NULL"_L1))
        return;
    if (beginsElement(index) && isName(index + 2))
        replace(index, index + 2, "CHECK ("_L1 + at(index + 2).text.toString() + " IS NOT NULL)"_L1, Meaning::NotNull);
    else if (at(index + 2).isWord("NO"_L1) && at(index + 3).isWord("INHERIT"_L1))
        replace(index + 2, index + 3, {});
}

/// NOT VALID where no version takes it: the server refuses it, but what is meant is plain.
void NewerSyntax::Finder::findNotValid(size_t index)
{
    const Token &token = at(index);
    if (token.isAnyWord({"PRIMARY"_L1, "UNIQUE"_L1, "EXCLUDE"_L1}))
        m_inUnique = true;
    else if (token.isAnyWord({"CHECK"_L1, "REFERENCES"_L1, "ADD"_L1}))
        m_inUnique = false;
    else if (m_inUnique && token.isWord("VALID"_L1) && before(index).isWord("NOT"_L1))
        replace(index - 1, index, {}, Meaning::NotValid);
}

/// PRIMARY KEY (id, during WITHOUT OVERLAPS), REFERENCES t (id, PERIOD during).
void NewerSyntax::Finder::findPeriods(size_t index)
{
    if (at(index).isWord("WITHOUT"_L1) && at(index + 1).isWord("OVERLAPS"_L1))
        replace(index, index + 1, {});
    else if (at(index).isWord("PERIOD"_L1) && (before(index).isSymbol(u',') || before(index).isSymbol(u'(')) && isName(index + 1))
        replace(index, index, {});
}

/// ALTER CONSTRAINT name [NO] INHERIT; RETURNING WITH (OLD AS o) column.
void NewerSyntax::Finder::findInherit(size_t index)
{
    if (at(index).isWord("INHERIT"_L1)) {
        const size_t name = before(index).isWord("NO"_L1) ? 2 : 1;
        if (before(index, name + 1).isWord("CONSTRAINT"_L1) && before(index, name + 2).isWord("ALTER"_L1))
            replace(index - (name - 1), index, {});
    } else if (at(index).isWord("RETURNING"_L1) && at(index + 1).isWord("WITH"_L1) && at(index + 2).isSymbol(u'(')) {
        replace(index + 1, std::min(behindGroup(index + 2), m_tokens.size()) - 1, {});
    }
}

/// EXCLUDE USING INDEX, which no version takes.
void NewerSyntax::Finder::findIndexes(size_t index)
{
    if (at(index).isWord("EXCLUDE"_L1) && at(index + 1).isWord("USING"_L1) && at(index + 2).isWord("INDEX"_L1))
        replace(index, index, u"UNIQUE"_s, Meaning::Exclusion);
}

/// VACUUM ONLY t; REPACK, which is CLUSTER and VACUUM FULL in one.
void NewerSyntax::Finder::findUpkeep()
{
    if (at(0).isAnyWord({"VACUUM"_L1, "ANALYZE"_L1, "ANALYSE"_L1})) {
        for (size_t i = 1; i + 1 < m_tokens.size(); ++i) {
            if (at(i).isWord("ONLY"_L1) && isName(i + 1))
                replace(i, i, {}, Meaning::Only);
        }
    } else if (at(0).isWord("REPACK"_L1)) {
        replace(0, 0, u"CLUSTER"_s, Meaning::Repack);
        for (size_t i = 1; i + 1 < m_tokens.size(); ++i) {
            if (at(i).isWord("USING"_L1) && at(i + 1).isWord("INDEX"_L1))
                replace(i + 1, i + 1, {});
        }
    }
}

NewerSyntax::NewerSyntax(const QString &statement)
    : m_statement(statement), m_edits(Finder(statement).find())
{
}

QString NewerSyntax::translation() const
{
    QString result;
    qsizetype from = 0;
    for (const Edit &edit : m_edits) {
        if (edit.mark.begin < from) // within what was replaced already
            continue;
        result += QStringView(m_statement).sliced(from, edit.mark.begin - from);
        result += edit.replacement;
        from = edit.mark.end;
    }
    result += QStringView(m_statement).sliced(from);
    return result;
}

qsizetype NewerSyntax::original(qsizetype offset) const
{
    qsizetype shift = 0; // of the translation against the statement, so far
    qsizetype from = 0;
    for (const Edit &edit : m_edits) {
        if (edit.mark.begin < from)
            continue;
        const qsizetype begin = edit.mark.begin + shift;
        if (offset < begin)
            break;
        from = edit.mark.end;
        if (offset == begin && !edit.replacement.isEmpty())
            return edit.mark.begin;
        if (offset < begin + edit.replacement.size())
            return edit.mark.end;
        shift += edit.replacement.size() - (edit.mark.end - edit.mark.begin);
    }
    return offset - shift;
}

QList<NewerSyntax::Mark> NewerSyntax::marks(qsizetype begin, qsizetype end) const
{
    QList<Mark> result;
    for (const Edit &edit : m_edits) {
        if (edit.mark.meaning != Meaning::None && edit.mark.begin >= begin && edit.mark.begin <= end)
            result.append(edit.mark);
    }
    return result;
}

} // namespace Whimbrel
