// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/annotation.h"
#include "sql/lexer.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool selectsRows(const RuleContext &context)
{
    Lexer lexer(context.statement().statement.text, context.before.dialect());
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (token.isAnyWord({"WHERE"_L1, "LIMIT"_L1, "FETCH"_L1, "HAVING"_L1}))
            return true;
    }
    return false;
}

/// No column of the condition leads an index, so every row is read to find those that match. False unless all of the
/// table is known.
bool findsNoIndex(const RuleContext &context, const Operation &change)
{
    const CatalogRelation *table = context.before.relation(change.relation);
    const Expression &where = change.expression;
    if (!table || !table->isComplete || table->type != ObjectType::Table || where.isOpaque || where.columns.isEmpty())
        return false;
    const auto isNamed = [&](const QString &column) { return where.columns.contains(column, table->nameCase); };
    // SQLite needs no index for its own number of a row, which a key of the type INTEGER is another name of.
    const CatalogConstraint *key = table->primaryKey();
    const bool isByKey = key && isNamed(key->definition.columns.value(0));
    if (isByKey || (context.before.dialect() == Dialect::SQLite && isNamed(u"rowid"_s)))
        return false;
    return std::ranges::none_of(table->indexes, [&](const CatalogIndex &index) {
        const QList<IndexDefinition::Part> &parts = index.definition.parts;
        return !parts.isEmpty() && (parts.constFirst().column.isEmpty() || isNamed(parts.constFirst().column));
    });
}

/// The one column of a condition that is `column IS NULL` and no more; empty: it is another.
QString nullColumn(const Operation &change)
{
    static const QRegularExpression isNull(u"^\\s*\\S+\\s+IS\\s+NULL\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    const bool isOne = change.expression.columns.size() == 1 && isNull.match(change.expression.text).hasMatch();
    return isOne ? change.expression.columns.constFirst() : QString();
}

/// A column that this migration has added without a default is NULL in every row.
bool findsAllRows(const RuleContext &context, const Operation &change)
{
    const CatalogRelation *table = context.before.relation(change.relation);
    const CatalogColumn *column = table ? table->column(nullColumn(change)) : nullptr;
    return column && column->hasDefault == Answer::No && context.before.isNew(column->made);
}

bool isWhole(const Operation &change)
{
    return change.expression.isEmpty() || change.expression.isAlwaysTrue;
}

/// Rows are changed that have a match in another relation, or none, and nothing else chooses among them: no value that they or
/// their match have to have, no LIMIT. Without a WHERE it is MySQL's JOIN … ON that matches.
bool isChosenByMatch(const RuleContext &context, const Operation &change)
{
    if (change.reads.isEmpty())
        return false;
    const bool isMerge = change.kind == Kind::Merge;
    bool isCondition = false;
    bool hasCondition = false;
    int depth = 0;
    bool isSelected = false; // the 1 of EXISTS (SELECT 1 FROM …) is no value to be had
    Lexer lexer(context.statement().statement.text, context.before.dialect());
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (std::exchange(isSelected, token.isWord("SELECT"_L1)))
            continue;
        depth += token.isSymbol(u'(') ? 1 : token.isSymbol(u')') ? -1 : 0;
        if (token.isAnyWord({"LIMIT"_L1, "FETCH"_L1, "TABLESAMPLE"_L1}))
            return false;
        if (depth == 0 && token.isAnyWord({"WHERE"_L1, "ON"_L1}))
            isCondition = hasCondition = true;
        else if (depth == 0 && token.isAnyWord({"SET"_L1, "WHEN"_L1}))
            isCondition = false;
        else if (isCondition && (token.kind == TokenKind::String || token.kind == TokenKind::Number))
            return false;
    }
    return isMerge || hasCondition;
}

/// How a change of very many rows is told of.
struct Messages
{
    const char *all;
    const char *unindexed;
    const char *deletedByMatch;
    const char *changedByMatch;
    const char *perhapsAll;
};

