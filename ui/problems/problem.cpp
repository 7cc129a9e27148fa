// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/problem.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

Problem Problem::of(const ProjectProblem &problem)
{
    const Error &error = problem.error;
    return {.severity = problem.severity == ProjectProblem::Severity::Error ? Severity::Error : Severity::Warning,
            .message = error.hint.isEmpty() ? error.message : u"%1 %2"_s.arg(error.message, error.hint),
            .detail = error.toString(),
            .rule = {},
            .place = error.position};
}

Problem Problem::of(const Finding &finding)
{
    QStringList detail{finding.message, finding.why, finding.fix};
    detail.removeAll(QString());
    return {.severity = finding.severity,
            .message = finding.message,
            .detail = detail.join("\n\n"_L1),
            .rule = finding.rule,
            .place = {.file = finding.file, .line = finding.start.line, .column = finding.start.column}};
}

} // namespace Whimbrel
