// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "lint/changedfiles.h"
#include "lint/lintrun.h"
#include "safety/rules/rule.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcessEnvironment>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

Result<LintFormat> formatOf(const CommandContext &context)
{
    const QString named = context.parser.value(u"report"_s);
    if (named.isEmpty())
        return context.json ? LintFormat::Json : LintFormat::Text;
    const std::optional<LintFormat> format = lintFormatOf(named);
    if (!format)
        return failure(ErrorKind::Usage, tr("There is no report “%1”.").arg(named),
                       tr("Known are: %1.").arg(u"text, json, sarif, github, markdown"_s));
    if (context.json && *format != LintFormat::Json)
        return failure(ErrorKind::Usage, tr("--json and --report %1 ask for two reports.").arg(named),
                       tr("Leave one of them out."));
    return *format;
}

Result<LintFlags> flagsOf(const QCommandLineParser &parser)
{
    LintFlags flags;
    if (parser.isSet(u"dialect"_s)) {
        const Result<Dialect> dialect = dialectNamed(parser.value(u"dialect"_s));
        if (!dialect)
            return std::unexpected(dialect.error());
        flags.dialect = *dialect;
    }
    if (parser.isSet(u"server-version"_s)) {
        const Result<ServerVersion> version = serverVersionOf(parser.value(u"server-version"_s));
        if (!version)
            return std::unexpected(version.error());
        flags.version = *version;
    }
    if (const QString level = parser.value(u"fail-on"_s); parser.isSet(u"fail-on"_s)) {
        flags.failOn = severityOf(level);
        if (!flags.failOn)
            return failure(ErrorKind::Usage, tr("“%1” is no severity.").arg(level),
                           tr("Write one of info, warning and error."));
    }
    return flags;
}

bool connects(const CommandContext &context)
{
    return context.parser.isSet(u"database"_s) || context.parser.isSet(u"environment"_s);
}

/// The database of -d or -e.
Result<Target> targetFor(CommandContext &context, const LintGroup &group)
{
    if (group.project)
        return context.requireTarget(*group.project);
    const QString url = context.parser.value(u"database"_s);
    if (url.isEmpty())
        return failure(ErrorKind::Usage, tr("There is no project around these files whose environments -e could name."),
                       tr("Name the database with -d."));
    return ConnectionSettings::fromUrl(url, QDir::current()).transform([](ConnectionSettings settings) {
        Target target;
        target.settings = std::move(settings);
        return target;
    });
}

/// The schema of the database and which migrations it has.
Result<> readDatabase(CommandContext &context, const LintGroup &group, AnalysisBase &base)
{
    Result<Target> target = targetFor(context, group);
    if (!target)
        return std::unexpected(target.error());
    const Result<std::unique_ptr<Session>> session = context.openSession(*target, SessionRole::Browse);
    if (!session && session.error().code == u"SQLITE_NOTFOUND" && target->settings.dialect == Dialect::SQLite) {
        base.dialect = Dialect::SQLite; // the first run will make it: it has nothing yet
        base.connected = Catalog(Dialect::SQLite, Catalog::Origin::Connected);
        return {};
    }
    if (!session)
        return std::unexpected(session.error());
    base.settings.waitsAreBounded = target->guards.lockTimeout.count() > 0;
    if (!group.project)
        return readAnalysisBase(**session, base);
    return readAnalysisBase(*group.project, **session, base).transform([](const Timeline &) {});
}

Result<Dialect> dialectFor(const LintGroup &group, const LintFlags &flags)
{
    if (flags.dialect)
        return *flags.dialect;
    if (!group.project) {
        return failure(
            ErrorKind::Usage, tr("Nothing tells which database the files are for."),
            tr("Name it with --dialect (%1), or a database with -d.").arg(u"postgresql, mysql, mariadb, sqlite"_s));
    }
    const QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    return dialectOf(*group.project, {{u"DATABASE_URL"_s, variables.value(u"DATABASE_URL"_s)}});
}

