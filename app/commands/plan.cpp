// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "commands/runrequest.h"
#include "lint/lintrun.h"
#include "report/planreport.h"
#include "run/guard/fit/fitcheck.h"
#include "run/onlinecopy/copytool.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

Result<RunRequest::Action> actionOf(CommandContext &context)
{
    const QString word = context.arguments.value(0, u"up"_s);
    if (context.arguments.size() <= 1) {
        if (word == u"up")
            return RunRequest::Action::Up;
        if (word == u"down")
            return RunRequest::Action::Down;
        if (word == u"redo")
            return RunRequest::Action::Redo;
    }
    return failure(ErrorKind::Usage,
                   tr("A plan is one of up, down or redo, not “%1”.").arg(context.arguments.join(u' ')));
}

/// Looking creates nothing: a SQLite file that the first run would make has no history and no schema yet.
Result<Timeline> readDatabase(CommandContext &context, const MigrationProject &project, Target &target,
                              AnalysisBase &base, EarlierRuns &earlier)
{
    const Result<std::unique_ptr<Session>> session = context.openSession(target, SessionRole::Browse);
    if (session) {
        earlier.remember({}, EarlierRuns::read(project, **session));
        return readAnalysisBase(project, **session, base);
    }
    base.dialect = target.settings.dialect;
    base.connected = Catalog(base.dialect, Catalog::Origin::Connected);
    if (session.error().code == u"SQLITE_NOTFOUND" && target.settings.dialect == Dialect::SQLite)
        return buildTimeline(project, QList<AppliedMigration>());
    return std::unexpected(session.error());
}

int runPlan(CommandContext &context)
{
    const Result<RunRequest::Action> action = actionOf(context);
    if (!action)
        return context.fail(action.error());
    Result<RequestedRun> run = readRequestedRun(context, *action);
    if (!run)
        return context.fail(run.error());
    auto &[request, project, target] = *run;
    context.reportProblems(project);
    AnalysisBase base{.settings = analysisSettings(project.configuration().lint)};
    base.settings.waitsAreBounded = target.guards.lockTimeout.count() > 0;
    EarlierRuns earlier;
    const Result<Timeline> timeline = readDatabase(context, project, target, base, earlier);
    if (!timeline)
        return context.fail(timeline.error());
    Result<RunPlan> plan = makePlan(project, *timeline, request, base.dialect);
    if (!plan)
        return context.fail(plan.error());
    describeCopies(*plan, target.settings, target.guards);
    if (base.connected)
        plan->refusals << guardRefusals(project, *plan, target.guards, *base.connected);
    Result<PlanAnalysis> analysis = analysePlan(project, *plan, base, context.stop);
    if (!analysis)
        return context.fail(analysis.error());
    analysis->earlier = earlier.of(*plan);
    if (context.json)
        context.printJson(planJson(*plan, &*analysis));
    else
        context.out << planText(*plan, target.settings.displayName(), &*analysis) << Qt::flush;
    return plan->refusals.isEmpty() ? ExitDone : ExitRefused;
}

} // namespace

Command planCommand()
{
    QList<QCommandLineOption> options = upOptions();
    options[1].setDescription(tr("the next N, or the last N of a plan to go down"));
    options[0].setDescription(tr("up to this version, or down to it"));
    return {.name = u"plan"_s,
            .arguments = u"[up|down|redo] [--to V | --steps N | --only V] [--single-transaction]"_s,
            .summary = tr("what would run: statements, transactions, locks; changes nothing"),
            .options = options,
            .run = runPlan,
            .endsAtSignal = true};
}

} // namespace Whimbrel
