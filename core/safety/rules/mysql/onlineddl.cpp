// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/annotation.h"
#include "safety/rules/mysql/causes.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The only one of several actions that costs as much as the whole; nullptr: the statement has but one, or several cost as much.
const Operation *guiltyAction(const RuleContext &context)
{
    const QList<Operation> &actions = context.operations();
    if (actions.size() < 2)
        return nullptr;
    const auto isGuilty = [&](const Operation &action) {
        return costOf(plainImpact(context, {action})) >= costOf(context.impact()) && causeOf(context, action).isEmpty();
    };
    const auto found = std::ranges::find_if(actions, isGuilty);
    return found != actions.end() && std::none_of(found + 1, actions.end(), isGuilty) ? &*found : nullptr;
}

void checkCopy(RuleContext &context)
{
    if (context.impact().algorithm == "COPY"_L1 && workedTable(context) && !isExplained(context))
        reportCost(context, guiltyAction(context), QString());
}

void checkRebuild(RuleContext &context)
{
    const Impact *table = workedTable(context);
    const bool rebuilds = table && context.impact().algorithm == "INPLACE"_L1 && table->rewrite != Answer::No;
    if (rebuilds && !table->blocksWrites() && !isExplained(context))
        reportCost(context, nullptr, QString());
}

void checkSharedLock(RuleContext &context)
{
    const Impact *table = workedTable(context);
    if (!table || context.impact().algorithm == "COPY"_L1 || table->reach != LockReach::Writes)
        return;
    RuleContext::Report report;
    report.message = tr("Nobody can write to “%1” until this is done.").arg(shown(context, table->relation));
    report.severity = isAnnotated(context.statement().statement, "online-copy"_L1) ? Severity::Info : severityOfWork(context, table->relation);
    context.report(report);
}

void checkPinned(RuleContext &context)
{
    const Impact *table = workedTable(context);
    const Operation &first = context.operations().constFirst();
    if (table && first.algorithm.isEmpty() && first.lock.isEmpty())
        context.report(tr("The server chooses how to change “%1”, and copies the table where nothing else serves.").arg(shown(context, table->relation)));
}

/// What the new definition of MODIFY or CHANGE leaves out that the column has.
QStringList lostAttributes(const CatalogRelation &table, const CatalogColumn &before, const ColumnDefinition &after)
{
    QStringList lost;
    if (before.notNull == Answer::Yes && !after.notNull && !after.explicitNull)
        lost.append(u"NOT NULL"_s);
    if (before.definition->hasDefault && !before.definition->defaultValue.isNull && !after.hasDefault)
        lost.append(u"DEFAULT"_s);
    if (before.isIdentity == Answer::Yes && !after.identity)
        lost.append(u"AUTO_INCREMENT"_s);
    const QString characterSet = before.definition->type.characterSet;
    const bool isSaid = !after.type.characterSet.isEmpty() || !after.type.collation.isEmpty() || before.type.name != after.type.name;
    if (!characterSet.isEmpty() && characterSet != table.characterSet && !isSaid)
        lost.append(u"CHARACTER SET"_s);
    if (!before.definition->comment.isEmpty() && after.comment.isEmpty())
        lost.append(u"COMMENT"_s);
    if (before.definition->onUpdateNow && !after.onUpdateNow)
        lost.append(u"ON UPDATE"_s);
    return lost;
}

void checkLostAttributes(RuleContext &context)
{
    if (context.input.direction == Direction::Down)
        return; // what the way up has given is to go; down-does-not-undo compares
    forEach(context, {Kind::ModifyColumn}, [&context](const Operation &operation) {
        const CatalogRelation *table = context.before.relation(operation.relation);
        const CatalogColumn *column = table ? table->column(operation.name) : nullptr;
        if (!column)
            return;
        QStringList lost = lostAttributes(*table, *column, operation.columns.constFirst());
        const CatalogConstraint *key = table->primaryKey();
        if (key && key->definition.columns.contains(operation.name))
            lost.removeOne(u"NOT NULL"_s); // the key keeps it
        if (!lost.isEmpty())
            context.report(tr("“%1” loses %2: the new definition leaves it out.").arg(operation.name, listed(lost)), &operation);
    });
}

