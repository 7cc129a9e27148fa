// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

int runFormats(CommandContext &context)
{
    if (const int code = context.refuseArguments())
        return code;
    qsizetype width = 0;
    QJsonArray list;
    for (const auto &format : migrationFormats()) {
        width = std::max(width, format->id().size());
        list << QJsonObject{{u"id"_s, format->id()}, {u"name"_s, format->name()}, {u"summary"_s, format->summary()}};
    }
    if (context.json) {
        context.printJson({{u"formats"_s, list}});
        return ExitDone;
    }
    for (const auto &format : migrationFormats())
        context.out << format->id().leftJustified(width + 2) << format->summary() << Qt::endl;
    return ExitDone;
}

} // namespace

Command formatsCommand()
{
    return {.name = u"formats"_s,
            .arguments = {},
            .summary = QCoreApplication::translate("Whimbrel", "the migration tools whose projects can be opened"),
            .options = {},
            .run = runFormats,
            .endsAtSignal = true};
}

} // namespace Whimbrel
