// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/rules/facts.h"

namespace Whimbrel {

namespace {

bool isTable(const Operation &operation)
{
    return operation.objectType == ObjectType::Table || operation.objectType == ObjectType::ForeignTable;
}

void checkColumnRename(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    visitOperations(context.operations(), [&](const Operation &operation) {
        const bool changes = operation.kind == Kind::ModifyColumn && !operation.newName.isEmpty() && operation.newName != operation.name;
        if (!isTable(operation) || !(changes || operation.kind == Kind::RenameColumn)
            || !isInUse(context.before, operation.relation, operation.name)) {
            return;
        }
        context.report({.message = tr("Code that runs now asks for column “%1” of “%2” and fails as soon as it is called “%3”.")
                                       .arg(operation.name, operation.relation.toString(), operation.newName),
                        .operation = &operation});
    });
}

/// Indexes and constraints of several columns that go along with one, in silence.
QStringList goingAlong(const CatalogRelation &relation, const QString &column)
{
    QStringList names;
    for (const CatalogIndex &index : relation.indexes) {
        if (index.definition.parts.size() > 1 && index.definition.keyColumns().contains(column))
            names.append(index.definition.name);
    }
    for (const CatalogConstraint &constraint : relation.constraints) {
        const ConstraintDefinition &definition = constraint.definition;
        if (definition.columns.size() > 1 && definition.columns.contains(column) && !names.contains(definition.name))
            names.append(definition.name);
    }
    return names;
}

void checkColumnDrop(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind != Kind::DropColumn || !isTable(operation) || !isInUse(context.before, operation.relation, operation.name))
            return;
        const CatalogRelation *relation = context.before.relation(operation.relation);
        const QStringList along = relation ? goingAlong(*relation, operation.name) : QStringList();
        QString message = tr("Code that runs now may still read or write column “%1” of “%2”, and its data is gone with it.")
                              .arg(operation.name, operation.relation.toString());
        if (!along.isEmpty())
            message = tr("%1 With it go, without a word: %2.").arg(message, listed(along));
        context.report({.message = message, .operation = &operation});
    });
}

bool isRequired(const ColumnDefinition &column)
{
    const bool primaryKey = std::ranges::any_of(column.constraints, [](const ConstraintDefinition &constraint) {
        return constraint.kind == ConstraintDefinition::Kind::PrimaryKey;
    });
    return (column.notNull || primaryKey) && (!column.hasDefault || column.defaultValue.isNull) && !column.identity
        && !column.type.isSerial && column.generated == ColumnDefinition::Generated::No;
}

void checkRequiredColumn(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (!isInUse(context.before, operation.relation))
            return;
        if (operation.kind == Kind::AddColumn && !operation.columns.isEmpty() && isRequired(operation.columns.first())) {
            context.report({.message = tr("Code that runs now does not know column “%1” of “%2” and cannot insert a row without it.")
                                           .arg(operation.columns.first().name, operation.relation.toString()),
                            .operation = &operation});
        }
        const CatalogColumn *column = knownColumn(context.before, operation.relation, operation.name);
        if (operation.kind == Kind::DropDefault && column && context.before.isNew(column->made) && column->notNull == Answer::Yes) {
            context.report({.message = tr("Without its default, column “%1” of “%2” must be given by every INSERT, and code that runs now "
                                          "does not know it.").arg(operation.name, operation.relation.toString()),
                            .operation = &operation});
        }
    });
}

void checkNewColumnConstraint(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind != Kind::AddConstraint || !isInUse(context.before, operation.relation))
            return;
        for (const ConstraintDefinition &constraint : operation.constraints) {
            const QStringList proven = constraint.kind == ConstraintDefinition::Kind::NotNull ? constraint.columns
                                                                                             : constraint.expression.provesNotNull;
            for (const QString &name : constraint.notValid ? proven : QStringList()) {
                const CatalogColumn *column = knownColumn(context.after, operation.relation, name);
                if (!column || !context.after.isNew(column->made) || column->hasDefault == Answer::Yes)
                    continue;
                context.report({.message = tr("NOT VALID spares the rows that are there, not new ones: code that runs now inserts NULL into "
                                              "“%1” of “%2” and is refused from this moment on.").arg(name, operation.relation.toString()),
                                .operation = &operation});
            }
        }
    });
}

void checkDefaultChange(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return; // every version of the code that runs gives the column a value: contract-gate asks for that
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind != Kind::DropDefault || !isInUse(context.before, operation.relation, operation.name))
            return;
        // To change a column's type its default is taken away and given back.
        const bool comesBack = isFollowedBy(context, operation, [&operation](const Operation &later) {
            return later.kind == Kind::SetDefault && later.relation == operation.relation && later.name == operation.name;
        });
        if (comesBack)
            return;
        const CatalogColumn *column = knownColumn(context.before, operation.relation, operation.name);
        const Answer notNull = column ? column->notNull : Answer::Depends;
        if (notNull == Answer::No) {
            context.report({.message = tr("Rows that are inserted without column “%1” of “%2” will hold NULL from now on.")
                                           .arg(operation.name, operation.relation.toString()),
                            .operation = &operation, .severity = Severity::Info});
        } else if (notNull == Answer::Yes) {
            context.report({.message = tr("Column “%1” of “%2” does not allow NULL: an INSERT that leaves it out, as code that runs now "
                                          "may, fails without the default.").arg(operation.name, operation.relation.toString()),
                            .operation = &operation});
        } else {
            context.report({.message = tr("If column “%1” of “%2” does not allow NULL, an INSERT that leaves it out fails without the "
                                          "default.").arg(operation.name, operation.relation.toString()),
                            .operation = &operation, .severity = Severity::Warning, .needsSchema = true});
        }
    });
}

