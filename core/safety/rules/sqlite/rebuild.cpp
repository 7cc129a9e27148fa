// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/phase.h"
#include "safety/fixes/scriptfix.h"
#include "safety/fixes/sqlitefixbuilder.h"
#include "safety/rules/sqlite/copiedrows.h"
#include "safety/rules/support.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isEqual(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Calls `visit(operation, statement)` for each operation of the script.
template<typename Visit>
void forEachInScript(const RuleContext &context, const Visit &visit)
{
    for (int i = 0; i < context.script.statements.size(); ++i) {
        for (const Operation &operation : context.script.statements.at(i).reading.operations)
            visit(operation, i);
    }
}

bool isTableOperation(const Operation &operation, Kind kind)
{
    return operation.kind == kind && operation.objectType == ObjectType::Table;
}

/// Who follows a table when it is renamed, in the schema in which it has its new name.
QStringList followers(const Catalog &catalog, const ObjectName &renamed)
{
    QStringList names;
    for (const Catalog::ForeignKey &key : catalog.foreignKeysTo(catalog.resolved(renamed))) {
        if (key.table->name != catalog.resolved(renamed) && !names.contains(key.table->name.name))
            names.append(key.table->name.name);
    }
    for (const CatalogRelation *view : catalog.viewsOn(catalog.resolved(renamed)))
        names.append(view->name.name);
    return names;
}

/// ALTER TABLE t RENAME TO old; CREATE TABLE t: what referenced t references old from then on.
void checkRenamedAway(RuleContext &context)
{
    const QString legacy = context.before.setting(u"legacy_alter_table"_s).toLower();
    if (legacy == "1"_L1 || legacy == "on"_L1 || legacy == "true"_L1 || legacy == "yes"_L1)
        return;
    for (const Operation &create : context.operations()) {
        if (create.kind != Kind::CreateTable || create.has(Flag::Temporary))
            continue;
        forEachInScript(context, [&](const Operation &rename, int statement) {
            if (statement >= context.index || !isTableOperation(rename, Kind::RenameObject) || !isEqual(rename.relation.name, create.relation.name))
                return;
            const ObjectName renamed{rename.relation.schema, rename.newName};
            const QStringList names = followers(context.before, renamed);
            const CatalogRelation *old = context.before.relation(renamed);
            const bool isOwn = old && context.before.isNew(old->made);
            if (isOwn || (names.isEmpty() && context.before.isComplete()))
                return;
            RuleContext::Report report;
            report.operation = &rename;
            report.statement = statement;
            if (names.isEmpty()) {
                report.message = tr("Foreign keys, views and triggers that name “%1” follow it and name “%2” from this moment on, not the "
                                    "new table.").arg(rename.relation.name, rename.newName);
                report.severity = Severity::Warning;
                report.needsSchema = true;
            } else {
                report.message = tr("What names “%2” in %1 follows it: from this moment on it names “%3”, not the new table.")
                                     .arg(listed(names), rename.relation.name, rename.newName);
            }
            context.report(report);
        });
    }
}

bool isSwitch(const Operation &operation, QLatin1StringView name)
{
    return operation.kind == Kind::SetSetting && operation.name == name;
}

/// Whether foreign keys are on at a statement; inside a transaction the pragma does nothing.
Answer enforcesForeignKeys(const RuleContext &context, int statement)
{
    Answer answer = Answer::Depends;
    forEachInScript(context, [&](const Operation &operation, int index) {
        if (index >= statement || !isSwitch(operation, "foreign_keys"_L1) || context.script.statements.at(index).inTransaction)
            return;
        const QString value = operation.value.toLower();
        answer = value == "1"_L1 || value == "on"_L1 || value == "true"_L1 || value == "yes"_L1 ? Answer::Yes : Answer::No;
    });
    return answer;
}

/// The tables whose rows reference this one.
QStringList referencing(const RuleContext &context, const ObjectName &table)
{
    QStringList names;
    for (const Catalog::ForeignKey &key : context.before.foreignKeysTo(context.before.resolved(table))) {
        if (!isEqual(key.table->name.name, table.name) && !names.contains(key.table->name.name))
            names.append(key.table->name.name);
    }
    return names;
}

