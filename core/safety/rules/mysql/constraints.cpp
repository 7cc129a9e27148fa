// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/facts.h"
#include "safety/rules/mysql/causes.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isSwitchedOff(const QString &value)
{
    return value == "0"_L1 || value.compare("OFF"_L1, Qt::CaseInsensitive) == 0 || value.compare("FALSE"_L1, Qt::CaseInsensitive) == 0;
}

/// The script looks at the rows first, or the statement asks for them to be looked at before each run.
bool isLookedAt(const RuleContext &context, const ObjectName &relation)
{
    if (context.statement().statement.comment.contains("whimbrel: require"_L1))
        return true;
    const ObjectName table = context.before.resolved(relation);
    return std::ranges::any_of(context.script.statements.first(context.index), [&](const StatementAnalysis &earlier) {
        return std::ranges::any_of(earlier.reading.operations, [&](const Operation &operation) {
            return (operation.kind == Kind::Select && context.before.resolved(operation.relation) == table)
                || std::ranges::any_of(operation.reads, [&](const ObjectName &name) { return context.before.resolved(name) == table; });
        });
    });
}

void checkForeignKey(RuleContext &context)
{
    const Impact *table = workedTable(context);
    if (!table)
        return;
    const bool isUnchecked = isSwitchedOff(context.before.setting(u"foreign_key_checks"_s));
    for (const Operation &part : context.operations()) {
        if (causeOf(context, part) == QLatin1StringView(context.rule->id)) {
            reportCost(context, &part, tr("While foreign_key_checks is on, a new foreign key has every row of “%1” looked at.")
                                           .arg(shown(context, table->relation)));
        } else if (isUnchecked && part.kind == Kind::AddConstraint && part.constraints.constFirst().kind == ConstraintKind::ForeignKey
                   && !isDeclaredContract(context.input) && !isLookedAt(context, part.relation)) {
            context.report(tr("With foreign_key_checks off nobody looks at the rows of “%1”: those that reference nothing stay, and the "
                              "server takes the key for kept.").arg(shown(context, table->relation)),
                           &part, Severity::Warning);
        }
    }
}

void checkCheck(RuleContext &context)
{
    const Impact *table = workedTable(context);
    for (const Operation &part : context.operations()) {
        if (table && causeOf(context, part) == QLatin1StringView(context.rule->id))
            reportCost(context, &part, tr("The CHECK is held against every row of “%1”.").arg(shown(context, table->relation)));
    }
}

/// Drop and add in one statement is one pass in place.
void checkPrimaryKeyDrop(RuleContext &context)
{
    const Impact *table = workedTable(context);
    for (const Operation &part : context.operations()) {
        if (!table || costOf(context.impact()) < DdlCost::Copy || causeOf(context, part) != QLatin1StringView(context.rule->id))
            continue;
        const bool hasNewKey = std::ranges::any_of(context.operations(), [](const Operation &other) {
            return other.kind == Kind::AddConstraint && other.constraints.constFirst().kind == ConstraintKind::PrimaryKey;
        });
        const QString name = shown(context, table->relation);
        if (!hasNewKey)
            reportCost(context, &part, tr("“%1” loses the key that its rows are kept in the order of.").arg(name));
    }
}

void checkCharacterSet(RuleContext &context)
{
    const Impact *table = workedTable(context);
    for (const Operation &part : context.operations()) {
        if (!table || causeOf(context, part) != QLatin1StringView(context.rule->id))
            continue;
        const QString message = part.kind == Kind::ConvertCharacterSet
            ? tr("Every text of “%1” is written in another character set.").arg(shown(context, table->relation))
            : tr("Every value of “%1” is written in another character set.").arg(part.name);
        reportCost(context, &part, message);
    }
}

constexpr char loaded[] = "CREATE TABLE p (id INT PRIMARY KEY); CREATE TABLE k (id INT PRIMARY KEY); "
                          "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT NOT NULL, p INT, c VARCHAR(20)) CHARACTER SET latin1";
constexpr Rule::Category category = Rule::Category::MySql;

constexpr Rule rules[] = {
    {.id = "mysql-fk-add", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "While foreign_key_checks is on, the server copies the table to look at its rows; while it is off, it makes the key in "
                                          "place and looks at none. There is no NOT VALID."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Count the rows that reference nothing, then SET SESSION foreign_key_checks = 0, add the key with ALGORITHM=INPLACE, "
                                          "LOCK=NONE, set it back, and count again."),
     .bad = "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES p (id)",
     .good = "SELECT count(*) FROM t LEFT JOIN p ON p.id = t.p WHERE t.p IS NOT NULL AND p.id IS NULL; SET SESSION foreign_key_checks = 0; "
             "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES p (id), ALGORITHM=INPLACE, LOCK=NONE; "
             "SET SESSION foreign_key_checks = DEFAULT",
     .equivalents = "strong_migrations: add_foreign_key; bytebase: TABLE_NO_FOREIGN_KEY; spirit: has_fk; skeema: has_fk",
     .check = checkForeignKey, .setup = loaded},
    {.id = "mysql-check-add", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A CHECK is added to a copy of the table, and each row is tested on its way into it. There is no NOT VALID."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Let a trigger or the code keep the rule, or use a tool for online schema changes such as gh-ost or "
                                          "pt-online-schema-change."),
     .bad = "ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0)",
     .good = "CREATE TABLE n (id INT PRIMARY KEY, a INT, CONSTRAINT positive CHECK (a > 0))",
     .equivalents = "strong_migrations: add_check_constraint", .check = checkCheck, .setup = loaded},
    {.id = "mysql-primary-key-drop", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "InnoDB keeps the rows in the order of the primary key, so dropping it copies the table; and replicas have to search "
                                          "the whole table for each row that changes."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Drop the old key and add the new one in one ALTER TABLE, which is done in place."),
     .bad = "ALTER TABLE k DROP PRIMARY KEY",
     .good = "CREATE TABLE n (id INT PRIMARY KEY); ALTER TABLE n DROP PRIMARY KEY, ADD PRIMARY KEY (id), ALGORITHM=INPLACE, LOCK=NONE",
     .equivalents = "atlas: MY132", .check = checkPrimaryKeyDrop, .setup = loaded},
    {.id = "mysql-charset-convert", .category = category, .severity = Severity::Error, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The bytes of every text change with its character set; only MariaDB widens a column from utf8mb3 to utf8mb4 "
                                          "without writing the rows. Keys get longer as well, and may not fit an index any more."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use a tool for online schema changes, or add columns in the new character set and move to them in steps. The default "
                                          "for new columns, ALTER TABLE … DEFAULT CHARACTER SET, is instant."),
     .bad = "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4", .good = "ALTER TABLE t DEFAULT CHARACTER SET utf8mb4, ALGORITHM=INPLACE, LOCK=NONE",
     .equivalents = "", .check = checkCharacterSet, .setup = loaded},
};

} // namespace

RuleTable mysqlConstraintRules()
{
    return rules;
}

} // namespace Whimbrel
