// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

namespace Whimbrel {

/// The rules that look at a script at all, by how they are called: chosen once for a project, not for each of its files.
/// A value; any thread.
class RuleSelection
{
public:
    struct Rules
    {
        QList<const Rule *> perStatement;
        QList<const Rule *> perRow;    ///< of those, the ones that want INSERT … VALUES too
        QList<const Rule *> perScript;
    };

    RuleSelection(const AnalysisSettings &settings, Dialect dialect);

    const AnalysisSettings &settings() const { return m_settings; }
    const Rules &of(Direction direction) const { return direction == Direction::Down ? m_down : m_up; }

private:
    AnalysisSettings m_settings;
    Rules m_up;
    Rules m_down;
};

} // namespace Whimbrel
