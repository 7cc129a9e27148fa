// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using ConstraintType = ConstraintDefinition::Kind;

/// The constraint of a kind that an ADD CONSTRAINT or an ADD COLUMN brings; nullptr if there is none.
const ConstraintDefinition *added(const Operation &operation, ConstraintType kind)
{
    const QList<ConstraintDefinition> &constraints = operation.kind == Kind::AddColumn && !operation.columns.isEmpty()
                                                         ? operation.columns.constFirst().constraints
                                                         : operation.constraints;
    const auto found = std::ranges::find(constraints, kind, &ConstraintDefinition::kind);
    return found == constraints.cend() ? nullptr : &*found;
}

void checkCheck(RuleContext &context)
{
    forEach(context, {Kind::AddConstraint}, [&context](const Operation &add) {
        const ConstraintDefinition *check = added(add, ConstraintType::Check);
        if (!check || check->notValid || check->notEnforced || !isOthers(context, add.relation))
            return;
        context.report(
            tr("Adding this CHECK reads every row of “%1”, and nobody can read or write the table until that is done.")
                .arg(add.relation.toString()),
            &add, severityOfWork(context, add.relation));
    });
}

/// Calls `visit` for what a DO runs before `end`, since its last COMMIT; for nothing if `end` is not in it.
template<typename Visit>
void forEachBefore(const QList<Operation> &body, const Operation &end, const Visit &visit)
{
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (&body.at(i) != &end)
            continue;
        qsizetype begin = i;
        while (begin > 0 && body.at(begin - 1).kind != Kind::Commit && body.at(begin - 1).kind != Kind::Rollback)
            --begin;
        for (; begin < i; ++begin)
            visit(body.at(begin));
    }
}

/// What makes a VALIDATE run under more than its own lock: an earlier statement of the transaction, or another part of
/// this one. The stronger of them.
LockReach reachAbove(const RuleContext &context, const Operation &validate)
{
    const ObjectName table = context.before.resolved(validate.relation);
    LockReach reach = LockReach::Nothing;
    for (const Impact &held : context.statement().held) {
        if (context.before.resolved(held.relation) == table)
            reach = std::max(reach, held.reach);
    }
    const auto takes = [&](const Operation &part) {
        if (part.kind == Kind::ValidateConstraint || part.relation != validate.relation)
            return;
        for (const Impact &impact : impactOfPart(context, part).relations) {
            if (context.before.resolved(impact.relation) == table)
                reach = std::max(reach, impact.reach);
        }
    };
    for (const Operation &part : context.operations()) {
        if (part.kind != Kind::DoBlock)
            takes(part);
        else
            forEachBefore(part.body, validate, takes);
    }
    return reach;
}

void checkValidate(RuleContext &context)
{
    forEach(context, {Kind::ValidateConstraint}, [&context](const Operation &validate) {
        if (!isOthers(context, validate.relation))
            return;
        const LockReach reach = reachAbove(context, validate);
        const QString table = validate.relation.toString();
        if (reach == LockReach::ReadsAndWrites) {
            context.report(tr("“%1” is validated while this transaction still locks “%2” for everyone: nobody can read "
                              "or write the table until every row is read.")
                               .arg(validate.name, table),
                           &validate, severityOfWork(context, validate.relation));
        } else if (reach == LockReach::Writes) {
            context.report(tr("“%1” is validated while this transaction still locks “%2” against writes: nobody can "
                              "write to the table until every row is read.")
                               .arg(validate.name, table),
                           &validate, severityOfWork(context, validate.relation));
        }
    });
}

void checkSetNotNull(RuleContext &context)
{
    forEach(context, {Kind::SetNotNull}, [&context](const Operation &set) {
        if (!isOthers(context, set.relation))
            return;
        const StatementImpact impact = impactOfPart(context, set);
        const auto scan = std::ranges::max_element(impact.relations, {}, [](const Impact &part) {
            return part.scan == Answer::Yes ? 2 : part.scan == Answer::Depends ? 1 : 0;
        });
        if (scan == impact.relations.cend() || scan->scan == Answer::No)
            return;
        const bool isCertain = scan->scan == Answer::Yes;
        const QString message =
            isCertain ? tr("SET NOT NULL reads every row of “%1” to see whether “%2” holds NULL, and nobody can read "
                           "or write the table until that is done.")
                      : tr("Unless a valid CHECK proves that “%2” holds no NULL, SET NOT NULL reads every row of “%1”, "
                           "and nobody can read or write the table until that is done.");
        context.report({.message = message.arg(set.relation.toString(), set.name),
                        .operation = &set,
                        .severity = severityOfWork(context, set.relation),
                        .needsSchema = !isCertain});
    });
}