void checkDroppedRows(RuleContext &context)
{
    forEachInScript(context, [&](const Operation &drop, int statement) {
        const bool isRebuild = isTableOperation(drop, Kind::DropObject) && context.before.relation(drop.relation)
            && isRebuilt(drop.relation, context.before, context.after);
        const QStringList names = isRebuild ? referencing(context, drop.relation) : QStringList();
        if (names.isEmpty()) // nearly always: what follows looks at the whole script
            return;
        const Answer enforces = enforcesForeignKeys(context, statement);
        if (enforces == Answer::No)
            return;
        RuleContext::Report report;
        report.operation = &drop;
        report.statement = statement;
        if (enforces == Answer::Yes) {
            report.message = tr("DROP TABLE deletes the rows of “%1” first, and what references them in %2 goes with them or stops the "
                                "migration.").arg(drop.relation.name, listed(names));
        } else {
            report.message = tr("If foreign keys are on, DROP TABLE deletes the rows of “%1” first, and what references them in %2 goes "
                                "with them or stops the migration.").arg(drop.relation.name, listed(names));
            report.severity = Severity::Warning;
        }
        report.fixes = withoutForeignKeys(context);
        context.report(report);
    });
}

bool isDroppedByName(const RuleContext &context, ObjectType type, const QString &name)
{
    bool isDropped = false;
    forEachInScript(context, [&](const Operation &operation, int) {
        if (operation.kind == Kind::DropObject && operation.objectType == type)
            isDropped = isDropped || isEqual(operation.name, name) || isEqual(operation.relation.name, name);
    });
    return isDropped;
}

/// An index for the same columns, or one that cannot be made any more.
bool isMadeAgain(const CatalogIndex &index, const CatalogRelation &anew)
{
    const QStringList columns = index.definition.keyColumns();
    const auto isGone = [&anew](const QString &name) { return !anew.column(name); };
    return std::ranges::any_of(columns, isGone) || std::ranges::any_of(anew.indexes, [&](const CatalogIndex &other) {
        return isEqual(other.definition.name, index.definition.name)
            || (other.definition.keyColumns() == columns && other.definition.unique == index.definition.unique);
    });
}

QStringList forgotten(const RuleContext &context, const CatalogRelation &old, const CatalogRelation &anew)
{
    QStringList names;
    for (const CatalogIndex &index : old.indexes) {
        const bool isOfKey = index.definition.name.startsWith("sqlite_autoindex_"_L1) || !index.constraint.isEmpty();
        if (!isOfKey && !isMadeAgain(index, anew) && !isDroppedByName(context, ObjectType::Index, index.definition.name))
            names.append(index.definition.name);
    }
    for (const QString &trigger : old.triggers) {
        if (!anew.triggers.contains(trigger, Qt::CaseInsensitive) && !isDroppedByName(context, ObjectType::Trigger, trigger))
            names.append(trigger);
    }
    return names;
}

/// The indexes and triggers of a table are dropped with it.
void checkForgotten(RuleContext &context)
{
    forEachInScript(context, [&](const Operation &drop, int statement) {
        if (!isTableOperation(drop, Kind::DropObject) || !isRebuilt(drop.relation, context.before, context.after))
            return;
        const CatalogRelation *old = context.before.relation(drop.relation);
        const CatalogRelation *anew = context.after.relation(drop.relation);
        const QStringList names = old && anew ? forgotten(context, *old, *anew) : QStringList();
        if (names.isEmpty())
            return;
        const auto again = SqliteFixBuilder(context.before, drop, QString()).textsOf(names);
        context.report({.message = tr("The old “%2” takes %1 along, and nothing here makes that again.").arg(listed(names), drop.relation.name),
                        .operation = &drop, .severity = Severity::Warning, .statement = statement,
                        .fixes = again ? withoutForeignKeys(context, *again) : QList<Fix>()});
    });
}

void checkRebuildAtTheEnd(RuleContext &context)
{
    checkDroppedRows(context);
    checkForgotten(context);
}

