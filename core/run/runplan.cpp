// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runplan.h"

#include "run/stepchecks.h"
#include "sql/splitter.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// A migration and where to take it.
struct Choice
{
    Migration migration;
    Direction direction = Direction::Up;
};

class Planner
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    Planner(const MigrationProject &project, const Timeline &timeline, const RunRequest &request, Dialect dialect)
        : m_project(project), m_timeline(timeline), m_request(request)
    {
        m_plan.request = request;
        m_plan.dialect = dialect;
        m_plan.singleTransaction = request.singleTransaction;
    }

    Result<RunPlan> plan();

private:
    Result<QList<Choice>> choose();
    Result<QList<Choice>> chooseUp();
    Result<QList<Choice>> chooseOnly();
    Result<QList<Choice>> chooseDown();
    QList<Choice> chooseRedo() const;
    QList<Migration> undoOrder() const;
    Result<> addStep(const Choice &choice);
    Result<> checkMissing(const QList<Choice> &chosen) const;
    void checkOrder();
    void checkDuplicates();
    void checkSingleTransaction();

    const MigrationProject &m_project;
    const Timeline &m_timeline;
    const RunRequest &m_request;
    QHash<QString, const TimelineEntry *> m_entries; ///< by version
    RunPlan m_plan;
};

QList<Choice> choices(const QList<Migration> &migrations, Direction direction)
{
    QList<Choice> list;
    for (const Migration &migration : migrations)
        list << Choice{migration, direction};
    return list;
}

Result<RunPlan> Planner::plan()
{
    if (const Result<> known = checkVersions(m_project, m_request); !known)
        return std::unexpected(known.error());
    const Result<QList<Choice>> chosen = choose();
    if (!chosen)
        return std::unexpected(chosen.error());
    if (const Result<> complete = checkMissing(*chosen); !complete)
        return std::unexpected(complete.error());
    for (const TimelineEntry &entry : m_timeline.entries) {
        m_entries.insert(entry.migration.version, &entry);
        if (entry.applied)
            m_plan.appliedVersions << entry.migration.version;
    }
    m_plan.appliedVersions.removeDuplicates(); // two files of one version share their row of the history
    m_plan.appliedVersions.sort();
    for (const Choice &choice : *chosen) {
        if (const Result<> added = addStep(choice); !added)
            return std::unexpected(added.error());
    }
    checkOrder();
    checkDuplicates();
    checkSingleTransaction();
    return std::move(m_plan);
}

Result<QList<Choice>> Planner::choose()
{
    switch (m_request.action) {
    case RunRequest::Action::Up:
        return m_request.onlyVersion.isEmpty() ? chooseUp() : chooseOnly();
    case RunRequest::Action::Down:
        return chooseDown();
    case RunRequest::Action::Redo:
        break;
    }
    return chooseRedo();
}

Result<QList<Choice>> Planner::chooseUp()
{
    QList<Migration> pending = m_timeline.pendingMigrations();
    if (!m_request.toVersion.isEmpty()) {
        QHash<QString, qsizetype> place;
        for (const Migration &migration : m_project.migrations())
            place.insert(migration.version, place.size());
        const qsizetype last = place.value(m_request.toVersion);
        pending.removeIf([&](const Migration &migration) { return place.value(migration.version) > last; });
    }
    if (m_request.steps > 0)
        pending = pending.first(std::min<qsizetype>(m_request.steps, pending.size()));
    return choices(pending, Direction::Up);
}

Result<QList<Choice>> Planner::chooseOnly()
{
    const Migration *migration = m_project.migration(m_request.onlyVersion);
    const TimelineEntry *entry = m_timeline.entry(m_request.onlyVersion);
    if (entry && entry->applied)
        return failure(ErrorKind::Usage, tr("The migration %1 is applied already.").arg(m_request.onlyVersion),
                       tr("Roll it back first if it is to run again."));
    return QList<Choice>{{*migration, Direction::Up}};
}

QList<Migration> Planner::undoOrder() const
{
    return m_project.format().undoOrder(m_timeline.appliedMigrations());
}

