// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "commandline.h"
#include "report/rulesreport.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

Error unknownRule(const QString &id)
{
    QStringList ids;
    for (const Rule *rule : allRules())
        ids << QString::fromLatin1(rule->id);
    const QString nearest = nearestWord(id, ids);
    return failure(ErrorKind::Usage, tr("There is no rule “%1”.").arg(id),
                   nearest.isEmpty() ? tr("“whimbrel rules” lists them all.") : tr("Did you mean “%1”?").arg(nearest))
        .error();
}

int runRules(CommandContext &context)
{
    QList<const Rule *> chosen;
    for (const QString &id : std::as_const(context.arguments)) {
        const Rule *known = rule(id);
        if (!known)
            return context.fail(unknownRule(id));
        chosen << known;
    }
    if (context.json) {
        context.printJson(rulesJson(chosen.isEmpty() ? allRules() : chosen));
        return ExitDone;
    }
    if (chosen.isEmpty())
        context.out << rulesText(allRules());
    for (qsizetype i = 0; i < chosen.size(); ++i)
        context.out << (i > 0 ? u"\n"_s : QString()) << ruleText(*chosen.at(i));
    context.out.flush();
    return ExitDone;
}

} // namespace

Command rulesCommand()
{
    return {.name = u"rules"_s,
            .arguments = u"[RULE...]"_s,
            .summary = tr("what lint looks for; with a name, why, and an example"),
            .options = {},
            .run = runRules,
            .endsAtSignal = true};
}

} // namespace Whimbrel