Result<AnalysisBase> baseFor(CommandContext &context, const LintGroup &group, const LintFlags &flags)
{
    AnalysisBase base;
    if (group.project)
        base.settings = analysisSettings(group.project->configuration().lint);
    if (connects(context)) {
        if (const Result<> read = readDatabase(context, group, base); !read)
            return std::unexpected(read.error());
        return base;
    }
    const Result<Dialect> dialect = dialectFor(group, flags);
    if (!dialect)
        return std::unexpected(dialect.error());
    if (const Result<> known = checkServerVersion(flags.version, *dialect); !known)
        return std::unexpected(known.error());
    base.dialect = *dialect;
    base.version = flags.version;
    return base;
}

Severity failOnOf(const LintGroup &group, const LintFlags &flags)
{
    const std::optional<Severity> ofProject = group.project ? group.project->configuration().lint.failOn : std::nullopt;
    return flags.failOn.value_or(ofProject.value_or(Severity::Error));
}

/// SQL files of any tool can be looked at, without the order and the way down that their format would tell.
Error withWayToFiles(Error error)
{
    if (error.kind == ErrorKind::Project && !error.position.isValid())
        error.hint = tr("%1 SQL files of any other tool can be looked at one by one: name them or their folder, and the database with --dialect.")
                         .arg(error.hint);
    return error;
}

Result<LintScope> scopeOf(CommandContext &context)
{
    const bool isNamed = context.parser.isSet(u"project"_s) || context.parser.isSet(u"sample"_s);
    const bool readsStdin = context.parser.isSet(u"stdin"_s);
    std::optional<MigrationProject> named;
    if (isNamed || (context.arguments.isEmpty() && !readsStdin)) {
        Result<MigrationProject> project = context.openProject();
        if (!project)
            return std::unexpected(withWayToFiles(project.error()));
        named = std::move(*project);
    }
    LintScope scope(named, context.parser.value(u"format"_s));
    if (context.arguments.isEmpty() && !readsStdin)
        scope.addAll(*named);
    for (const QString &path : std::as_const(context.arguments)) {
        if (const Result<> added = scope.add(path, QDir::current()); !added)
            return std::unexpected(added.error());
    }
    const QString since = context.parser.value(u"since"_s);
    if (since.isEmpty())
        return scope;
    QSet<QString> changed;
    for (const LintGroup &group : scope.groups()) {
        const Result<QSet<QString>> files = filesChangedSince(since, group.folder, context.stop);
        if (!files)
            return std::unexpected(files.error());
        changed += *files;
    }
    scope.keepOnly([&changed](const QString &path) { return changed.contains(path); });
    return scope;
}

/// What is not read from files: the project around the file that the text is said to be, or around the current folder.
Result<LintGroup> groupOfStdin(CommandContext &context, const QString &path)
{
    MigrationProject::Options options{.format = context.parser.value(u"format"_s), .searchParents = true};
    LintGroup group;
    const bool isNamed = context.parser.isSet(u"project"_s) || context.parser.isSet(u"sample"_s);
    const QDir folder = path.isEmpty() ? QDir::current() : QFileInfo(path).absoluteDir();
    Result<MigrationProject> project = isNamed ? context.openProject() : MigrationProject::open(folder, options);
    if (!project && (isNamed || (folder.exists() && !MigrationProject::isOutside(folder))))
        return std::unexpected(project.error());
    if (project)
        group.project = std::move(*project);
    return group;
}

Result<> lookAtStdin(CommandContext &context, LintRun &run, const LintFlags &flags)
{
    if (!context.arguments.isEmpty())
        return failure(ErrorKind::Usage, tr("--stdin reads the text itself, so no files can be named."),
                       tr("Leave one of them out."));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorKind::Io, tr("Standard input cannot be read."));
    QByteArray bytes = input.readAll();
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    const QString name = context.parser.value(u"stdin-filename"_s);
    const QString path = name.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(name));
    const Result<LintGroup> group = groupOfStdin(context, path);
    if (!group)
        return std::unexpected(group.error());
    const Result<AnalysisBase> base = baseFor(context, *group, flags);
    if (!base)
        return std::unexpected(base.error());
    return run.lookAtText(QString::fromUtf8(bytes), path, name.isEmpty() ? u"<stdin>"_s : name, *group, *base,
                          failOnOf(*group, flags), context.stop);
}