Result<QList<Choice>> Planner::chooseDown()
{
    QList<Migration> newestFirst = undoOrder();
    if (!m_request.versions.isEmpty()) {
        newestFirst.removeIf([this](const Migration &migration) { return !m_request.versions.contains(migration.version); });
        if (newestFirst.size() == m_request.versions.size())
            return choices(newestFirst, Direction::Down);
        return failure(ErrorKind::Usage, tr("Not all of these migrations are applied any more: %1.").arg(m_request.versions.join(u", "_s)),
                       tr("Look at the timeline, and roll back to a version."));
    }
    if (m_request.toVersion.isEmpty())
        return choices(newestFirst.first(std::min<qsizetype>(std::max(1, m_request.steps), newestFirst.size())), Direction::Down);
    if (m_request.toVersion == u"0")
        return choices(newestFirst, Direction::Down);

    const auto stays = std::ranges::find(newestFirst, m_request.toVersion, &Migration::version);
    if (stays == newestFirst.end()) {
        return failure(ErrorKind::Usage, tr("The migration %1 is not applied, so it cannot be the one that stays.").arg(m_request.toVersion),
                       tr("“whimbrel status” shows what is applied; “--to 0” rolls back all."));
    }
    return choices(newestFirst.first(stays - newestFirst.begin()), Direction::Down);
}

QList<Choice> Planner::chooseRedo() const
{
    const QList<Migration> newestFirst = undoOrder();
    if (newestFirst.isEmpty())
        return {};
    return {{newestFirst.first(), Direction::Down}, {newestFirst.first(), Direction::Up}};
}

/// What is applied and has no file cannot be rolled back, and what came before it must not be in its stead. Whoever names
/// the migrations one by one has chosen.
Result<> Planner::checkMissing(const QList<Choice> &chosen) const
{
    if (m_request.action == RunRequest::Action::Up || !m_request.versions.isEmpty())
        return {};
    const QString &stays = m_request.toVersion; // the last that is not to be rolled back
    const bool all = stays == u"0" || (stays.isEmpty() && chosen.isEmpty());
    QStringList missing;
    for (const TimelineEntry &entry : m_timeline.entries | std::views::reverse) {
        if (!all && (stays.isEmpty() ? entry.migration.version == chosen.last().migration.version : entry.migration.version == stays))
            break;
        if (entry.state == MigrationState::Missing)
            missing.prepend(entry.migration.version);
    }
    if (missing.isEmpty())
        return {};
    return failure(ErrorKind::Refused, tr("What would be rolled back is applied, but has no file any more: %1.").arg(missing.join(u", "_s)),
                   tr("Nothing was changed. Bring the files back, for example from version control, or roll back to a version after them with --to."));
}

Result<> Planner::addStep(const Choice &choice)
{
    const Result<MigrationScripts> scripts = m_project.format().read(choice.migration);
    if (!scripts)
        return std::unexpected(scripts.error());
    const MigrationScript &script = choice.direction == Direction::Up ? scripts->up : scripts->down;

    PlanStep step;
    step.migration = choice.migration;
    step.direction = choice.direction;
    if (!script.exists) {
        m_plan.refusals << Error{.kind = ErrorKind::Refused,
                                 .message = choice.direction == Direction::Down ? tr("The migration has no script to roll it back.")
                                                                                : tr("The migration has no script to apply it."),
                                 .detail = {},
                                 .hint = tr("Write one, or undo its effect with a new migration."),
                                 .code = {},
                                 .position = {.file = choice.migration.displayFile}};
        step.checksum = scripts->checksum.value();
        m_plan.steps << step;
        return {};
    }
    step.transaction = script.transaction;
    step.speaksToWhimbrel = scripts->speaksToWhimbrel;
    SplitScript split = splitScript(script.text, m_plan.dialect, script.start);
    const QStringList differences = m_project.format().differences(script, split.statements, m_plan.dialect);
    step.statements.reserve(split.statements.size());
    for (Statement &statement : split.statements) {
        step.ownCommits = step.ownCommits || (step.transaction && mayCommitByItself(statement, m_plan.dialect));
        step.statements << PlanStatement{std::move(statement), static_cast<int>(step.statements.size()) + 1};
    }
    for (const ScriptProblem &problem : scripts->problems)
        step.notes << problem.message;
    m_plan.refusals << applyCopyComments(step, script.text, script.start, m_plan.dialect);
    step.notes << stepNotes(step, m_plan.dialect) << differences;
    m_plan.refusals << stepRefusals(step, split.problems, m_plan.dialect) << applyBatchComments(step, script.text, script.start, m_plan.dialect);
    step.checksum = scripts->checksum.value(); // it was computed meanwhile
    // A redo's way up begins after its way down, whatever was before.
    const TimelineEntry *entry = m_entries.value(step.migration.version);
    const bool redoneUp = m_request.action == RunRequest::Action::Redo && choice.direction == Direction::Up;
    if (entry && entry->attempt && !redoneUp)
        resumeStep(step, *entry->attempt, m_plan.refusals);
    m_plan.steps << std::move(step);
    return {};
}

