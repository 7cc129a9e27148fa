// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "project/migrationproject.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QTextStream>

#include <stop_token>
#include <vector>

namespace Whimbrel {

/// The exit codes of design/CLI.md.
enum ExitCode : int {
    ExitDone = 0,
    ExitFindings = 1,
    ExitUsage = 2,
    ExitFailed = 3,
    ExitUnreachable = 4,
    ExitRefused = 5,
    ExitInterrupted = 130,
    ExitTerminated = 143,
};

/// What every command gets: the parsed command line, streams, and the way to project and database.
class CommandContext
{
public:
    explicit CommandContext(const QCommandLineParser &parser, std::stop_token stop);

    const QCommandLineParser &parser;
    QStringList arguments; ///< positional ones after the command's name
    QTextStream out;       ///< standard output: text for people, or JSON and nothing else
    QTextStream err;       ///< standard error: progress and errors
    bool json = false;
    bool quiet = false;
    bool color = false;    ///< --no-color, NO_COLOR and "not a terminal" are looked at
    bool yes = false;
    std::stop_token stop;  ///< requested by Ctrl-C and SIGTERM

    Result<MigrationProject> openProject();
    Result<std::optional<Target>> chooseTarget(const MigrationProject &project);
    /// As chooseTarget(), but no database named anywhere is an error (Usage) that says how to name one.
    Result<Target> requireTarget(const MigrationProject &project);
    /// Resolves the password and connects. A stop request meanwhile ends the process at once.
    Result<std::unique_ptr<Session>> openSession(Target &target, SessionRole role);

    /// What is odd about the project's files, on standard error.
    void reportProblems(const MigrationProject &project);
    void printJson(const QJsonObject &object); ///< one document on one line
    /// Prints the error where people (stderr) or programs (JSON {"error":{...}} on stderr too) look for it; returns its
    /// exit code.
    int fail(const Error &error);
    /// For a command that takes none: ExitDone if none was given, else says so and returns ExitUsage.
    int refuseArguments();
};

/// What the process ends with when a command failed like this. Cancelled: 130 or 143, whichever signal came.
ExitCode exitCode(ErrorKind kind);
ExitCode stoppedExitCode();

/// A command of the command line; one file each, one line in commands.cpp.
struct Command
{
    QString name;
    QString arguments; ///< for the usage line: "[--to V | --steps N]"
    QString summary;   ///< one translated line
    QList<QCommandLineOption> options; ///< beside the common ones
    int (*run)(CommandContext &context);
    /// Only looks: Ctrl-C ends the process at once, instead of requesting CommandContext::stop.
    bool endsAtSignal = false;
};

const std::vector<Command> &commands();

// Each in the file of its name under app/commands/.
Command statusCommand();
Command planCommand();
Command upCommand();
Command downCommand();
Command redoCommand();
Command newCommand();
Command lintCommand();
Command resolveCommand();
Command locksCommand();
Command checkCommand();
Command releaseCommand();
Command formatsCommand();
Command rulesCommand();
Command recipesCommand();
Command helpCommand();

} // namespace Whimbrel
