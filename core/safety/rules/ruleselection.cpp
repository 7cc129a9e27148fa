// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/ruleselection.h"

namespace Whimbrel {

namespace {

void add(RuleSelection::Rules &rules, const Rule *rule)
{
    if (rule->perScript) {
        rules.perScript.append(rule);
        return;
    }
    rules.perStatement.append(rule);
    if (rule->statements == Rule::Statements::All)
        rules.perRow.append(rule);
}

/// Whoever goes back has decided that the new code leaves, and takes away what the way up made.
bool isForWayUpOnly(const Rule &rule)
{
    using enum Rule::Category;
    return rule.category == Compatibility || rule.category == Destruction || rule.category == Principle;
}

} // namespace

RuleSelection::RuleSelection(const AnalysisSettings &settings, Dialect dialect) : m_settings(settings)
{
    for (const Rule *rule : allRules()) {
        if (!rule->check || !rule->isFor(dialect) || !isOn(*rule, settings))
            continue;
        add(m_up, rule);
        if (!isForWayUpOnly(*rule))
            add(m_down, rule);
    }
}

} // namespace Whimbrel
