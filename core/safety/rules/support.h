// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/impactof.h"
#include "safety/rules/tables.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

/// What several rules ask. For the files below rules/ only.
namespace Whimbrel {

inline QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, n);
}

using Kind = Operation::Kind;
using Flag = Operation::Flag;

/// Calls `visit` for each operation of these kinds that the statement executes, those in the body of a DO included.
/// What a DO may leave out is visited too.
template<typename Visit>
void forEach(const QList<Operation> &operations, std::initializer_list<Kind> kinds, const Visit &visit)
{
    for (const Operation &operation : operations) {
        if (std::ranges::find(kinds, operation.kind) != kinds.end())
            visit(operation);
        if (!operation.body.isEmpty())
            forEach(operation.body, kinds, visit);
    }
}
template<typename Visit>
void forEach(const RuleContext &context, std::initializer_list<Kind> kinds, const Visit &visit)
{
    forEach(context.operations(), kinds, visit);
}

/// Whether others may be using the relation: it was not made by this migration and is not temporary. What is not known
/// is taken to be in use.
bool isOthers(const RuleContext &context, const ObjectName &relation);
/// Whether all of its columns, constraints and indexes are known.
bool isComplete(const RuleContext &context, const ObjectName &relation);
/// Few enough rows that reading or writing all of them takes no time worth a warning; false where the size is not
/// known.
bool isSmall(const RuleContext &context, const ObjectName &relation);
/// The severity of work on all rows of a relation: calm where it is known to be small, else the rule's own.
std::optional<Severity> severityOfWork(const RuleContext &context, const ObjectName &relation);

/// What one part of the statement does by itself.
StatementImpact impactOfPart(const RuleContext &context, const Operation &part);
/// Whether the waits for locks of this statement are bounded: by the session's settings or by whoever runs it. Unset:
/// not known.
std::optional<bool> isWaitBounded(const RuleContext &context);
/// The setting as a time; 0 is off. Unset: the script does not set it, or not to a time.
std::optional<std::chrono::milliseconds> timeSetting(const Catalog &catalog, const QString &name);

/// The server is known to be older than `version` (PostgreSQL: its major number).
bool isOlderThan(const RuleContext &context, int major);

/// Whether a later part of the statement, or a later statement of the script, does such a thing.
bool isFollowedBy(const RuleContext &context, const Operation &operation, const std::function<bool(const Operation &)> &matches);

/// The rule has found something in this script already. For rules that speak once a file.
bool isReportedBefore(const RuleContext &context);

/// Names in quotes: “a”, “a” and “b”, “a”, “b”, and “c”, in the language of the person.
QString listed(const QStringList &names);
/// The name as people would write it: without the schema that is looked in first.
QString shown(const RuleContext &context, const ObjectName &name);
/// What the statement names first; nullptr where it touches no relation of its own.
const Impact *target(const StatementImpact &impact);

} // namespace Whimbrel
