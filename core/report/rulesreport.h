// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

#include <QJsonObject>

namespace Whimbrel {

/// `whimbrel rules` for people: one aligned line a rule, by category; those that are off by default say so.
QString rulesText(const QList<const Rule *> &rules);
/// One rule explained, with its examples.
QString ruleText(const Rule &rule);

/// {"rules":[{"id","category","severity","dialects","default","why","fix","bad","good","equivalents"}]}.
QJsonObject rulesJson(const QList<const Rule *> &rules);

} // namespace Whimbrel
