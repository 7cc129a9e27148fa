// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

namespace Whimbrel {

namespace {

bool isPartitioned(const RuleContext &context, const ObjectName &relation)
{
    const CatalogRelation *known = context.before.relation(relation);
    return known && known->isPartitioned;
}

/// The index that a DROP names, and the table it belongs to where that is known.
struct DroppedIndex
{
    const CatalogRelation *table = nullptr;
    const CatalogIndex *index = nullptr;
};

DroppedIndex droppedIndex(const RuleContext &context, const Operation &drop)
{
    const CatalogRelation *table = context.before.tableOfIndex(drop.relation);
    return {table, table ? table->index(drop.relation.name) : nullptr};
}

void checkBuild(RuleContext &context)
{
    forEach(context, {Kind::CreateIndex}, [&context](const Operation &index) {
        if (index.has(Flag::Concurrently) || !isOthers(context, index.relation) ||
            isPartitioned(context, index.relation))
            return;
        // ONLY is written for partitioned tables: their own index is made at once, without any row.
        if (index.has(Flag::Only) && !context.before.relation(index.relation))
            return;
        // An index that is there already is only looked at.
        if (index.has(Flag::IfNotExists) && context.before.tableOfIndex({index.relation.schema, index.name}))
            return;
        const Impact *table = target(context.impact());
        if (table && table->scan == Answer::No)
            return;
        context.report(tr("Building an index on “%1” lets nobody write to the table until every row is read.")
                           .arg(index.relation.toString()),
                       &index, severityOfWork(context, index.relation));
    });
}

void checkPartitioned(RuleContext &context)
{
    forEach(context, {Kind::CreateIndex}, [&context](const Operation &index) {
        if (!isPartitioned(context, index.relation) || !isOthers(context, index.relation))
            return;
        const QString name = index.relation.toString();
        if (index.has(Flag::Concurrently)) {
            context.report(
                tr("“%1” is partitioned, and PostgreSQL builds no index concurrently on a partitioned table.")
                    .arg(name),
                &index);
        } else if (!index.has(Flag::Only)) {
            context.report(tr("Building an index on “%1” builds it on every partition, and lets nobody write to any of "
                              "them until the last one is done.")
                               .arg(name),
                           &index, severityOfWork(context, index.relation));
        }
    });
}

void checkDrop(RuleContext &context)
{
    forEach(context, {Kind::DropObject}, [&context](const Operation &drop) {
        if (drop.objectType != ObjectType::Index || drop.has(Flag::Concurrently))
            return;
        const auto [table, index] = droppedIndex(context, drop);
        if (!table) {
            context.report(
                tr("Dropping the index “%1” lets nobody read or write its table, and waits for everyone who does.")
                    .arg(drop.relation.toString()),
                &drop);
            return;
        }
        // An index with a constraint on it cannot be dropped by itself at all.
        if (!isOthers(context, table->name) || (index && (!index->constraint.isEmpty() || !index->parent.isEmpty())))
            return;
        if (table->isPartitioned) { // there is no other way, and only a short wait helps
            context.report(tr("Dropping the index “%1” lets nobody read or write “%2” and all of its partitions, and waits for everyone who "
                              "does. PostgreSQL cannot do it concurrently.")
                               .arg(drop.relation.toString(), shown(context, table->name)),
                           &drop, Severity::Warning);
            return;
        }
        context.report(tr("Dropping the index “%1” lets nobody read or write “%2”, and waits for everyone who does.")
                           .arg(drop.relation.toString(), shown(context, table->name)),
                       &drop);
    });
}

void checkConcurrentDrop(RuleContext &context)
{
    const auto isIndex = [](const Operation &operation) {
        return operation.kind == Kind::DropObject && operation.objectType == ObjectType::Index;
    };
    const auto count = std::ranges::count_if(context.operations(), isIndex);
    bool isSaid = false;
    forEach(context, {Kind::DropObject}, [&](const Operation &drop) {
        if (!isIndex(drop) || !drop.has(Flag::Concurrently) || isSaid)
            return;
        const QString name = drop.relation.toString();
        const auto [table, index] = droppedIndex(context, drop);
        QString message;
        if (count > 1)
            message =
                tr("DROP INDEX CONCURRENTLY takes one index at a time; this statement names several and will fail.");
        else if (drop.has(Flag::Cascade))
            message = tr("DROP INDEX CONCURRENTLY cannot take CASCADE; this statement will fail.");
        else if (index && !index->constraint.isEmpty())
            message = tr("The index “%1” serves the constraint “%2” of “%3”, so it cannot be dropped by itself; this "
                         "statement will fail.")
                          .arg(name, index->constraint, shown(context, table->name));
        else if (table && table->isPartitioned)
            message = tr("“%1” is an index of the partitioned table “%2”, and those cannot be dropped concurrently; "
                         "this statement will fail.")
                          .arg(name, shown(context, table->name));
        if (message.isEmpty())
            return;
        // One of several can go on its own where what is left may stay: outside a transaction.
        context.report(message, count > 1 && context.input.transaction == ScriptTransaction::Wrapped ? nullptr : &drop);
        isSaid = true;
    });
}

void checkReindex(RuleContext &context)
{
    forEach(context, {Kind::Reindex}, [&context](const Operation &reindex) {
        if (reindex.has(Flag::Concurrently))
            return;
        const QString name = reindex.relation.toString();
        if (name.isEmpty()) {
            context.report(tr("Building every index again lets nobody write to the tables meanwhile, and readers that "
                              "would use an index wait as well."),
                           &reindex);
            return;
        }
        const CatalogRelation *table = reindex.objectType == ObjectType::Index
                                           ? context.before.tableOfIndex(reindex.relation)
                                           : context.before.relation(reindex.relation);
        if (table && !isOthers(context, table->name))
            return;
        context.report(tr("Building “%1” again lets nobody write to the table until it is done, and readers wait too, "
                          "because planning any query opens all of its indexes.")
                           .arg(name),
                       &reindex, table ? severityOfWork(context, table->name) : std::nullopt);
    });
}

} // namespace

RuleTable indexRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "index-build-blocks-writes",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "CREATE INDEX holds a SHARE lock on its table for the whole build: every "
                                              "INSERT, UPDATE and DELETE waits, and everything that waits for those."),
            .fix =
                QT_TRANSLATE_NOOP("Whimbrel", "Build it with CREATE INDEX CONCURRENTLY, outside a transaction and in a "
                                              "migration of its own, and check afterwards that the index is valid."),
            .bad = "CREATE INDEX ON orders(customer_id)",
            .good = "CREATE INDEX CONCURRENTLY orders_customer_id_idx ON orders(customer_id)",
            .equivalents =
                "squawk: require-concurrent-index-creation; strong_migrations: add_index; eugene: E6; atlas: PG101; "
                "safe-pg-migrations: add_index; online_migrations: add_index; django-migration-linter: CREATE_INDEX; "
                "pgfence: create-index-not-concurrent; bytebase: INDEX_CREATE_CONCURRENTLY",
            .check = checkBuild,
        },
        {
            .id = "index-on-partitioned-table",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "An index on a partitioned table is built on one partition after the other under "
                                     "a SHARE lock on all of them, and PostgreSQL has no concurrent form of it."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Make the parent's index with CREATE INDEX … ON ONLY, which is instant; build "
                                     "each partition's index concurrently; attach them with ALTER INDEX … ATTACH "
                                     "PARTITION. The parent's index becomes valid with the last one."),
            .bad = "CREATE INDEX ev_at ON events(at)",
            .good = "CREATE INDEX ev_at ON ONLY events(at)",
            .equivalents = "",
            .check = checkPartitioned,
        },
        {
            .id = "index-drop-blocks-reads",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "DROP INDEX takes an ACCESS EXCLUSIVE lock on the table. While it waits behind a "
                                     "long query, everyone who comes later waits behind it, readers included."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Use DROP INDEX CONCURRENTLY IF EXISTS, one index a statement, outside a transaction."),
            .bad = "DROP INDEX t_first_idx, t_second_idx",
            .good = "DROP INDEX CONCURRENTLY IF EXISTS t_first_idx; DROP INDEX CONCURRENTLY IF EXISTS t_second_idx",
            .equivalents = "squawk: require-concurrent-index-deletion; strong_migrations: remove_index; atlas: PG102; "
                           "online_migrations: remove_index; django-migration-linter: DROP_INDEX; pgfence: "
                           "drop-index-not-concurrent",
            .check = checkDrop,
        },
        {
            .id = "concurrent-drop-not-possible",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "DROP INDEX CONCURRENTLY takes a single index that stands for itself: no "
                                              "list, no CASCADE, no partitioned index, none that serves a constraint."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write one statement for each index. Where a constraint needs the "
                                                 "index, drop the constraint with a short lock_timeout."),
            .bad = "DROP INDEX CONCURRENTLY IF EXISTS t_first_idx, t_second_idx",
            .good = "DROP INDEX CONCURRENTLY IF EXISTS t_first_idx; DROP INDEX CONCURRENTLY IF EXISTS t_second_idx",
            .equivalents = "",
            .check = checkConcurrentDrop,
        },
        {
            .id = "reindex-blocks",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "REINDEX holds a SHARE lock on the table and an ACCESS EXCLUSIVE lock on each "
                                     "index it builds, and planning any query on the table needs all of its indexes."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Use REINDEX … CONCURRENTLY outside a transaction. REINDEX SYSTEM has no such form."),
            .bad = "REINDEX INDEX t_first_idx",
            .good = "REINDEX INDEX CONCURRENTLY t_first_idx",
            .equivalents =
                "squawk: require-concurrent-reindex; django-migration-linter: REINDEX; pgfence: reindex-non-concurrent",
            .check = checkReindex,
        },
    };
    return rules;
}

} // namespace Whimbrel