/// As dbmate --strict: nothing older than the newest applied migration, compared as text.
void Planner::checkOrder()
{
    if (!m_project.configuration().strictOrder || m_plan.appliedVersions.isEmpty() || m_request.action != RunRequest::Action::Up)
        return;
    const QString newest = m_plan.appliedVersions.last();
    for (const PlanStep &step : std::as_const(m_plan.steps)) {
        if (step.migration.version > newest)
            continue;
        m_plan.refusals << Error{.kind = ErrorKind::Refused,
                                 .message = tr("The migration is older than %1, which is applied, and the project asks for strict order.").arg(newest),
                                 .detail = {},
                                 .hint = tr("Give it a newer version, or switch strict order off."),
                                 .code = {},
                                 .position = {.file = step.migration.displayFile}};
    }
}

/// The history holds a version once: of two files with one version the second would fail, after its work was done.
void Planner::checkDuplicates()
{
    QHash<QString, QStringList> files;
    for (const Migration &migration : m_project.migrations())
        files[migration.version] << migration.displayFile;
    for (const PlanStep &step : std::as_const(m_plan.steps)) {
        const QStringList same = files.take(step.migration.version);
        if (same.size() < 2)
            continue;
        m_plan.refusals << Error{.kind = ErrorKind::Refused,
                                 .message = tr("Several files have the version %1: %2.").arg(step.migration.version, same.join(u", "_s)),
                                 .detail = {},
                                 .hint = tr("The history holds a version once, so only one of them can be applied: rename the others."),
                                 .code = {},
                                 .position = {.file = step.migration.displayFile}};
    }
}

void Planner::checkSingleTransaction()
{
    if (!m_plan.singleTransaction)
        return;
    for (const PlanStep &step : std::as_const(m_plan.steps)) {
        if (step.transaction && !step.ownCommits)
            continue;
        m_plan.refusals << Error{.kind = ErrorKind::Refused,
                                 .message = step.ownCommits
                                     ? tr("%1 commits this migration's definitions by itself, so the run cannot be one transaction.").arg(dialectName(m_plan.dialect))
                                     : tr("The migration asks to run outside a transaction, so the run cannot be one."),
                                 .detail = {},
                                 .hint = tr("Run without --single-transaction, or up to the migration before it."),
                                 .code = {},
                                 .position = {.file = step.migration.displayFile}};
    }
    if (!m_plan.steps.isEmpty())
        m_plan.notes << tr("Everything runs in one transaction: all of it is applied, or nothing.");
}

} // namespace

int RunPlan::statementCount() const
{
    qsizetype count = 0;
    for (const PlanStep &step : steps)
        count += step.statements.size();
    return static_cast<int>(count);
}

std::optional<Error> RunPlan::refusal() const
{
    if (refusals.isEmpty())
        return {};
    Error error = refusals.first();
    for (const Error &other : refusals.sliced(1))
        error.detail += (error.detail.isEmpty() ? QString() : u"\n"_s) + other.toString();
    return error;
}

QString DoneChecksum::of(int count)
{
    if (count < m_count) {
        m_count = 0;
        m_hash.clear();
    }
    for (; m_count < count; ++m_count) {
        const Statement &statement = m_step.statements[m_count].statement;
        m_hash = QCryptographicHash::hash(m_hash + statement.text.toUtf8() + statement.copyData.toUtf8(), QCryptographicHash::Sha256);
    }
    return QString::fromLatin1(m_hash.toHex());
}

Result<> checkVersions(const MigrationProject &project, const RunRequest &request)
{
    for (const QString &version : {request.toVersion, request.onlyVersion}) {
        const bool rollsBackAll = version == u"0" && request.action == RunRequest::Action::Down;
        if (!version.isEmpty() && !rollsBackAll && !project.migration(version))
            return failure(ErrorKind::Usage, tr("There is no migration %1.").arg(version), tr("“whimbrel status” lists the versions."));
    }
    return {};
}

Result<RunPlan> makePlan(const MigrationProject &project, const Timeline &timeline, const RunRequest &request, Dialect dialect)
{
    return Planner(project, timeline, request, dialect).plan();
}

} // namespace Whimbrel
