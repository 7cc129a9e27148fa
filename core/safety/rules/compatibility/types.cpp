// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/rules/facts.h"
#include "safety/rules/typewidth.h"

namespace Whimbrel {

namespace {

void checkEnumValueRename(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind != Kind::RenameEnumValue)
            return;
        const CatalogType *type = context.before.type(operation.relation);
        if (type && context.before.isNew(type->made))
            return;
        context.report({.message = tr("Code that runs now writes “%1” into columns of type “%2” and is refused, and does not know “%3”.")
                                       .arg(operation.name, operation.relation.toString(), operation.newName),
                        .operation = &operation});
    });
}

void checkTypeNarrowing(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    visitOperations(context.operations(), [&](const Operation &operation) {
        const bool changes = operation.kind == Kind::AlterColumnType || operation.kind == Kind::ModifyColumn;
        if (!changes || operation.columns.isEmpty() || !isInUse(context.before, operation.relation, operation.name))
            return;
        const CatalogColumn *column = knownColumn(context.before, operation.relation, operation.name);
        const TypeName &type = operation.columns.first().type;
        if (!column || column->type.isEmpty() || typeWidth(column->type, type) != TypeWidth::Narrower)
            return;
        context.report({.message = tr("Values that code writes into “%1” of “%2” today may not fit %3 any more (it is %4 now).")
                                       .arg(operation.name, operation.relation.toString(), type.text, column->type.text),
                        .operation = &operation});
    });
}

constexpr Rule rules[] = {
    {.id = "enum-value-rename-breaks-code",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The value has its new name for everybody at once, whichever version of the code they run."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add a value with the new name, move the code, and change the rows in batches. The old value stays: PostgreSQL cannot "
                                          "drop one."),
     .bad = "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'",
     .good = "ALTER TYPE mood ADD VALUE 'fine' AFTER 'ok'",
     .equivalents = "strong_migrations: rename_enum_value",
     .check = checkEnumValueRename},
    {.id = "type-narrowing-breaks-code",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql | Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The change fails if a row does not fit, and from then on writes of old code do. Where MySQL or MariaDB is not strict, "
                                          "values are cut off in silence."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Bind new rows by a CHECK that is NOT VALID, correct the old ones, and narrow the type when no code writes such values."),
     .bad = "ALTER TABLE t ALTER COLUMN c TYPE varchar(10)",
     .good = "ALTER TABLE t ADD CONSTRAINT c_len CHECK (length(c) <= 10) NOT VALID",
     .equivalents = "bytebase: SCHEMA_BACKWARD_COMPATIBILITY",
     .check = checkTypeNarrowing},
};

} // namespace

RuleTable compatibilityTypeRules()
{
    return rules;
}

} // namespace Whimbrel
