// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

#include <memory>
#include <mutex>

namespace Whimbrel {

/// The rules that look at a script at all, by how they are called: chosen once for a project, not for each of its files.
/// A value; any thread.
class RuleSelection
{
public:
    /// What all findings of a rule say, and share.
    struct Said
    {
        QString id;
        QString why; ///< translated
        QString fix; ///< translated
    };
    class Chosen
    {
    public:
        explicit Chosen(const Rule *itsRule) : rule(itsRule) { }
        const Rule *rule;
        const Said &said() const; ///< made when it is asked for first: most rules find nothing

    private:
        struct Lazy
        {
            std::once_flag once;
            Said said;
        };
        std::shared_ptr<Lazy> m_lazy = std::make_shared<Lazy>();
    };
    struct Rules
    {
        QList<Chosen> perStatement;
        QList<Chosen> perRow;    ///< of those, the ones that want INSERT … VALUES too
        QList<Chosen> perScript;
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
