// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/releaseevent.h"

#include <QDateTime>
#include <QList>
#include <QMap>

#include <optional>

namespace Whimbrel {

/// Where one item of a release stands.
///
/// A manual item is done when its last tick was not taken back. An item with a probe is done when the newest result passed;
/// on a warning or an unknown result a person may answer for it by a tick with a note, which holds as long as the probe keeps
/// giving the same answer. A failed probe is never done: only an override of the phase goes past it.
struct ItemState
{
    bool done = false;
    bool ticked = false; ///< a person ticked it, and nothing has voided that since
    QString by;          ///< who ticked it last
    QDateTime at;        ///< when, with offset
    QString note;        ///< of the tick, or of a later note on the item
    std::optional<ProbeResult> probe; ///< the newest result
    QString probedBy;

    bool operator==(const ItemState &) const = default;
};

enum class PhaseState { Locked, Open, Complete, Overridden };

struct PhaseOverride
{
    QString reason;
    QString by;
    QDateTime at;

    bool operator==(const PhaseOverride &) const = default;
};

/// A release of an environment: a fold over its events in (order, id) order. A value.
struct Release
{
    QString id;           ///< its folder's name: "2026-11-22-production"
    QString environment;  ///< empty while the log that holds the Started event has not arrived
    QDateTime startedAt;
    QString startedBy;
    bool closed = false;
    QDateTime closedAt;
    QString closedBy;
    QString closedReason; ///< of a release closed before its end
    ChecklistTemplate checklist;
    QMap<QString, ItemState> items;                 ///< by item id, one for each of the checklist
    QMap<ReleasePhase, PhaseOverride> overrides;    ///< the newest of each phase
    QList<ReleaseEvent> events;                     ///< all, in order

    /// Order, duplicates (a merged log) and unknown items do not matter: any set of events has a meaning.
    static Release fold(const QString &releaseId, QList<ReleaseEvent> events);

    PhaseState phaseState(ReleasePhase phase) const;
    QList<ChecklistItem> phaseItems(ReleasePhase phase) const;
    int doneCount(ReleasePhase phase) const;
    int itemCount(ReleasePhase phase) const;
    /// What stands in the way of completing the phase, in the order of the list.
    QList<ChecklistItem> missing(ReleasePhase phase) const;
    ItemState item(const QString &itemId) const { return items.value(itemId); }
    /// Before is complete or overridden and the release is open; the gate looks at the age of the evidence too.
    bool allowsRun() const;

    /// May this be done now? Errors: Usage (no such item, a reason is missing), Refused (closed, locked, the probe failed),
    /// saying what to do instead.
    Result<> mayTick(const QString &itemId, const QString &note) const;
    Result<> mayUntick(const QString &itemId) const;
    Result<> mayOverride(ReleasePhase phase, const QString &reason) const;
    /// A release whose phases are not all complete or overridden needs a reason.
    Result<> mayClose(const QString &reason) const;
};

} // namespace Whimbrel
