// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/mysql/causes.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

void checkMixed(RuleContext &context)
{
    if (!workedTable(context) || !isDearerTogether(context))
        return;
    const QList<Operation> &parts = context.operations();
    const auto dear = std::ranges::find_if(parts, [&context](const Operation &part) { return plainImpact(context, {part}).algorithm != "INSTANT"_L1; });
    reportCost(context, dear == parts.cend() ? nullptr : &*dear, tr("Each of these changes is cheaper by itself than all of them together."));
}

bool changesColumnsInstantly(const Operation &part)
{
    return part.kind == Kind::AddColumn || part.kind == Kind::DropColumn;
}

void checkInstantLimit(RuleContext &context)
{
    const Impact *table = workedTable(context);
    if (!table || context.impact().algorithm != "INSTANT"_L1 || std::ranges::none_of(context.operations(), changesColumnsInstantly))
        return;
    context.report(tr("This takes one of the 64 row versions that “%1” can have before it has to be built again.")
                       .arg(shown(context, table->relation)));
}

/// Statements that wait until nobody uses the table, be it for a moment only.
const Impact *awaited(const StatementImpact &impact)
{
    const auto found = std::ranges::find_if(impact.relations, [](const Impact &part) {
        const bool isExclusive = part.briefly == "EXCLUSIVE"_L1 || part.lock == "EXCLUSIVE"_L1;
        return isExclusive && !part.isNew && !part.invisible && part.type == ObjectType::Table;
    });
    return found == impact.relations.cend() ? nullptr : &*found;
}

void checkLockWait(RuleContext &context)
{
    const Impact *table = awaited(context.impact());
    if (!table || !isOthers(context, table->relation) || context.operations().constFirst().waitSeconds >= 0)
        return;
    const std::optional<bool> isGuarded = context.settings.waitsAreBounded;
    if (isGuarded.value_or(false) || context.before.setting(u"lock_wait_timeout"_s).toInt() > 0)
        return;
    const QString name = shown(context, table->relation);
    if (isGuarded) {
        context.report(tr("Nothing bounds the wait for “%1”: behind one open transaction it waits, and everyone who comes later waits "
                          "behind it.").arg(name));
    } else if (!isReportedBefore(context)) {
        context.report(tr("This file sets no lock_wait_timeout, and nothing is known of who will run it: behind one open transaction the "
                          "wait for “%1” could last, and everyone who comes later would wait behind it.").arg(name),
                       nullptr, Severity::Info);
    }
}

