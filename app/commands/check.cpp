// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probe.h"
#include "checklist/releasestore.h"
#include "command.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::CheckCommand)
};

/// What is checked, and where the answers are kept.
struct Checks
{
    QList<ChecklistItem> items;
    std::optional<Release> release; ///< the open one of this environment
};

Result<QList<ReleasePhase>> wantedPhases(const CommandContext &context)
{
    if (!context.parser.isSet(u"phase"_s))
        return QList<ReleasePhase>(std::begin(allReleasePhases), std::end(allReleasePhases));
    const QString name = context.parser.value(u"phase"_s);
    const std::optional<ReleasePhase> phase = releasePhaseFromId(name);
    if (!phase)
        return failure(ErrorKind::Usage, Tr::tr("There is no phase “%1”.").arg(name),
                       Tr::tr("Phases are before, during and after."));
    return QList{*phase};
}

Result<Checks> collect(const CommandContext &context, const MigrationProject &project, const Target &target,
                       const ReleaseStore &store)
{
    const Result<QList<ReleasePhase>> phases = wantedPhases(context);
    if (!phases)
        return std::unexpected(phases.error());
    Result<std::optional<Release>> release = store.current(releaseEnvironment(target));
    if (!release)
        return std::unexpected(release.error());
    Checks checks{.items = {}, .release = std::move(*release)};
    ChecklistTemplate checklist;
    if (checks.release) {
        checklist = checks.release->checklist;
    } else {
        const Result<ChecklistTemplate> loaded = ChecklistTemplate::load(project.folder());
        if (!loaded)
            return std::unexpected(loaded.error());
        checklist = loaded->forDialect(target.settings.dialect);
    }
    checks.items = checklist.items;
    checks.items.removeIf([&](const ChecklistItem &item) { return !phases->contains(item.phase); });
    return checks;
}

ProbeResult answerTo(const ChecklistItem &item, const QList<ItemAnswer> &answers)
{
    const auto found = std::ranges::find(answers, item.id, &ItemAnswer::item);
    return found == answers.cend()
               ? ProbeResult{.state = State::Manual, .value = {}, .threshold = {}, .message = {}, .at = {}}
               : found->result;
}

QJsonObject toJson(const ChecklistItem &item, const ProbeResult &result, const std::optional<Release> &release)
{
    QJsonObject object{{u"id"_s, item.id},
                       {u"phase"_s, releasePhaseId(item.phase)},
                       {u"title"_s, item.title},
                       {u"state"_s, probeStateId(result.state)},
                       {u"value"_s, result.value},
                       {u"threshold"_s, result.threshold},
                       {u"message"_s, result.message}};
    if (release)
        object.insert(u"done"_s, release->item(item.id).done);
    return object;
}

QString mark(State state, bool color)
{
    static const QMap<State, std::pair<QString, QString>> marks{
        {State::Passed, {u"✔"_s, u"32"_s}},  {State::Warning, {u"▲"_s, u"33"_s}}, {State::Failed, {u"✖"_s, u"31"_s}},
        {State::Unknown, {u"?"_s, u"35"_s}}, {State::Manual, {u"□"_s, u"2"_s}},
    };
    const auto [shape, code] = marks.value(state);
    return color ? u"\x1b[%1m%2\x1b[0m"_s.arg(code, shape) : shape;
}

void printItem(CommandContext &context, const ChecklistItem &item, const ProbeResult &result,
               const std::optional<Release> &release, qsizetype width)
{
    const ItemState state = release ? release->item(item.id) : ItemState{};
    QString value = result.value;
    if (item.isManual())
        value = state.done ? Tr::tr("ticked by %1").arg(state.by) : QString();
    QString line =
        u"  %1 %2  %3  %4"_s.arg(mark(result.state, context.color), probeStateName(result.state).leftJustified(9),
                                 item.title.leftJustified(width), value);
    context.out << line.remove(QRegularExpression(u"\\s+$"_s)) << Qt::endl;
    if (result.state == State::Passed || result.message.isEmpty())
        return;
    const QString indent(15, u' ');
    for (const QString &text : result.message.split(u'\n'))
        context.out << indent << text << Qt::endl;
    if (state.done)
        context.out << indent << Tr::tr("Answered for by %1: %2").arg(state.by, state.note) << Qt::endl;
}