void checkUnique(RuleContext &context)
{
    forEach(context, {Kind::AddConstraint, Kind::AddColumn}, [&context](const Operation &add) {
        const ConstraintDefinition *unique = added(add, ConstraintType::Unique);
        if (!unique || !unique->usingIndex.isEmpty() || !isOthers(context, add.relation))
            return;
        context.report(
            tr("This UNIQUE constraint builds its index at once: nobody can read or write “%1” until it is done.")
                .arg(add.relation.toString()),
            &add, severityOfWork(context, add.relation));
    });
}

/// Columns of the key that may still hold NULL, which PRIMARY KEY has to look for.
QStringList nullableColumns(const RuleContext &context, const ObjectName &name, const ConstraintDefinition &key,
                            bool *isCertain)
{
    *isCertain = true;
    const CatalogRelation *table = context.before.relation(name);
    if (!table)
        return {};
    QStringList columns = key.columns;
    if (const CatalogIndex *index = table->index(key.usingIndex))
        columns = index->definition.keyColumns();
    QStringList nullable;
    for (const QString &column : std::as_const(columns)) {
        const Answer notNull = context.before.isNotNull(*table, column);
        if (notNull == Answer::Yes)
            continue;
        nullable.append(column);
        *isCertain = *isCertain && notNull == Answer::No;
    }
    return nullable;
}

void checkPrimaryKey(RuleContext &context)
{
    forEach(context, {Kind::AddConstraint, Kind::AddColumn}, [&context](const Operation &add) {
        const ConstraintDefinition *key = added(add, ConstraintType::PrimaryKey);
        if (!key || !isOthers(context, add.relation))
            return;
        const QString table = add.relation.toString();
        const auto calm = severityOfWork(context, add.relation);
        if (key->usingIndex.isEmpty()) {
            context.report(
                tr("This PRIMARY KEY builds its index at once: nobody can read or write “%1” until it is done.")
                    .arg(table),
                &add, calm);
            return;
        }
        bool isCertain = true;
        const QStringList nullable = nullableColumns(context, add.relation, *key, &isCertain);
        if (nullable.isEmpty())
            return;
        const QString message = isCertain
                                    ? tr("The index is there, but %2 may hold NULL: PRIMARY KEY reads every row of "
                                         "“%1”, and nobody can read or write the table until that is done.")
                                    : tr("The index is there, but unless %2 cannot hold NULL, PRIMARY KEY reads every "
                                         "row of “%1”, and nobody can read or write the table until that is done.");
        context.report({.message = message.arg(table, listed(nullable)),
                        .operation = &add,
                        .severity = calm,
                        .needsSchema = !isCertain});
    });
}

void checkExclusion(RuleContext &context)
{
    forEach(context, {Kind::AddConstraint}, [&context](const Operation &add) {
        if (!added(add, ConstraintType::Exclusion) || !isOthers(context, add.relation))
            return;
        context.report(
            tr("This EXCLUDE constraint builds its index at once: nobody can read or write “%1” until it is done.")
                .arg(add.relation.toString()),
            &add, severityOfWork(context, add.relation));
    });
}

} // namespace

