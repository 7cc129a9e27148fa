// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <QCommandLineParser>
#include <QString>

#include <memory>
#include <optional>

namespace Whimbrel {

/// What the arguments ask for.
struct Invocation
{
    const Command *command = nullptr;           ///< nullptr: the window
    std::unique_ptr<QCommandLineParser> parser; ///< with the command's own options, parsed
    QString folder;                             ///< of the window: absolute, or empty
    std::optional<int> exitCode;                ///< set where everything is said already: --help, --version, a mistake
};

/// Reads the arguments; prints help, version and what is wrong with them. Common flags may stand before or after the
/// command.
Invocation readCommandLine(const QStringList &arguments);

/// The flags that every command takes.
QList<QCommandLineOption> commonOptions();
/// nullptr if there is none of this name.
const Command *findCommand(const QString &name);
/// All commands, or all about one.
QString overviewText();
QString helpText(const Command &command);
/// What was wrong, and where help is; on standard error. Returns ExitUsage.
int reportUsage(const QString &message, const QString &advice);
/// The command that a mistyped name probably meant; empty if none is near.
QString nearestCommand(const QString &name);
/// The one of `words` that differs least from `word`; empty if none is near.
QString nearestWord(const QString &word, const QStringList &words);

} // namespace Whimbrel