constexpr Messages lockingRows{
    QT_TRANSLATE_NOOP("Whimbrel", "This changes every row of “%1” in one go: each stays locked until the last is done, and replicas follow late."),
    QT_TRANSLATE_NOOP("Whimbrel", "No index of “%1” serves this condition: all rows are read, and those that match stay locked until the last is done."),
    QT_TRANSLATE_NOOP("Whimbrel", "How many rows of “%1” this deletes in one go, %2 alone decides: each stays locked until the last is done, and "
                                  "replicas follow late."),
    QT_TRANSLATE_NOOP("Whimbrel", "How many rows of “%1” this changes in one go, %2 alone decides: each stays locked until the last is done, and "
                                  "replicas follow late."),
    QT_TRANSLATE_NOOP("Whimbrel", "Nothing is known of the rows of “%1”: if most have no “%2”, they are all changed in one go, and each stays "
                                  "locked until the last is done."),
};

/// SQLite has one lock for everybody who writes.
constexpr Messages lockingDatabase{
    QT_TRANSLATE_NOOP("Whimbrel", "This changes every row of “%1” in one go: nobody else can write to the database until the last is done."),
    QT_TRANSLATE_NOOP("Whimbrel", "No index of “%1” serves this condition: all rows are read, and nobody else can write to the database until the last is done."),
    QT_TRANSLATE_NOOP("Whimbrel", "How many rows of “%1” this deletes in one go, %2 alone decides: nobody else can write to the database until the last is done."),
    QT_TRANSLATE_NOOP("Whimbrel", "How many rows of “%1” this changes in one go, %2 alone decides: nobody else can write to the database until the last is done."),
    QT_TRANSLATE_NOOP("Whimbrel", "Nothing is known of the rows of “%1”: if most have no “%2”, they are all changed in one go, and nobody else can write to the "
                                  "database until the last is done."),
};

QString message(const RuleContext &context, const char *Messages::*of)
{
    return tr((context.before.dialect() == Dialect::SQLite ? lockingDatabase : lockingRows).*of);
}

void reportWhole(RuleContext &context, const Operation &change)
{
    context.report(message(context, &Messages::all).arg(change.relation.toString()), &change, severityOfWork(context, change.relation));
}

void reportMatch(RuleContext &context, const Operation &change)
{
    const bool isCalm = isSmall(context, change.relation)
        || std::ranges::all_of(change.reads, [&context](const ObjectName &source) { return isSmall(context, source); });
    QStringList sources;
    for (const ObjectName &source : change.reads)
        sources.append(shown(context, source));
    const QString text = message(context, change.kind == Kind::Delete ? &Messages::deletedByMatch : &Messages::changedByMatch);
    context.report(text.arg(shown(context, change.relation), listed(sources)), &change, isCalm ? Severity::Info : Severity::Warning);
}

void checkChange(RuleContext &context, const Operation &change)
{
    if (!isOthers(context, change.relation) || !change.limit.isEmpty())
        return;
    const QString table = shown(context, change.relation);
    const bool isMatch = isChosenByMatch(context, change);
    if ((isWhole(change) && !isMatch) || findsAllRows(context, change)) {
        if (change.kind == Kind::Update)
            reportWhole(context, change);
    } else if (findsNoIndex(context, change)) {
        const auto calm = severityOfWork(context, change.relation);
        context.report(message(context, &Messages::unindexed).arg(table),
                       &change, std::min(calm.value_or(Severity::Warning), Severity::Warning));
    } else if (isMatch) {
        reportMatch(context, change);
    } else if (const QString column = nullColumn(change); !column.isEmpty() && !isComplete(context, change.relation)) {
        context.report({.message = message(context, &Messages::perhapsAll).arg(table, column),
                        .operation = &change,
                        .severity = Severity::Warning,
                        .needsSchema = true});
    }
}

