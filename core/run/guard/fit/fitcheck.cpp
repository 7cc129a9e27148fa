// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/fit/fitcheck.h"

#include "report/locksreport.h"
#include "run/onlinecopy/copyalter.h"
#include "run/stepchecks.h"
#include "safety/impacttext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

/// What a fast server needs for a row and for a byte, in nanoseconds. Measured with PostgreSQL 17 on tables in memory, and then
/// halved: who is refused could not have fitted.
struct Rate
{
    HeavyWork::Kind kind;
    double perRow;
    double perByte;
};

/// MariaDB: a wait for a table is counted in seconds, and a statement that is killed takes a tenth of one to give way.
constexpr milliseconds leastMariaDbBudget{300};

constexpr std::array rates{
    Rate{HeavyWork::Kind::Rewrite, 300, 1},
    Rate{HeavyWork::Kind::Scan, 25, 0.15},
    Rate{HeavyWork::Kind::IndexBuild, 150, 0.15},
    Rate{HeavyWork::Kind::Rows, 1000, 1},
};

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, n);
}

bool isSmall(const Estimate &size)
{
    const AnalysisSettings usual;
    return size.rows < usual.smallTableRows && size.bytes < usual.smallTableBytes;
}

QString workText(const HeavyWork &work)
{
    const QString relation = work.relation.toString();
    const QString size = sizeText(work.size);
    switch (work.kind) {
    case HeavyWork::Kind::Rewrite:
        return tr("%1 is written anew (%2)").arg(relation, size);
    case HeavyWork::Kind::Scan:
        return tr("all of %1 is read (%2)").arg(relation, size);
    case HeavyWork::Kind::IndexBuild:
        return tr("an index on %1 is built (%2)").arg(relation, size);
    case HeavyWork::Kind::Rows:
        break;
    }
    return tr("all rows of %1 are changed (%2)").arg(relation, size);
}

/// There is a tool for it that makes nobody wait.
bool canBeCopied(const PlanStep &step, const HeavyWork &work)
{
    const Statement &statement = step.statements.at(work.statement - 1).statement;
    return work.kind == HeavyWork::Kind::Rewrite && CopyAlter::read(statement, Dialect::MariaDb);
}

Error refusal(const PlanStep &step, const QList<HeavyWork> &works, milliseconds takes, milliseconds budget, bool isMySql)
{
    const HeavyWork &worst = *std::ranges::max_element(works, {}, leastDuration);
    const Statement &statement = step.statements.at(worst.statement - 1).statement;
    QStringList texts;
    for (const HeavyWork &work : works)
        texts << tr("statement %1: %2").arg(QString::number(work.statement), workText(work));
    Error error{.kind = ErrorKind::Refused,
                .message = tr("“%1” cannot be done without making others wait for longer than the stall budget of %2.")
                               .arg(shortSql(statement.text), durationText(budget)),
                .detail = tr("While others cannot use what is locked, for %1 at least: %2.").arg(durationText(takes), texts.join(u"; "_s)),
                .hint = tr("Take the safe way that the findings of “whimbrel plan” and “whimbrel lint” name for it; or, where it does not matter who waits, "
                           "allow it above the statement with “-- whimbrel: stall-budget %1s”, or for the environment in whimbrel.toml.")
                            .arg(std::max<qint64>(1, 3 * takes.count() / 1000 + 1)),
                .code = {},
                .position = {}};
    if (worst.kind == HeavyWork::Kind::Rows)
        error.hint += u' ' + tr("Or let it run in batches, with “-- whimbrel: batch” above it, as the only statement of a section without a transaction.");
    if (isMySql && canBeCopied(step, worst))
        error.hint += u' ' + tr("Or hand it to pt-online-schema-change, which copies the table while others write, with “-- whimbrel: online-copy” above it.");
    error.position = {.file = step.migration.displayFile, .line = statement.start.line, .column = statement.start.column};
    return error;
}

milliseconds sum(const QList<HeavyWork> &works)
{
    milliseconds all{0};
    for (const HeavyWork &work : works)
        all += leastDuration(work);
    return all;
}

QList<HeavyWork> largeWorks(const GuardedStep &step)
{
    QList<HeavyWork> works = step.needs.heavy;
    works.removeIf([](const HeavyWork &work) { return leastDuration(work) <= milliseconds(0); });
    return works;
}

