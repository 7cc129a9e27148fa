// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/release.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using Kind = ReleaseEvent::Kind;
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::Release)
};

void settle(ItemState &state, const ChecklistItem &item)
{
    if (item.isManual()) {
        state.done = state.ticked;
        return;
    }
    const State probed = state.probe ? state.probe->state : State::Failed;
    const bool accepted = state.ticked && (probed == State::Manual || !state.note.trimmed().isEmpty());
    state.done = probed == State::Passed || (probed != State::Failed && accepted);
}

void tick(ItemState &state, const ReleaseEvent &event)
{
    state.ticked = true;
    state.by = event.who;
    state.at = event.at;
    state.note = event.text;
}

void untick(ItemState &state, const ReleaseEvent &event)
{
    state.ticked = false;
    state.by = event.who;
    state.at = event.at;
    state.note = event.text;
}

/// A person's tick answers for what the probe said then: another bad answer voids it.
void addProbeResult(ItemState &state, const ReleaseEvent &event, State &answered)
{
    state.probe = event.probe;
    state.probedBy = event.who;
    if (event.probe.state != State::Passed && event.probe.state != answered)
        state.ticked = false;
}

/// What fold() carries from event to event.
class Fold
{
public:
    explicit Fold(Release &release)
        : m_release(release)
    {
    }

    void add(const ReleaseEvent &event)
    {
        switch (event.kind) {
        case Kind::Started:
        case Kind::RunRecorded:
        case Kind::Incident:
            break;
        case Kind::Overridden:
            m_release.overrides.insert(event.phase, {.reason = event.text, .by = event.who, .at = event.at});
            break;
        case Kind::Closed:
            close(event);
            break;
        case Kind::Ticked:
        case Kind::Unticked:
        case Kind::Noted:
        case Kind::Probed:
            addToItem(event);
            break;
        }
    }

private:
    void close(const ReleaseEvent &event)
    {
        if (m_release.closed)
            return;
        m_release.closed = true;
        m_release.closedAt = event.at;
        m_release.closedBy = event.who;
        m_release.closedReason = event.text;
    }

    void addToItem(const ReleaseEvent &event)
    {
        const ChecklistItem *item = m_release.checklist.item(event.item);
        if (!item)
            return;
        ItemState &state = m_release.items[item->id];
        if (event.kind == Kind::Ticked) {
            tick(state, event);
            m_answered[item->id] = state.probe ? state.probe->state : State::Passed;
        } else if (event.kind == Kind::Unticked) {
            untick(state, event);
        } else if (event.kind == Kind::Noted) {
            state.note = event.text;
        } else {
            addProbeResult(state, event, m_answered[item->id]);
        }
        settle(state, *item);
    }

    Release &m_release;
    QHash<QString, State> m_answered; ///< the result that an item's tick answered for
};

QString phaseOpener(ReleasePhase phase)
{
    return phase == ReleasePhase::During ? Tr::tr("Complete Before first, or override it with a written reason.")
                                         : Tr::tr("Complete During first, or override it with a written reason.");
}

QString closedMessage(const Release &release)
{
    return Tr::tr("Release %1 is closed.").arg(release.id);
}
} // namespace

Release Release::fold(const QString &releaseId, QList<ReleaseEvent> events)
{
    const auto key = [](const ReleaseEvent &event) { return std::tie(event.order, event.id); };
    std::ranges::sort(events, {}, key);
    const auto [first, last] = std::ranges::unique(events, {}, &ReleaseEvent::id);
    events.erase(first, last);

    Release release;
    release.id = releaseId;
    // The list of items decides what the other events mean, so it is looked for first.
    const auto started = std::ranges::find(events, Kind::Started, &ReleaseEvent::kind);
    if (started != events.cend()) {
        release.environment = started->environment;
        release.startedAt = started->at;
        release.startedBy = started->who;
        release.checklist = started->checklist;
    }
    for (const ChecklistItem &item : std::as_const(release.checklist.items))
        release.items.insert(item.id, {});
    Fold fold(release);
    for (const ReleaseEvent &event : std::as_const(events))
        fold.add(event);
    release.events = std::move(events);
    return release;
}

PhaseState Release::phaseState(ReleasePhase phase) const
{
    for (ReleasePhase earlier : allReleasePhases) {
        if (earlier == phase)
            break;
        if (!missing(earlier).isEmpty() && !overrides.contains(earlier))
            return PhaseState::Locked;
    }
    if (startedBy.isEmpty())
        return PhaseState::Locked; // the list of items has not arrived
    if (missing(phase).isEmpty())
        return PhaseState::Complete;
    return overrides.contains(phase) ? PhaseState::Overridden : PhaseState::Open;
}

