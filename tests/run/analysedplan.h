// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lint/lintrun.h"
#include "report/planreport.h"
#include "run/guard/fit/fitcheck.h"
#include "scriptedproject.h"

#include <QJsonArray>
#include <QTest>

namespace Whimbrel::Test {

/// A plan and what it does, as `whimbrel plan` makes them.
struct AnalysedPlan
{
    RunPlan plan;
    PlanAnalysis analysis;

    QString text() const { return planText(plan, QStringLiteral("shop"), &analysis); }
    QJsonObject json() const { return planJson(plan, &analysis); }
    /// Of the `step`th migration's `number`th statement, from 0.
    QJsonObject statement(int step, int number) const
    {
        return json()[u"steps"].toArray().at(step)[u"statements"].toArray().at(number).toObject();
    }
    /// Rules of what was found, with their severity: "error column-drop-breaks-code".
    QStringList rules() const
    {
        QStringList rules;
        for (const ScriptAnalysis &script : analysis.steps) {
            for (const Finding &finding : script.findings)
                rules << severityId(finding.severity) + u' ' + finding.rule;
        }
        return rules;
    }
};

/// From the schema and the sizes of the project's database, with what its journal knows of earlier runs.
inline AnalysedPlan analysed(const ScriptedProject &project, const RunRequest &request = {}, const RunGuards &guards = {})
{
    const MigrationProject files = project.open();
    const Result<std::unique_ptr<Session>> session = Session::open(project.settings(), SessionRole::Browse);
    if (!session)
        qFatal("%s", qPrintable(session.error().toString()));
    AnalysisBase base;
    base.settings.waitsAreBounded = true;
    EarlierRuns earlier;
    earlier.remember({}, EarlierRuns::read(files, **session));
    const Result<Timeline> timeline = readAnalysisBase(files, **session, base);
    Result<RunPlan> plan =
        timeline.and_then([&](const Timeline &read) { return makePlan(files, read, request, base.dialect); });
    if (plan)
        plan->refusals << guardRefusals(files, *plan, guards, *base.connected);
    Result<PlanAnalysis> analysis = plan.and_then([&](const RunPlan &made) { return analysePlan(files, made, base); });
    if (!analysis)
        qFatal("%s", qPrintable(analysis.error().toString()));
    analysis->earlier = earlier.of(*plan);
    return {*plan, *analysis};
}

/// From the files alone: nothing is applied, and sizes are not known.
inline AnalysedPlan analysedFromFiles(const ScriptedProject &project, Dialect dialect, const RunRequest &request = {})
{
    const MigrationProject files = project.open();
    AnalysisBase base{.dialect = dialect};
    base.settings.waitsAreBounded = true;
    const Result<RunPlan> plan = makePlan(files, buildTimeline(files, QList<AppliedMigration>()), request, dialect);
    const Result<PlanAnalysis> analysis =
        plan.and_then([&](const RunPlan &made) { return analysePlan(files, made, base); });
    if (!analysis)
        qFatal("%s", qPrintable(analysis.error().toString()));
    return {*plan, *analysis};
}

} // namespace Whimbrel::Test
