// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/fit/lockneeds.h"

#include "run/guard/fit/askedalgorithm.h"
#include "run/stepchecks.h"
#include "safety/annotation.h"
#include "safety/scriptwalk.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// INSERT and COPY lock nothing that others would feel, and there are files with tens of thousands of them.
bool isPlainRows(const Statement &statement)
{
    return statement.kind == StatementKind::CopyFromStdin ||
           statement.text.startsWith("INSERT"_L1, Qt::CaseInsensitive);
}

bool isFelt(const Impact &impact)
{
    return !impact.lock.isEmpty() && !impact.isNew && !impact.invisible && impact.role != Impact::Role::Database &&
           impact.relation.schema != "pg_catalog"_L1 && (impact.reach != LockReach::Nothing || !impact.briefly.isEmpty());
}

/// Of PostgreSQL's modes that stop writes.
qsizetype strength(const QString &mode)
{
    static const QStringList modes{u"ShareLock"_s, u"ShareRowExclusiveLock"_s, u"ExclusiveLock"_s};
    return modes.indexOf(mode);
}

LockNeed needOf(const Impact &impact, int statement)
{
    return {.relation = impact.relation,
            .type = impact.type,
            .mode = impact.certain ? impact.lock : impact.atLeast,
            .atMost = impact.lock,
            .reach = impact.reach,
            .statement = statement};
}

/// MySQL's and MariaDB's definitions: whatever the work itself stops, the table is nobody else's at its beginning and its end.
LockNeed exclusiveNeedOf(const Impact &impact, int statement)
{
    LockNeed need = needOf(impact, statement);
    if (impact.briefly.isEmpty())
        return need;
    need.mode = need.atMost = impact.briefly;
    need.isBrief = impact.reach < LockReach::Writes;
    need.reach = LockReach::ReadsAndWrites;
    return need;
}

Estimate sizeOf(const ObjectName &name, const Catalog &catalog)
{
    const CatalogRelation *relation = catalog.relation(name);
    if (!relation)
        relation = catalog.tableOfIndex(name);
    if (!relation || !relation->statistics)
        return {};
    return {.rows = relation->statistics->rows,
            .bytes = relation->statistics->bytes,
            .writesPerSecond = relation->statistics->writesPerSecond};
}

/// An UPDATE or DELETE of all rows of a table. How many a condition leaves is not known.
bool changesAllRows(const StatementReading &reading)
{
    return std::ranges::any_of(reading.operations, [](const Operation &operation) {
        return (operation.kind == OperationKind::Update || operation.kind == OperationKind::Delete)
            && (operation.expression.isEmpty() || operation.expression.isAlwaysTrue);
    });
}

/// CREATE INDEX, and constraints that build one unless they are given one that is there.
bool buildsIndex(const StatementReading &reading)
{
    return std::ranges::any_of(reading.operations, [](const Operation &operation) {
        using enum ConstraintKind;
        const bool isBacked = std::ranges::any_of(operation.constraints, [](const ConstraintDefinition &constraint) {
            return (constraint.kind == Unique || constraint.kind == PrimaryKey || constraint.kind == Exclusion) && constraint.usingIndex.isEmpty();
        });
        return operation.kind == OperationKind::CreateIndex || (operation.kind == OperationKind::AddConstraint && isBacked);
    });
}

class NeedsReader
{
public:
    NeedsReader(const PlanStep &step, Catalog &catalog)
        : m_step(step)
        , m_catalog(catalog)
    {
    }

    StepNeeds read();

private:
    void add(const StatementAnalysis &analysis, int number);
    void addSwap(const StatementAnalysis &analysis, int number);
    void addHeavy(const StatementAnalysis &analysis, const Impact &impact, int number);

    const PlanStep &m_step;
    Catalog &m_catalog;
    StepNeeds m_needs;
};

StepNeeds NeedsReader::read()
{
    AnalysisInput input;
    input.file = m_step.migration.displayFile;
    input.version = m_step.migration.version;
    input.direction = m_step.direction;
    input.transaction = m_step.transaction ? ScriptTransaction::Wrapped : ScriptTransaction::Autocommit;
    ScriptWalk walk(input, m_catalog);
    for (const PlanStatement &planned : m_step.statements) {
        if (planned.index <= m_step.resumeAfter || isPlainRows(planned.statement))
            continue;
        const StatementAnalysis analysis =
            walk.meet(planned.statement, readStatement(planned.statement, m_catalog.dialect()));
        add(analysis, planned.index);
        walk.leave(analysis);
    }
    for (const QList<LockNeed> &needs : std::as_const(m_needs.statements))
        m_needs.transaction << needs;
    m_needs.transaction = mergedNeeds(m_needs.transaction);
    m_needs.undoIsSlow = isMySqlFamily(m_catalog.dialect());
    return m_needs;
}

