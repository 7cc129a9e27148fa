// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/impacttext.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Relations in use whose lock the statement has to wait for: strong enough that others queue behind the request, and
/// not held by the transaction already.
QList<Impact> awaited(const RuleContext &context)
{
    const StatementAnalysis &statement = context.statement();
    QList<Impact> impacts;
    for (const Impact &impact : statement.impact.relations) {
        const bool isTable = impact.type != ObjectType::Index && impact.type != ObjectType::Sequence;
        if (!isTable || !impact.blocksWrites() || impact.isNew || impact.invisible || impact.lock.isEmpty())
            continue;
        const ObjectName relation = context.before.resolved(impact.relation);
        const bool isHeld = std::ranges::any_of(statement.held, [&](const Impact &held) {
            return context.before.resolved(held.relation) == relation && held.certain && held.reach >= impact.reach;
        });
        if (!isHeld)
            impacts.append(impact);
    }
    return impacts;
}

bool neverWaits(const Operation &operation)
{
    return operation.kind == Kind::LockTable && operation.has(Flag::NoWait);
}

/// SET LOCAL lock_timeout where there is no transaction for it to hold in.
void checkLostTimeout(RuleContext &context)
{
    if (context.statement().inTransaction)
        return;
    forEach(context, {Kind::SetSetting}, [&context](const Operation &set) {
        if (set.has(Flag::Local) && set.name == "lock_timeout"_L1) {
            context.report(tr("SET LOCAL lock_timeout has no effect outside a transaction: the statements after it "
                              "wait without a bound."),
                           &set);
        }
    });
}

void checkTimeout(RuleContext &context)
{
    checkLostTimeout(context);
    const std::optional<bool> isBounded = isWaitBounded(context);
    if (isBounded.value_or(false) || std::ranges::all_of(context.operations(), neverWaits))
        return;
    const bool isCertain = isBounded.has_value();
    const QList<Impact> waits = awaited(context);
    if (waits.isEmpty() || (!isCertain && isReportedBefore(context)))
        return;
    QStringList names;
    for (const Impact &impact : waits)
        names.append(shown(context, impact.relation));
    const QString message =
        isCertain ? tr("Nothing bounds the wait for %1 on %2: behind one long query it waits, and everyone who comes "
                       "later waits behind it.")
                  : tr("This file sets no lock_timeout, and nothing is known of who will run it: behind one long query "
                       "the wait for %1 on %2 could last, and everyone who comes later would wait behind it.");
    context.report(message.arg(lockModeName(waits.constFirst().lock, waits.constFirst().reach), listed(names)), nullptr,
                   isCertain ? std::nullopt : std::optional(Severity::Info));
}

void checkExplicitLock(RuleContext &context)
{
    forEach(context, {Kind::LockTable}, [&context](const Operation &lock) {
        const QString name = lock.relation.toString();
        if (context.impact().transaction == TransactionRule::Required && !context.statement().inTransaction) {
            context.report(tr("LOCK TABLE outside a transaction fails, because its lock would end at once."), &lock);
            return;
        }
        const StatementImpact impact = impactOfPart(context, lock);
        const Impact *table = target(impact);
        if (lock.has(Flag::NoWait) || !isOthers(context, lock.relation) || !table || !table->blocksWrites())
            return;
        const QString message = table->blocksReads() ? tr("“%1” is locked until the transaction ends: nobody can read or "
                                                          "write it, and everyone waits while this waits for others.")
                                                     : tr("“%1” is locked until the transaction ends: nobody can write "
                                                          "to it, and writers wait while this waits for others.");
        context.report(message.arg(name), &lock, Severity::Warning);
    });
}

} // namespace

RuleTable waitRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "lock-without-timeout",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "A request for a strong lock queues behind whoever uses the table, and "
                                              "everyone who comes later queues behind the request, even plain SELECTs: "
                                              "a moment's change becomes an outage as long as the longest query."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "SET lock_timeout to a second or two before it and try again when it "
                                                 "runs out; Whimbrel's guard does both."),
            .bad = "ALTER TABLE t ADD x2 int",
            .good = "SET lock_timeout = '2s'; ALTER TABLE t ADD x2 int",
            .equivalents = "squawk: require-lock-timeout, require-statement-timeout; eugene: E9; pgfence: "
                           "missing-lock-timeout, lock-timeout-zero; bytebase: STATEMENT_MAX_EXECUTION_TIME",
            .check = checkTimeout,
            .isPerFile = true,
        },
        {
            .id = "explicit-table-lock",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "LOCK TABLE takes ACCESS EXCLUSIVE where no mode is written, and keeps "
                                              "it until the transaction ends, whatever the statements after it need."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Name the weakest mode that serves, inside a short transaction, with "
                                                 "NOWAIT or a lock_timeout. Most migrations need no LOCK at all."),
            .bad = "BEGIN; LOCK TABLE t; COMMIT",
            .good = "BEGIN; LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE NOWAIT; COMMIT",
            .equivalents = "",
            .check = checkExplicitLock,
        },
    };
    return rules;
}

} // namespace Whimbrel
