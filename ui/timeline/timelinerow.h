// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/finding.h"
#include "settings/theme.h"
#include "timeline/timeline.h"

#include <QLocale>

namespace Whimbrel {

/// The node's shape on the rail: one for each state that a person must tell apart (design/UI.md, "Visual language").
enum class NodeShape {
    Applied,     ///< filled circle
    Pending,     ///< hollow circle
    Next,        ///< the same with a ring: the next one to run
    Running,     ///< arc that turns
    Partly,      ///< half-filled circle with n/m
    Failed,      ///< diamond with a cross
    Modified,    ///< circle with a delta
    Missing,     ///< dashed circle
    OutOfOrder,  ///< circle with an up-down arrow
    Outdated,    ///< circle with a turning arrow
    Baseline,    ///< square
    Ignored,     ///< hollow circle, struck through
    Unknown,     ///< small dot: nothing is known without a database
};

ColorRole roleOf(NodeShape shape);

/// What the analysis says of a migration that is not applied yet.
struct RowSafety
{
    std::optional<Severity> worst{};
    int findings = 0; ///< of any severity
    MigrationPhase phase = MigrationPhase::Unknown; ///< inferred where none is declared

    bool operator==(const RowSafety &) const = default;
};

/// A migration as the timeline shows it. A value.
struct TimelineRow
{
    TimelineEntry entry;
    NodeShape shape = NodeShape::Unknown;
    double progress = -1; ///< of Running: 0 to 1; -1 while unknown
    RowSafety safety{};

    QString stateText() const;                    ///< "pending, runs next": what the shape says
    QString secondLine(const QLocale &locale) const; ///< state where it is not plain, version, when, how long
    /// secondLine(), and what is left of it where there is less and less room; at least one.
    QStringList secondLines(const QLocale &locale) const;
    QStringList chips() const;                    ///< "no transaction", "irreversible", the phase
    QString safetyText() const;                   ///< "2 findings, the worst an error"; empty without any
    QString accessibleText(const QLocale &locale) const;

    bool operator==(const TimelineRow &) const = default;
};

/// The rows of a month, or of everything where versions carry no date.
struct TimelineGroup
{
    QString key; ///< "2024-01"; empty where versions carry no date
    QList<TimelineRow> rows;

    QString title(const QLocale &locale) const; ///< "January 2024"
};

/// Groups in the order of application. At most one row has NodeShape::Next.
QList<TimelineGroup> groupTimeline(const Timeline &timeline);

/// "14 ms", "2.1 s", "3 min 5 s": how long something took.
QString durationText(qint64 ms, const QLocale &locale);

} // namespace Whimbrel
