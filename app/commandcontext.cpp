// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "stopsignals.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <csignal>
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

QJsonObject errorToJson(const Error &error)
{
    QJsonObject object{{u"kind"_s, errorKindId(error.kind)}, {u"message"_s, error.message}};
    const std::pair<QString, QString> texts[] = {{u"detail"_s, error.detail}, {u"hint"_s, error.hint}, {u"code"_s, error.code}};
    for (const auto &[key, text] : texts) {
        if (!text.isEmpty())
            object.insert(key, text);
    }
    if (error.position.isValid()) {
        object.insert(u"file"_s, error.position.file);
        object.insert(u"line"_s, error.position.line);
        object.insert(u"column"_s, error.position.column);
    }
    return object;
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

void CommandContext::printJson(const QJsonObject &object)
{
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

int CommandContext::fail(const Error &error)
{
    out.flush();
    if (json)
        err << QString::fromUtf8(QJsonDocument(QJsonObject{{u"error"_s, errorToJson(error)}}).toJson(QJsonDocument::Compact)) << Qt::endl;
    else
        err << u"whimbrel: "_s << error.toString() << Qt::endl;
    return exitCode(error.kind);
}

int CommandContext::refuseArguments()
{
    if (arguments.isEmpty())
        return ExitDone;
    return fail({.kind = ErrorKind::Usage,
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
