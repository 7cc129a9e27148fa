// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releaseevent.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using Kind = ReleaseEvent::Kind;

/// Of the lines we write. A line with a higher number is one that this program may misunderstand.
constexpr int formatVersion = 1;

const std::array<std::pair<Kind, QString>, 9> &kindIds()
{
    static const std::array<std::pair<Kind, QString>, 9> ids{{
        {Kind::Started, u"started"_s},
        {Kind::Ticked, u"ticked"_s},
        {Kind::Unticked, u"unticked"_s},
        {Kind::Noted, u"noted"_s},
        {Kind::Probed, u"probed"_s},
        {Kind::Overridden, u"overridden"_s},
        {Kind::RunRecorded, u"run-recorded"_s},
        {Kind::Incident, u"incident"_s},
        {Kind::Closed, u"closed"_s},
    }};
    return ids;
}

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ReleaseEvent)
};

ReleaseEvent makeEvent(Kind kind, const QString &item, const QString &text)
{
    ReleaseEvent event;
    event.kind = kind;
    event.item = item;
    event.text = text;
    return event;
}

/// Reads what only some kinds have.
Result<> readDetails(ReleaseEvent &event, const QJsonObject &object)
{
    const bool needsItem = event.kind == Kind::Ticked || event.kind == Kind::Unticked || event.kind == Kind::Probed;
    if (needsItem && event.item.isEmpty())
        return failure(ErrorKind::Project, Tr::tr("“item” is missing"));
    if (event.kind == Kind::Overridden) {
        const std::optional<ReleasePhase> phase = releasePhaseFromId(object.value("phase"_L1).toString());
        if (!phase)
            return failure(ErrorKind::Project, Tr::tr("the phase “%1” is not known").arg(object.value("phase"_L1).toString()));
        event.phase = *phase;
    }
    if (event.kind == Kind::Probed) {
        Result<ProbeResult> probe = ProbeResult::fromJson(object.value("probe"_L1).toObject());
        if (!probe)
            return std::unexpected(probe.error());
        event.probe = *probe;
    }
    if (event.kind == Kind::Incident)
        event.incident = object.value("incident"_L1).toObject();
    if (event.kind == Kind::Started) {
        Result<ChecklistTemplate> checklist = ChecklistTemplate::fromJson(object.value("checklist"_L1).toObject());
        if (!checklist)
            return std::unexpected(checklist.error());
        event.checklist = *checklist;
        event.environment = object.value("environment"_L1).toString();
    }
    return {};
}
} // namespace

QString releaseEventId(Kind kind)
{
    for (const auto &[value, id] : kindIds()) {
        if (value == kind)
            return id;
    }
    Q_UNREACHABLE_RETURN({});
}

ReleaseEvent ReleaseEvent::ticked(const QString &item, const QString &note)
{
    return makeEvent(Kind::Ticked, item, note);
}

ReleaseEvent ReleaseEvent::unticked(const QString &item, const QString &note)
{
    return makeEvent(Kind::Unticked, item, note);
}

ReleaseEvent ReleaseEvent::noted(const QString &text, const QString &item)
{
    return makeEvent(Kind::Noted, item, text);
}

ReleaseEvent ReleaseEvent::probed(const QString &item, const ProbeResult &result)
{
    ReleaseEvent event = makeEvent(Kind::Probed, item, {});
    event.probe = result;
    return event;
}

ReleaseEvent ReleaseEvent::overridden(ReleasePhase phase, const QString &reason)
{
    ReleaseEvent event = makeEvent(Kind::Overridden, {}, reason);
    event.phase = phase;
    return event;
}

ReleaseEvent ReleaseEvent::runRecorded(const QString &text)
{
    return makeEvent(Kind::RunRecorded, {}, text);
}

ReleaseEvent ReleaseEvent::incidentSeen(const QString &summary, const QJsonObject &facts)
{
    ReleaseEvent event = makeEvent(Kind::Incident, {}, summary);
    event.incident = facts;
    return event;
}

ReleaseEvent ReleaseEvent::closedWith(const QString &reason)
{
    return makeEvent(Kind::Closed, {}, reason);
}

QJsonObject ReleaseEvent::toJson() const
{
    QJsonObject object{{u"v"_s, formatVersion},
                       {u"id"_s, id},
                       {u"at"_s, at.toString(Qt::ISODateWithMs)},
                       {u"order"_s, order},
                       {u"who"_s, who},
                       {u"event"_s, releaseEventId(kind)}};
    if (!item.isEmpty())
        object.insert(u"item"_s, item);
    if (!text.isEmpty())
        object.insert(u"text"_s, text);
    if (kind == Kind::Overridden)
        object.insert(u"phase"_s, releasePhaseId(phase));
    if (kind == Kind::Probed)
        object.insert(u"probe"_s, probe.toJson());
    if (kind == Kind::Incident)
        object.insert(u"incident"_s, incident);
    if (kind == Kind::Started) {
        object.insert(u"environment"_s, environment);
        object.insert(u"checklist"_s, checklist.toJson());
    }
    return object;
}

Result<ReleaseEvent> ReleaseEvent::fromJson(const QJsonObject &object)
{
    const int version = object.value("v"_L1).toInt();
    if (version > formatVersion)
        return failure(ErrorKind::Project, Tr::tr("it was written by a newer Whimbrel"), Tr::tr("Update this Whimbrel."));
    if (version < 1)
        return failure(ErrorKind::Project, Tr::tr("it is not a line of a release log"));

    ReleaseEvent event;
    event.id = object.value("id"_L1).toString();
    event.who = object.value("who"_L1).toString();
    event.item = object.value("item"_L1).toString();
    event.text = object.value("text"_L1).toString();
    event.at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs);
    if (event.id.isEmpty() || event.who.isEmpty() || !event.at.isValid())
        return failure(ErrorKind::Project, Tr::tr("“id”, “who” or “at” is missing"));
    event.order = object.value("order"_L1).toInteger(event.at.toMSecsSinceEpoch());

    if (event.order < 0 || event.order > lastOrder)
        return failure(ErrorKind::Project, Tr::tr("“order” is no time"));

    const QString kindId = object.value("event"_L1).toString();
    bool known = false;
    for (const auto &[value, name] : kindIds()) {
        if (name == kindId) {
            event.kind = value;
            known = true;
        }
    }
    if (!known)
        return failure(ErrorKind::Project, Tr::tr("the event “%1” is not known").arg(kindId), Tr::tr("Update this Whimbrel."));
    if (Result<> details = readDetails(event, object); !details)
        return std::unexpected(details.error());
    return event;
}

} // namespace Whimbrel