void checkInlineReferences(RuleContext &context)
{
    forEach(context, {Kind::CreateTable, Kind::AddColumn, Kind::ModifyColumn}, [&context](const Operation &operation) {
        for (const ColumnDefinition &column : operation.columns) {
            const auto isReference = [](const ConstraintDefinition &constraint) { return constraint.kind == ConstraintKind::ForeignKey; };
            if (std::ranges::any_of(column.constraints, isReference))
                context.report(tr("MySQL reads REFERENCES at “%1” and makes no foreign key of it.").arg(column.name), &operation);
        }
    });
}

constexpr char loaded[] = "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT, c VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'code', d TEXT)";
constexpr Rule::Category category = Rule::Category::MySql;

constexpr Rule rules[] = {
    {.id = "mysql-copy-alter", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The server writes a new copy of the table. Before MariaDB 11.2, and in MySQL, writes wait until it is done; replicas do the same "
                                          "again afterwards, and stand still meanwhile."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add a new column and move to it in steps, or use a tool for online schema changes such as gh-ost: with “-- whimbrel: online-copy” above it Whimbrel hands the statement to pt-online-schema-change."),
     .bad = "ALTER TABLE t MODIFY a BIGINT", .good = "ALTER TABLE t ADD COLUMN b BIGINT, ALGORITHM=INSTANT",
     .equivalents = "strong_migrations: copy_algorithm; bytebase: STATEMENT_DISALLOW_OFFLINE_DDL", .check = checkCopy, .setup = loaded},
    {.id = "mysql-rebuild-alter", .category = category, .severity = Severity::Warning, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Others can write meanwhile, but all rows are written anew: the disk needs room for both, the log of the changes may overflow, and "
                                          "replicas lag by as long as it takes."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Do it when little happens, or use a tool for online schema changes."),
     .bad = "ALTER TABLE t FORCE", .good = "ALTER TABLE t COMMENT='x', ALGORITHM=INSTANT", .equivalents = "", .check = checkRebuild, .setup = loaded},
    {.id = "mysql-shared-lock", .category = category, .severity = Severity::Warning, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "FULLTEXT and SPATIAL indexes and new AUTO_INCREMENT columns are made while writes wait."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Do it when nobody writes, or use a tool for online schema changes."),
     .bad = "ALTER TABLE t ADD FULLTEXT INDEX words (d)", .good = "ALTER TABLE t ADD INDEX by_a (a), ALGORITHM=NOCOPY, LOCK=NONE",
     .equivalents = "strong_migrations: lock_option", .check = checkSharedLock, .setup = loaded},
    {.id = "mysql-pin-algorithm", .category = category, .severity = Severity::Info, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Where the cheap way is not possible after all, the server takes the dear one without a word."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write the ALGORITHM and LOCK that you expect: the server then refuses at once instead."),
     .bad = "ALTER TABLE t ADD COLUMN b INT", .good = "ALTER TABLE t ADD COLUMN b INT, ALGORITHM=INSTANT",
     .equivalents = "bytebase: STATEMENT_REQUIRE_ALGORITHM_OPTION", .check = checkPinned, .byDefault = Rule::Default::Off, .setup = loaded},
    {.id = "mysql-modify-drops-attributes", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "MODIFY and CHANGE write the whole definition anew: what they do not repeat is gone, without a warning."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Repeat everything that the column is to keep."),
     .bad = "ALTER TABLE t MODIFY c VARCHAR(30) NOT NULL", .good = "ALTER TABLE t MODIFY c VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'code'",
     .equivalents = "bytebase: COLUMN_DISALLOW_CHANGE", .check = checkLostAttributes, .setup = loaded},
    {.id = "mysql-inline-references-ignored", .category = category, .severity = Severity::Error, .dialects = Rule::MySql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Rows that reference nothing come in unseen: MySQL before 9 takes the clause for a remark."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write FOREIGN KEY (…) REFERENCES … as a clause of its own."),
     .bad = "CREATE TABLE n (id INT PRIMARY KEY, t_id INT REFERENCES t (id))",
     .good = "CREATE TABLE n (id INT PRIMARY KEY, t_id INT, FOREIGN KEY (t_id) REFERENCES t (id))", .equivalents = "atlas: MY102",
     .check = checkInlineReferences, .setup = loaded},
};

} // namespace

RuleTable onlineDdlRules()
{
    return rules;
}

} // namespace Whimbrel
