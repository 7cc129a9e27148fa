// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/project/plananalysis.h"

#include "safety/project/migrationreading.h"
#include "safety/rules/ruleselection.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The step's way of the migration, its statements those of the plan.
AnalysisInput inputOf(const PlanStep &step, MigrationReading reading, Dialect dialect)
{
    AnalysisInput input;
    if (step.direction == Direction::Up)
        input = std::move(reading.up);
    else if (reading.down)
        input = std::move(*reading.down);
    input.file = step.migration.displayFile;
    input.version = step.migration.version;
    input.direction = step.direction;
    input.transaction = step.transaction ? ScriptTransaction::Wrapped : ScriptTransaction::Autocommit;
    input.statements.clear();
    input.readings.clear();
    for (const PlanStatement &planned : step.statements) {
        if (planned.index <= step.resumeAfter)
            continue;
        input.statements << planned.statement;
        input.readings << readStatement(planned.statement, dialect);
    }
    return input;
}

bool isWorse(const WorstLock &one, const WorstLock &other)
{
    return std::tuple(one.reach, one.certain) > std::tuple(other.reach, other.certain);
}

} // namespace

QList<WorstLock> PlanAnalysis::worstLocks(const RunPlan &plan) const
{
    QList<WorstLock> locks;
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < std::min(steps.size(), plan.steps.size());
         ++i) { // a text is analysed sooner than planned
        const Migration &migration = plan.steps.at(i).migration;
        for (const StatementAnalysis &statement : steps.at(i).statements) {
            for (const Impact &impact : statement.impact.relations) {
                if (impact.lock.isEmpty() || impact.isNew || impact.invisible || impact.type == ObjectType::Index)
                    continue;
                const TextPosition start = statement.statement.start;
                const WorstLock lock{impact.relation, impact.lock, impact.reach, impact.certain, migration.version,
                                     {migration.displayFile, start.line, start.column}};
                const auto known = places.constFind(impact.relation.toString());
                if (known == places.constEnd()) {
                    places.insert(impact.relation.toString(), locks.size());
                    locks << lock;
                } else if (isWorse(lock, locks.at(*known))) {
                    locks[*known] = lock;
                }
            }
        }
    }
    std::ranges::stable_sort(locks, isWorse);
    return locks;
}

Result<PlanAnalysis> analysePlan(const MigrationProject &project, const RunPlan &plan, const AnalysisBase &base,
                                 const std::stop_token &stop)
{
    PlanAnalysis analysis{.dialect = base.dialect};
    AnalysisSettings settings = base.settings;
    settings.noTransactionMarker = project.format().noTransactionMarker();
    Catalog catalog(base.dialect, Catalog::Origin::Replayed, base.version);
    if (base.connected) {
        catalog = *base.connected;
    } else {
        AnalysisBase before = base;
        before.applied.clear();
        const QString first = plan.isEmpty() || plan.request.action != RunRequest::Action::Up
                                  ? QString()
                                  : plan.steps.first().migration.version;
        Result<Catalog> replayed = ProjectAnalysis(project, before).catalogBefore(first, stop);
        if (!replayed)
            return std::unexpected(replayed.error());
        catalog = std::move(*replayed);
    }
    const RuleSelection rules(settings, base.dialect);
    for (const PlanStep &step : plan.steps) {
        MigrationReading reading = readMigration(project.format(), step.migration, base.dialect, ReadingDetail::Both);
        analysis.steps << analyseScript(inputOf(step, std::move(reading), base.dialect), catalog, rules);
    }
    return analysis;
}

} // namespace Whimbrel
