// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "lazykeychain.h"
#include "project/sample.h"
#include "report/planreport.h"
#include "stopsignals.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <csignal>
#include <cstdlib>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Colours help on a terminal and spoil a file; NO_COLOR is the convention of no-color.org.
bool wantsColor(const QCommandLineParser &parser)
{
    if (parser.isSet(u"no-color"_s) || parser.isSet(u"json"_s) || !qEnvironmentVariableIsEmpty("NO_COLOR"))
        return false;
    return isatty(STDOUT_FILENO) != 0 && qgetenv("TERM") != "dumb";
}

Error stoppedError()
{
    return {.kind = ErrorKind::Cancelled,
            .message = QCoreApplication::translate("Whimbrel", "Stopped; nothing was changed."),
            .detail = {},
            .hint = {},
            .code = {},
            .position = {}};
}

} // namespace

CommandContext::CommandContext(const QCommandLineParser &commandLine, std::stop_token stopToken)
    : parser(commandLine)
    , arguments(commandLine.positionalArguments().mid(1))
    , out(stdout)
    , err(stderr)
    , json(commandLine.isSet(u"json"_s))
    , quiet(commandLine.isSet(u"quiet"_s))
    , color(wantsColor(commandLine))
    , yes(commandLine.isSet(u"yes"_s))
    , stop(std::move(stopToken))
{
}

Result<MigrationProject> CommandContext::openProject()
{
    MigrationProject::Options options;
    const QString named = parser.value(u"project"_s);
    if (parser.isSet(u"sample"_s)) {
        if (!named.isEmpty())
            return failure(ErrorKind::Usage,
                           QCoreApplication::translate("Whimbrel", "--sample and --project name two projects."),
                           QCoreApplication::translate("Whimbrel", "Leave one of them out."));
        return openSample(sampleDataFolder(), stop).and_then([&options](const QDir &folder) {
            options.searchParents = false;
            return MigrationProject::open(folder, options);
        });
    }
    options.format = parser.value(u"format"_s);
    options.searchParents = named.isEmpty();
    return MigrationProject::open(named.isEmpty() ? QDir::current() : QDir(named), options);
}

Result<std::optional<Target>> CommandContext::chooseTarget(const MigrationProject &project)
{
    const QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> shell;
    for (const QString &name : variables.keys())
        shell.insert(name, variables.value(name));
    return Whimbrel::chooseTarget(project, parser.value(u"database"_s), parser.value(u"environment"_s), shell,
                                  QDir::current());
}

Result<Target> CommandContext::requireTarget(const MigrationProject &project)
{
    Result<std::optional<Target>> target = chooseTarget(project);
    if (!target)
        return std::unexpected(target.error());
    if (!*target) {
        return failure(
            ErrorKind::Usage, QCoreApplication::translate("Whimbrel", "No database is named."),
            QCoreApplication::translate(
                "Whimbrel", "Name one with “-d URL”, with DATABASE_URL, or as an environment in whimbrel.toml."));
    }
    return std::move(**target);
}

Result<std::unique_ptr<Session>> CommandContext::openSession(Target &target, SessionRole role)
{
    // Client libraries wait for a server that does not answer, whatever signal comes. Nothing has begun yet, so the
    // process may end here; its other thread does that (StopSignals), while this one waits.
    const std::stop_callback end(stop, [this] { std::_Exit(fail(stoppedError())); });
    LazyKeychain keychain;
    target.settings = withPassword(target.settings, &keychain);
    return Session::open(target.settings, role);
}

void CommandContext::reportProblems(const MigrationProject &project)
{
    if (quiet || json)
        return;
    for (const ProjectProblem &problem : project.problems())
        err << problem.error.toString() << Qt::endl;
}

void CommandContext::printJson(const QJsonObject &object)
{
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

int CommandContext::fail(const Error &error)
{
    out.flush();
    if (json)
        err << QString::fromUtf8(
                   QJsonDocument(QJsonObject{{u"error"_s, errorJson(error)}}).toJson(QJsonDocument::Compact))
            << Qt::endl;
    else
        err << u"whimbrel: "_s << error.toString() << Qt::endl;
    return exitCode(error.kind);
}

int CommandContext::refuseArguments()
{
    if (arguments.isEmpty())
        return ExitDone;
    return fail(
        {.kind = ErrorKind::Usage,
         .message = QCoreApplication::translate("Whimbrel", "The command does not take “%1”.").arg(arguments.first()),
         .detail = {},
         .hint = QCoreApplication::translate("Whimbrel", "“whimbrel help %1” lists what is possible.")
                     .arg(parser.positionalArguments().value(0)),
         .code = {},
         .position = {}});
}

ExitCode exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
    case ErrorKind::Project:
    case ErrorKind::Io:
        return ExitUsage;
    case ErrorKind::Unreachable:
        return ExitUnreachable;
    case ErrorKind::LockTimeout:
    case ErrorKind::Refused:
        return ExitRefused;
    case ErrorKind::Cancelled:
        return stoppedExitCode();
    case ErrorKind::ConnectionLost:
    case ErrorKind::Statement:
        break;
    }
    return ExitFailed;
}

ExitCode stoppedExitCode()
{
    return StopSignals::received() == SIGTERM ? ExitTerminated : ExitInterrupted;
}

} // namespace Whimbrel
