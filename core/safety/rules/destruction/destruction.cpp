// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/rules/facts.h"

namespace Whimbrel {

namespace {

/// Reports each operation that `fires`, with the object's name put into `message`.
void reportEach(RuleContext &context, const char *message, bool (*fires)(const Operation &, const RuleContext &))
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (!fires(operation, context))
            return;
        const QString text = tr(message);
        QString name = operation.relation.isEmpty() ? operation.name : operation.relation.toString();
        if (name.isEmpty())
            name = operation.value; // roles
        context.report({.message = text.contains(u"%1") ? text.arg(name) : text, .operation = &operation});
    });
}

void checkTruncate(RuleContext &context)
{
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "All rows of “%1” are gone at once, for every session, even those that still read an older state."),
               [](const Operation &operation, const RuleContext &now) {
                   return operation.kind == Kind::Truncate && isInUse(now.before, operation.relation);
               });
}

void checkTruncateCascade(RuleContext &context)
{
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "CASCADE empties every table that references “%1” as well, and locks all of them."),
               [](const Operation &operation, const RuleContext &) {
                   return operation.kind == Kind::Truncate && operation.has(Operation::Flag::Cascade);
               });
}

void checkDropDatabase(RuleContext &context)
{
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "The database “%1” and everything in it is gone."),
               [](const Operation &operation, const RuleContext &) {
                   return operation.kind == Kind::DropObject && operation.objectType == ObjectType::Database;
               });
}

void checkDropSchema(RuleContext &context)
{
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "CASCADE drops everything that schema “%1” holds, and what elsewhere depends on it."),
               [](const Operation &operation, const RuleContext &) {
                   return operation.kind == Kind::DropObject && operation.objectType == ObjectType::Schema
                       && operation.has(Operation::Flag::Cascade);
               });
}

void checkDeleteEverything(RuleContext &context)
{
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "No WHERE keeps any row of “%1”: all of them are deleted."),
               [](const Operation &operation, const RuleContext &now) {
                   // What MySQL joins is chosen by the join.
                   const bool isJoined = isMySqlFamily(now.before.dialect()) && !operation.reads.isEmpty();
                   return operation.kind == Kind::Delete && (operation.expression.isEmpty() || operation.expression.isAlwaysTrue)
                       && !isJoined && isInUse(now.before, operation.relation);
               });
}

/// Where a table is dropped and made again; its rows were copied where a query read them in between.
void checkForceRecreate(RuleContext &context)
{
    QList<std::pair<const Operation *, int>> drops;
    QList<ObjectName> copied;
    QList<ObjectName> made; // by the script itself: nobody's rows are in them
    for (qsizetype i = 0; i < context.script.statements.size(); ++i) {
        visitOperations(context.script.statements.at(i).reading.operations, [&](const Operation &operation) {
            if (operation.kind == Kind::Insert || operation.kind == Kind::CreateTableAs)
                copied += operation.reads;
            if (operation.kind == Kind::DropObject && operation.objectType == ObjectType::Table
                && isInUse(context.before, operation.relation) && !made.contains(operation.relation)) {
                drops.append({&operation, int(i)});
            }
            if (operation.kind != Kind::CreateTable)
                return;
            if (!operation.has(Operation::Flag::IfNotExists))
                made.append(operation.relation);
            const auto dropped = std::ranges::find_if(drops, [&](const auto &drop) { return drop.first->relation == operation.relation; });
            if (dropped != drops.end() && !copied.contains(operation.relation)) {
                context.report({.message = tr("“%1” is dropped with all its rows, and an empty one takes its place.").arg(operation.relation.toString()),
                                .operation = dropped->first, .statement = dropped->second});
            }
        });
    }
}

void checkIrreversibleDrop(RuleContext &context)
{
    if (!context.input.counterpart || context.input.counterpart->exists)
        return;
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "“%1” loses data, and this migration has no way down."),
               [](const Operation &operation, const RuleContext &now) {
                   const bool table = operation.kind == Kind::DropObject && operation.objectType == ObjectType::Table;
                   return (table || operation.kind == Kind::DropColumn) && isInUse(now.before, operation.relation);
               });
}

void checkDropOwned(RuleContext &context)
{
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "Everything that “%1” owns in this database is dropped, whatever it is, and its privileges are revoked."),
               [](const Operation &operation, const RuleContext &) { return operation.kind == Kind::DropOwned; });
}

void checkRevokeOrDisable(RuleContext &context)
{
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "With all triggers of “%1” disabled its foreign keys are not checked either."),
               [](const Operation &operation, const RuleContext &now) {
                   return operation.kind == Kind::DisableTrigger && operation.has(Operation::Flag::All)
                       && isInUse(now.before, operation.relation);
               });
    reportEach(context, QT_TRANSLATE_NOOP("Whimbrel", "Code that runs now may lose its access to “%1”."),
               [](const Operation &operation, const RuleContext &now) {
                   return operation.kind == Kind::Revoke && operation.objectType == ObjectType::Table && !operation.relation.isEmpty()
                       && isInUse(now.before, operation.relation);
               });
}

