// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "lint/lintrun.h"
#include "report/statusreport.h"
#include "safety/project/projectanalysis.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

using FileDetail = MigrationProject::FileDetail;

/// The files alone. No server says which dialect they are in: MySQL's comments are those of all three.
Timeline withoutDatabase(const MigrationProject &project, FileDetail detail)
{
    if (detail == FileDetail::Checksum)
        return buildTimeline(project, {});
    return buildTimeline(project, {}, {}, project.readFiles(project.migrations(), detail, Dialect::MariaDb));
}

/// The timeline and where it came from. Without a database, and for an SQLite file that the first run will make, the
/// files alone.
Result<Timeline> look(CommandContext &context, const MigrationProject &project, StatusSource &source)
{
    // People are not shown what only reading each file tells, and need not wait for it.
    const FileDetail detail = context.json ? FileDetail::All : FileDetail::Checksum;
    Result<std::optional<Target>> chosen = context.chooseTarget(project);
    if (!chosen)
        return std::unexpected(chosen.error());
    if (!*chosen)
        return withoutDatabase(project, detail);
    Target &target = **chosen;
    source.environment = target.environment;
    const Result<std::unique_ptr<Session>> session = context.openSession(target, SessionRole::Browse);
    if (!session && session.error().code == u"SQLITE_NOTFOUND" && target.settings.dialect == Dialect::SQLite) {
        if (!context.quiet && !context.json)
            context.err << session.error().toString() << Qt::endl;
        source.dialect = Dialect::SQLite;
        return withoutDatabase(project, detail);
    }
    if (!session)
        return std::unexpected(session.error());
    source.database = target.settings.displayUrl();
    source.dialect = (*session)->dialect();
    source.serverVersion = (*session)->serverVersion().toString((*session)->dialect());
    return readTimeline(project, **session, detail);
}

/// Which dialect the files are in: the database's, else the one that the project's addresses tell.
std::optional<Dialect> dialectOfFiles(const MigrationProject &project, const StatusSource &source)
{
    if (source.dialect)
        return source.dialect;
    const Result<Dialect> dialect = dialectOf(project, {{u"DATABASE_URL"_s, qEnvironmentVariable("DATABASE_URL")}});
    return dialect ? std::optional(*dialect) : std::nullopt;
}

/// What a migration does tells its phase where its author does not; in which dialect has to be known for that. The files are read
/// once for it: what `up` would refuse to read comes along.
Result<> readFiles(const MigrationProject &project, const StatusSource &source, Timeline &timeline, const std::stop_token &stop)
{
    const std::optional<Dialect> dialect = dialectOfFiles(project, source);
    if (!dialect) {
        timeline.addUnreadable(project.unreadable(timeline.pendingMigrations()));
        return {};
    }
    const Result<MigrationPhases> read = migrationPhases(project, *dialect, stop);
    if (!read)
        return std::unexpected(read.error());
    QList<ProjectProblem> unreadable;
    for (const Migration &migration : timeline.pendingMigrations()) {
        if (const auto error = read->unreadable.constFind(migration.version); error != read->unreadable.cend())
            unreadable << ProjectProblem{.severity = ProjectProblem::Severity::Error, .error = *error};
    }
    timeline.addUnreadable(unreadable);
    for (TimelineEntry &entry : timeline.entries) {
        if (entry.migration.phase == MigrationPhase::Unknown)
            entry.migration.phase = read->phases.value(entry.migration.version, MigrationPhase::Unknown);
    }
    return {};
}

int runStatus(CommandContext &context)
{
    if (const int code = context.refuseArguments())
        return code;
    const Result<MigrationProject> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    StatusSource source;
    Result<Timeline> timeline = look(context, *project, source);
    if (!timeline)
        return context.fail(timeline.error());
    if (context.json) {
        if (const Result<> read = readFiles(*project, source, *timeline, context.stop); !read)
            return context.fail(read.error());
        context.printJson(statusJson(*project, *timeline, source));
    } else {
        // What `up` would refuse to read. Nothing else here opens these files: checksums are of what has run.
        timeline->addUnreadable(project->unreadable(timeline->pendingMigrations()));
        context.out << statusText(*project, *timeline, source, context.color) << Qt::flush;
    }
    const bool somethingToReport = timeline->pending > 0 || timeline->problems > 0;
    return context.parser.isSet(u"exit-code"_s) && somethingToReport ? ExitFindings : ExitDone;
}

} // namespace

Command statusCommand()
{
    return {.name = u"status"_s,
            .arguments = u"[--exit-code]"_s,
            .summary = tr("what is applied, what is pending, and what is wrong"),
            .options = {{u"exit-code"_s, tr("end with 1 if anything is pending or wrong")}},
            .run = runStatus,
            .endsAtSignal = true};
}

} // namespace Whimbrel
