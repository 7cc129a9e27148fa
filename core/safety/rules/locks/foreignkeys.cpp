// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using ConstraintType = ConstraintDefinition::Kind;

void checkValidation(RuleContext &context)
{
    forEach(context, {Kind::AddConstraint}, [&context](const Operation &add) {
        const ConstraintDefinition &key = add.constraints.value(0);
        if (key.kind != ConstraintType::ForeignKey || key.notValid || key.notEnforced ||
            !isOthers(context, add.relation))
            return;
        const bool isCalm = isSmall(context, add.relation) && isSmall(context, key.references);
        const CatalogRelation *table = context.before.relation(add.relation);
        const QString tables = add.relation.toString();
        if (key.references == add.relation) {
            context.report(tr("Adding this foreign key reads all of “%1” and lets nobody write to it until it is done.").arg(tables), &add,
                           severityOfWork(context, add.relation));
            return;
        }
        const QString message = table && table->isPartitioned && context.before.version() < ServerVersion{18, 0, 0}
                                    ? tr("Adding this foreign key reads all of “%1” and “%2” and lets nobody write to "
                                         "either until it is done. “%1” is partitioned, and before PostgreSQL 18 those "
                                         "take no foreign key NOT VALID: add it to each partition first.")
                                    : tr("Adding this foreign key reads all of “%1” and “%2” and lets nobody write to "
                                         "either until it is done.");
        context.report(message.arg(tables, key.references.toString()), &add,
                       isCalm ? std::optional(Severity::Info) : std::nullopt);
    });
}

void checkInlineReference(RuleContext &context)
{
    forEach(context, {Kind::AddColumn}, [&context](const Operation &add) {
        if (add.columns.isEmpty() || !isOthers(context, add.relation))
            return;
        const ColumnDefinition &column = add.columns.constFirst();
        const auto key = std::ranges::find(column.constraints, ConstraintType::ForeignKey, &ConstraintDefinition::kind);
        // Without a default every value is NULL, and nothing is read.
        if (key == column.constraints.cend() || !column.hasDefault)
            return;
        const QString message = column.defaultValue.isNull
                                    ? tr("With a DEFAULT, even of NULL, adding “%1” with its foreign key reads all of "
                                         "“%2”, which nobody can read or write meanwhile.")
                                          .arg(column.name, add.relation.toString())
                                    : tr("With a DEFAULT, adding “%1” with its foreign key reads all of “%2” and of "
                                         "“%3”; meanwhile nobody can read or write “%2” nor write to “%3”.")
                                          .arg(column.name, add.relation.toString(), key->references.toString());
        context.report(message, &add, severityOfWork(context, add.relation));
    });
}

void checkDropped(RuleContext &context)
{
    forEach(context, {Kind::DropObject, Kind::DropColumn, Kind::DropConstraint}, [&context](const Operation &drop) {
        if (!isOthers(context, drop.relation))
            return;
        const QString name = drop.kind == Kind::DropObject ? drop.relation.toString() : drop.name;
        bool isFound = false;
        for (const Impact &impact : impactOfPart(context, drop).relations) {
            const bool isOtherSide =
                impact.role == Impact::Role::Referenced || impact.role == Impact::Role::Referencing;
            if (!isOtherSide || !impact.blocksReads() || impact.isNew || impact.invisible)
                continue;
            isFound = true;
            // Whoever drops the other table as well does not mind its lock.
            const bool isDroppedToo = isFollowedBy(context, drop, [&](const Operation &later) {
                return later.kind == Kind::DropObject && later.objectType == ObjectType::Table &&
                       context.before.resolved(later.relation) == context.before.resolved(impact.relation);
            });
            if (isDroppedToo)
                continue;
            const QString other = shown(context, impact.relation);
            if (impact.certain) {
                context.report(tr("Dropping “%1” locks “%2” as well, because a foreign key joins them: nobody can read "
                                  "or write “%2” until the transaction ends.")
                                   .arg(name, other),
                               &drop);
            } else {
                context.report({.message = tr("Dropping “%1” may lock “%2” as well, if a foreign key joins them: "
                                              "nobody could then read or write “%2” until the transaction ends.")
                                               .arg(name, other),
                                .operation = &drop,
                                .severity = Severity::Warning,
                                .needsSchema = true});
            }
        }
        if (!isFound && drop.kind == Kind::DropConstraint && drop.name.endsWith("_fkey"_L1) &&
            !isComplete(context, drop.relation)) {
            context.report(
                {.message = tr("Going by its name, “%1” is a foreign key of “%2”: dropping it locks the table it "
                               "references as well, and nobody can read or write that one until the transaction ends.")
                                .arg(name, drop.relation.toString()),
                 .operation = &drop,
                 .severity = Severity::Warning,
                 .needsSchema = true});
        }
    });
}

} // namespace

RuleTable foreignKeyLockRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "foreign-key-validates-under-lock",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "ADD FOREIGN KEY holds a SHARE ROW EXCLUSIVE lock on both tables "
                                                 "while it reads both: writes to either wait, reads go on."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add it NOT VALID, which reads nothing; then, in another transaction, "
                                                 "VALIDATE CONSTRAINT, which lets everyone read and write."),
            .bad = "ALTER TABLE c ADD FOREIGN KEY (p_id) REFERENCES p",
            .good = "ALTER TABLE c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p_id) REFERENCES p NOT VALID; ALTER TABLE c "
                    "VALIDATE CONSTRAINT c_p_fkey",
            .equivalents = "squawk: adding-foreign-key-constraint; strong_migrations: add_foreign_key; "
                           "online_migrations: add_foreign_key; eugene: E1; atlas: PG306; pgfence: "
                           "add-constraint-fk-no-not-valid; bytebase: STATEMENT_ADD_FOREIGN_KEY_NOT_VALID",
            .check = checkValidation,
        },
        {
            .id = "add-column-with-reference",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "A new column whose values are all NULL satisfies its foreign key without a look. With a "
                            "DEFAULT the rows are checked, under the ACCESS EXCLUSIVE lock of ADD COLUMN."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add the column with its foreign key and without a default, set the "
                                                 "default afterwards, and fill the old rows in batches."),
            .bad = "ALTER TABLE c ADD q_id bigint DEFAULT 1 REFERENCES p; CREATE INDEX CONCURRENTLY c_q ON c(q_id)",
            .good = "ALTER TABLE c ADD q_id bigint REFERENCES p; CREATE INDEX CONCURRENTLY c_q ON c(q_id)",
            .equivalents = "squawk: adding-foreign-key-constraint; strong_migrations: add_reference; "
                           "online_migrations: add_reference",
            .check = checkInlineReference,
        },
        {
            .id = "drop-touches-referenced-table",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "A foreign key is enforced by triggers on both tables. Whatever removes it takes "
                                     "an ACCESS EXCLUSIVE lock on both, so reads of a busy referenced table stop."),
            .fix =
                QT_TRANSLATE_NOOP("Whimbrel", "Drop the foreign keys first, one in a transaction, with a short "
                                              "lock_timeout and another attempt when it runs out; then drop the rest."),
            .bad = "DROP TABLE order_items",
            .good = "DROP TABLE unreferenced",
            .equivalents = "online_migrations: drop_table_multiple_foreign_keys",
            .check = checkDropped,
        },
    };
    return rules;
}

} // namespace Whimbrel