/// The rows that have no value where the new table asks for one.
void checkNulls(RuleContext &context)
{
    const StatementAnalysis &statement = context.statement();
    if (statement.reading.operations.size() != 1 || statement.reading.operations.constFirst().kind != Kind::Insert)
        return;
    const Operation &insert = statement.reading.operations.constFirst();
    const CatalogRelation *target = context.before.relation(insert.relation);
    const CatalogRelation *source = insert.reads.size() == 1 ? context.before.relation(insert.reads.constFirst()) : nullptr;
    if (!target || !source || !context.before.isNew(target->made) || !insert.value.isEmpty())
        return;
    for (const CopiedColumn &copied : copiedColumns(statement.statement.text, insert, *target, *source)) {
        if (copied.to->notNull != Answer::Yes || copied.from->notNull != Answer::No)
            continue;
        const CatalogConstraint *key = source->primaryKey();
        const bool isKey = key && key->definition.columns.contains(copied.from->name, Qt::CaseInsensitive);
        bool isFilled = false;
        forEachInScript(context, [&](const Operation &update, int) {
            isFilled = isFilled || (update.kind == Kind::Update && context.before.resolved(update.relation) == source->name
                                    && update.columnNames.contains(copied.from->name, Qt::CaseInsensitive));
        });
        if (!isKey && !isFilled) {
            context.report(tr("If a row of “%1” has no “%2”, this fails: “%3” of “%4” is NOT NULL.")
                               .arg(source->name.name, copied.from->name, copied.to->name, target->name.name),
                           &insert);
        }
    }
}

constexpr char loaded[] = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT); CREATE INDEX t_a ON t (a); "
                          "CREATE TABLE c (id INTEGER PRIMARY KEY, t_id INT REFERENCES t (id)); CREATE INDEX c_t ON c (t_id)";
constexpr Rule::Category category = Rule::Category::SQLite;

constexpr Rule rules[] = {
    {.id = "sqlite-rebuild-order", .category = category, .severity = Severity::Error, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Since SQLite 3.26 whatever names a table follows it when it is renamed. A table that is renamed out of the way takes "
                                          "the foreign keys, views and triggers of others along."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Make the new table under another name, copy the rows, drop the old one, and rename the new one."),
     .bad = "ALTER TABLE t RENAME TO t_old; CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT)",
     .good = "PRAGMA foreign_keys = OFF; CREATE TABLE t_new (id INTEGER PRIMARY KEY, a INT, b TEXT); "
             "INSERT INTO t_new (id, a, b) SELECT id, a, b FROM t WHERE id > 0; DROP TABLE t; ALTER TABLE t_new RENAME TO t; "
             "CREATE INDEX t_a ON t (a); PRAGMA foreign_keys = ON",
     .equivalents = "", .check = checkRenamedAway, .setup = loaded},
    {.id = "sqlite-rebuild-incomplete", .category = category, .severity = Severity::Error, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "With a table go its indexes and triggers, and while foreign keys are on its rows are deleted first, as DELETE would: "
                                          "rows that reference them are deleted, emptied or in the way."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Switch foreign keys off before BEGIN, make every index and trigger of the old table again, look at PRAGMA "
                                          "foreign_key_check, and switch foreign keys on again after COMMIT."),
     .bad = "CREATE TABLE t_new (id INTEGER PRIMARY KEY, a INT, b TEXT); INSERT INTO t_new (id, a, b) SELECT id, a, b FROM t WHERE id > 0; "
            "DROP TABLE t; ALTER TABLE t_new RENAME TO t",
     .good = "PRAGMA foreign_keys = OFF; CREATE TABLE t_new (id INTEGER PRIMARY KEY, a INT, b TEXT); "
             "INSERT INTO t_new (id, a, b) SELECT id, a, b FROM t WHERE id > 0; DROP TABLE t; ALTER TABLE t_new RENAME TO t; "
             "CREATE INDEX t_a ON t (a); PRAGMA foreign_keys = ON",
     .equivalents = "", .check = checkRebuildAtTheEnd, .perScript = true, .setup = loaded},
    {.id = "sqlite-nullable-to-not-null", .category = category, .severity = Severity::Warning, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The old table let rows be without a value; the new one refuses the first of them, and with it the whole copy."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Say what such rows get: coalesce(column, value)."),
     .bad = "CREATE TABLE t_new (id INTEGER PRIMARY KEY, a INT NOT NULL, b TEXT); INSERT INTO t_new (id, a, b) SELECT id, a, b FROM t",
     .good = "CREATE TABLE t_new (id INTEGER PRIMARY KEY, a INT NOT NULL, b TEXT); "
             "INSERT INTO t_new (id, a, b) SELECT id, coalesce(a, 0), b FROM t",
     .equivalents = "atlas: LT101", .check = checkNulls, .setup = loaded},
};

} // namespace

RuleTable sqliteRebuildRules()
{
    return rules;
}

} // namespace Whimbrel
