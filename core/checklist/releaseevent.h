// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/checklisttemplate.h"
#include "checklist/proberesult.h"

#include <QDateTime>
#include <QJsonObject>

namespace Whimbrel {

/// One line of a release's log: who did what when. Appended, never changed. Its JSON keys are a format on disk that other
/// versions of Whimbrel read: they may be added to, never renamed.
struct ReleaseEvent
{
    enum class Kind { Started, Ticked, Unticked, Noted, Probed, Overridden, RunRecorded, Incident, Closed };

    QString id;      ///< unique in the world; sorts by counter among the events of one process
    QDateTime at;    ///< the writer's clock, with the person's offset from UTC
    /// Milliseconds since 1970, for sorting: the writer's clock, but always later than every event the writer had seen.
    /// So an answer sorts after what it answers, however wrong one of the two clocks is.
    static constexpr qint64 lastOrder = qint64(1) << 52; ///< exact in JSON, and far in the future
    qint64 order = 0; ///< milliseconds, or one more than of the event before it; at most lastOrder
    QString who;     ///< "anna@laptop"
    Kind kind = Kind::Noted;
    QString item;    ///< of Ticked, Unticked, Probed; Noted where it is about one
    ReleasePhase phase = ReleasePhase::Before; ///< of Overridden
    QString text;    ///< note, reason; of RunRecorded what ran, of Incident what it came to
    QJsonObject incident;            ///< of Incident: since, until, ... and the waits at their worst (incidentRecord())
    QString environment;             ///< of Started
    ProbeResult probe;               ///< of Probed
    ChecklistTemplate checklist;     ///< of Started

    static ReleaseEvent ticked(const QString &item, const QString &note = {});
    static ReleaseEvent unticked(const QString &item, const QString &note = {});
    static ReleaseEvent noted(const QString &text, const QString &item = {});
    static ReleaseEvent probed(const QString &item, const ProbeResult &result);
    static ReleaseEvent overridden(ReleasePhase phase, const QString &reason);
    static ReleaseEvent runRecorded(const QString &text);
    /// Somebody waited too long for a lock: `facts` as incidentRecord() writes them.
    static ReleaseEvent incidentSeen(const QString &summary, const QJsonObject &facts);
    static ReleaseEvent closedWith(const QString &reason = {});

    QJsonObject toJson() const;
    /// Errors: Project, saying what is wrong with the object; the place in the file is the caller's to add.
    static Result<ReleaseEvent> fromJson(const QJsonObject &object);
};

QString releaseEventId(ReleaseEvent::Kind kind); ///< "ticked"

} // namespace Whimbrel
