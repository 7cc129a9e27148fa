// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

int strength(const QString &mode)
{
    static const QStringList order{u"AccessShareLock"_s, u"RowShareLock"_s, u"RowExclusiveLock"_s, u"ShareUpdateExclusiveLock"_s,
                                   u"ShareLock"_s, u"ShareRowExclusiveLock"_s, u"ExclusiveLock"_s, u"AccessExclusiveLock"_s};
    return int(order.indexOf(mode)) + 1; // 0: no lock
}

bool isSame(const ObjectName &name, const MeasuredRelation &relation)
{
    return std::ranges::any_of(relation.names, [&](const QString &had) {
        return name.schema.isEmpty() ? had.mid(had.indexOf(u'.') + 1) == name.name : had == name.toString();
    });
}

QString certainLock(const Impact &impact)
{
    return impact.certain ? impact.lock : impact.atLeast;
}

/// What two statements of a transaction do to one relation.
void add(Impact &sum, const Impact &impact)
{
    const auto worse = [](Answer a, Answer b) {
        return a == Answer::Yes || b == Answer::Yes ? Answer::Yes : a == Answer::Depends ? a : b;
    };
    const QString certain = strength(certainLock(sum)) > strength(certainLock(impact)) ? certainLock(sum) : certainLock(impact);
    if (strength(impact.lock) > strength(sum.lock))
        sum.lock = impact.lock;
    sum.certain = certain == sum.lock;
    sum.atLeast = sum.certain ? QString() : certain;
    sum.rewrite = worse(sum.rewrite, impact.rewrite);
    sum.scan = worse(sum.scan, impact.scan);
    sum.indexRebuild = worse(sum.indexRebuild, impact.indexRebuild);
}

/// The impacts of several statements in one transaction, added up.
QList<Impact> sum(const QList<StatementImpact> &said, const Measurement &measured)
{
    QList<Impact> all;
    for (qsizetype i = 0; i < said.size() && (measured.failedAt < 0 || i < measured.failedAt); ++i) {
        for (const Impact &impact : said.at(i).relations) {
            const auto found = std::ranges::find_if(all, [&](const Impact &other) { return other.relation == impact.relation; });
            if (found == all.end())
                all.append(impact);
            else
                add(*found, impact);
        }
    }
    return all;
}

QString answerWord(Answer answer)
{
    return answer == Answer::Yes ? u"yes"_s : answer == Answer::No ? u"no"_s : u"depends"_s;
}

class Comparison
{
public:
    Comparison(const StatementForm &form, const QList<StatementImpact> &said, const Measurement &measured, Knowledge knowledge)
        : m_form(form)
        , m_said(said)
        , m_impacts(sum(said, measured))
        , m_measured(measured)
        , m_knowledge(knowledge)
    {
    }

    Verdict verdict()
    {
        for (const StatementImpact &impact : m_said) {
            if (!impact.known || !impact.dependsOn.isEmpty())
                m_verdict.isExact = false;
        }
        compareTransactionRule();
        compareFailure();
        if (m_measured.error)
            return m_verdict; // nothing is left to look at
        for (const MeasuredRelation &relation : m_measured.relations) {
            if (relation.kind != u'c' || impactOn(relation)) // a composite type is nobody's table
                compareRelation(relation);
        }
        for (const Impact &impact : std::as_const(m_impacts)) {
            const bool seen = std::ranges::any_of(m_measured.relations, [&](const auto &r) { return isSame(impact.relation, r); });
            if (!seen && impact.certain && !impact.lock.isEmpty())
                wrong(u"%1 is said to be locked, but there is no such relation"_s.arg(impact.relation.toString()));
            if (!impact.certain)
                m_verdict.isExact = false;
        }
        return m_verdict;
    }

private:
    void wrong(const QString &what) { m_verdict.wrong.append(what); }

    /// Under all the names that the relation had.
    std::optional<Impact> impactOn(const MeasuredRelation &relation) const
    {
        std::optional<Impact> found;
        for (const Impact &impact : m_impacts) {
            if (!isSame(impact.relation, relation))
                continue;
            if (found)
                add(*found, impact);
            else
                found = impact;
        }
        return found;
    }

    void compareTransactionRule()
    {
        const bool mayFail = std::ranges::any_of(m_said, [](const StatementImpact &s) { return s.fails == Answer::Depends; });
        if (m_measured.refusedInTransaction && mayFail && m_knowledge == Knowledge::Nothing) {
            m_verdict.isExact = false;
            return;
        }
        const bool forbidden = std::ranges::any_of(m_said, [](const StatementImpact &s) { return s.transaction == TransactionRule::Forbidden; });
        if (forbidden != m_measured.refusedInTransaction && (m_measured.refusedInTransaction || !m_measured.error))
            wrong(forbidden ? u"said to be refused in a transaction, but is not"_s : u"refused in a transaction, which is not said"_s);
    }

    void compareFailure()
    {
        if (m_measured.error && m_measured.refusedInTransaction)
            return;
        const auto fails = [this](Answer answer) {
            return std::ranges::any_of(m_said, [&](const StatementImpact &s) { return s.fails == answer; });
        };
        if (m_measured.error && fails(Answer::Depends))
            m_verdict.isExact = false;
        const bool known = std::ranges::all_of(m_said, [](const StatementImpact &s) { return s.known; });
        if (m_measured.error && !fails(Answer::Yes) && !fails(Answer::Depends) && known)
            wrong(u"fails, which is not said: "_s + m_measured.error->message);
        if (!m_measured.error && fails(Answer::Yes))
            wrong(u"said to fail, but does not"_s);
    }

