// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

namespace Whimbrel {

/// SQLite: the whole script between two switches of foreign keys, in a transaction of its own; nothing where the script
/// holds what cannot stand there. `afterwards`: statements that it lacks, without semicolons.
QList<Fix> withoutForeignKeys(const RuleContext &context, const QStringList &afterwards = {});

/// What of a script stands in that transaction: without what begins and ends transactions, and what switches and checks
/// foreign keys. Empty where nothing is left, or something cannot stand there.
/// `script`: what they are of; its first line is the file's marker.
QString insideOfSwitches(const QList<Statement> &statements, const QString &script);

/// The recipe takes all statements of a file, up and down, and not the one that was found.
bool takesWholeScript(const QString &recipe);

} // namespace Whimbrel
