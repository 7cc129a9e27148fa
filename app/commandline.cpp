// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "project/sample.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// How many letters have to be changed, added or left out.
int editDistance(const QString &a, const QString &b)
{
    QList<int> previous(b.size() + 1);
    std::iota(previous.begin(), previous.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        QList<int> current{static_cast<int>(i) + 1};
        for (qsizetype j = 0; j < b.size(); ++j)
            current << std::min({current.last() + 1, previous[j + 1] + 1, previous[j] + (a[i] == b[j] ? 0 : 1)});
        previous = current;
    }
    return previous.last();
}

QString optionText(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names << (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    QString text = names.join(u", "_s);
    if (!option.valueName().isEmpty())
        text += u' ' + option.valueName();
    return text;
}

void appendTable(QString &text, const QList<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &row : rows)
        width = std::max(width, row.first.size());
    for (const auto &[left, right] : rows)
        text += u"  "_s + left.leftJustified(width + 2) + right + u'\n';
}

QList<std::pair<QString, QString>> optionRows(const QList<QCommandLineOption> &options)
{
    QList<std::pair<QString, QString>> rows;
    for (const QCommandLineOption &option : options)
        rows.emplaceBack(optionText(option), option.description());
    return rows;
}

int printed(const QString &text)
{
    QTextStream(stdout) << text << Qt::flush;
    return ExitDone;
}

/// Parses for `command`, or for the window where it is nullptr. Unknown flags are reported.
std::optional<int> parse(QCommandLineParser &parser, const QStringList &arguments, const Command *command)
{
    parser.addOptions(commonOptions());
    if (command)
        parser.addOptions(command->options);
    if (!parser.parse(arguments)) {
        const QString help = command ? u"whimbrel help "_s + command->name : u"whimbrel help"_s;
        return reportUsage(parser.errorText(), tr("“%1” lists what is possible.").arg(help));
    }
    if (parser.isSet(u"help"_s))
        return printed(command ? helpText(*command) : overviewText());
    return {};
}

/// Made before the window is there, so that nothing waits in it.
void useSample(Invocation &invocation)
{
    const Result<QDir> sample = openSample(sampleDataFolder());
    if (sample)
        invocation.folder = sample->absolutePath();
    else
        invocation.exitCode = reportUsage(sample.error().toString(), {});
}

Invocation windowInvocation(const QStringList &arguments, const QString &folder)
{
    Invocation invocation;
    invocation.parser = std::make_unique<QCommandLineParser>();
    invocation.exitCode = parse(*invocation.parser, arguments, nullptr);
    if (invocation.exitCode)
        return invocation;
    for (const QString &name : invocation.parser->optionNames()) {
        if (name != u"p" && name != u"project" && name != u"sample") {
            invocation.exitCode = reportUsage(tr("The flag “%1” belongs to a command, and none was given.").arg(name),
                                              tr("“%1” lists what is possible.").arg(u"whimbrel help"_s));
            return invocation;
        }
    }
    const QString named = folder.isEmpty() ? invocation.parser->value(u"project"_s) : folder;
    if (!named.isEmpty())
        invocation.folder = QFileInfo(named).absoluteFilePath();
    else if (invocation.parser->isSet(u"sample"_s))
        useSample(invocation);
    return invocation;
}

} // namespace

QList<QCommandLineOption> commonOptions()
{
    return {
        {{u"p"_s, u"project"_s}, tr("the project (default: here, or the nearest folder above that has one)"), u"DIR"_s},
        {u"sample"_s, tr("the sample project, a copy in your data folder")},
        {{u"e"_s, u"environment"_s}, tr("the environment of whimbrel.toml"), u"NAME"_s},
        {{u"d"_s, u"database"_s},
         tr("the database itself: sqlite:PATH, postgresql://…, mysql://…, mariadb://…"),
         u"URL"_s},
        {u"format"_s, tr("the tool whose project this is, instead of detecting it"), u"NAME"_s},
        {u"json"_s, tr("print JSON for programs")},
        {u"quiet"_s, tr("print results and errors only")},
        {u"no-color"_s, tr("print without colours")},
        {u"yes"_s, tr("stands for typing the name of a protected environment")},
        {{u"h"_s, u"help"_s}, tr("explain the command")},
        {u"version"_s, tr("print the version")},
    };
}

const Command *findCommand(const QString &name)
{
    const auto &all = commands();
    const auto found = std::ranges::find(all, name, &Command::name);
    return found == all.end() ? nullptr : &*found;
}

QString overviewText()
{
    QList<std::pair<QString, QString>> rows;
    for (const Command &command : commands())
        rows.emplaceBack(command.name, command.summary);
    QString text = tr("Usage: whimbrel [DIR]              open the window\n"
                      "       whimbrel COMMAND [FLAGS]    work without a window\n");
    text += u'\n' + tr("Commands:") + u'\n';
    appendTable(text, rows);
    text += u'\n' + tr("Flags of every command:") + u'\n';
    appendTable(text, optionRows(commonOptions()));
    text += u'\n' + tr("“whimbrel help COMMAND” explains one command.") + u'\n';
    return text;
}

QString helpText(const Command &command)
{
    QString usage = u"whimbrel "_s + command.name;
    if (!command.arguments.isEmpty())
        usage += u' ' + command.arguments;
    QString text = tr("Usage: %1").arg(usage) + u"\n\n"_s + command.summary + u'\n';
    if (!command.options.isEmpty()) {
        text += u'\n' + tr("Flags:") + u'\n';
        appendTable(text, optionRows(command.options));
    }
    text += u'\n' + tr("Flags of every command:") + u'\n';
    appendTable(text, optionRows(commonOptions()));
    return text;
}

int reportUsage(const QString &message, const QString &advice)
{
    QTextStream err(stderr);
    err << u"whimbrel: "_s << message << Qt::endl;
    if (!advice.isEmpty())
        err << advice << Qt::endl;
    return ExitUsage;
}

QString nearestCommand(const QString &name)
{
    QStringList names;
    for (const Command &command : commands())
        names << command.name;
    return nearestWord(name, names);
}

QString nearestWord(const QString &word, const QStringList &words)
{
    QString nearest;
    int least = std::max<int>(3, static_cast<int>(word.size()) / 3);
    for (const QString &candidate : words) {
        const int distance = editDistance(word, candidate);
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

Invocation readCommandLine(const QStringList &arguments)
{
    // A first look that knows only the common flags finds the command; the second then knows the command's own.
    QCommandLineParser first;
    first.addOptions(commonOptions());
    first.parse(arguments);
    const QStringList words = first.positionalArguments();

    Invocation invocation;
    if (first.isSet(u"version"_s)) {
        invocation.exitCode = printed(QStringLiteral("whimbrel " WHIMBREL_VERSION "\n"));
        return invocation;
    }
    if (words.isEmpty())
        return windowInvocation(arguments, {});
    invocation.command = findCommand(words.first());
    if (!invocation.command) {
        if (QFileInfo(words.first()).isDir() && words.size() == 1)
            return windowInvocation(arguments, words.first());
        const QString nearest = nearestCommand(words.first());
        invocation.exitCode = reportUsage(tr("There is no command and no folder “%1”.").arg(words.first()),
                                          nearest.isEmpty() ? tr("“%1” lists what is possible.").arg(u"whimbrel help"_s)
                                                            : tr("Did you mean “whimbrel %1”?").arg(nearest));
        return invocation;
    }
    invocation.parser = std::make_unique<QCommandLineParser>();
    invocation.exitCode = parse(*invocation.parser, arguments, invocation.command);
    return invocation;
}

} // namespace Whimbrel