void checkCopy(RuleContext &context, const Operation &insert)
{
    const auto source = std::ranges::find_if(insert.reads, [&context](const ObjectName &name) { return isOthers(context, name); });
    if (insert.has(Flag::SingleRow) || source == insert.reads.cend() || selectsRows(context))
        return;
    // Copying into a table of one's own holds up nobody but who waits for the transaction.
    const bool isOwn = !isOthers(context, insert.relation);
    const bool isCalm = isOwn || isSmall(context, *source);
    context.report(tr("This copies every row of “%1” into “%2” in one go.").arg(source->toString(), insert.relation.toString()), &insert,
                   isCalm ? Severity::Info : Severity::Warning);
}

void checkBackfill(RuleContext &context)
{
    if (isAnnotated(context.statement().statement, "batch"_L1))
        return;
    forEach(context, {Kind::Update, Kind::Delete}, [&context](const Operation &change) { checkChange(context, change); });
    forEach(context, {Kind::Merge}, [&context](const Operation &merge) {
        if (isOthers(context, merge.relation) && isChosenByMatch(context, merge))
            reportMatch(context, merge);
    });
    forEach(context, {Kind::Insert}, [&context](const Operation &insert) { checkCopy(context, insert); });
}

bool changesManyRows(const RuleContext &context, const StatementAnalysis &statement)
{
    return std::ranges::any_of(statement.reading.operations, [&](const Operation &operation) {
        const bool isChange = operation.kind == Kind::Update || operation.kind == Kind::Delete ||
                              operation.kind == Kind::CopyFrom || operation.kind == Kind::Merge ||
                              (operation.kind == Kind::Insert && !operation.has(Flag::SingleRow));
        return isChange && isOthers(context, operation.relation);
    });
}

bool locksTables(const StatementAnalysis &statement)
{
    return std::ranges::any_of(statement.impact.relations, [](const Impact &impact) {
        return impact.type == ObjectType::Table && impact.blocksWrites() && !impact.isNew && !impact.invisible;
    });
}

/// Data first, then a strong lock: the rows stay locked while the lock is waited for. The other way round is
/// work-while-holding-lock.
void checkMixed(RuleContext &context)
{
    int data = -1;
    for (int i = 0; i < context.script.statements.size(); ++i) {
        const StatementAnalysis &statement = context.script.statements.at(i);
        if (!statement.inTransaction)
            data = -1;
        else if (changesManyRows(context, statement))
            data = data < 0 ? i : data;
        else if (data >= 0 && locksTables(statement)) {
            context.report({.message = tr("The rows that line %1 has changed stay locked while this waits for its lock "
                                          "and until the transaction ends.")
                                           .arg(context.script.statements.at(data).statement.start.line),
                            .statement = i});
            return;
        }
    }
}

} // namespace

RuleTable dataRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "unbatched-backfill",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "One statement over a whole table keeps each row locked until the last is done, writes all of it to "
                "the log at once, bloats the table, and is lost altogether if it fails near the end."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Go in batches of a few thousand rows along the primary key, each in a transaction of its own."),
            .bad = "UPDATE t SET a = 0",
            .good = "UPDATE t SET a = 0 WHERE id BETWEEN 1 AND 5000 AND a IS NULL",
            .equivalents = "pgfence: update-in-migration; eugene: E4; bytebase: STATEMENT_AFFECTED_ROW_LIMIT, "
                           "STATEMENT_WHERE_REQUIRE_UPDATE_DELETE",
            .check = checkBackfill,
        },
        {
            .id = "schema-and-data-in-one-transaction",
            .category = Execution,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Rows that a transaction has changed stay locked while it waits for a table, and "
                                     "the table stays locked until everything is done. With deferred constraints the "
                                     "change of the schema may fail (“pending trigger events”)."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Put changes of the schema and changes of data into migrations of their own."),
            .bad = "BEGIN; UPDATE t SET a = 0 WHERE id < 9; ALTER TABLE t ADD y2 int; COMMIT",
            .good = "ALTER TABLE t ADD y2 int; UPDATE t SET a = 0 WHERE id < 9",
            .equivalents = "eugene: E4; bytebase: STATEMENT_DISALLOW_MIX_IN_DDL, STATEMENT_DISALLOW_MIX_IN_DML",
            .check = checkMixed,
            .perScript = true,
        },
    };
    return rules;
}

} // namespace Whimbrel
