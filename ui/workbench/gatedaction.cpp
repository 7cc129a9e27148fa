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
constexpr char reasonProperty[] = "closedReason";

} // namespace

void enableChange(QAction &action, bool possible, const Workbench &workbench)
{
    const std::optional<Error> gate = possible ? workbench.closedGate() : std::nullopt;
    action.setEnabled(possible && !gate);
    action.setProperty(reasonProperty, gate ? gate->message : QString());
    action.setStatusTip(gate ? gate->message : QString());
    action.setToolTip(gate ? gateText(workbench) : QString()); // empty: the action's text
}

QString closedReason(const QAction &action)
{
    return action.property(reasonProperty).toString();
}

QString gateText(const Workbench &workbench)
{
    const std::optional<Error> gate = workbench.closedGate();
    if (!gate)
        return {};
    QStringList lines{gate->message};
    QStringList missing = gate->detail.split(u'\n', Qt::SkipEmptyParts);
    const auto more = static_cast<int>(missing.size() - mostLines);
    if (more > 0) {
        missing.resize(mostLines);
        missing << GatedAction::tr("and %n more", nullptr, more);
    }
    for (const QString &line : std::as_const(missing))
        lines << u"• "_s + line;
    if (!gate->hint.isEmpty())
        lines << gate->hint;
    return lines.join(u'\n');
}

} // namespace Whimbrel
