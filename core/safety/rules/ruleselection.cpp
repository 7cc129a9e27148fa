// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/ruleselection.h"

namespace Whimbrel {

namespace {

void add(RuleSelection::Rules &rules, const RuleSelection::Chosen &chosen)
{
    if (chosen.rule->perScript) {
        rules.perScript.append(chosen);
        return;
    }
    rules.perStatement.append(chosen);
    if (chosen.rule->statements == Rule::Statements::All)
        rules.perRow.append(chosen);
}

/// Whoever goes back has decided that the new code leaves, and takes away what the way up made.
bool isForWayUpOnly(const Rule &rule)
{
    using enum Rule::Category;
    return rule.category == Compatibility || rule.category == Destruction || rule.category == Principle;
}

} // namespace

const RuleSelection::Said &RuleSelection::Chosen::said() const
{
    std::call_once(m_lazy->once, [this] { m_lazy->said = {QString::fromLatin1(rule->id), rule->translatedWhy(), rule->translatedFix()}; });
    return m_lazy->said;
}

RuleSelection::RuleSelection(const AnalysisSettings &settings, Dialect dialect) : m_settings(settings)
{
    for (const Rule *rule : allRules()) {
        if (!rule->check || !rule->isFor(dialect) || !isOn(*rule, settings))
            continue;
        const Chosen chosen(rule);
        add(m_up, chosen);
        if (!isForWayUpOnly(*rule))
            add(m_down, chosen);
    }
}

} // namespace Whimbrel