void checkDropNotNull(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind != Kind::DropNotNull || !isInUse(context.before, operation.relation, operation.name))
            return;
        const bool thought = context.input.declaredPhase != MigrationPhase::Unknown;
        context.report({.message = tr("Code that runs now may not expect NULL in column “%1” of “%2”.")
                                       .arg(operation.name, operation.relation.toString()),
                        .operation = &operation, .severity = thought ? Severity::Info : Severity::Warning});
    });
}

void checkCachedPlan(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        const bool changesShape = operation.kind == Kind::AddColumn || operation.kind == Kind::DropColumn
            || operation.kind == Kind::AlterColumnType;
        if (changesShape && isTable(operation) && isInUse(context.before, operation.relation)) {
            context.report({.message = tr("Sessions with a prepared SELECT * on “%1” fail once with “cached plan must not change result "
                                          "type”.").arg(operation.relation.toString()),
                            .operation = &operation});
        }
    });
}

constexpr Rule rules[] = {
    {.id = "column-rename-breaks-code",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The rename is instant, but during a release old and new code run side by side: the old name is gone for the one, "
                                          "the new one not yet there for the other."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add a column with the new name, keep both in step by a trigger, copy the rows in batches, move the code, and drop "
                                          "the old column in a later release."),
     .bad = "ALTER TABLE t RENAME COLUMN a TO z",
     .good = "ALTER TABLE t ADD COLUMN z int",
     .equivalents = "squawk: renaming-column; strong_migrations: rename_column; atlas: BC102; django-migration-linter: RENAME_COLUMN; "
                    "pgfence: rename-column; spirit: rename_column",
     .check = checkColumnRename},
    {.id = "column-drop-breaks-code",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Old code that names the column fails at once, and many libraries name all columns they once saw. What the column held "
                                          "cannot be brought back by the way down."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Release code that no longer uses the column first, give it a default or allow NULL so that both versions can write, and "
                                          "drop it in a later migration that declares “-- whimbrel: phase contract”."),
     .bad = "ALTER TABLE t DROP COLUMN a",
     .good = "ALTER TABLE t ADD COLUMN replacement int",
     .equivalents = "squawk: ban-drop-column; strong_migrations: remove_column; atlas: DS103; django-migration-linter: DROP_COLUMN; "
                    "pgfence: drop-column",
     .check = checkColumnDrop},
    {.id = "required-column-breaks-writers",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql | Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "PostgreSQL refuses the column if the table holds a row; MySQL and MariaDB fill it with 0 or an empty text in silence. "
                                          "Either way every INSERT of code that does not know the column fails."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Give the column a constant default and keep it until the new code runs everywhere."),
     .bad = "ALTER TABLE t ADD COLUMN x int NOT NULL",
     .good = "ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 0",
     .equivalents = "squawk: adding-required-field; atlas: MF103; django-migration-linter: NOT_NULL; pgfence: add-column-not-null-no-default; "
                    "bytebase: COLUMN_ADD_NOT_NULL_REQUIRE_DEFAULT",
     .check = checkRequiredColumn},
    {.id = "not-valid-constraint-still-binds-writers",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Warning,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A NOT VALID constraint is enforced for every new and changed row at once."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Give the new column a default, or add the constraint after the code that fills it is everywhere."),
     .bad = "ALTER TABLE t ADD x int, ADD CONSTRAINT n CHECK (x IS NOT NULL) NOT VALID",
     .good = "ALTER TABLE t ADD x int DEFAULT 0, ADD CONSTRAINT n CHECK (x IS NOT NULL) NOT VALID",
     .equivalents = "",
     .check = checkNewColumnConstraint},
    {.id = "default-change-surprises",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A default is what code gets that does not name the column, and old code never names a new one."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Keep the default until every version of the code that runs gives the column a value."),
     .bad = "ALTER TABLE t ALTER COLUMN required_col DROP DEFAULT",
     .good = "ALTER TABLE t ALTER COLUMN optional_col SET DEFAULT 5",
     .equivalents = "strong_migrations: change_column_default",
     .check = checkDefaultChange},
    {.id = "drop-not-null-breaks-readers",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Warning,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Code that was written while the column could not be NULL often does not check for it."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Release code that copes with NULL first; a declared phase says that this was thought of."),
     .bad = "ALTER TABLE t ALTER COLUMN b DROP NOT NULL",
     .good = "ALTER TABLE t ADD COLUMN new_col int",
     .equivalents = "squawk: ban-drop-not-null; pgfence: drop-not-null",
     .check = checkDropNotNull},
    {.id = "cached-plan-result-change",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Info,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A prepared statement keeps the columns it was planned with, and PostgreSQL refuses it once when they change."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Name the columns instead of writing *, or have the connection pool prepare again after the error."),
     .bad = "ALTER TABLE t ADD COLUMN x int",
     .good = "CREATE TABLE n (id bigint PRIMARY KEY)",
     .equivalents = "",
     .check = checkCachedPlan,
     .byDefault = Rule::Default::Off},
};

} // namespace

RuleTable compatibilityColumnRules()
{
    return rules;
}

} // namespace Whimbrel
