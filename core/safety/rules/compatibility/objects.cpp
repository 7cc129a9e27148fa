// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/phase.h"
#include "safety/rules/facts.h"

namespace Whimbrel {

namespace {

bool isTableOrView(ObjectType type)
{
    return type == ObjectType::Table || type == ObjectType::ForeignTable || type == ObjectType::View
        || type == ObjectType::MaterializedView;
}

/// A name that was there is there again, as something that this script has made: a view, or the table built anew.
bool isReplaced(const RuleContext &context, const ObjectName &name)
{
    const CatalogRelation *now = context.after.relation(name);
    return now && (context.after.isNew(now->made) || now->type == ObjectType::View || now->type == ObjectType::MaterializedView);
}

void forEachOperation(RuleContext &context, const std::function<void(const Operation &, int)> &visit)
{
    for (qsizetype i = 0; i < context.script.statements.size(); ++i)
        visitOperations(context.script.statements.at(i).reading.operations, [&](const Operation &operation) { visit(operation, int(i)); });
}

/// Under its old name something answers again at the end of the script: a view, or the table built anew.
bool answersAtTheEnd(const RuleContext &context, const ObjectName &name)
{
    return context.after.relation(name) != nullptr;
}

/// SQLite does not tell cases apart.
bool isSame(const RuleContext &context, const ObjectName &a, const ObjectName &b)
{
    const auto sensitivity = context.before.dialect() == Dialect::SQLite ? Qt::CaseInsensitive : Qt::CaseSensitive;
    return a.name.compare(b.name, sensitivity) == 0 && a.schema.compare(b.schema, sensitivity) == 0;
}

bool makes(const RuleContext &context, const Operation &operation, const ObjectName &name)
{
    switch (operation.kind) {
    case Kind::CreateTable:
    case Kind::CreateTableAs:
    case Kind::CreateView:
    case Kind::CreateMaterializedView:
    case Kind::CreateSequence:
        // IF NOT EXISTS may have found what was there.
        return isSame(context, operation.relation, name) && !operation.has(Flag::IfNotExists);
    default:
        return false;
    }
}

ObjectName renamedTo(const Operation &operation)
{
    const QString &schema = operation.other.schema.isEmpty() ? operation.relation.schema : operation.other.schema;
    return {schema, operation.newName};
}

/// What `name`, as it is called at a statement, was called when the script began; empty where the script has made it.
ObjectName nameAtTheBeginning(const RuleContext &context, ObjectName name, int statement)
{
    for (int i = statement - 1; i >= 0 && !name.isEmpty(); --i) {
        const QList<Operation> &operations = context.script.statements.at(i).reading.operations;
        for (auto operation = operations.crbegin(); operation != operations.crend() && !name.isEmpty(); ++operation) {
            if (makes(context, *operation, name))
                name = {};
            else if (operation->kind == Kind::RenameObject && isTableOrView(operation->objectType) && isSame(context, renamedTo(*operation), name))
                name = operation->relation;
        }
    }
    return name;
}

void checkTableRename(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    forEachOperation(context, [&](const Operation &operation, int statement) {
        const bool renames = operation.kind == Kind::RenameObject || operation.kind == Kind::SetSchema;
        if (!renames || !isTableOrView(operation.objectType) || answersAtTheEnd(context, operation.relation))
            return;
        const ObjectName target = operation.kind == Kind::SetSchema ? ObjectName{operation.other.name, operation.relation.name}
                                                                    : ObjectName{operation.relation.schema, operation.newName};
        // Made here, or on from a name that it has got here: the first rename has been spoken of.
        const bool isOwnName = nameAtTheBeginning(context, operation.relation, statement) != operation.relation;
        const bool madeHere = isOwnName || (!context.before.relation(operation.relation) && context.before.isComplete());
        const CatalogRelation *now = context.after.relation(target);
        if (madeHere || (now && context.after.isNew(now->made)) || takesPlace(context, operation, statement))
            return;
        context.report({.message = tr("Code that runs now asks for “%1”, which is “%2” from this moment on.")
                                       .arg(operation.relation.toString(), target.toString()),
                        .operation = &operation, .statement = statement});
    });
}

void checkSchemaOrTypeRename(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    visitOperations(context.operations(), [&](const Operation &operation) {
        const bool breaking = operation.objectType == ObjectType::Schema || operation.objectType == ObjectType::Type
            || operation.objectType == ObjectType::Domain || operation.objectType == ObjectType::Function
            || operation.objectType == ObjectType::Sequence;
        if (operation.kind != Kind::RenameObject || !breaking)
            return;
        context.report({.message = tr("Everything that runs now and names “%1” fails: it is “%2” from this moment on.")
                                       .arg(operation.relation.toString(), operation.newName),
                        .operation = &operation});
    });
}

bool dropBreaks(ObjectType type)
{
    return isTableOrView(type) || type == ObjectType::Type || type == ObjectType::Domain || type == ObjectType::Sequence;
}

void checkTableDrop(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    forEachOperation(context, [&](const Operation &operation, int statement) {
        if (operation.kind != Kind::DropObject || !dropBreaks(operation.objectType) || operation.has(Flag::Temporary))
            return;
        ObjectName name = operation.relation;
        if (isTableOrView(operation.objectType)) {
            name = nameAtTheBeginning(context, operation.relation, statement);
            if (name.isEmpty() || isReplaced(context, name) || isReplaced(context, operation.relation))
                return;
        } else if (context.after.type(operation.relation)) {
            return;
        }
        context.report({.message = tr("Code that runs now may still use “%1”, and what it held is gone.").arg(name.toString()),
                        .operation = &operation, .statement = statement});
    });
}

void checkViewRedefinition(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind != Kind::CreateView || !operation.has(Operation::Flag::OrReplace) || operation.columnNames.isEmpty())
            return;
        const CatalogRelation *view = context.before.relation(operation.relation);
        if (!view || view->columns.isEmpty() || operation.columnNames.contains(QString()))
            return;
        for (qsizetype i = 0; i < view->columns.size(); ++i) {
            const QString &column = view->columns.at(i).name;
            if (operation.columnNames.value(i) == column)
                continue;
            context.report({.message = tr("The view “%1” has column “%2” in place %3; CREATE OR REPLACE VIEW may only add columns at the end "
                                          "and is refused.").arg(operation.relation.toString(), column).arg(i + 1),
                            .operation = &operation});
            return;
        }
    });
}