RuleTable constraintRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "check-validates-under-lock",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "ADD CHECK reads the whole table under an ACCESS EXCLUSIVE lock: reads and writes wait."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add it NOT VALID, which reads nothing; then, in another transaction, "
                                                 "VALIDATE CONSTRAINT, which lets everyone read and write."),
            .bad = "ALTER TABLE t ADD CHECK (a > 0)",
            .good = "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT k",
            .equivalents = "squawk: constraint-missing-not-valid; strong_migrations: add_check_constraint; "
                           "online_migrations: add_check_constraint; eugene: E1; atlas: PG305; pgfence: "
                           "add-constraint-check-no-not-valid; bytebase: STATEMENT_ADD_CHECK_NOT_VALID",
            .check = checkCheck,
        },
        {
            .id = "validate-in-same-transaction",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "VALIDATE CONSTRAINT by itself lets everyone read and write. Locks last until the end of "
                            "their transaction, so behind an ALTER TABLE it reads the table under that one's lock."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Validate in a transaction of its own: in the next migration, or after a COMMIT."),
            .bad = "BEGIN; ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT "
                   "k; COMMIT",
            .good = "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT k",
            .equivalents = "squawk: constraint-missing-not-valid; strong_migrations: validate_check_constraint, "
                           "validate_foreign_key; pgfence: not-valid-validate-same-tx",
            .check = checkValidate,
        },
        {
            .id = "set-not-null-scans",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "SET NOT NULL reads the whole table under an ACCESS EXCLUSIVE lock, "
                                                 "unless a valid CHECK of this column proves that there is no NULL."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Add CHECK (column IS NOT NULL) NOT VALID; validate it in the next transaction; then SET "
                            "NOT NULL, which reads nothing any more; then drop the CHECK. From PostgreSQL 18 on, ADD "
                            "CONSTRAINT … NOT NULL … NOT VALID and VALIDATE do the same."),
            .bad = "ALTER TABLE t ALTER a SET NOT NULL",
            .good = "ALTER TABLE t ADD CONSTRAINT n CHECK (a IS NOT NULL) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT "
                    "n; ALTER TABLE t ALTER a SET NOT NULL; ALTER TABLE t DROP CONSTRAINT n",
            .equivalents = "squawk: adding-not-nullable-field; strong_migrations: change_column_null; "
                           "online_migrations: change_column_null; eugene: E2; atlas: MF104, PG303; pgfence: "
                           "alter-column-set-not-null; bytebase: STATEMENT_DISALLOW_ADD_NOT_NULL",
            .check = checkSetNotNull,
        },
        {
            .id = "unique-constraint-builds-under-lock",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "The constraint's index is built under an ACCESS EXCLUSIVE lock: "
                                                 "reads wait as well as writes. NOT VALID does not exist for it."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Build a unique index with CREATE UNIQUE INDEX CONCURRENTLY, then ADD "
                                                 "CONSTRAINT … UNIQUE USING INDEX, which is instant."),
            .bad = "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)",
            .good = "CREATE UNIQUE INDEX CONCURRENTLY u ON t(a); ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX u",
            .equivalents = "squawk: disallowed-unique-constraint; strong_migrations: add_unique_constraint; "
                           "online_migrations: add_unique_constraint; eugene: E7; atlas: MF101, PG105; "
                           "django-migration-linter: ADD_UNIQUE; pgfence: add-constraint-unique",
            .check = checkUnique,
        },
        {
            .id = "primary-key-builds-under-lock",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "A primary key needs a unique index and columns without NULL. Both are "
                                     "established under an ACCESS EXCLUSIVE lock, with one pass over the table each."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Make the columns NOT NULL through a validated CHECK, build the index with CREATE "
                                     "UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … PRIMARY KEY USING INDEX."),
            .bad = "ALTER TABLE keyless ADD PRIMARY KEY (id)",
            .good = "CREATE UNIQUE INDEX CONCURRENTLY kp ON keyless(id); ALTER TABLE keyless ADD CONSTRAINT kp PRIMARY "
                    "KEY USING INDEX kp",
            .equivalents = "squawk: adding-serial-primary-key-field; eugene: W14; atlas: PG104; pgfence: "
                           "add-pk-without-using-index",
            .check = checkPrimaryKey,
        },
        {
            .id = "exclusion-constraint-builds-under-lock",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "The constraint's index is built under an ACCESS EXCLUSIVE lock, and "
                                                 "there is no form of EXCLUDE that takes an index built before."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Make a new table with the constraint and move the rows into it, or "
                                                 "enforce it by a trigger; else plan a maintenance window."),
            .bad = "ALTER TABLE b ADD EXCLUDE USING gist (r WITH &&)",
            .good = "CREATE TABLE b2 (id bigint PRIMARY KEY, r int4range, EXCLUDE USING gist (r WITH &&))",
            .equivalents = "strong_migrations: add_exclusion_constraint; online_migrations: add_exclusion_constraint; "
                           "eugene: E8; pgfence: add-constraint-exclude",
            .check = checkExclusion,
        },
    };
    return rules;
}

} // namespace Whimbrel
