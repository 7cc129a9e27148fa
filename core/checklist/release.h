// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/checklisttemplate.h"
#include "checklist/probe.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>

namespace Whimbrel {

/// One line of a release's log: who did what when. Appended, never changed.
struct ReleaseEvent
{
    enum class Kind { Started, Ticked, Unticked, Noted, Probed, Overridden, RunRecorded, Closed };

    QString id;      ///< unique: time, machine, counter
    QDateTime at;    ///< with the person's time zone offset
    QString who;     ///< "anna@laptop"
    Kind kind = Kind::Noted;
    QString item;    ///< of Ticked, Unticked, Probed; Noted where it is about one
    ReleasePhase phase = ReleasePhase::Before; ///< of Overridden
    QString text;    ///< note, reason, environment of Started
    ProbeResult probe;               ///< of Probed
    ChecklistTemplate checklist;     ///< of Started

    QJsonObject toJson() const;
    static Result<ReleaseEvent> fromJson(const QJsonObject &object);
};

struct ItemState
{
    bool done = false;       ///< ticked, or its probe passed or warned and was accepted by a tick
    QString by;
    QDateTime at;
    QString note;
    std::optional<ProbeResult> probe;
};

enum class PhaseState { Locked, Open, Complete, Overridden };

/// A release of an environment: a fold over its events in (time, id) order. A value.
struct Release
{
    QString id;           ///< its folder's name: "2026-11-22-production"
    QString environment;
    QDateTime startedAt;
    QString startedBy;
    bool closed = false;
    ChecklistTemplate checklist;
    QMap<QString, ItemState> items;          ///< by item id
    QMap<ReleasePhase, QString> overrides;   ///< reason and who, by phase
    QList<ReleaseEvent> events;              ///< all, in order

    static Release fold(const QString &id, QList<ReleaseEvent> events);

    PhaseState phaseState(ReleasePhase phase) const;
    int doneCount(ReleasePhase phase) const;
    int itemCount(ReleasePhase phase) const;
    /// Before is complete or overridden and the release is open: a protected environment may be run.
    bool allowsRun() const;
};

} // namespace Whimbrel
