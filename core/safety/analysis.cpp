// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/analysis.h"

#include "safety/phase.h"
#include "safety/rules/ruleselection.h"
#include "safety/scriptwalk.h"
#include "safety/suppression.h"

#include <algorithm>

namespace Whimbrel {

namespace {

void check(RuleContext &context, const QList<RuleSelection::Chosen> &rules)
{
    for (const RuleSelection::Chosen &chosen : rules) {
        const qsizetype before = context.findings->size();
        context.rule = chosen.rule;
        chosen.rule->check(context);
        for (qsizetype i = before; i < context.findings->size(); ++i) {
            const RuleSelection::Said &said = chosen.said();
            Finding &finding = (*context.findings)[i];
            finding.rule = said.id;
            finding.why = said.why;
            finding.fix = said.fix;
        }
    }
}

/// Sizes of the relations whose rows the statement reads or writes anew, and the writes of all that it keeps from writing.
Estimate estimateOf(const StatementImpact &impact, const Catalog &catalog)
{
    Estimate estimate;
    for (const Impact &part : impact.relations) {
        const CatalogRelation *relation = catalog.relation(part.relation);
        if (!relation || !relation->statistics)
            continue;
        const RelationStatistics &known = *relation->statistics;
        if (part.blocksWrites() && known.writesPerSecond >= 0)
            estimate.writesPerSecond = std::max(estimate.writesPerSecond, 0.0) + known.writesPerSecond;
        if (part.scan == Answer::No && part.rewrite == Answer::No && part.indexRebuild == Answer::No)
            continue;
        if (known.rows >= 0)
            estimate.rows = std::max<qint64>(estimate.rows, 0) + known.rows;
        if (known.bytes >= 0)
            estimate.bytes = std::max<qint64>(estimate.bytes, 0) + known.bytes;
    }
    return estimate;
}

/// What the migration is by what it does, unless its author says it.
MigrationPhase phaseOf(const AnalysisInput &input, const ScriptAnalysis &analysis, const Catalog &begin, const Catalog &end)
{
    if (input.declaredPhase != MigrationPhase::Unknown)
        return input.declaredPhase;
    QList<StatementReading> readings;
    readings.reserve(analysis.statements.size());
    for (const StatementAnalysis &statement : analysis.statements)
        readings.append(statement.reading);
    return inferredPhase(readings, begin, end);
}

StatementReading readingAt(const AnalysisInput &input, qsizetype index, Dialect dialect)
{
    return index < input.readings.size() ? input.readings.at(index) : readStatement(input.statements.at(index), dialect);
}

} // namespace

std::optional<Severity> ScriptAnalysis::worst() const
{
    const auto worst = std::ranges::max_element(findings, {}, &Finding::severity);
    return worst == findings.cend() ? std::nullopt : std::optional(worst->severity);
}

ScriptAnalysis analyseScript(const AnalysisInput &input, Catalog &catalog, const AnalysisSettings &settings)
{
    return analyseScript(input, catalog, RuleSelection(settings, catalog.dialect()));
}

ScriptAnalysis analyseScript(const AnalysisInput &input, Catalog &catalog, const RuleSelection &selection)
{
    return analyseScript(input, catalog, selection, nullptr);
}

ScriptAnalysis analyseScript(const AnalysisInput &input, Catalog &catalog, const RuleSelection &selection, const ScriptHistory *history)
{
    const Dialect dialect = catalog.dialect();
    const AnalysisSettings &settings = selection.settings();
    const RuleSelection::Rules &rules = selection.of(input.direction);
    ScriptAnalysis analysis;
    analysis.file = input.file;
    analysis.statements.reserve(input.statements.size());

    ScriptWalk walk(input, catalog, history);
    const Catalog begin = catalog; // in a session of its own: what the migration before has made or set is not this one's
    for (qsizetype i = 0; i < input.statements.size(); ++i) {
        const StatementReading reading = readingAt(input, i, dialect);
        analysis.statements.append(walk.meet(input.statements.at(i), reading));
        StatementAnalysis &statement = analysis.statements.last();
        const bool isRows = ScriptWalk::isRows(reading);
        if (!isRows)
            statement.estimate = estimateOf(statement.impact, catalog);

        const auto checkBetween = [&](const Catalog &before) {
            RuleContext context{input, settings, analysis, before, catalog, int(i)};
            context.findings = &analysis.findings;
            check(context, isRows ? rules.perRow : rules.perStatement);
        };
        if (ScriptWalk::changesCatalog(reading)) {
            const Catalog before = catalog;
            walk.leave(statement);
            checkBetween(before);
        } else {
            checkBetween(catalog);
            walk.leave(statement);
        }
    }

    analysis.phase = phaseOf(input, analysis, begin, catalog);
    RuleContext context{input, settings, analysis, begin, catalog};
    context.findings = &analysis.findings;
    check(context, rules.perScript);

    if (Suppressions suppressions(input, settings, dialect); !suppressions.isEmpty())
        suppressions.apply(analysis);
    std::ranges::stable_sort(analysis.findings, {}, [](const Finding &finding) { return finding.start.offset; });
    return analysis;
}

void replayScript(const AnalysisInput &input, Catalog &catalog)
{
    ScriptWalk walk(input, catalog);
    for (qsizetype i = 0; i < input.statements.size(); ++i)
        walk.follow(readingAt(input, i, catalog.dialect()));
}

ScriptHistory recordScript(const AnalysisInput &input, Catalog &catalog)
{
    ScriptWalk walk(input, catalog);
    ScriptHistory history{.begin = catalog, .steps = {}};
    history.steps.reserve(size_t(input.statements.size()));
    for (qsizetype i = 0; i < input.statements.size(); ++i)
        walk.follow(readingAt(input, i, catalog.dialect()), history);
    return history;
}

} // namespace Whimbrel