    /// Nothing was known of other relations: they may be missing where the impact says that it depends, unless the statement
    /// itself names them.
    bool mayBeMissing(const MeasuredRelation &relation) const
    {
        if (std::ranges::any_of(m_said, [](const StatementImpact &s) { return !s.known; }))
            return true;
        if (m_knowledge != Knowledge::Nothing)
            return false;
        const QRegularExpression word(u"(?<!\\w)"_s + QRegularExpression::escape(relation.name) + u"(?!\\w)"_s);
        const bool depends = std::ranges::any_of(m_said, [](const StatementImpact &s) { return !s.dependsOn.isEmpty(); });
        return depends && !m_form.text.contains(word);
    }

    /// A lock on a table stands for locks of at most that strength on its indexes; an index in its last phase of a statement
    /// outside of a transaction cannot be seen. What the form makes itself is nobody else's.
    bool isImplied(const MeasuredRelation &relation) const
    {
        if (relation.isNew)
            return true;
        if (!relation.isIndex())
            return false;
        const auto table = std::ranges::find_if(m_measured.relations, [&](const auto &r) { return r.fullName() == relation.table; });
        if (table == m_measured.relations.end())
            return false;
        const std::optional<Impact> impact = impactOn(*table);
        return impact ? strength(impact->lock) >= strength(relation.lock) : mayBeMissing(*table);
    }

    void compareRelation(const MeasuredRelation &relation)
    {
        const std::optional<Impact> impact = impactOn(relation);
        if (!impact) {
            if (!relation.lock.isEmpty() && !isImplied(relation) && !mayBeMissing(relation))
                wrong(u"takes %1 on %2, which is not said"_s.arg(relation.lock, relation.fullName()));
            if ((relation.scanned || relation.rewritten || relation.rebuilt) && !relation.isNew && !mayBeMissing(relation))
                wrong(u"reads or writes all of %1, which is not said"_s.arg(relation.fullName()));
            return;
        }
        compareLock(*impact, relation);
        const bool isTruncated = relation.wasEmpty && m_form.text.contains("truncate"_L1, Qt::CaseInsensitive);
        if (relation.isNew || relation.isIndex() || relation.kind == u'S' || isTruncated)
            return;
        compareAnswer(u"rewritten"_s, impact->rewrite, &MeasuredRelation::rewritten, relation);
        compareAnswer(u"scanned"_s, impact->scan, &MeasuredRelation::scanned, relation);
        compareAnswer(u"index rebuilt"_s, impact->indexRebuild, &MeasuredRelation::rebuilt, relation);
    }

    /// Who does not know that a table is partitioned speaks of the rows in its partitions, too.
    bool isDoneInPartitions(const MeasuredRelation &relation, bool MeasuredRelation::*what) const
    {
        return m_knowledge == Knowledge::Nothing && relation.kind == u'p'
            && std::ranges::any_of(m_measured.relations, [&](const MeasuredRelation &other) { return other.*what && mayBeMissing(other); });
    }

    void compareLock(const Impact &impact, const MeasuredRelation &relation)
    {
        const int taken = strength(relation.lock);
        const int most = strength(impact.lock);
        const int least = impact.certain ? most : strength(impact.atLeast);
        // The last phase of a concurrent statement, which takes the old index away, passes too quickly to be seen.
        const bool isMoreByOthers = m_knowledge == Knowledge::Nothing && m_said.size() > 1 && taken > most
            && std::ranges::any_of(m_said, [](const StatementImpact &said) { return !said.dependsOn.isEmpty(); });
        if (isMoreByOthers || (relation.isNew && taken > most)) { // another of the statements, which could not know; or its making
            m_verdict.isExact = m_verdict.isExact && !isMoreByOthers;
            return;
        }
        const bool unseen = m_form.kind == StatementForm::Kind::Outside && relation.isIndex() && taken < most;
        if ((taken > most || taken < least) && !unseen && !(taken < most && relation.isNew && relation.isIndex()))
            wrong(u"%1: %2 is said, %3 is taken"_s.arg(relation.fullName(), impact.certain ? impact.lock : u"at most "_s + impact.lock,
                                                       relation.lock.isEmpty() ? u"nothing"_s : relation.lock));
    }

    void compareAnswer(const QString &what, Answer answer, bool MeasuredRelation::*done, const MeasuredRelation &relation)
    {
        const bool inPartitions = isDoneInPartitions(relation, done);
        const bool truth = relation.*done || inPartitions;
        if (answer == Answer::Depends)
            m_verdict.isExact = false;
        else if ((answer == Answer::Yes) != truth && !(answer == Answer::No && inPartitions))
            wrong(u"%1 is %2%3, but %4 is said"_s.arg(relation.fullName(), truth ? QString() : u"not "_s, what, answerWord(answer)));
    }

    const StatementForm &m_form;
    const QList<StatementImpact> &m_said;
    const QList<Impact> m_impacts;
    const Measurement &m_measured;
    const Knowledge m_knowledge;
    Verdict m_verdict;
};

} // namespace

Verdict compare(const StatementForm &form, const QList<StatementImpact> &said, const Measurement &measured, Knowledge knowledge)
{
    return Comparison(form, said, measured, knowledge).verdict();
}

} // namespace Whimbrel::Test
