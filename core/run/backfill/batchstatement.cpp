// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/batchstatement.h"

#include "run/backfill/batchstatementreader.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

Result<BatchStatement> BatchStatement::read(const Statement &statement, Dialect dialect)
{
    return BatchStatementReader(statement, dialect).read();
}

bool BatchStatement::sets(const QString &column) const
{
    return m_setColumns.contains(m_foldsNames ? column.toLower() : column);
}

QString BatchStatement::onePassNote() const
{
    if (m_verb == Verb::Insert)
        return tr("It takes each row of “%1” once. Rows written there meanwhile may be left out: that is the job of a trigger that is there before.").arg(m_name);
    if (m_readsOwn)
        return tr("SET reads what it changes, so each row of “%1” is changed once, in one pass. Rows written meanwhile may be left out: that is the job of a "
                  "trigger that is there before.").arg(m_name);
    return tr("Its condition does not tell rows that are done from others, so there is one pass over “%1”. Rows written meanwhile may be left out: that is "
              "the job of a trigger that is there before.").arg(m_name);
}

QString BatchStatement::withRange(const QString &range) const
{
    if (m_conditionBegin < 0)
        return m_text.first(m_insertAt) + u"\nWHERE "_s + range + u' ' + m_text.sliced(m_insertAt);
    // A line comment may end the condition.
    return m_text.first(m_conditionBegin) + u" "_s + range + u" AND ("_s + m_text.sliced(m_conditionBegin, m_conditionEnd - m_conditionBegin) + u"\n) "_s
        + m_text.sliced(m_conditionEnd);
}

QString BatchStatement::countQuery() const
{
    const QString table = (m_only ? u"ONLY "_s : QString()) + m_table + (m_alias.isEmpty() ? QString() : u" AS "_s + m_alias);
    const QString others = !m_joins.isEmpty() ? u' ' + m_joins : m_others.isEmpty() ? QString() : u", "_s + m_others;
    const QString condition = m_conditionBegin < 0 ? u" 1 = 1"_s : m_text.sliced(m_conditionBegin, m_conditionEnd - m_conditionBegin);
    return u"SELECT count(*) AS n FROM %1%2\nWHERE%3\n"_s.arg(table, others, condition);
}

} // namespace Whimbrel
