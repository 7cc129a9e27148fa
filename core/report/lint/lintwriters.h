// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/lint/lintreport.h"

namespace Whimbrel {

/// The report of each format; LintReport::create() chooses. Private to core/report/lint.
std::unique_ptr<LintReport> textLintReport(QTextStream &out, const LintReport::Options &options);
std::unique_ptr<LintReport> jsonLintReport(QTextStream &out, const LintReport::Options &options);
std::unique_ptr<LintReport> sarifLintReport(QTextStream &out, const LintReport::Options &options);
std::unique_ptr<LintReport> gitHubLintReport(QTextStream &out, const LintReport::Options &options);
std::unique_ptr<LintReport> markdownLintReport(QTextStream &out, const LintReport::Options &options);

} // namespace Whimbrel