constexpr Rule rules[] = {
    {.id = "truncate-existing",
     .category = Rule::Category::Destruction,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql | Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "TRUNCATE waits for everybody, lets nobody in meanwhile, and no way down brings the rows back."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Delete the rows in batches, or say why it is safe: -- whimbrel: ignore truncate-existing REASON."),
     .bad = "TRUNCATE TABLE t",
     .good = "DELETE FROM t WHERE id BETWEEN 1 AND 5000",
     .equivalents = "bytebase: STATEMENT_DISALLOW_TRUNCATE; pgfence: truncate",
     .check = checkTruncate},
    {.id = "truncate-cascade",
     .category = Rule::Category::Destruction,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The statement names one table and empties others that a later migration may have added."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Name every table that is to be emptied."),
     .bad = "TRUNCATE p CASCADE",
     .good = "DELETE FROM t WHERE id BETWEEN 1 AND 5000",
     .equivalents = "squawk: ban-truncate-cascade; pgfence: truncate-cascade",
     .check = checkTruncateCascade},
    {.id = "drop-database",
     .category = Rule::Category::Destruction,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql | Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A migration changes a database; dropping one is never a step of a release."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Take it out of the migration and do it by hand, after a backup."),
     .bad = "DROP DATABASE app",
     .good = "ALTER TABLE t ADD COLUMN x int",
     .equivalents = "squawk: ban-drop-database; pgfence: drop-database",
     .check = checkDropDatabase},
    {.id = "drop-schema",
     .category = Rule::Category::Destruction,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "What a schema holds on the day of the release is not what it held when the migration was written."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Drop what is in it by name, and the schema without CASCADE at the end."),
     .bad = "DROP SCHEMA app CASCADE",
     .good = "DROP SCHEMA empty_one",
     .equivalents = "atlas: DS101; pgfence: drop-schema",
     .check = checkDropSchema},
    {.id = "delete-everything",
     .category = Rule::Category::Destruction,
     .severity = Severity::Error,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Every row is locked until the end of the transaction, and no way down brings them back."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Delete by key ranges in batches, or say why all must go: -- whimbrel: ignore delete-everything REASON."),
     .bad = "DELETE FROM t WHERE true",
     .good = "DELETE FROM t WHERE id BETWEEN 1 AND 5000",
     .equivalents = "bytebase: STATEMENT_WHERE_REQUIRE_UPDATE_DELETE; pgfence: delete-without-where",
     .check = checkDeleteEverything},
    {.id = "force-recreate-table",
     .category = Rule::Category::Destruction,
     .severity = Severity::Error,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "What was meant for an empty database empties a full one."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "CREATE TABLE IF NOT EXISTS, or change the table that is there. To build one anew, copy its rows before it is dropped."),
     .bad = "DROP TABLE IF EXISTS t; CREATE TABLE t (id bigint PRIMARY KEY)",
     .good = "CREATE TABLE IF NOT EXISTS n (id bigint PRIMARY KEY)",
     .equivalents = "strong_migrations: create_table (force)",
     .check = checkForceRecreate,
     .perScript = true},
    {.id = "drop-not-reversible",
     .category = Rule::Category::Destruction,
     .severity = Severity::Info,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "After a drop the way back is a backup."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write a way down that makes the object again, and know which backup holds its data."),
     .bad = "-- migrate:up\nALTER TABLE t DROP COLUMN a;\n",
     .good = "-- migrate:up\nALTER TABLE t DROP COLUMN a;\n-- migrate:down\nALTER TABLE t ADD COLUMN a int;\n",
     .equivalents = "",
     .check = checkIrreversibleDrop},
    {.id = "drop-owned",
     .category = Rule::Category::Destruction,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The statement does not name what it drops."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "REASSIGN OWNED BY … TO … first, and drop by name what must go."),
     .bad = "DROP OWNED BY bob",
     .good = "REASSIGN OWNED BY bob TO alice",
     .equivalents = "",
     .check = checkDropOwned},
    {.id = "revoke-or-disable",
     .category = Rule::Category::Destruction,
     .severity = Severity::Warning,
     .dialects = Rule::PostgreSql | Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Privileges and triggers are what other code relies on without naming them."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Grant what replaces it first; disable single triggers by name and enable them in the same migration."),
     .bad = "ALTER TABLE c DISABLE TRIGGER ALL",
     .good = "ALTER TABLE c DISABLE TRIGGER audit",
     .equivalents = "",
     .check = checkRevokeOrDisable},
};

} // namespace

RuleTable destructionRules()
{
    return rules;
}

} // namespace Whimbrel