/// With a database, a migration that it has already is judged from the files before it: its schema is past that.
Result<> lookAtApplied(LintRun &run, const LintGroup &group, const AnalysisBase &base, Severity failOn,
                       const std::stop_token &stop)
{
    LintGroup applied = group;
    applied.versions.intersect(base.applied);
    applied.files.clear();
    if (applied.versions.isEmpty())
        return {};
    AnalysisBase files = base;
    files.connected.reset();
    files.applied.clear();
    return run.look(applied, files, failOn, stop);
}

Result<> lookAtFiles(CommandContext &context, LintRun &run, const LintFlags &flags)
{
    const Result<LintScope> scope = scopeOf(context);
    if (!scope)
        return std::unexpected(scope.error());
    for (const LintGroup &group : scope->groups()) {
        if (group.versions.isEmpty() && group.files.isEmpty())
            continue;
        const Result<AnalysisBase> base = baseFor(context, group, flags);
        if (!base)
            return std::unexpected(base.error());
        const Severity failOn = failOnOf(group, flags);
        Result<> done{};
        if (!context.arguments.isEmpty()) // named, so looked at even where it is too late
            done = lookAtApplied(run, group, *base, failOn, context.stop);
        if (done)
            done = run.look(group, *base, failOn, context.stop);
        if (!done)
            return done;
    }
    return {};
}

int runLint(CommandContext &context)
{
    const Result<LintFormat> format = formatOf(context);
    if (!format)
        return context.fail(format.error());
    const Result<LintFlags> flags = flagsOf(context.parser);
    if (!flags)
        return context.fail(flags.error());
    const std::unique_ptr<LintReport> report = LintReport::create(
        *format, context.out,
        {.color = context.color && *format == LintFormat::Text, .quiet = context.quiet, .rules = allRules()});
    LintRun run(*report, QDir::current());
    const Result<> done =
        context.parser.isSet(u"stdin"_s) ? lookAtStdin(context, run, *flags) : lookAtFiles(context, run, *flags);
    if (!done)
        return context.fail(done.error());
    report->finish();
    for (const Error &error : run.unreadable())
        context.err << error.toString() << Qt::endl;
    context.out.flush();
    context.err.flush();
    // The schema of 10,000 migrations, piece by piece, would take longer to put away than a thousand files to read: the system
    // takes it back at once.
    std::_Exit(!run.unreadable().isEmpty() ? ExitUsage : run.hasFailed() ? ExitFindings : ExitDone);
}

} // namespace

Command lintCommand()
{
    return {
        .name = u"lint"_s,
        .arguments = u"[FILE|FOLDER...]"_s,
        .summary = tr("what migrations would do to others, and what breaks; connects only with -d or -e"),
        .options = {{u"dialect"_s, tr("whose SQL it is: postgresql, mysql, mariadb, sqlite"), u"NAME"_s},
                    {u"server-version"_s, tr("the server's version, which many facts depend on"), u"N"_s},
                    {u"fail-on"_s, tr("end with 1 from this severity on: info, warning, error (default)"),
                     u"SEVERITY"_s},
                    {u"since"_s, tr("only files changed since a revision of git"), u"REV"_s},
                    {u"stdin"_s, tr("read the text from standard input")},
                    {u"stdin-filename"_s, tr("the file that the text on standard input is to be seen as"), u"NAME"_s},
                    {u"report"_s, tr("the form of the report: text, json, sarif, github, markdown"), u"FORM"_s}},
        .run = runLint,
        .endsAtSignal = true};
}

} // namespace Whimbrel
