// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migration.h"
#include "safety/finding.h"

namespace Whimbrel {

/// A line of the list of problems: something wrong with the project's files, or a finding of the analysis.
struct Problem
{
    Severity severity = Severity::Warning;
    QString message;
    QString detail; ///< everything, for a tooltip: plain text
    QString rule;   ///< empty: not a finding
    FilePosition place;

    static Problem of(const ProjectProblem &problem);
    static Problem of(const Finding &finding);

    bool operator==(const Problem &other) const
    {
        return severity == other.severity && message == other.message && detail == other.detail && rule == other.rule
            && place.toString() == other.place.toString();
    }
};

} // namespace Whimbrel
