// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

namespace Whimbrel {

namespace {

QString typeChangeMessage(const Impact &table)
{
    if (table.rewrite == Answer::Yes) {
        return tr("Changing “%2” to %3 writes every row of “%1” anew and builds its indexes again, and nobody can read "
                  "or write the table until that is done.");
    }
    if (table.rewrite == Answer::Depends) {
        return tr("Changing “%2” to %3 may write every row of “%1” anew, depending on the type it has now, and nobody "
                  "could read or write the table until that is done.");
    }
    if (table.indexRebuild == Answer::Yes) {
        return tr("Changing “%2” to %3 leaves the rows of “%1” as they are, but builds indexes again, and nobody can "
                  "read or write the table until that is done.");
    }
    if (table.scan == Answer::Yes)
        return tr(
            "Changing “%2” to %3 reads every row of “%1”, and nobody can read or write the table until that is done.");
    return tr("Changing “%2” to %3 may read every row of “%1” or build indexes again, and nobody could read or write "
              "the table until that is done.");
}

void checkTypeChange(RuleContext &context)
{
    forEach(context, {Kind::AlterColumnType}, [&context](const Operation &change) {
        if (!isOthers(context, change.relation))
            return;
        const StatementImpact impact = impactOfPart(context, change);
        const Impact *table = target(impact);
        if (!table || impact.fails == Answer::Yes)
            return;
        if (table->rewrite == Answer::No && table->scan == Answer::No && table->indexRebuild == Answer::No)
            return;
        const bool isCertain =
            table->rewrite == Answer::Yes || table->scan == Answer::Yes || table->indexRebuild == Answer::Yes;
        const QString type = change.columns.isEmpty() ? QString() : change.columns.constFirst().type.text;
        context.report({.message = typeChangeMessage(*table).arg(change.relation.toString(), change.name, type),
                        .operation = &change,
                        .severity = severityOfWork(context, change.relation),
                        .needsSchema = !isCertain});
    });
}

void checkTypeChangeBlocked(RuleContext &context)
{
    forEach(context, {Kind::AlterColumnType}, [&context](const Operation &change) {
        const StatementImpact impact = impactOfPart(context, change);
        if (impact.fails == Answer::Yes)
            context.report(impact.failure, &change);
    });
}

void checkOtherRewrite(RuleContext &context)
{
    forEach(
        context,
        {Kind::SetLogged, Kind::SetUnlogged, Kind::SetTablespace, Kind::SetAccessMethod, Kind::Vacuum, Kind::Cluster},
        [&context](const Operation &operation) {
            if (operation.kind == Kind::Vacuum && !operation.has(Flag::Full))
                return;
            if (operation.relation.isEmpty()) {
                context.report(
                    tr("Every table is written anew, one after the other, and nobody can read or write one meanwhile."),
                    &operation);
                return;
            }
            if (!isOthers(context, operation.relation))
                return;
            const StatementImpact impact = impactOfPart(context, operation);
            const Impact *table = target(impact);
            if (!table || table->rewrite == Answer::No)
                return;
            const bool isCertain = table->rewrite == Answer::Yes;
            const QString message = isCertain ? tr("Every row of “%1” is written anew, and nobody can read or write "
                                                   "the table until that is done.")
                                              : tr("Unless nothing changes by it, every row of “%1” is written anew, "
                                                   "and nobody can read or write the table until that is done.");
            context.report({.message = message.arg(operation.relation.toString()),
                            .operation = &operation,
                            .severity = severityOfWork(context, operation.relation),
                            .needsSchema = !isCertain});
        });
}

void checkRefresh(RuleContext &context)
{
    forEach(context, {Kind::RefreshMaterializedView}, [&context](const Operation &refresh) {
        if (refresh.has(Flag::Concurrently) || refresh.has(Flag::NoData) || !isOthers(context, refresh.relation))
            return;
        context.report(tr("Nobody can read “%1” until its query is done.").arg(refresh.relation.toString()), &refresh,
                       severityOfWork(context, refresh.relation));
    });
}

} // namespace

RuleTable rewriteRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "type-change-rewrites",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "ALTER COLUMN TYPE holds an ACCESS EXCLUSIVE lock. Few changes are free (a longer varchar, varchar to "
                "text); most write the table and all indexes anew, and some that leave the table alone build indexes "
                "again, recheck constraints, or lock the other side of a foreign key."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add a column of the new type, keep it in step by a trigger, fill it "
                                                 "in batches, move the code over, and drop the old column later."),
            .bad = "ALTER TABLE t ALTER a TYPE bigint",
            .good = "ALTER TABLE t ADD a2 bigint; ALTER TABLE t ALTER name TYPE text",
            .equivalents = "squawk: changing-column-type; strong_migrations: change_column; online_migrations: "
                           "change_column; eugene: E5; atlas: PG301; django-migration-linter: ALTER_COLUMN; pgfence: "
                           "alter-column-type; bytebase: COLUMN_DISALLOW_CHANGE_TYPE; pgroll: change_type",
            .check = checkTypeChange,
        },
        {
            .id = "type-change-blocked",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "PostgreSQL refuses to change the type of a column that a view, a rule, a policy, a trigger's column "
                "list or a generated column uses, and any change for which there is no assignment cast."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Drop and recreate what uses the column in the same transaction, or add a column "
                                     "of the new type beside it. Where the cast is missing, write USING."),
            .bad = "ALTER TABLE viewed ALTER label TYPE text",
            .good = "DROP VIEW labels; ALTER TABLE viewed ALTER label TYPE text; CREATE VIEW labels AS SELECT label "
                    "FROM viewed",
            .equivalents = "",
            .check = checkTypeChangeBlocked,
        },
        {
            .id = "rewrite-other",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "VACUUM FULL, CLUSTER, SET LOGGED, SET UNLOGGED, SET TABLESPACE and SET "
                                              "ACCESS METHOD copy the whole table under an ACCESS EXCLUSIVE lock. An "
                                              "unlogged table is emptied by a crash and absent on replicas."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Use pg_repack, or a new table that takes over; VACUUM without FULL blocks nobody."),
            .bad = "VACUUM FULL t",
            .good = "VACUUM t",
            .equivalents = "pgfence: set-logged-unlogged, vacuum-full; squawk: prefer-repack",
            .check = checkOtherRewrite,
        },
        {
            .id = "matview-refresh-blocks-reads",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "REFRESH holds an ACCESS EXCLUSIVE lock on the materialized view "
                                                 "while its query runs: every reader waits."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Give it a unique index without a WHERE, once, and use REFRESH "
                                                 "MATERIALIZED VIEW CONCURRENTLY: readers go on."),
            .bad = "REFRESH MATERIALIZED VIEW mv",
            .good = "REFRESH MATERIALIZED VIEW CONCURRENTLY mv",
            .equivalents = "pgfence: refresh-matview-blocking",
            .check = checkRefresh,
        },
    };
    return rules;
}

} // namespace Whimbrel
