// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/impact/columnchange.h"
#include "safety/rules/mysql/causes.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Reports each part of the statement that this rule is the cause of; `message(part)` says why.
template<typename Message>
void reportCauses(RuleContext &context, const Message &message)
{
    if (!workedTable(context))
        return;
    for (const Operation &part : context.operations()) {
        if (causeOf(context, part) == QLatin1StringView(context.rule->id))
            reportCost(context, &part, message(part));
    }
}

void checkVarchar(RuleContext &context)
{
    if (!workedTable(context))
        return;
    for (const Operation &part : context.operations()) {
        if (causeOf(context, part) != QLatin1StringView(context.rule->id))
            continue;
        const CatalogRelation *table = context.before.relation(part.relation);
        const CatalogColumn *column = findColumn(table, part.name);
        const TypeName &after = part.columns.constFirst().type;
        const bool isSure = needsLongerLength(column->type, after, table, context.before.dialect()) == Answer::Yes;
        const QString message = isSure
            ? tr("“%1” grows past 255 bytes (from %2 to %3), so each row keeps its length in two bytes from then on.")
            : tr("“%1” may grow past 255 bytes (from %2 to %3), which its character set decides: each row keeps its length "
                 "in two bytes then.");
        reportCost(context, &part, message.arg(part.name, column->type.text, after.text), !isSure);
    }
}

/// Values that the new list does not have any more.
QStringList lostValues(const TypeName &before, const TypeName &after)
{
    QStringList lost = before.values;
    lost.removeIf([&after](const QString &value) { return after.values.contains(value); });
    return lost;
}

void checkEnum(RuleContext &context)
{
    reportCauses(context, [&context](const Operation &part) {
        const CatalogColumn *column = findColumn(context.before.relation(part.relation), part.name);
        const QStringList lost = lostValues(column->type, part.columns.constFirst().type);
        if (!lost.isEmpty())
            return tr("Rows whose “%1” is %2 have no value any more: strict mode refuses the change, and without it they are emptied.")
                .arg(part.name, listed(lost));
        return tr("The values of “%1” get other numbers, because the new list does not begin with the old one.").arg(part.name);
    });
}

void checkGenerated(RuleContext &context)
{
    reportCauses(context, [](const Operation &part) {
        return tr("“%1” is computed and stored for every row there is.").arg(part.columns.constFirst().name);
    });
}

void checkDefault(RuleContext &context)
{
    reportCauses(context, [](const Operation &part) {
        return tr("The default of “%1” is computed for every row there is.").arg(part.columns.constFirst().name);
    });
}

void checkPosition(RuleContext &context)
{
    reportCauses(context, [&context](const Operation &part) {
        const bool isSure = plainImpact(context, {part}).relations.constFirst().rewrite == Answer::Yes;
        return (isSure ? tr("A place of its own for “%1” has every row written anew.")
                       : tr("A place of its own for “%1” may have every row written anew."))
            .arg(part.columns.constFirst().name);
    });
}

constexpr char loaded[] = "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT, c VARCHAR(200), e ENUM('a', 'b')) "
                          "CHARACTER SET latin1";
constexpr char virtualColumn[] = "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT, v INT AS (a * 2) VIRTUAL)";
constexpr Rule::Category category = Rule::Category::MySql;

constexpr Rule rules[] = {
    {.id = "mysql-varchar-length-byte", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "InnoDB keeps the length of a VARCHAR in one byte as long as 255 bytes are the most it can hold. A longer one "
                                          "has every row written anew: in MySQL always, in MariaDB where the column could hold more than 127 bytes before."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Stay within 255 bytes, which are 63 characters of utf8mb4, or add a longer column and move to it in steps."),
     .bad = "ALTER TABLE t MODIFY c VARCHAR(300)",
     .good = "ALTER TABLE t MODIFY c VARCHAR(255), ALGORITHM=INPLACE, LOCK=NONE",
     .equivalents = "strong_migrations: change_type_safe; spirit: change_type", .check = checkVarchar, .setup = loaded},
    {.id = "mysql-enum-reorder", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Rows hold the number of a value, not its word. Only values added behind the others leave the numbers as they are; "
                                          "anything else has every row written anew, and changes how the column sorts."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Append new values at the end of the list."),
     .bad = "ALTER TABLE t MODIFY e ENUM('a', 'new', 'b')", .good = "ALTER TABLE t MODIFY e ENUM('a', 'b', 'new')",
     .equivalents = "atlas: MY110", .check = checkEnum, .setup = loaded},
    {.id = "mysql-stored-generated", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A STORED column has a value in each row, which the server computes while it copies the table."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Make it VIRTUAL, which writes nothing and can be indexed; or a plain column that a trigger and batches fill."),
     .bad = "ALTER TABLE t ADD w INT AS (a * 2) STORED", .good = "ALTER TABLE t ADD w INT AS (a * 2) VIRTUAL",
     .equivalents = "atlas: MY140", .check = checkGenerated, .setup = loaded},
    {.id = "mysql-default-expression", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A literal or CURRENT_TIMESTAMP is written into the table's description once; what an expression gives is another "
                                          "value for each row, so the table is copied."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add the column without the default, then set the default, which is instant, and fill the rows in batches."),
     .bad = "ALTER TABLE t ADD k VARCHAR(36) DEFAULT (UUID())", .good = "ALTER TABLE t ADD k VARCHAR(36)",
     .equivalents = "strong_migrations: add_column_default_callable", .check = checkDefault, .setup = loaded},
    {.id = "mysql-column-position", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A column behind all others is instant. FIRST and AFTER are not before MySQL 8.0.29, nor where a table of MariaDB has "
                                          "virtual columns, nor for a column that is there already in MySQL."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Leave the place out: name columns in queries instead of relying on their order."),
     .bad = "ALTER TABLE t ADD z INT AFTER a", .good = "ALTER TABLE t ADD z INT", .equivalents = "atlas: MY142", .check = checkPosition,
     .setup = virtualColumn},
};

} // namespace

RuleTable mysqlColumnRules()
{
    return rules;
}

} // namespace Whimbrel