/// What is locked stays so until the end: from the first strong lock on all work counts, whatever it is on.
bool keepsLocks(const GuardedStep &step)
{
    return step.needs.hasStrong() || step.needs.undoIsSlow;
}

/// Why a step must not start: what it does while others cannot use a table takes longer than they may wait.
std::optional<Error> cannotFit(const PlanStep &step, const GuardedStep &guarded)
{
    const QList<HeavyWork> works = largeWorks(guarded);
    const StepBudget &budget = guarded.budget;
    if (step.transaction && !step.ownCommits) {
        const milliseconds takes = keepsLocks(guarded) ? sum(works) : milliseconds(0);
        const milliseconds most = budget.ofTransaction();
        return takes > most ? std::optional(refusal(step, works, takes, most, guarded.needs.undoIsSlow)) : std::nullopt;
    }
    for (const HeavyWork &work : works) {
        const milliseconds most = budget.of(work.statement);
        const bool isFelt = work.reach >= LockReach::Writes && work.kind != HeavyWork::Kind::Rows;
        if (isFelt && leastDuration(work) > most)
            return refusal(step, {work}, leastDuration(work), most, guarded.needs.undoIsSlow);
    }
    return std::nullopt;
}

/// The same of steps that are one transaction: the one with the most work is named.
std::optional<Error> cannotFitTogether(const RunPlan &plan, const QList<GuardedStep> &steps)
{
    milliseconds takes{0};
    milliseconds most{0};
    qsizetype heaviest = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const milliseconds own = sum(largeWorks(steps.at(i)));
        takes += own;
        most = std::max(most, steps.at(i).budget.ofTransaction());
        if (own > sum(largeWorks(steps.at(heaviest))))
            heaviest = i;
    }
    if (takes <= most || std::ranges::none_of(steps, keepsLocks))
        return std::nullopt;
    const GuardedStep &worst = steps.at(heaviest);
    return refusal(plan.steps.at(heaviest), largeWorks(worst), takes, most, worst.needs.undoIsSlow);
}

} // namespace

bool isGuarded(Dialect dialect)
{
    return dialect == Dialect::PostgreSql || dialect == Dialect::MariaDb;
}

milliseconds usualBudget(const RunGuards &guards, Dialect dialect)
{
    return dialect == Dialect::MariaDb ? std::max(guards.stallBudget, leastMariaDbBudget) : guards.stallBudget;
}

Result<QList<GuardedStep>> guardedSteps(const MigrationProject &project, const RunPlan &plan, const RunGuards &guards, Catalog catalog,
                                        const std::optional<QString> &typed)
{
    const milliseconds usual = usualBudget(guards, catalog.dialect());
    QList<GuardedStep> steps;
    for (const PlanStep &step : plan.steps) {
        const Result<StepBudget> budget = readStepBudget(project.format(), step, catalog.dialect(), usual, typed);
        if (!budget)
            return std::unexpected(budget.error());
        steps << GuardedStep{.needs = lockNeeds(step, catalog), .budget = *budget};
    }
    return steps;
}

QList<Error> guardRefusals(const MigrationProject &project, const RunPlan &plan, const RunGuards &guards, const Catalog &catalog,
                           const std::optional<QString> &typed)
{
    if (!isGuarded(catalog.dialect()))
        return {};
    const Result<QList<GuardedStep>> steps = guardedSteps(project, plan, guards, catalog, typed);
    if (!steps)
        return {steps.error()};
    return whatCannotFit(plan, *steps);
}

QList<Error> whatCannotFit(const RunPlan &plan, const QList<GuardedStep> &steps)
{
    QList<Error> refusals;
    const auto add = [&refusals](const std::optional<Error> &refusal) {
        if (refusal)
            refusals << *refusal;
    };
    if (plan.singleTransaction) {
        add(cannotFitTogether(plan, steps));
        return refusals;
    }
    for (qsizetype i = 0; i < steps.size(); ++i)
        add(cannotFit(plan.steps.at(i), steps.at(i)));
    return refusals;
}

milliseconds leastDuration(const HeavyWork &work)
{
    if (isSmall(work.size))
        return milliseconds(0);
    const auto rate = std::ranges::find(rates, work.kind, &Rate::kind);
    const double nanoseconds = std::max(rate->perRow * double(work.size.rows), rate->perByte * double(work.size.bytes));
    return milliseconds(qint64(nanoseconds / 1'000'000));
}

} // namespace Whimbrel