/// Whether a column of a new table or a new column of this type gets a default and ON UPDATE that nobody wrote.
Answer isImplicit(const RuleContext &context, const ColumnDefinition &column)
{
    if (column.type.name.name != "timestamp"_L1 || column.explicitNull || column.hasDefault || column.onUpdateNow
        || column.generated != GeneratedKind::No)
        return Answer::No;
    static const QRegularExpression rowPeriod(u"\\bROW\\s+(START|END)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (rowPeriod.match(column.text).hasMatch())
        return Answer::No; // MariaDB's system versioning fills it
    const QString setting = context.before.setting(u"explicit_defaults_for_timestamp"_s).toUpper();
    if (!setting.isEmpty())
        return setting == "0"_L1 || setting == "OFF"_L1 ? Answer::Yes : Answer::No;
    if (context.before.dialect() == Dialect::MySql)
        return Answer::No; // on since 8.0.2
    const ServerVersion version = context.before.version();
    constexpr ServerVersion explicitSince{10, 10, 0};
    const bool isAnyOf10 = version == ServerVersion{10, 0, 0};
    return version == ServerVersion() || isAnyOf10 ? Answer::Depends : version < explicitSince ? Answer::Yes : Answer::No;
}

bool isZeroDate(const Expression &value)
{
    return std::ranges::any_of(value.literals, [](const QString &literal) { return literal.startsWith("0000-00-00"_L1); });
}

void checkTimestamp(RuleContext &context)
{
    forEach(context, {Kind::CreateTable, Kind::AddColumn, Kind::ModifyColumn}, [&context](const Operation &operation) {
        for (const ColumnDefinition &column : operation.columns) {
            if (column.hasDefault && isZeroDate(column.defaultValue)) {
                context.report(tr("The default of “%1” is no date: MySQL refuses it in its default sql_mode, and few programs expect it.").arg(column.name),
                               &operation);
            }
            const Answer implicit = isImplicit(context, column);
            if (implicit == Answer::Yes) {
                context.report(tr("“%1” gets a default that nobody wrote; the first TIMESTAMP of a table also changes to the present with "
                                  "each UPDATE of its row.").arg(column.name),
                               &operation);
            } else if (implicit == Answer::Depends) {
                context.report({.message = tr("Before MariaDB 10.10 “%1” gets a default that nobody wrote; the first TIMESTAMP of a table "
                                              "also changes to the present with each UPDATE of its row.").arg(column.name),
                                .operation = &operation, .severity = Severity::Info, .needsSchema = true});
            }
        }
    });
}

void checkEngine(RuleContext &context)
{
    static const QStringList others{u"MYISAM"_s, u"MRG_MYISAM"_s, u"MERGE"_s, u"ARIA"_s, u"CSV"_s, u"ARCHIVE"_s, u"MEMORY"_s, u"HEAP"_s, u"BLACKHOLE"_s};
    const auto check = [&context](const Operation &operation, const QString &engine) {
        if (others.contains(engine.toUpper()) && !operation.has(Flag::Temporary)) {
            context.report(tr("“%1” is kept by %2, which knows no transactions: what was written stays written, whatever fails afterwards.")
                               .arg(shown(context, operation.relation), engine),
                           &operation);
        }
    };
    forEach(context, {Kind::CreateTable, Kind::CreateTableAs, Kind::TableOption}, [&check](const Operation &operation) {
        if (operation.kind == Kind::TableOption && operation.name == "ENGINE"_L1)
            check(operation, operation.value);
        for (const auto &[name, value] : operation.options) {
            if (name == "ENGINE"_L1)
                check(operation, value);
        }
    });
}

void checkPartitionBy(RuleContext &context)
{
    const auto partitions = [](const Operation &part) {
        return part.kind == Kind::ChangePartitions && (part.name == "PARTITION BY"_L1 || part.name == "REMOVE"_L1);
    };
    const ServerVersion version = context.before.version();
    if (version >= ServerVersion{11, 0, 0})
        return; // refuses it
    const QList<Operation> &parts = context.operations();
    const auto found = std::ranges::find_if(parts, partitions);
    if (found == parts.cend() || parts.constFirst().algorithm.isEmpty() || parts.constFirst().algorithm == "COPY"_L1
        || parts.constFirst().algorithm == "DEFAULT"_L1 || !isOthers(context, found->relation)) {
        return;
    }
    context.report(tr("ALGORITHM=%1 promises nothing here: the rows of “%2” are copied into their partitions all the same.")
                       .arg(parts.constFirst().algorithm, shown(context, found->relation)),
                   &*found);
}

/// Functions that give each server another value.
bool isOfItsOwn(const QString &function)
{
    static const QStringList functions{u"uuid"_s, u"uuid_short"_s, u"rand"_s, u"random_bytes"_s, u"sysdate"_s, u"sys_guid"_s,
                                       u"uuid_v4"_s, u"uuid_v7"_s, u"connection_id"_s};
    return functions.contains(function);
}

void checkReplicas(RuleContext &context)
{
    for (const Operation &part : context.operations()) {
        if (part.kind != Kind::AddColumn || !isOthers(context, part.relation))
            continue;
        const ColumnDefinition &column = part.columns.constFirst();
        if (column.identity) {
            context.report(tr("Each server numbers the rows of “%1” in the order it has them in, so replicas may give “%2” other values.")
                               .arg(shown(context, part.relation), column.name),
                           &part);
        } else if (std::ranges::any_of(column.defaultValue.functions, isOfItsOwn)) {
            context.report(tr("Each server computes “%1” for the rows of “%2” by itself, so replicas get other values.")
                               .arg(column.name, shown(context, part.relation)),
                           &part);
        }
    }
}

constexpr char loaded[] = "CREATE TABLE t (id INT PRIMARY KEY, a INT, c VARCHAR(20))";
constexpr Rule::Category category = Rule::Category::MySql;

constexpr Rule rules[] = {
    {.id = "mysql-instant-mixed", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "One ALTER TABLE has one algorithm for all of its changes. A new column is instant and an index is built beside the "
                                          "table, but a new column and an index together have every row written anew."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write a statement for each, with the ALGORITHM that you expect of it."),
     .bad = "ALTER TABLE t ADD z INT, ADD INDEX i (z)",
     .good = "ALTER TABLE t ADD z INT, ALGORITHM=INSTANT; ALTER TABLE t ADD INDEX i (z), ALGORITHM=INPLACE, LOCK=NONE",
     .equivalents = "spirit: multiple_alter_table", .check = checkMixed, .setup = loaded},
    {.id = "mysql-instant-limit", .category = category, .severity = Severity::Info, .dialects = Rule::MySql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Rows that were written before an instant change keep their old shape, and a table can have 64 shapes at a time (255 "
                                          "from MySQL 9.1 on). After that the change is refused, or rebuilds the table where no ALGORITHM is asked for."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Look at TOTAL_ROW_VERSIONS in information_schema.INNODB_TABLES, and rebuild the table when little happens before it is full."),
     .bad = "ALTER TABLE t ADD z INT, ALGORITHM=INSTANT", .good = "CREATE TABLE n (id INT PRIMARY KEY, z INT)", .equivalents = "",
     .check = checkInstantLimit, .byDefault = Rule::Default::Off, .setup = loaded},
    {.id = "mysql-lock-wait-timeout", .category = category, .severity = Severity::Warning, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Every change of a table waits until no open transaction uses it, a forgotten SELECT included, and everyone who comes "
                                          "later queues behind it. Where nothing else is set, it waits for a year in MySQL and for a day in MariaDB."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "SET SESSION lock_wait_timeout to a few seconds before it and try again when it runs out; Whimbrel's guard does both."),
     .bad = "ALTER TABLE t ADD z INT, ALGORITHM=INSTANT",
     .good = "SET SESSION lock_wait_timeout = 5; ALTER TABLE t ADD z INT, ALGORITHM=INSTANT",
     .equivalents = "strong_migrations: lock_wait_timeout", .check = checkLockWait, .setup = loaded, .isPerFile = true},
    {.id = "mysql-implicit-timestamp", .category = category, .severity = Severity::Warning, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "While explicit_defaults_for_timestamp is off, as it is by default before MariaDB 10.10, a TIMESTAMP without a "
                                          "default is made NOT NULL, the first one with ON UPDATE CURRENT_TIMESTAMP and the others with a date of zeros."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write NULL or NOT NULL and a DEFAULT, or use DATETIME, which does nothing of its own."),
     .bad = "SET explicit_defaults_for_timestamp = OFF; CREATE TABLE n (id INT PRIMARY KEY, ts TIMESTAMP)",
     .good = "CREATE TABLE n (id INT PRIMARY KEY, ts DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6))",
     .equivalents = "atlas: MY101; skeema: has_timestamp; spirit: zero_date", .check = checkTimestamp, .setup = loaded},
    {.id = "mysql-engine-without-transactions", .category = category, .severity = Severity::Warning, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A table of MyISAM, Aria or MEMORY is locked as a whole by each writer, takes no foreign keys, and can be left "
                                          "half changed by an error or a crash."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use InnoDB."),
     .bad = "CREATE TABLE n (id INT PRIMARY KEY) ENGINE=MyISAM", .good = "CREATE TABLE n (id INT PRIMARY KEY) ENGINE=InnoDB",
     .equivalents = "bytebase: ENGINE_MYSQL_USE_INNODB; skeema: engine", .check = checkEngine, .setup = loaded},
    {.id = "mysql-trust-no-instant-on-partition", .category = category, .severity = Severity::Info, .dialects = Rule::MariaDb,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "MariaDB 10 takes an ALGORITHM beside PARTITION BY and REMOVE PARTITIONING without a word, and does not keep to it."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Make a partitioned table beside it and move the rows in batches, or plan for the time that a copy takes."),
     .bad = "ALTER TABLE t ALGORITHM=INSTANT PARTITION BY HASH (id) PARTITIONS 4",
     .good = "CREATE TABLE n (id INT PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 4", .equivalents = "", .check = checkPartitionBy,
     .setup = loaded},
    {.id = "mysql-sbr-nondeterministic", .category = category, .severity = Severity::Info, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Changes of the schema are replicated as statements, whatever binlog_format is: each replica carries them out on the "
                                          "rows as it keeps them."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add the column without the default or AUTO_INCREMENT, and give the rows their values by UPDATE, which is replicated row "
                                          "by row while binlog_format is ROW."),
     .bad = "ALTER TABLE t ADD k VARCHAR(36) DEFAULT (UUID())", .good = "ALTER TABLE t ADD k VARCHAR(36)",
     .equivalents = "", .check = checkReplicas, .setup = loaded},
};

} // namespace

RuleTable mysqlStatementRules()
{
    return rules;
}

} // namespace Whimbrel