QList<ChecklistItem> Release::phaseItems(ReleasePhase phase) const
{
    QList<ChecklistItem> found;
    for (const ChecklistItem &item : checklist.items) {
        if (item.phase == phase)
            found << item;
    }
    return found;
}

int Release::doneCount(ReleasePhase phase) const
{
    return itemCount(phase) - static_cast<int>(missing(phase).size());
}

int Release::itemCount(ReleasePhase phase) const
{
    return static_cast<int>(phaseItems(phase).size());
}

QList<ChecklistItem> Release::missing(ReleasePhase phase) const
{
    QList<ChecklistItem> found = phaseItems(phase);
    found.removeIf([this](const ChecklistItem &item) { return items.value(item.id).done; });
    return found;
}

bool Release::allowsRun() const
{
    const PhaseState before = phaseState(ReleasePhase::Before);
    return !closed && (before == PhaseState::Complete || before == PhaseState::Overridden);
}

Result<> Release::mayTick(const QString &itemId, const QString &note) const
{
    const ChecklistItem *found = checklist.item(itemId);
    if (!found) {
        QStringList known;
        for (const ChecklistItem &each : checklist.items)
            known << each.id;
        return failure(ErrorKind::Usage, Tr::tr("Release %1 has no item “%2”.").arg(id, itemId),
                       Tr::tr("Its items are: %1.").arg(known.join(", "_L1)));
    }
    if (closed)
        return failure(ErrorKind::Refused, closedMessage(*this), Tr::tr("Start a new release."));
    if (phaseState(found->phase) == PhaseState::Locked)
        return failure(ErrorKind::Refused, Tr::tr("“%1” belongs to a phase that is locked.").arg(found->title), phaseOpener(found->phase));
    if (found->isManual())
        return {};

    const ItemState state = items.value(itemId);
    if (!state.probe)
        return failure(ErrorKind::Refused, Tr::tr("“%1” is answered by a check that has not run yet.").arg(found->title),
                       Tr::tr("Run the checks first; you can answer for a warning or an unknown result."));
    if (state.probe->state == State::Failed)
        return failure(ErrorKind::Refused, Tr::tr("The check “%1” failed: %2").arg(found->title, state.probe->message),
                       Tr::tr("Put it right and run the check again, or override the phase with a written reason."));
    if ((state.probe->state == State::Warning || state.probe->state == State::Unknown) && note.trimmed().isEmpty())
        return failure(ErrorKind::Usage, Tr::tr("The check “%1” did not pass: %2").arg(found->title, state.probe->message),
                       Tr::tr("To answer for it in its place, write a note that says why."));
    return {};
}

Result<> Release::mayUntick(const QString &itemId) const
{
    const ChecklistItem *found = checklist.item(itemId);
    if (found && !closed && items.value(itemId).ticked)
        return {}; // also in a locked phase: taking back opens nothing
    if (closed)
        return failure(ErrorKind::Refused, closedMessage(*this), Tr::tr("Start a new release."));
    return failure(ErrorKind::Usage, Tr::tr("“%1” is not ticked.").arg(itemId));
}

Result<> Release::mayOverride(ReleasePhase phase, const QString &reason) const
{
    if (closed)
        return failure(ErrorKind::Refused, closedMessage(*this), Tr::tr("Start a new release."));
    if (reason.trimmed().isEmpty())
        return failure(ErrorKind::Usage, Tr::tr("An override needs a written reason."),
                       Tr::tr("It stays in the release's log and report with your name."));
    const PhaseState state = phaseState(phase);
    if (state == PhaseState::Locked)
        return failure(ErrorKind::Refused, Tr::tr("%1 is locked.").arg(releasePhaseName(phase)), phaseOpener(phase));
    return {};
}

Result<> Release::mayClose(const QString &reason) const
{
    if (closed)
        return failure(ErrorKind::Refused, closedMessage(*this));
    QStringList open;
    for (ReleasePhase phase : allReleasePhases) {
        if (overrides.contains(phase))
            continue;
        for (const ChecklistItem &each : missing(phase))
            open << each.title;
    }
    if (open.isEmpty() || !reason.trimmed().isEmpty())
        return {};
    return failure(ErrorKind::Refused, Tr::tr("Release %1 has %n open item(s): %2.", nullptr, static_cast<int>(open.size())).arg(id, open.join("; "_L1)),
                   Tr::tr("Complete them, or close the release with a written reason."));
}

} // namespace Whimbrel
