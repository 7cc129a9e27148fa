// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"
#include "run/runner.h"
#include "run/runplan.h"
#include "run/targetfacts.h"

namespace Whimbrel::RunTexts {

/// The verb and what it is done to: "Apply 3 migrations to dev". Also the run button's text.
QString title(const RunPlan &plan, const QString &target);
/// "3 migrations were applied to dev."
QString done(const RunPlan &plan, const QString &target, int migrations);
/// "deploy on shop at db.example.com, PostgreSQL 17.4, primary"
QString where(const TargetFacts &facts);
/// HTML: who, where and how carefully, as a small table.
QString beforeHtml(const RunPlan &plan, const TargetFacts &facts, const Target &target);
/// HTML: position as a link, message, detail, hint, code.
QString errorHtml(const Error &error);

} // namespace Whimbrel::RunTexts
