// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Whimbrel {

/// A statement in the words of a later PostgreSQL than the parser's, said in the words the parser knows, and what the
/// translation left out. So that new clauses are read wherever a statement may have them, by one grammar.
class NewerSyntax
{
public:
    /// What a place in the statement says that the translation does not.
    enum class Meaning { None, Enforced, NotEnforced, NotNull, NotValid, Exclusion, Virtual, Only, Repack };

    struct Mark
    {
        qsizetype begin = 0; ///< in the statement
        qsizetype end = 0;
        Meaning meaning = Meaning::None;
    };

    /// Nothing to translate: every offset is its own.
    NewerSyntax() = default;
    explicit NewerSyntax(const QString &statement);

    bool isEmpty() const { return m_edits.isEmpty(); }
    QString translation() const;
    /// Where in the statement a place of the translation stands.
    qsizetype original(qsizetype offset) const;
    /// What is said between `begin` and `end` of the statement.
    QList<Mark> marks(qsizetype begin, qsizetype end) const;

private:
    struct Edit
    {
        Mark mark;
        QString replacement;
    };
    class Finder;

    QString m_statement;
    QList<Edit> m_edits; ///< in the order of the text
};

} // namespace Whimbrel
