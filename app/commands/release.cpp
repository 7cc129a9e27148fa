// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasereport.h"
#include "checklist/releasestore.h"
#include "command.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ReleaseCommand)
};

/// What every part of the command works on.
struct Work
{
    CommandContext &context;
    MigrationProject project;
    Target target;
    QString environment;
    ReleaseStore store;
    QStringList words; ///< behind the part's name
};

void printProblems(Work &work, const QList<ProjectProblem> &problems)
{
    for (const ProjectProblem &problem : problems)
        work.context.err << problem.error.toString() << Qt::endl;
}

Result<Release> openRelease(Work &work)
{
    QList<ProjectProblem> problems;
    Result<std::optional<Release>> release = work.store.current(work.environment, &problems);
    if (!release)
        return std::unexpected(release.error());
    printProblems(work, problems);
    if (*release)
        return std::move(**release);
    return failure(ErrorKind::Refused, Tr::tr("No release of %1 is open.").arg(work.environment),
                   Tr::tr("“whimbrel release start” starts one."));
}

QString mark(const ItemState &state)
{
    if (state.done)
        return u"✔"_s;
    if (!state.probe)
        return u"□"_s;
    switch (state.probe->state) {
    case ProbeResult::State::Failed:
        return u"✖"_s;
    case ProbeResult::State::Warning:
        return u"▲"_s;
    case ProbeResult::State::Unknown:
        return u"?"_s;
    case ProbeResult::State::Passed:
    case ProbeResult::State::Manual:
        return u"□"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

void printRelease(QTextStream &out, const Release &release)
{
    out << Tr::tr("Release %1 of %2, started %3 by %4")
               .arg(release.id, release.environment, releaseTime(release.startedAt), release.startedBy)
        << Qt::endl;
    qsizetype width = 0;
    for (const ChecklistItem &item : release.checklist.items)
        width = std::max(width, item.id.size());
    for (ReleasePhase phase : allReleasePhases) {
        out << Tr::tr("%1: %2 of %3, %4")
                   .arg(releasePhaseName(phase))
                   .arg(release.doneCount(phase))
                   .arg(release.itemCount(phase))
                   .arg(phaseStateName(release.phaseState(phase)))
            << Qt::endl;
        if (release.overrides.contains(phase))
            out << u"  "_s
                << Tr::tr("overridden by %1: %2").arg(release.overrides[phase].by, release.overrides[phase].reason)
                << Qt::endl;
        for (const ChecklistItem &item : release.phaseItems(phase)) {
            const ItemState state = release.item(item.id);
            out << u"  %1 %2  %3"_s.arg(mark(state), item.id.leftJustified(width), item.title);
            if (state.ticked)
                out << u" · "_s << Tr::tr("%1, %2").arg(state.by, releaseTime(state.at));
            if (state.probe && !state.probe->value.isEmpty())
                out << u" · "_s << state.probe->value;
            if (!state.note.isEmpty())
                out << u" · "_s << state.note;
            out << Qt::endl;
        }
    }
    if (release.closed)
        out << Tr::tr("Closed %1 by %2").arg(releaseTime(release.closedAt), release.closedBy)
            << (release.closedReason.isEmpty() ? QString() : u": "_s + release.closedReason) << Qt::endl;
}

/// Appends, and shows what has become of the release.
int append(Work &work, const Release &release, const ReleaseEvent &event, const QString &said)
{
    if (const Result<> result = work.store.append(release.id, event); !result)
        return work.context.fail(result.error());
    const Result<Release> now = work.store.read(release.id);
    if (!now)
        return work.context.fail(now.error());
    if (work.context.json)
        work.context.printJson({{u"release"_s, releaseToJson(*now)}});
    else if (!work.context.quiet)
        work.context.out << said << Qt::endl;
    return ExitDone;
}

int usage(Work &work, const QString &message, const QString &hint)
{
    return work.context.fail(
        {.kind = ErrorKind::Usage, .message = message, .detail = {}, .hint = hint, .code = {}, .position = {}});
}

int start(Work &work)
{
    const Result<ChecklistTemplate> checklist = ChecklistTemplate::load(work.project.folder());
    if (!checklist)
        return work.context.fail(checklist.error());
    const Result<Release> release =
        work.store.start(work.environment, checklist->forDialect(work.target.settings.dialect));
    if (!release)
        return work.context.fail(release.error());
    if (work.context.json)
        work.context.printJson({{u"release"_s, releaseToJson(*release)}});
    else if (!work.context.quiet)
        printRelease(work.context.out, *release);
    return ExitDone;
}

int show(Work &work)
{
    QList<ProjectProblem> problems;
    Result<std::optional<Release>> release = work.store.current(work.environment, &problems);
    if (release && !*release)
        release = work.store.newest(work.environment, &problems);
    if (!release)
        return work.context.fail(release.error());
    printProblems(work, problems);
    if (work.context.json)
        work.context.printJson({{u"release"_s, *release ? QJsonValue(releaseToJson(**release)) : QJsonValue()}});
    else if (*release)
        printRelease(work.context.out, **release);
    else
        work.context.out
            << Tr::tr("There is no release of %1 yet. “whimbrel release start” starts one.").arg(work.environment)
            << Qt::endl;
    return ExitDone;
}

int tick(Work &work)
{
    if (work.words.size() != 1)
        return usage(work, Tr::tr("Which item?"),
                     Tr::tr("“whimbrel release show” lists them; then “whimbrel release tick ITEM”."));
    const Result<Release> release = openRelease(work);
    if (!release)
        return work.context.fail(release.error());
    const QString note = work.context.parser.value(u"note"_s);
    if (const Result<> may = release->mayTick(work.words.first(), note); !may)
        return work.context.fail(may.error());
    return append(work, *release, ReleaseEvent::ticked(work.words.first(), note),
                  Tr::tr("Ticked: %1").arg(release->checklist.item(work.words.first())->title));
}

int untick(Work &work)
{
    if (work.words.size() != 1)
        return usage(work, Tr::tr("Which item?"),
                     Tr::tr("“whimbrel release show” lists them; then “whimbrel release untick ITEM”."));
    const Result<Release> release = openRelease(work);
    if (!release)
        return work.context.fail(release.error());
    if (const Result<> may = release->mayUntick(work.words.first()); !may)
        return work.context.fail(may.error());
    return append(work, *release, ReleaseEvent::unticked(work.words.first(), work.context.parser.value(u"note"_s)),
                  Tr::tr("Taken back: %1").arg(release->checklist.item(work.words.first())->title));
}

int note(Work &work)
{
    const QString text = work.words.join(u' ').trimmed();
    if (text.isEmpty())
        return usage(work, Tr::tr("The note is empty."), Tr::tr("Write “whimbrel release note TEXT”."));
    const Result<Release> release = openRelease(work);
    if (!release)
        return work.context.fail(release.error());
    return append(work, *release, ReleaseEvent::noted(text), Tr::tr("Noted in release %1.").arg(release->id));
}

int overridePhase(Work &work)
{
    const std::optional<ReleasePhase> phase = releasePhaseFromId(work.words.value(0));
    if (!phase || work.words.size() != 1)
        return usage(work, Tr::tr("Which phase?"),
                     Tr::tr("Write “whimbrel release override before|during|after --reason TEXT”."));
    const Result<Release> release = openRelease(work);
    if (!release)
        return work.context.fail(release.error());
    const QString reason = work.context.parser.value(u"reason"_s).trimmed();
    if (const Result<> may = release->mayOverride(*phase, reason); !may)
        return work.context.fail(may.error());
    return append(work, *release, ReleaseEvent::overridden(*phase, reason),
                  Tr::tr("%1 is overridden in release %2.").arg(releasePhaseName(*phase), release->id));
}

int close(Work &work)
{
    const Result<Release> release = openRelease(work);
    if (!release)
        return work.context.fail(release.error());
    const QString reason = work.context.parser.value(u"reason"_s).trimmed();
    if (const Result<> may = release->mayClose(reason); !may)
        return work.context.fail(may.error());
    return append(work, *release, ReleaseEvent::closedWith(reason), Tr::tr("Release %1 is closed.").arg(release->id));
}

int report(Work &work)
{
    Result<std::optional<Release>> release = work.store.current(work.environment);
    if (release && !*release)
        release = work.store.newest(work.environment);
    if (!release)
        return work.context.fail(release.error());
    if (!*release)
        return work.context.fail({.kind = ErrorKind::Refused,
                                  .message = Tr::tr("There is no release of %1 to report on.").arg(work.environment),
                                  .detail = {},
                                  .hint = Tr::tr("“whimbrel release start” starts one."),
                                  .code = {},
                                  .position = {}});
    if (work.context.json) {
        work.context.printJson({{u"release"_s, releaseToJson(**release)}});
        return ExitDone;
    }
    const QString text = releaseToMarkdown(**release, work.project.name());
    const QString path = work.context.parser.value(u"output"_s);
    if (path.isEmpty()) {
        work.context.out << text << Qt::flush;
        return ExitDone;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return work.context.fail({.kind = ErrorKind::Io,
                                  .message = Tr::tr("%1 could not be written: %2.").arg(path, file.errorString()),
                                  .detail = {},
                                  .hint = {},
                                  .code = {},
                                  .position = {}});
    if (!work.context.quiet)
        work.context.out << Tr::tr("Wrote %1.").arg(path) << Qt::endl;
    return ExitDone;
}

struct Part
{
    QLatin1StringView name;
    int (*run)(Work &work);
    bool takesWords;
};

constexpr Part parts[] = {
    {"start"_L1, start, false},  {"show"_L1, show, false},     {"tick"_L1, tick, true},
    {"untick"_L1, untick, true}, {"note"_L1, note, true},      {"override"_L1, overridePhase, true},
    {"close"_L1, close, false},  {"report"_L1, report, false},
};

int runRelease(CommandContext &context)
{
    const QString word = context.arguments.value(0);
    const auto part = std::ranges::find(parts, word, [](const Part &each) { return QString(each.name); });
    if (part == std::end(parts) || (!part->takesWords && context.arguments.size() > 1)) {
        const QString unknown = part == std::end(parts) ? word : context.arguments.value(1);
        return context.fail({.kind = ErrorKind::Usage,
                             .message = word.isEmpty() ? Tr::tr("What about the release?")
                                                       : Tr::tr("“%1” is not understood.").arg(unknown),
                             .detail = {},
                             .hint = Tr::tr("“whimbrel help release” lists what is possible."),
                             .code = {},
                             .position = {}});
    }
    Result<MigrationProject> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    Result<Target> target = context.requireTarget(*project);
    if (!target)
        return context.fail(target.error());
    const QString environment = releaseEnvironment(*target);
    const ReleaseStore store(project->folder());
    Work work{.context = context,
              .project = std::move(*project),
              .target = std::move(*target),
              .environment = environment,
              .store = store,
              .words = context.arguments.mid(1)};
    return part->run(work);
}
} // namespace

Command releaseCommand()
{
    return {.name = u"release"_s,
            .arguments = u"start|show|tick ITEM|untick ITEM|note TEXT|override PHASE --reason TEXT|close|report"_s,
            .summary = Tr::tr("walk through the checklist of a release"),
            .options = {{u"note"_s, Tr::tr("with tick and untick: what was looked at, or why"), u"TEXT"_s},
                        {u"reason"_s, Tr::tr("with override, and with close before the end: why"), u"TEXT"_s},
                        {u"output"_s, Tr::tr("with report: write Markdown to this file"), u"FILE"_s}},
            .run = runRelease};
}

} // namespace Whimbrel
