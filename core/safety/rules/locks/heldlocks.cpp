// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/facts.h"
#include "safety/rules/support.h"
#include "safety/scriptwalk.h"

#include <QSet>

namespace Whimbrel {

namespace {

/// A table in use that a transaction keeps from its writers.
bool isBlockedTable(const Impact &impact)
{
    return impact.type == ObjectType::Table && impact.blocksWrites() && !impact.isNew && !impact.invisible;
}

/// Locks of a partition tree come with the table that the statement names.
bool isNamedTable(const Impact &impact)
{
    return isBlockedTable(impact) && impact.role != Impact::Role::Partition && impact.role != Impact::Role::Child;
}

/// Rows that a condition names one by one cannot be many.
bool touchesFewRows(const Catalog &catalog, const Operation &operation)
{
    const CatalogRelation *table = catalog.relation(operation.relation);
    return std::ranges::any_of(operation.expression.comparisons, [&](const Expression::Comparison &comparison) {
        if (comparison.op != u"=")
            return false;
        return table ? catalog.isUnique(*table, {comparison.column}) == Answer::Yes : comparison.column == u"id";
    });
}

/// What it copies rows from is known, and little.
bool readsFewRows(const RuleContext &context, const Operation &operation)
{
    return !operation.reads.isEmpty() && std::ranges::all_of(operation.reads, [&context](const ObjectName &name) { return isSmall(context, name); });
}

/// Whether an operation takes its time: it reads or changes many rows.
bool isWork(const RuleContext &context, const StatementAnalysis &statement, const Operation &operation)
{
    switch (operation.kind) {
    case Kind::Insert:
        return !operation.has(Flag::SingleRow) && !operation.reads.isEmpty() && !readsFewRows(context, operation);
    case Kind::CopyFrom:
        return true;
    case Kind::Merge:
        return !readsFewRows(context, operation);
    case Kind::Update:
    case Kind::Delete:
        return isOthers(context, operation.relation) && !touchesFewRows(context.before, operation) && !isSmall(context, operation.relation);
    case Kind::Select:
        return operation.expression.functions.contains(u"pg_sleep");
    case Kind::DoBlock:
        return std::ranges::any_of(operation.body,
                                   [&](const Operation &inner) { return isWork(context, statement, inner); });
    default:
        return false;
    }
}

bool isWork(const RuleContext &context, const StatementAnalysis &statement)
{
    const bool readsRows = std::ranges::any_of(statement.impact.relations, [&](const Impact &impact) {
        const bool isUsed = !impact.isNew && !impact.invisible && !isSmall(context, impact.relation);
        return isUsed &&
               (impact.scan == Answer::Yes || impact.rewrite == Answer::Yes || impact.indexRebuild == Answer::Yes);
    });
    const bool isQuery =
        statement.reading.operations.size() == 1 && statement.reading.operations.constFirst().kind == Kind::Select;
    if (readsRows && !isQuery)
        return true;
    return std::ranges::any_of(statement.reading.operations,
                               [&](const Operation &operation) { return isWork(context, statement, operation); });
}

/// VALIDATE behind ADD … NOT VALID has a rule of its own.
bool isValidation(const StatementAnalysis &statement, const ObjectName &table)
{
    return std::ranges::all_of(statement.reading.operations, [&table](const Operation &operation) {
        return operation.kind == Kind::ValidateConstraint && operation.relation.name == table.name;
    });
}

bool isTableCreation(const StatementAnalysis &statement)
{
    return std::ranges::any_of(statement.reading.operations,
                               [](const Operation &operation) { return operation.kind == Kind::CreateTable; });
}

/// Calls `visit(statement, lock, since)` for the first work that is done while a lock of an earlier statement is held.
template<typename Visit>
void forEachLockHeldThroughWork(const RuleContext &context, const Visit &visit)
{
    QSet<int> said; // statements whose locks have been spoken of
    for (int i = 0; i < context.script.statements.size(); ++i) {
        const StatementAnalysis &statement = context.script.statements.at(i);
        if (statement.held.isEmpty() || ScriptWalk::isRows(statement.reading))
            continue;
        const bool isOpen =
            std::ranges::any_of(statement.heldSince, [&said](int since) { return !said.contains(since); });
        if (!isOpen || !isWork(context, statement))
            continue;
        for (qsizetype k = 0; k < statement.held.size(); ++k) {
            const int since = statement.heldSince.at(k);
            const Impact &lock = statement.held.at(k);
            if (!isNamedTable(lock) || said.contains(since) || isValidation(statement, lock.relation))
                continue;
            said.insert(since);
            visit(i, lock, since);
        }
    }
}

/// The first lock that a part of the statement takes on a table of others.
std::optional<Impact> lockOf(const RuleContext &context, const Operation &operation)
{
    for (const Impact &impact : impactOf(StatementReading{.operations = {operation}}, context.before).relations) {
        if (isNamedTable(impact) && impact.certain && isOthers(context, impact.relation))
            return impact;
    }
    return std::nullopt;
}

bool readsAllRows(const RuleContext &context, const Operation &operation)
{
    const StatementImpact impact = impactOf(StatementReading{.operations = {operation}}, context.before);
    return std::ranges::any_of(impact.relations, [&context](const Impact &part) {
        const bool isDone = part.scan == Answer::Yes || part.rewrite == Answer::Yes || part.indexRebuild == Answer::Yes;
        return isDone && isOthers(context, part.relation) && !isSmall(context, part.relation);
    });
}

/// A DO is one transaction, unless it commits: the same within it.
void checkWorkInBlock(RuleContext &context, int index, const QList<Operation> &body)
{
    std::optional<Impact> lock;
    for (const Operation &operation : body) {
        if (operation.kind == Kind::Commit || operation.kind == Kind::Rollback)
            lock.reset();
        const bool isWorking = isWork(context, context.script.statements.at(index), operation) || readsAllRows(context, operation);
        if (lock && isWorking && operation.kind != Kind::ValidateConstraint) {
            const QString message = lock->blocksReads()
                                        ? tr("While this runs, nobody can read or write “%1”, which an earlier part of the block has locked.")
                                        : tr("While this runs, nobody can write to “%1”, which an earlier part of the block has locked.");
            context.report({.message = message.arg(shown(context, lock->relation)), .operation = &operation, .statement = index});
            return;
        }
        if (!lock)
            lock = lockOf(context, operation);
    }
}

void checkWork(RuleContext &context)
{
    for (int i = 0; i < context.script.statements.size(); ++i) {
        for (const Operation &operation : context.script.statements.at(i).reading.operations) {
            if (operation.kind == Kind::DoBlock)
                checkWorkInBlock(context, i, operation.body);
        }
    }
    forEachLockHeldThroughWork(context, [&context](int index, const Impact &lock, int since) {
        const StatementAnalysis &origin = context.script.statements.at(since);
        if (isTableCreation(origin))
            return;
        const QString message = lock.blocksReads() ? tr("While this runs, nobody can read or write “%1”, which the "
                                                        "statement in line %2 has locked until the transaction ends.")
                                                   : tr("While this runs, nobody can write to “%1”, which the "
                                                        "statement in line %2 has locked until the transaction ends.");
        context.report({.message = message.arg(shown(context, lock.relation)).arg(origin.statement.start.line),
                        .statement = index});
    });
}

void checkCreation(RuleContext &context)
{
    forEachLockHeldThroughWork(context, [&context](int, const Impact &lock, int since) {
        const StatementAnalysis &origin = context.script.statements.at(since);
        if (!isTableCreation(origin))
            return;
        context.report({.message = tr("The foreign key of the new table lets nobody write to “%1” until the "
                                      "transaction ends, and more work follows in it.")
                                       .arg(shown(context, lock.relation)),
                        .statement = since});
    });
}

QStringList newlyBlocked(const RuleContext &context)
{
    const StatementAnalysis &statement = context.statement();
    QStringList names;
    for (const Impact &impact : statement.impact.relations) {
        const bool isHeld = std::ranges::any_of(statement.held, [&](const Impact &held) {
            const bool isSame = context.before.resolved(held.relation) == context.before.resolved(impact.relation);
            return isSame && held.blocksWrites();
        });
        if (isNamedTable(impact) && impact.certain && !isHeld)
            names.append(shown(context, impact.relation));
    }
    return names;
}

void checkSeveral(RuleContext &context)
{
    const StatementAnalysis &statement = context.statement();
    if (!statement.inTransaction || statement.held.isEmpty())
        return;
    const auto isSwap = [&context](const Operation &operation) { return takesPlace(context, operation, context.index); };
    if (std::ranges::all_of(context.operations(), isSwap))
        return; // has to be one transaction, and nobody asks for the newcomer yet
    QSet<int> origins;
    QString other;
    for (qsizetype i = 0; i < statement.held.size(); ++i) {
        if (isNamedTable(statement.held.at(i)) && statement.held.at(i).certain) {
            origins.insert(statement.heldSince.at(i));
            other = shown(context, statement.held.at(i).relation);
        }
    }
    // Two origins: it was said when the second came.
    if (origins.size() != 1)
        return;
    const QStringList added = newlyBlocked(context);
    if (added.isEmpty())
        return;
    context.report(tr("This transaction already keeps others from “%1” and now waits for %2: whoever needs both may "
                      "deadlock with it, and each stays locked as long as the other.")
                       .arg(other, listed(added)));
}

/// Several long pieces of work in one transaction, said where the second begins.
void checkLongTransaction(RuleContext &context)
{
    int first = -1;
    for (int i = 0; i < context.script.statements.size(); ++i) {
        const StatementAnalysis &statement = context.script.statements.at(i);
        if (!statement.inTransaction) {
            first = -1;
        } else if (!ScriptWalk::isRows(statement.reading) && isWork(context, statement)) {
            if (first >= 0) {
                context.report({.message = tr("Together with the statement in line %1 this makes a long transaction: until it ends, VACUUM "
                                              "removes nothing that has died since it began, in no table of the database.")
                                               .arg(context.script.statements.at(first).statement.start.line),
                                .statement = i});
                return;
            }
            first = i;
        }
    }
}

/// The table that a statement consists of work on, by ALTER TABLE alone; empty for anything else.
ObjectName alteredInFull(const StatementAnalysis &statement)
{
    static constexpr Kind mergeable[] = {Kind::AddColumn,     Kind::AlterColumnType, Kind::AddConstraint,
                                         Kind::SetExpression, Kind::SetAccessMethod, Kind::SetTablespace,
                                         Kind::SetLogged,     Kind::SetUnlogged};
    ObjectName table;
    for (const Operation &operation : statement.reading.operations) {
        if (std::ranges::find(mergeable, operation.kind) == std::ranges::end(mergeable))
            return {};
        if (!operation.constraints.isEmpty() && operation.constraints.constFirst().notValid)
            return {};
        table = operation.relation;
    }
    const Impact *impact = target(statement.impact);
    const bool isFull = impact && impact->blocksReads() && !impact->isNew && !impact->invisible &&
                        (impact->rewrite == Answer::Yes || impact->scan == Answer::Yes);
    return isFull ? table : ObjectName();
}

void checkSplit(RuleContext &context)
{
    if (context.index == 0)
        return;
    const ObjectName table = alteredInFull(context.statement());
    if (table.isEmpty() || alteredInFull(context.script.statements.at(context.index - 1)) != table)
        return;
    context.report(tr("“%1” is read or written from end to end twice, by this statement and by the one before; one "
                      "ALTER TABLE with both does it once.")
                       .arg(table.toString()),
                   nullptr, isSmall(context, table) ? std::optional(Severity::Info) : std::nullopt);
}

} // namespace

RuleTable heldLockRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "new-table-locks-referenced-table",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "A foreign key in CREATE TABLE reads nothing, but holds a SHARE ROW "
                                              "EXCLUSIVE lock on the table it references until the transaction ends."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Make it the last statement of its transaction, or give it a transaction of its own."),
            .bad = "BEGIN; CREATE TABLE a2 (id bigint PRIMARY KEY, u bigint UNIQUE REFERENCES users); UPDATE big SET x "
                   "= 1 WHERE id < 9000; COMMIT",
            .good = "CREATE TABLE a2 (id bigint PRIMARY KEY, u bigint UNIQUE REFERENCES users); UPDATE big SET x = 1 "
                    "WHERE id = 9",
            .equivalents = "",
            .check = checkCreation,
            .perScript = true,
        },
        {
            .id = "several-tables-locked-together",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "A transaction that waits for one table while it holds another stops both for as long as "
                            "the slower of them takes, and deadlocks with code that takes them the other way round."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Change one table a transaction."),
            .bad = "BEGIN; ALTER TABLE a ADD x int; ALTER TABLE b ADD x int; COMMIT",
            .good = "ALTER TABLE a ADD x int; ALTER TABLE b ADD x int",
            .equivalents = "online_migrations: multiple_foreign_keys; pgfence: wide-lock-window",
            .check = checkSeveral,
        },
        {
            .id = "work-while-holding-lock",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "A lock lasts until its transaction ends. What comes after the ALTER TABLE, "
                                     "however harmless by itself, keeps the table locked for as long as it takes."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Commit first: put the work into a migration of its own, in batches."),
            .bad = "BEGIN; ALTER TABLE t ADD x2 int; UPDATE t SET a = 1 WHERE id < 9000; COMMIT",
            .good = "ALTER TABLE t ADD x2 int; UPDATE t SET a = 1 WHERE id BETWEEN 1 AND 5000",
            .equivalents = "eugene: E4; django-migration-linter: CREATE_INDEX_EXCLUSIVE; pgfence: "
                           "statement-after-access-exclusive, wide-lock-window",
            .check = checkWork,
            .perScript = true,
        },
        {
            .id = "long-transaction-starves-vacuum",
            .category = Locks,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "Rows that were changed or deleted since a transaction began may still be seen by it, so they stay where "
                            "they are in every table, which grow and get slower as long as it lasts."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Give each long piece of work a transaction of its own, and go in batches."),
            .bad = "BEGIN; UPDATE t SET a = 0 WHERE id < 9000; UPDATE big SET x = 1 WHERE id < 9000; COMMIT",
            .good = "UPDATE t SET a = 0 WHERE id < 9000; UPDATE big SET x = 1 WHERE id < 9000",
            .equivalents = "",
            .check = checkLongTransaction,
            .perScript = true,
            .byDefault = Rule::Default::Off,
        },
        {
            .id = "split-alter-table",
            .category = Locks,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "Each statement that reads or writes the whole table is a pass of its own over it."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Join them into one ALTER TABLE, with commas."),
            .bad = "ALTER TABLE t ALTER a TYPE bigint; ALTER TABLE t ALTER b TYPE bigint",
            .good = "ALTER TABLE t ALTER a TYPE bigint, ALTER b TYPE bigint",
            .equivalents = "eugene: W12; spirit: multiple_alter_table; bytebase: STATEMENT_MERGE_ALTER_TABLE",
            .check = checkSplit,
        },
    };
    return rules;
}

} // namespace Whimbrel