/// A helper that the script makes for itself and drops in the end.
bool isOwnFunction(RuleContext &context, const ObjectName &name)
{
    bool isMade = false;
    forEachOperation(context, [&](const Operation &operation, int) {
        isMade = isMade || (operation.kind == Kind::CreateFunction && operation.relation == name);
    });
    return isMade && !context.before.function(name);
}

void checkFunctionDrop(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    forEachOperation(context, [&](const Operation &operation, int statement) {
        const CatalogFunction *known = context.before.function(operation.relation);
        const bool trigger = known && known->returnsTrigger; // only its triggers call it, and they must be gone before
        if (operation.kind != Kind::DropObject || operation.objectType != ObjectType::Function || trigger
            || context.after.function(operation.relation) || isOwnFunction(context, operation.relation)) {
            return;
        }
        context.report({.message = tr("Code that runs now may still call “%1”.").arg(operation.relation.toString()),
                        .operation = &operation, .statement = statement});
    });
}

void checkPrivileges(RuleContext &context)
{
    forEachOperation(context, [&](const Operation &operation, int statement) {
        const bool makes = operation.kind == Kind::CreateTable || operation.kind == Kind::CreateTableAs || operation.kind == Kind::CreateView;
        if (!makes || operation.has(Operation::Flag::Temporary))
            return;
        bool granted = false;
        forEachOperation(context, [&](const Operation &other, int) {
            granted = granted || (other.kind == Kind::Grant && (other.relation == operation.relation || other.has(Operation::Flag::All)));
        });
        if (!granted) {
            context.report({.message = tr("Nobody but its owner may use “%1”: no GRANT follows.").arg(operation.relation.toString()),
                            .operation = &operation, .statement = statement});
        }
    });
}

constexpr Rule rules[] = {
    {.id = "table-rename-breaks-code",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The rename is instant, but code that was not deployed anew fails on every statement that names the table."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Rename it and create a view under the old name in the same transaction; drop the view in a later release."),
     .bad = "ALTER TABLE t RENAME TO t2",
     .good = "BEGIN; ALTER TABLE t RENAME TO t2; CREATE VIEW t AS SELECT * FROM t2; COMMIT",
     .equivalents = "squawk: renaming-table; strong_migrations: rename_table; atlas: BC101; django-migration-linter: RENAME_TABLE; "
                    "pgfence: rename-table",
     .check = checkTableRename,
     .perScript = true},
    {.id = "schema-or-type-rename-breaks-code",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "No table is locked, and yet every statement that names the schema, type, function or sequence fails."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Make a second one under the new name, move the code, and drop the old one in a later release."),
     .bad = "ALTER SCHEMA app RENAME TO app2",
     .good = "CREATE SCHEMA app2",
     .equivalents = "strong_migrations: rename_schema; pgfence: rename-schema",
     .check = checkSchemaOrTypeRename},
    {.id = "table-drop-breaks-code",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Code that still uses it fails at once, and no way down brings the rows back."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Release code that no longer uses it, rename it out of the way for a while, and drop it in a migration that declares "
                                          "“-- whimbrel: phase contract”."),
     .bad = "DROP TABLE t",
     .good = "CREATE TABLE IF NOT EXISTS n (id bigint PRIMARY KEY)",
     .equivalents = "squawk: ban-drop-table; atlas: DS102; django-migration-linter: DROP_TABLE; pgfence: drop-table; "
                    "bytebase: TABLE_DROP_NAMING_CONVENTION",
     .check = checkTableDrop,
     .perScript = true},
    {.id = "view-redefinition-breaks",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Warning,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "PostgreSQL keeps the columns of a view where they are, because other views and code may rely on them."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Keep the columns in their order and add new ones at the end, or drop the view and create it again with its privileges."),
     .bad = "CREATE OR REPLACE VIEW v AS SELECT id FROM t",
     .good = "CREATE OR REPLACE VIEW v AS SELECT id, a, b FROM t",
     .equivalents = "bytebase: SCHEMA_BACKWARD_COMPATIBILITY",
     .check = checkViewRedefinition},
    {.id = "function-drop-breaks-callers",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Warning,
     .dialects = Rule::PostgreSql | Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Code, triggers and other functions that call it fail when they do, not when it is dropped."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Change it by CREATE OR REPLACE FUNCTION with the same arguments, or drop it after the code that calls it is gone."),
     .bad = "DROP FUNCTION f(int)",
     .good = "CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'select $1'",
     .equivalents = "",
     .check = checkFunctionDrop,
     .perScript = true},
    {.id = "privileges-follow",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Info,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The role that migrates owns what it makes; the role of the application gets nothing by itself."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "GRANT in the same migration, or set default privileges once."),
     .bad = "CREATE TABLE n (id bigint PRIMARY KEY)",
     .good = "CREATE TABLE n (id bigint PRIMARY KEY); GRANT SELECT ON n TO app",
     .equivalents = "",
     .check = checkPrivileges,
     .perScript = true,
     .byDefault = Rule::Default::Off},
};

} // namespace

RuleTable compatibilityObjectRules()
{
    return rules;
}

} // namespace Whimbrel
