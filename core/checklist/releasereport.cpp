// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasereport.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ReleaseReport)
};

/// One line of text that Markdown shows as it is.
QString escaped(const QString &text)
{
    static const QString special = u"\\`*_{}[]<>()#|~&!$"_s;
    QString result;
    for (const QChar c : text.simplified()) {
        if (special.contains(c))
            result += u'\\';
        result += c;
    }
    // "1. x", "- x" and "+ x" would begin a list at the start of a line or an item.
    if (!result.isEmpty() && (result.front() == u'-' || result.front() == u'+'))
        result.prepend(u'\\');
    qsizetype digits = 0;
    while (digits < result.size() && result.at(digits).isDigit())
        ++digits;
    if (digits > 0 && digits < result.size() && result.at(digits) == u'.')
        result.insert(digits, u'\\');
    return result;
}

QString probeLine(const ProbeResult &probe)
{
    QString line = u"**%1**"_s.arg(probeStateName(probe.state));
    if (!probe.value.isEmpty())
        line += u": "_s + escaped(probe.value);
    if (!probe.threshold.isEmpty())
        line += u" (%1)"_s.arg(escaped(probe.threshold));
    return line;
}

void addItem(QStringList &lines, const ChecklistItem &item, const ItemState &state)
{
    lines << u"- [%1] %2"_s.arg(state.done ? u"x"_s : u" "_s, escaped(item.title));
    if (state.ticked)
        lines << u"  - "_s + Tr::tr("%1, %2").arg(escaped(state.by), releaseTime(state.at));
    if (!state.note.trimmed().isEmpty())
        lines << u"  - "_s + escaped(state.note);
    if (state.probe) {
        lines << u"  - "_s + probeLine(*state.probe);
        lines << u"  - "_s + Tr::tr("%1 Checked %2 by %3.").arg(escaped(state.probe->message), releaseTime(state.probe->at), escaped(state.probedBy));
    }
}

void addPhase(QStringList &lines, const Release &release, ReleasePhase phase)
{
    lines << QString() << u"## %1"_s.arg(Tr::tr("%1: %2 of %3, %4").arg(releasePhaseName(phase)).arg(release.doneCount(phase)).arg(release.itemCount(phase))
                                             .arg(phaseStateName(release.phaseState(phase)))) << QString();
    if (release.overrides.contains(phase)) {
        const PhaseOverride &override_ = release.overrides[phase];
        lines << u"> "_s + Tr::tr("Overridden by %1, %2: %3").arg(escaped(override_.by), releaseTime(override_.at), escaped(override_.reason)) << QString();
    }
    for (const ChecklistItem &item : release.phaseItems(phase))
        addItem(lines, item, release.item(item.id));
}

void addEvents(QStringList &lines, const Release &release, ReleaseEvent::Kind kind, const QString &title)
{
    bool first = true;
    for (const ReleaseEvent &event : release.events) {
        if (event.kind != kind || (kind == ReleaseEvent::Kind::Noted && !event.item.isEmpty()))
            continue;
        if (first)
            lines << QString() << u"## "_s + title << QString();
        first = false;
        lines << u"- "_s + Tr::tr("%1, %2: %3").arg(releaseTime(event.at), escaped(event.who), escaped(event.text));
    }
}

QDateTime timeOf(const QJsonValue &value, const QDateTime &like)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toTimeZone(like.timeZone());
}

/// When somebody waited too long, and for whom: the waits at their worst as an indented block, shown as it is.
void addIncidents(QStringList &lines, const Release &release)
{
    bool first = true;
    for (const ReleaseEvent &event : release.events) {
        if (event.kind != ReleaseEvent::Kind::Incident)
            continue;
        if (first)
            lines << QString() << u"## "_s + Tr::tr("Waits for locks") << QString();
        first = false;
        const QDateTime since = timeOf(event.incident.value("since"_L1), event.at);
        const QDateTime until = timeOf(event.incident.value("until"_L1), event.at);
        lines << u"- "_s + Tr::tr("%1 to %2, seen by %3: %4").arg(since.toString(u"yyyy-MM-dd HH:mm:ss"_s), until.toString(u"HH:mm:ss "_s) + until.timeZoneAbbreviation(), escaped(event.who), escaped(event.text));
        const QStringList tree = event.incident.value("tree"_L1).toString().split(u'\n', Qt::SkipEmptyParts);
        if (!tree.isEmpty())
            lines << QString();
        for (const QString &line : tree)
            lines << QString(6, u' ') + line;
        if (!tree.isEmpty())
            lines << QString();
    }
}