/// What pt-online-schema-change works on is a copy: the table itself is needed for the moment in which the two change places.
void NeedsReader::addSwap(const StatementAnalysis &analysis, int number)
{
    for (const Impact &impact : analysis.impact.relations) {
        if (impact.role != Impact::Role::Target)
            continue;
        m_needs.statements.insert(number, {{.relation = impact.relation, .type = impact.type, .mode = u"EXCLUSIVE"_s, .atMost = u"EXCLUSIVE"_s,
                                            .reach = LockReach::ReadsAndWrites, .statement = number}});
    }
}

void NeedsReader::add(const StatementAnalysis &analysis, int number)
{
    if (m_step.onlineCopy) {
        addSwap(analysis, number);
        return;
    }
    if (analysis.impact.waitsForTransactions) {
        m_needs.patient.insert(number);
        return;
    }
    const bool isMySql = isMySqlFamily(m_catalog.dialect());
    const bool isRowWork = isMySql && !mayCommitByItself(analysis.statement, m_catalog.dialect()); // its locks are rows'
    QList<LockNeed> needs;
    for (const Impact &impact : analysis.impact.relations) {
        if (isFelt(impact) && !isRowWork)
            needs << (isMySql ? exclusiveNeedOf(impact, number) : needOf(impact, number));
        if (!impact.isNew && !impact.invisible)
            addHeavy(analysis, impact, number);
    }
    if (!needs.isEmpty())
        m_needs.statements.insert(number, mergedNeeds(needs));
    if (const QString asked = askedAlgorithm(analysis, m_catalog.dialect()); !asked.isEmpty())
        m_needs.asked.insert(number, asked);
}

void NeedsReader::addHeavy(const StatementAnalysis &analysis, const Impact &impact, int number)
{
    HeavyWork work{.kind = HeavyWork::Kind::Scan,
                   .relation = impact.relation,
                   .reach = impact.reach,
                   .statement = number,
                   .size = sizeOf(impact.relation, m_catalog)};
    if (impact.rewrite == Answer::Yes)
        work.kind = HeavyWork::Kind::Rewrite;
    else if (impact.indexRebuild == Answer::Yes || (impact.scan == Answer::Yes && buildsIndex(analysis.reading)))
        work.kind = HeavyWork::Kind::IndexBuild;
    else if (impact.role == Impact::Role::Target && changesAllRows(analysis.reading) && !isAnnotated(analysis.statement, "batch"_L1))
        work.kind = HeavyWork::Kind::Rows;
    else if (impact.scan == Answer::Yes && impact.reach >= LockReach::SchemaChanges)
        work.kind = HeavyWork::Kind::Scan;
    else
        return;
    m_needs.heavy << work;
}

} // namespace

bool StepNeeds::hasStrong() const
{
    return std::ranges::any_of(transaction, &LockNeed::isStrong);
}

QList<LockNeed> mergedNeeds(const QList<LockNeed> &needs)
{
    std::map<QString, LockNeed> byName;
    const auto isStronger = [](const QString &one, const QString &other) {
        return std::pair(lockReach(one), strength(one)) > std::pair(lockReach(other), strength(other));
    };
    for (const LockNeed &need : needs) {
        const auto [place, isFirst] = byName.try_emplace(need.relation.toString(), need);
        if (isFirst)
            continue;
        LockNeed &known = place->second;
        known.statement = std::min(known.statement, need.statement);
        if (isStronger(need.mode, known.mode))
            known.mode = need.mode;
        if (isStronger(need.atMost, known.atMost))
            known.atMost = need.atMost;
        known.reach = std::max(known.reach, need.reach);
        known.isBrief = known.isBrief && need.isBrief;
    }
    QList<LockNeed> merged;
    for (const auto &entry : byName)
        merged << entry.second;
    return merged;
}

StepNeeds lockNeeds(const PlanStep &step, Catalog &catalog)
{
    return NeedsReader(step, catalog).read();
}

} // namespace Whimbrel
