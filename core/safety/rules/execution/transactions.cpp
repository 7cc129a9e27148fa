// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include <QSet>

namespace Whimbrel {

namespace {

const Operation *transactionWord(const StatementAnalysis &statement)
{
    const auto found = std::ranges::find_if(statement.reading.operations, [](const Operation &operation) {
        return operation.kind == Kind::Begin || operation.kind == Kind::Commit || operation.kind == Kind::Rollback;
    });
    return found == statement.reading.operations.cend() ? nullptr : &*found;
}

void checkLeftOpen(RuleContext &context)
{
    // A transaction that the tool makes is the tool's to end.
    if (context.input.transaction == ScriptTransaction::Wrapped)
        return;
    int open = -1;
    int last = -1;
    bool isUndone = false;
    for (int i = 0; i < context.script.statements.size(); ++i) {
        const Operation *word = transactionWord(context.script.statements.at(i));
        last = i;
        if (!word) {
            isUndone = false;
            continue;
        }
        const bool continues = word->kind == Kind::Begin || word->has(Flag::Chain);
        isUndone = word->kind == Kind::Rollback && open >= 0;
        if (!continues)
            open = -1;
        else if (open < 0 || word->has(Flag::Chain))
            open = i;
    }
    if (open >= 0) {
        context.report({.message = tr("The transaction that begins here is never committed: when the session ends, "
                                      "everything in it is undone."),
                        .statement = open});
    } else if (isUndone) {
        context.report(
            {.message = tr("The file ends with ROLLBACK: everything in the transaction before it is undone."),
             .severity = Severity::Warning,
             .statement = last});
    }
}

/// Whether a BEGIN of the script itself is open before the statement.
bool isBegunHere(const RuleContext &context)
{
    for (int i = context.index - 1; i >= 0; --i) {
        if (const Operation *word = transactionWord(context.script.statements.at(i)))
            return word->kind == Kind::Begin || word->has(Flag::Chain);
    }
    return false;
}

void checkControl(RuleContext &context)
{
    if (context.statement().statement.kind != StatementKind::TransactionControl)
        return;
    const Operation *word = transactionWord(context.statement());
    if (!word)
        return;
    if (context.input.transaction == ScriptTransaction::Wrapped) {
        switch (word->kind) {
        case Kind::Begin:
            context.report(tr("This migration is run in a transaction already: a second BEGIN begins nothing, and the "
                              "COMMIT that belongs to it ends the outer one."));
            break;
        case Kind::Commit:
            context.report(tr("This ends the transaction that the migration is run in: what follows, and the history's "
                              "own row, is no longer undone with it if something fails."));
            break;
        default:
            context.report(tr("This undoes the transaction that the migration is run in, and the migration may still "
                              "be recorded as applied."));
            break;
        }
    } else if (word->kind == Kind::Commit && context.input.transaction == ScriptTransaction::Autocommit &&
               !isBegunHere(context)) {
        context.report(
            tr("There is no transaction here for COMMIT to end: each statement of this file is one by itself."),
            nullptr, Severity::Warning);
    }
}

/// Functions and procedures that the script makes for itself and drops again: nobody minds if one is left.
QSet<QString> helpers(const ScriptAnalysis &script)
{
    QSet<QString> made;
    QSet<QString> dropped;
    for (const StatementAnalysis &statement : script.statements) {
        for (const Operation &operation : statement.reading.operations) {
            if (operation.objectType == ObjectType::Function && operation.kind == Kind::CreateFunction)
                made.insert(operation.relation.name);
            else if (operation.objectType == ObjectType::Function && operation.kind == Kind::DropObject)
                dropped.insert(operation.relation.name);
        }
    }
    return made.intersect(dropped);
}

bool isSchemaChange(const StatementAnalysis &statement, const QSet<QString> &helpers)
{
    return std::ranges::any_of(statement.reading.operations, [&helpers](const Operation &operation) {
        const bool isChange = operation.kind == Kind::Truncate ||
                              (operation.kind >= Kind::CreateTable && operation.kind <= Kind::AlterExtension);
        const bool isHelper = operation.objectType == ObjectType::Function && helpers.contains(operation.relation.name);
        return isChange && !isHelper && !operation.has(Flag::Temporary);
    });
}

/// Other databases undo changes of the schema with their transaction; MySQL and MariaDB commit before and after each.
void checkImplicitCommit(RuleContext &context)
{
    const auto &statements = context.script.statements;
    const QSet<QString> own = helpers(context.script);
    QList<int> changes;
    bool hasData = false;
    for (int i = 0; i < statements.size(); ++i) {
        if (isSchemaChange(statements.at(i), own)) {
            changes.append(i);
        } else {
            hasData =
                hasData || std::ranges::any_of(statements.at(i).reading.operations, [](const Operation &operation) {
                    return operation.kind >= Kind::Insert && operation.kind <= Kind::CopyFrom;
                });
        }
    }
    if (changes.size() > 1) {
        context.report({.message = tr("%n statement(s) of this migration change the schema, and each commits at once: "
                                      "if a later one fails, the earlier ones stay.",
                                      nullptr, int(changes.size())),
                        .statement = changes.at(1)});
    } else if (changes.size() == 1 && hasData) {
        context.report({.message = tr("This statement commits whatever data was changed before it, and cannot be "
                                      "undone itself: if something later fails, they stay."),
                        .statement = changes.constFirst()});
    }
}

/// The name that a second run would find taken, or gone; empty where a second run does no harm.
QString unrepeatable(const RuleContext &context, const Operation &operation)
{
    const bool isMySql = context.before.dialect() == Dialect::MySql;
    const bool isForgiving =
        operation.has(Flag::IfExists) || operation.has(Flag::IfNotExists) || operation.has(Flag::OrReplace);
    switch (operation.kind) {
    case Kind::CreateTable:
    case Kind::CreateTableAs:
    case Kind::CreateSequence:
    case Kind::CreateSchema:
    case Kind::CreateMaterializedView:
        return isForgiving ? QString() : operation.relation.toString();
    case Kind::CreateIndex: // IF NOT EXISTS would keep an invalid index that was built concurrently
        return isForgiving || isMySql || operation.has(Flag::Concurrently) ? QString() : operation.name;
    case Kind::AddColumn:
    case Kind::DropColumn:
        return isForgiving || isMySql || context.before.dialect() == Dialect::SQLite ? QString() : operation.name;
    case Kind::DropObject: {
        const bool canForgive =
            !isMySql || operation.objectType == ObjectType::Table || operation.objectType == ObjectType::View;
        return isForgiving || !canForgive ? QString() : operation.relation.toString();
    }
    default:
        return {};
    }
}

/// Once is enough for a file: the same goes for all of its statements.
void checkRerun(RuleContext &context)
{
    const bool isLast = context.index + 1 == context.input.statements.size();
    if (isLast || context.statement().inTransaction)
        return;
    const bool isUndoable = context.input.transaction != ScriptTransaction::Autocommit &&
                            context.impact().transaction != TransactionRule::Forbidden &&
                            context.impact().transaction != TransactionRule::Commits;
    if (isUndoable)
        return;
    for (const Operation &operation : context.operations()) {
        const QString name = unrepeatable(context, operation);
        if (name.isEmpty() || isReportedBefore(context))
            continue;
        context.report(tr("If a later statement fails, this migration has to be run again, and stops here: what this "
                          "does to “%1” is done already.")
                           .arg(name),
                       &operation);
        return;
    }
}

} // namespace

RuleTable transactionRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "transaction-left-open",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "A transaction that nobody commits is undone when the session ends; the migration may be "
                            "recorded as applied all the same, and its locks last as long as the session."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "End the file with COMMIT."),
            .bad = "BEGIN; ALTER TABLE t ADD x2 int",
            .good = "BEGIN; ALTER TABLE t ADD x2 int; COMMIT",
            .equivalents = "squawk: ban-uncommitted-transaction; pgfence: unclosed-transaction",
            .check = checkLeftOpen,
            .perScript = true,
        },
        {
            .id = "transaction-control-inside-managed",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "The tool that runs the migration begins and ends its transaction. A BEGIN or COMMIT of the file's own "
                "splits it: half of the migration may stay, without a row in the history or with one too many."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Take it out. Where the parts need transactions of their own, make them migrations of their own."),
            .bad = "COMMIT; ALTER TABLE t ADD x2 int",
            .good = "ALTER TABLE t ADD x2 int",
            .equivalents = "squawk: transaction-nesting; atlas: TX101; bytebase: STATEMENT_DISALLOW_COMMIT",
            .check = checkControl,
        },
        {
            .id = "ddl-commits-implicitly",
            .category = Execution,
            .severity = Severity::Warning,
            .dialects = Rule::MySqlFamily,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "MySQL and MariaDB commit before and after every change of the schema, so a migration of "
                            "several statements that fails in the middle stays half done, and nothing undoes it."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "One change of the schema a migration, and changes of data in migrations of their own."),
            .bad = "ALTER TABLE t ADD y1 INT; ALTER TABLE t ADD y2 INT",
            .good = "ALTER TABLE t ADD y1 INT, ADD y2 INT",
            .equivalents = "",
            .check = checkImplicitCommit,
            .perScript = true,
        },
        {
            .id = "rerun-not-possible",
            .category = Execution,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql | Rule::MySqlFamily,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "Outside a transaction a failure leaves the statements before it done. "
                                              "To run the migration again, each of them has to bear a second time."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Give the statement a migration of its own, or IF EXISTS or IF NOT EXISTS. Not "
                                     "for an index that is built concurrently: there it would keep an invalid one."),
            .bad = "CREATE TABLE n1 (id bigint PRIMARY KEY); CREATE TABLE IF NOT EXISTS n2 (id bigint PRIMARY KEY)",
            .good = "CREATE TABLE IF NOT EXISTS n1 (id bigint PRIMARY KEY); CREATE TABLE IF NOT EXISTS n2 (id bigint "
                    "PRIMARY KEY)",
            .equivalents = "squawk: prefer-robust-stmts; pgfence: prefer-robust",
            .check = checkRerun,
        },
    };
    return rules;
}

} // namespace Whimbrel