void printText(CommandContext &context, const QList<ChecklistItem> &items, const QList<ItemAnswer> &answers,
               const std::optional<Release> &release)
{
    qsizetype width = 0;
    for (const ChecklistItem &item : items)
        width = std::max(width, item.title.size());
    QMap<State, int> counts;
    std::optional<ReleasePhase> phase;
    for (const ChecklistItem &item : items) {
        if (phase != item.phase)
            context.out << releasePhaseName(item.phase) << Qt::endl;
        phase = item.phase;
        const ProbeResult result = answerTo(item, answers);
        ++counts[result.state];
        printItem(context, item, result, release, width);
    }
    if (context.quiet)
        return;
    context.out << Tr::tr("%1 passed, %2 with a warning, %3 failed, %4 unknown, %5 by hand")
                       .arg(counts[State::Passed])
                       .arg(counts[State::Warning])
                       .arg(counts[State::Failed])
                       .arg(counts[State::Unknown])
                       .arg(counts[State::Manual])
                << Qt::endl;
    context.out << (release ? Tr::tr("Recorded in release %1.").arg(release->id)
                            : Tr::tr("No release is open: nothing was recorded."))
                << Qt::endl;
}

Result<> record(const ReleaseStore &store, Checks &checks, const QList<ItemAnswer> &answers)
{
    if (!checks.release)
        return {};
    for (const ItemAnswer &each : answers) {
        if (const Result<> appended = store.append(checks.release->id, ReleaseEvent::probed(each.item, each.result));
            !appended)
            return appended;
    }
    Result<Release> now = store.read(checks.release->id);
    if (!now)
        return std::unexpected(now.error());
    checks.release = std::move(*now);
    return {};
}

/// Failed, or not known and nobody answers for it: unknown is never a pass.
bool isBad(const ItemAnswer &answer, const std::optional<Release> &release)
{
    if (answer.result.state == State::Failed)
        return true;
    return answer.result.state == State::Unknown && !(release && release->item(answer.item).done);
}

int runCheck(CommandContext &context)
{
    if (const int refused = context.refuseArguments(); refused != ExitDone)
        return refused;
    const Result<MigrationProject> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    Result<Target> target = context.requireTarget(*project);
    if (!target)
        return context.fail(target.error());
    const ReleaseStore store(project->folder());
    Result<Checks> checks = collect(context, *project, *target, store);
    if (!checks)
        return context.fail(checks.error());

    // What needs no connection is checked without one too; the rest is then unknown.
    Result<std::unique_ptr<Session>> session = context.openSession(*target, SessionRole::Browse);
    if (context.stop.stop_requested())
        return stoppedExitCode();
    std::optional<CancelOnStop> cancel;
    if (session)
        cancel.emplace(**session, context.stop);
    const ProbeContext probeContext(*project, *target, session ? session->get() : nullptr, context.stop,
                                    session ? std::optional<Error>() : session.error());
    const QList<ItemAnswer> answers = runChecks(checks->items, probeContext);
    if (context.stop.stop_requested())
        return stoppedExitCode();

    const Result<> recorded = record(store, *checks, answers);
    if (context.json) {
        QJsonArray items;
        for (const ChecklistItem &item : std::as_const(checks->items))
            items << toJson(item, answerTo(item, answers), checks->release);
        QJsonObject document{{u"items"_s, items}};
        if (checks->release)
            document.insert(u"release"_s, checks->release->id);
        context.printJson(document);
    } else {
        printText(context, checks->items, answers, checks->release);
    }
    if (!recorded)
        return context.fail(recorded.error());
    if (!session)
        return context.fail(session.error());
    return std::ranges::any_of(answers, [&](const ItemAnswer &each) { return isBad(each, checks->release); })
               ? ExitFindings
               : ExitDone;
}
} // namespace

Command checkCommand()
{
    return {.name = u"check"_s,
            .arguments = u"[--phase before|during|after]"_s,
            .summary = Tr::tr("run the automated checklist items; exit 1 if one failed or could not look"),
            .options = {{u"phase"_s, Tr::tr("only the items of this phase"), u"before|during|after"_s}},
            .run = runCheck};
}

} // namespace Whimbrel
