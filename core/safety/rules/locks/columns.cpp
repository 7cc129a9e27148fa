// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

namespace Whimbrel {

namespace {

/// Calls `visit(operation, column, impact)` for each column added to a table that others use.
template<typename Visit>
void forEachColumn(const RuleContext &context, const Visit &visit)
{
    forEach(context, {Kind::AddColumn}, [&](const Operation &add) {
        if (!add.columns.isEmpty() && isOthers(context, add.relation))
            visit(add, add.columns.constFirst());
    });
}

Answer rewriteOf(const RuleContext &context, const Operation &operation)
{
    const StatementImpact impact = impactOfPart(context, operation);
    const Impact *table = target(impact);
    return table ? table->rewrite : Answer::No;
}

/// A type that the server does not bring along, and what is known of it.
const CatalogType *ownType(const RuleContext &context, const ColumnDefinition &column)
{
    return context.before.type(column.type.name);
}

bool isConstrainedDomain(const RuleContext &context, const ColumnDefinition &column)
{
    const CatalogType *type = ownType(context, column);
    return type && type->kind == CatalogType::Kind::Domain && type->isConstrained;
}

void checkDefault(RuleContext &context)
{
    forEachColumn(context, [&context](const Operation &add, const ColumnDefinition &column) {
        const bool isOwnKind =
            column.identity || column.type.isSerial || column.generated != ColumnDefinition::Generated::No;
        if (!column.hasDefault || column.defaultValue.isConstant || isOwnKind || isConstrainedDomain(context, column))
            return;
        const Answer rewrite = rewriteOf(context, add);
        if (rewrite == Answer::No)
            return;
        const bool isCertain = rewrite == Answer::Yes;
        const QString message = isCertain
                                    ? tr("The DEFAULT of “%2” gives each row a value of its own, so every row of “%1” "
                                         "is written anew, and nobody can read or write the table until that is done.")
                                    : tr("If the DEFAULT of “%2” calls a volatile function, every row of “%1” is "
                                         "written anew, and nobody can read or write the table until that is done.");
        context.report({.message = message.arg(add.relation.toString(), column.name),
                        .operation = &add,
                        .severity = severityOfWork(context, add.relation),
                        .needsSchema = !isCertain});
    });
}

void checkAutoIncrement(RuleContext &context)
{
    forEachColumn(context, [&context](const Operation &add, const ColumnDefinition &column) {
        if (!column.identity && !column.type.isSerial)
            return;
        context.report(tr("“%2” numbers the rows that are there, so every row of “%1” is written anew, and nobody can "
                          "read or write the table until that is done.")
                           .arg(add.relation.toString(), column.name),
                       &add, severityOfWork(context, add.relation));
    });
}

void checkStoredGenerated(RuleContext &context)
{
    forEachColumn(context, [&context](const Operation &add, const ColumnDefinition &column) {
        if (column.generated != ColumnDefinition::Generated::Stored)
            return;
        context.report(tr("“%2” is computed and stored for each row, so every row of “%1” is written anew, and nobody "
                          "can read or write the table until that is done.")
                           .arg(add.relation.toString(), column.name),
                       &add, severityOfWork(context, add.relation));
    });
    forEach(context, {Kind::SetExpression}, [&context](const Operation &set) {
        if (!isOthers(context, set.relation))
            return;
        const Answer rewrite = rewriteOf(context, set);
        if (rewrite == Answer::No)
            return;
        context.report({.message = tr("A new expression for “%2” computes it for each row again, so every row of “%1” "
                                      "is written anew, and nobody can read or write the table until that is done.")
                                       .arg(set.relation.toString(), set.name),
                        .operation = &set,
                        .severity = severityOfWork(context, set.relation),
                        .needsSchema = rewrite == Answer::Depends});
    });
}

void checkDomain(RuleContext &context)
{
    forEachColumn(context, [&context](const Operation &add, const ColumnDefinition &column) {
        if (!isConstrainedDomain(context, column) || column.identity ||
            column.generated != ColumnDefinition::Generated::No)
            return;
        context.report(tr("“%2” is of the domain “%3”, which has a constraint: even without a default every row of "
                          "“%1” is written anew, and nobody can read or write the table until that is done.")
                           .arg(add.relation.toString(), column.name, column.type.name.toString()),
                       &add, severityOfWork(context, add.relation));
    });
}

void checkInlineCheck(RuleContext &context)
{
    forEachColumn(context, [&context](const Operation &add, const ColumnDefinition &column) {
        const bool hasCheck = std::ranges::any_of(column.constraints, [](const ConstraintDefinition &constraint) {
            return constraint.kind == ConstraintDefinition::Kind::Check && !constraint.notEnforced;
        });
        if (!hasCheck)
            return;
        context.report(tr("The CHECK of “%2” is held against every row of “%1”, although all values are the same, and "
                          "nobody can read or write the table until that is done.")
                           .arg(add.relation.toString(), column.name),
                       &add, severityOfWork(context, add.relation));
    });
}

} // namespace

RuleTable columnRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "column-default-rewrites",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "A constant default, or a stable one such as now(), is kept once for all old rows. A volatile one has "
                "to be computed for each, which writes the table and its indexes anew under an ACCESS EXCLUSIVE lock."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add the column without a default, set the default in a statement of "
                                                 "its own, and fill the old rows in batches."),
            .bad = "ALTER TABLE t ADD k uuid DEFAULT gen_random_uuid()",
            .good = "ALTER TABLE t ADD k uuid; ALTER TABLE t ALTER k SET DEFAULT gen_random_uuid(); ALTER TABLE t ADD "
                    "at timestamptz DEFAULT now(); ALTER TABLE t ADD tags text[] DEFAULT ARRAY[]::text[]; ALTER TABLE "
                    "t ADD until timestamptz DEFAULT now() - interval '1 day'",
            .equivalents = "squawk: adding-field-with-default; strong_migrations: add_column_default, "
                           "add_column_default_callable; atlas: PG302; pgfence: add-column-non-constant-default; "
                           "bytebase: COLUMN_DEFAULT_DISALLOW_VOLATILE",
            .check = checkDefault,
        },
        {
            .id = "auto-increment-column-rewrites",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "A serial or identity column takes the next number for each row there is, which "
                                     "writes the table and its indexes anew under an ACCESS EXCLUSIVE lock."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Make the sequence and a plain column, set nextval() as its default, let the column own "
                            "the sequence, fill the old rows in batches, then make it NOT NULL in steps."),
            .bad = "ALTER TABLE t ADD n bigserial",
            .good = "CREATE SEQUENCE s; ALTER TABLE t ADD n bigint; ALTER TABLE t ALTER n SET DEFAULT nextval('s')",
            .equivalents = "strong_migrations: add_column_auto_incrementing; eugene: E11; pgfence: add-column-serial; "
                           "squawk: adding-field-with-default",
            .check = checkAutoIncrement,
        },
        {
            .id = "stored-generated-column-rewrites",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "A stored generated column is computed for each row there is, which "
                                              "writes the table and its indexes anew under an ACCESS EXCLUSIVE lock."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use a plain column that a BEFORE trigger keeps, and fill the old "
                                                 "rows in batches. From PostgreSQL 18 on, a VIRTUAL column is free."),
            .bad = "ALTER TABLE t ADD w int GENERATED ALWAYS AS (a * 2) STORED",
            .good = "ALTER TABLE t ADD w int",
            .equivalents =
                "strong_migrations: add_column_generated_stored; online_migrations: add_column_generated_stored; "
                "eugene: E11; squawk: adding-field-with-default; pgfence: add-column-stored-generated",
            .check = checkStoredGenerated,
        },
        {
            .id = "constrained-domain-column-rewrites",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "A domain with a CHECK or NOT NULL is checked for each row there is, and PostgreSQL does that by "
                "writing the table anew under an ACCESS EXCLUSIVE lock. A domain without one is free."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use the domain's base type, and a CHECK of the table's own: NOT "
                                                 "VALID first, validated in the next transaction."),
            .bad = "ALTER TABLE t ADD mail email_domain",
            .good =
                "ALTER TABLE t ADD mail text; ALTER TABLE t ADD CONSTRAINT mail_ok CHECK (mail LIKE '%@%') NOT VALID",
            .equivalents = "squawk: ban-create-domain-with-constraint; pgfence: ban-create-domain-with-constraint",
            .check = checkDomain,
        },
        {
            .id = "inline-check-scans",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "ADD COLUMN with a CHECK reads the whole table under its ACCESS "
                                                 "EXCLUSIVE lock, even where every row holds NULL."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Add the column by itself, then the CHECK as NOT VALID, and validate it in the next transaction."),
            .bad = "ALTER TABLE t ADD z int CHECK (z > 0)",
            .good = "ALTER TABLE t ADD z int; ALTER TABLE t ADD CONSTRAINT z_pos CHECK (z > 0) NOT VALID",
            .equivalents = "",
            .check = checkInlineCheck,
        },
    };
    return rules;
}

} // namespace Whimbrel