QString utc(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject itemToJson(const ChecklistItem &item, const ItemState &state)
{
    QJsonObject object{{u"id"_s, item.id}, {u"phase"_s, releasePhaseId(item.phase)}, {u"title"_s, item.title}, {u"done"_s, state.done}, {u"ticked"_s, state.ticked}};
    if (state.at.isValid()) {
        object.insert(u"by"_s, state.by);
        object.insert(u"at"_s, utc(state.at));
    }
    if (!state.note.isEmpty())
        object.insert(u"note"_s, state.note);
    if (!item.isManual())
        object.insert(u"probe"_s, item.probe);
    if (state.probe) {
        object.insert(u"result"_s, state.probe->toJson());
        object.insert(u"probedBy"_s, state.probedBy);
    }
    return object;
}

QJsonObject phaseToJson(const Release &release, ReleasePhase phase)
{
    QJsonObject object{{u"phase"_s, releasePhaseId(phase)},
                       {u"state"_s, phaseStateId(release.phaseState(phase))},
                       {u"done"_s, release.doneCount(phase)},
                       {u"items"_s, release.itemCount(phase)}};
    if (release.overrides.contains(phase)) {
        const PhaseOverride &override_ = release.overrides[phase];
        object.insert(u"override"_s, QJsonObject{{u"reason"_s, override_.reason}, {u"by"_s, override_.by}, {u"at"_s, utc(override_.at)}});
    }
    return object;
}
} // namespace

QString phaseStateId(PhaseState state)
{
    switch (state) {
    case PhaseState::Locked:
        return u"locked"_s;
    case PhaseState::Open:
        return u"open"_s;
    case PhaseState::Complete:
        return u"complete"_s;
    case PhaseState::Overridden:
        return u"overridden"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString phaseStateName(PhaseState state)
{
    switch (state) {
    case PhaseState::Locked:
        return Tr::tr("locked");
    case PhaseState::Open:
        return Tr::tr("open");
    case PhaseState::Complete:
        return Tr::tr("complete");
    case PhaseState::Overridden:
        return Tr::tr("overridden");
    }
    Q_UNREACHABLE_RETURN({});
}

QString releaseTime(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-dd HH:mm "_s) + time.timeZoneAbbreviation();
}

QString releaseToMarkdown(const Release &release, const QString &projectName)
{
    QStringList lines{u"# "_s + Tr::tr("Release %1").arg(escaped(release.id)), QString(),
                      u"- "_s + Tr::tr("Project: %1").arg(escaped(projectName)),
                      u"- "_s + Tr::tr("Environment: %1").arg(escaped(release.environment)),
                      u"- "_s + Tr::tr("Started: %1 by %2").arg(releaseTime(release.startedAt), escaped(release.startedBy))};
    if (release.closed)
        lines << u"- "_s + Tr::tr("Closed: %1 by %2").arg(releaseTime(release.closedAt), escaped(release.closedBy));
    if (!release.closedReason.isEmpty())
        lines << u"- "_s + Tr::tr("Closed before its end: %1").arg(escaped(release.closedReason));
    for (ReleasePhase phase : allReleasePhases)
        addPhase(lines, release, phase);
    addEvents(lines, release, ReleaseEvent::Kind::RunRecorded, Tr::tr("Runs"));
    addIncidents(lines, release);
    addEvents(lines, release, ReleaseEvent::Kind::Noted, Tr::tr("Notes"));
    return lines.join(u'\n') + u'\n';
}

QJsonObject releaseToJson(const Release &release)
{
    QJsonArray phases;
    for (ReleasePhase phase : allReleasePhases)
        phases << phaseToJson(release, phase);
    QJsonArray items;
    for (const ChecklistItem &item : release.checklist.items)
        items << itemToJson(item, release.item(item.id));
    QJsonArray notes;
    for (const ReleaseEvent &event : release.events) {
        if (event.kind == ReleaseEvent::Kind::Noted || event.kind == ReleaseEvent::Kind::RunRecorded)
            notes << QJsonObject{{u"event"_s, releaseEventId(event.kind)}, {u"at"_s, utc(event.at)}, {u"by"_s, event.who}, {u"text"_s, event.text}};
    }
    QJsonArray incidents;
    for (const ReleaseEvent &event : release.events) {
        if (event.kind != ReleaseEvent::Kind::Incident)
            continue;
        QJsonObject facts = event.incident;
        facts.insert(u"by"_s, event.who);
        facts.insert(u"text"_s, event.text);
        incidents << facts;
    }
    QJsonObject object{{u"id"_s, release.id},       {u"environment"_s, release.environment}, {u"startedAt"_s, utc(release.startedAt)},
                       {u"startedBy"_s, release.startedBy}, {u"closed"_s, release.closed},     {u"allowsRun"_s, release.allowsRun()},
                       {u"phases"_s, phases},       {u"items"_s, items},                     {u"notes"_s, notes}, {u"incidents"_s, incidents}};
    if (release.closed) {
        object.insert(u"closedAt"_s, utc(release.closedAt));
        object.insert(u"closedBy"_s, release.closedBy);
        object.insert(u"closedReason"_s, release.closedReason);
    }
    return object;
}

} // namespace Whimbrel
