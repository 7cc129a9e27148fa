// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/migrate.h"

#include "checklist/releasestore.h"
#include "commands/runreporter.h"
#include "commands/runrequest.h"
#include "protection.h"
#include "report/planreport.h"
#include "run/record/runrecord.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, n);
}

Result<RunPlan> planRun(const CommandContext &context, const MigrationProject &project, Session &session,
                        const RunRequest &request)
{
    if (context.stop.stop_requested())
        return failure(ErrorKind::Cancelled, tr("Stopped; nothing was changed."));
    const CancelOnStop cancel(session, context.stop);
    return readTimeline(project, session).and_then([&](const Timeline &timeline) {
        return makePlan(project, timeline, request, session.dialect());
    });
}

/// The first run makes SQLite's file, and only a run does: what cannot run is found out before.
bool isToBeMade(const ConnectionSettings &settings)
{
    const QFileInfo file(settings.database);
    return settings.dialect == Dialect::SQLite && !file.exists() && QFileInfo(file.absolutePath()).isDir();
}

int tellNothingToDo(CommandContext &context, const Target &target)
{
    if (context.json)
        context.printJson(runEventJson({.kind = RunEvent::Kind::RunFinished, .at = QDateTime::currentDateTimeUtc()}));
    else if (!context.quiet)
        context.out << tr("Nothing to do on %1.").arg(target.settings.displayName()) << Qt::endl;
    return ExitDone;
}

void printSummary(CommandContext &context, const RunOutcome &outcome, const Target &target)
{
    if (context.json || context.quiet)
        return;
    context.out << tr("%n migration(s) done on %1.", nullptr, outcome.migrationsDone).arg(target.settings.displayName())
                << Qt::endl;
}

/// What ran belongs to the open release of the environment, failed or not.
void recordInRelease(CommandContext &context, const MigrationProject &project, const Target &target,
                     const QString &text)
{
    if (text.isEmpty())
        return;
    if (const Result<> recorded = recordRunInRelease(project.folder(), releaseEnvironment(target), text); !recorded)
        context.err << recorded.error().toString() << Qt::endl;
}

int execute(CommandContext &context, const MigrationProject &project, const Target &target, Session &session,
            const RunPlan &plan)
{
    RunReporter reporter(context);
    RunRecord record(plan);
    Runner runner(project, target);
    runner.setEventHandler([&](const RunEvent &event) {
        record.take(event);
        reporter.report(event);
    });
    if (!context.json && !context.quiet) {
        for (const QString &note : plan.notes)
            context.err << note << Qt::endl;
        for (const PlanStep &step : plan.steps) {
            for (const QString &note : step.notes)
                context.err << step.migration.version << u": "_s << note << Qt::endl;
        }
    }
    const Result<RunOutcome> outcome = runner.run(session, plan, context.stop);
    reporter.clearProgress();
    recordInRelease(context, project, target, record.text(outcome));
    if (!outcome) {
        const int code = context.fail(outcome.error());
        // "Refused" promises that nothing was changed.
        return code == ExitRefused && record.hasChanged() ? ExitFailed : code;
    }
    printSummary(context, *outcome, target);
    return ExitDone;
}

} // namespace

int migrate(CommandContext &context, RunRequest::Action action)
{
    if (const int code = context.refuseArguments())
        return code;
    Result<RequestedRun> run = readRequestedRun(context, action);
    if (!run)
        return context.fail(run.error());
    auto &[request, project, target] = *run;
    if (const Result<> allowed = allowChanges(context, project, target); !allowed)
        return context.fail(allowed.error());
    std::optional<RunPlan> first; // for a file that is not there yet; the run looks whether its history is still empty
    if (isToBeMade(target.settings)) {
        Result<RunPlan> planned =
            makePlan(project, buildTimeline(project, QList<AppliedMigration>()), request, Dialect::SQLite);
        if (!planned)
            return context.fail(planned.error());
        if (const std::optional<Error> refusal = planned->refusal())
            return context.fail(*refusal);
        if (planned->isEmpty())
            return tellNothingToDo(context, target);
        first = std::move(*planned);
    }
    const Result<std::unique_ptr<Session>> session = context.openSession(target, SessionRole::Run);
    if (!session)
        return context.fail(session.error());
    const Result<RunPlan> plan = first ? std::move(*first) : planRun(context, project, **session, request);
    if (!plan)
        return context.fail(plan.error());
    if (plan->isEmpty())
        return tellNothingToDo(context, target);
    return execute(context, project, target, **session, *plan);
}

} // namespace Whimbrel
