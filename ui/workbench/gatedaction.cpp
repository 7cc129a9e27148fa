// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/gatedaction.h"

#include "workbench/workbench.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct GatedAction
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::GatedAction)
};

constexpr qsizetype mostLines = 10;
constexpr char obstacleProperty[] = "obstacle";

} // namespace

std::optional<Error> readOnlyObstacle(const Workbench &workbench)
{
    if (!workbench.target() || !workbench.target()->readOnly)
        return std::nullopt;
    return failure(ErrorKind::Refused,
                   GatedAction::tr("The environment “%1” is read-only.").arg(workbench.targetName()),
                   GatedAction::tr("“read-only = false” in whimbrel.toml allows changes."))
        .error();
}

std::optional<Error> changeObstacle(const Workbench &workbench)
{
    const std::optional<Error> readOnly = readOnlyObstacle(workbench);
    return readOnly ? readOnly : workbench.closedGate();
}

QString obstacleText(const Error &obstacle)
{
    QStringList lines{obstacle.message};
    QStringList missing = obstacle.detail.split(u'\n', Qt::SkipEmptyParts);
    const auto more = static_cast<int>(missing.size() - mostLines);
    if (more > 0) {
        missing.resize(mostLines);
        missing << GatedAction::tr("and %n more", nullptr, more);
    }
    for (const QString &line : std::as_const(missing))
        lines << u"• "_s + line;
    if (!obstacle.hint.isEmpty())
        lines << obstacle.hint;
    return lines.join(u'\n');
}

void enableChange(QAction &action, bool possible, const std::optional<Error> &obstacle)
{
    const bool told = possible && obstacle;
    action.setEnabled(possible && !obstacle);
    action.setProperty(obstacleProperty, told ? obstacle->message : QString());
    action.setStatusTip(told ? obstacle->message : QString());
    action.setToolTip(told ? obstacleText(*obstacle) : QString()); // empty: the action's text
}

QString obstacleOf(const QAction &action)
{
    return action.property(obstacleProperty).toString();
}

} // namespace Whimbrel
