// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ReleaseGate)
};

/// A clock may be this far ahead of ours before we stop believing its evidence.
constexpr std::chrono::minutes toleratedSkew{1};

std::unexpected<Error> refuse(const QString &message, const QString &detail, const QString &hint)
{
    return std::unexpected(Error{.kind = ErrorKind::Refused, .message = message, .detail = detail, .hint = hint, .code = {}, .position = {}});
}

bool isFresh(const ProbeResult &result, const QDateTime &now)
{
    const std::chrono::milliseconds age = now - result.at;
    return age <= probeEvidenceAge && age >= -toleratedSkew;
}

QString reasonMissing(const ChecklistItem &item, const ItemState &state)
{
    if (item.isManual())
        return Tr::tr("%1 (%2): not ticked").arg(item.title, item.id);
    if (!state.probe)
        return Tr::tr("%1 (%2): not checked yet").arg(item.title, item.id);
    switch (state.probe->state) {
    case ProbeResult::State::Failed:
        return Tr::tr("%1 (%2): failed, %3").arg(item.title, item.id, state.probe->message);
    case ProbeResult::State::Warning:
        return Tr::tr("%1 (%2): a warning that nobody answered for, %3").arg(item.title, item.id, state.probe->message);
    case ProbeResult::State::Unknown:
        return Tr::tr("%1 (%2): unknown, %3").arg(item.title, item.id, state.probe->message);
    case ProbeResult::State::Manual:
    case ProbeResult::State::Passed:
        return Tr::tr("%1 (%2): not ticked").arg(item.title, item.id);
    }
    Q_UNREACHABLE_RETURN({});
}

Result<> checkOpenItems(const Release &release, const QString &environment)
{
    QStringList lines;
    for (const ChecklistItem &item : release.missing(ReleasePhase::Before))
        lines << reasonMissing(item, release.item(item.id));
    if (lines.isEmpty())
        return {};
    return refuse(Tr::tr("%1 is protected, and the Before phase of release %2 is not complete: %n item(s) open.", nullptr,
                         static_cast<int>(lines.size())).arg(environment, release.id),
                  lines.join(u'\n'),
                  Tr::tr("Complete them in the Release pane or with “whimbrel check --phase before” and “whimbrel release tick ITEM”, or "
                         "go past them with “whimbrel release override before --reason TEXT”."));
}

Result<> checkEvidence(const Release &release, const QString &environment, const QDateTime &now)
{
    QStringList old;
    for (const ChecklistItem &item : release.phaseItems(ReleasePhase::Before)) {
        const ItemState state = release.item(item.id);
        if (!item.isManual() && state.probe && !isFresh(*state.probe, now))
            old << Tr::tr("%1 (%2)").arg(item.title, item.id);
    }
    if (old.isEmpty())
        return {};
    return refuse(Tr::tr("%1 is protected, and %n check(s) of release %2 are older than %3 minutes.", nullptr, static_cast<int>(old.size()))
                      .arg(environment, release.id).arg(probeEvidenceAge.count()),
                  Tr::tr("To be run again: %1.").arg(old.join(", "_L1)),
                  Tr::tr("Run the checks of Before again in the Release pane or with “whimbrel check --phase before”."));
}
} // namespace

Result<> checkReleaseGate(const QDir &projectFolder, const Target &target, const QDateTime &now)
{
    if (!target.isProtected)
        return {};
    if (target.environment.isEmpty())
        return refuse(Tr::tr("The database that %1 names is protected as an environment of this project.").arg(target.source), {},
                      Tr::tr("Name the environment instead of its address (-e NAME), so that its release can be found."));

    QList<ProjectProblem> problems;
    const Result<std::optional<Release>> release = ReleaseStore(projectFolder).current(target.environment, &problems);
    if (!release)
        return std::unexpected(release.error());
    if (!*release)
        return refuse(Tr::tr("%1 is protected, and no release of it is open.").arg(target.environment),
                      problems.isEmpty() ? QString() : problems.constFirst().error.toString(),
                      Tr::tr("Start one in the Release pane or with “whimbrel release start -e %1”.").arg(target.environment));
    if ((*release)->overrides.contains(ReleasePhase::Before))
        return {};

    const auto broken = std::ranges::find_if(problems, [&](const ProjectProblem &problem) {
        return problem.severity == ProjectProblem::Severity::Error
            && problem.error.position.file.startsWith(u".whimbrel/releases/%1/"_s.arg((*release)->id));
    });
    if (broken != problems.cend())
        return refuse(Tr::tr("%1 is protected, and a line in the log of release %2 cannot be read.").arg(target.environment, (*release)->id),
                      broken->error.toString(),
                      Tr::tr("It may have taken a tick back. Repair the log, or override Before with a written reason."));
    if (Result<> open = checkOpenItems(**release, target.environment); !open)
        return open;
    return checkEvidence(**release, target.environment, now);
}

Result<> recordInRelease(const QDir &projectFolder, const QString &environment, const ReleaseEvent &event)
{
    const ReleaseStore store(projectFolder);
    const Result<std::optional<Release>> release = store.current(environment);
    if (!release)
        return std::unexpected(release.error());
    return *release ? store.append((*release)->id, event) : Result<>{};
}

Result<> recordRunInRelease(const QDir &projectFolder, const QString &environment, const QString &text)
{
    return recordInRelease(projectFolder, environment, ReleaseEvent::runRecorded(text));
}

} // namespace Whimbrel
