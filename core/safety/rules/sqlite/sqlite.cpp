// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/scriptfix.h"
#include "safety/rules/support.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Reports the server's refusal of these kinds of operation; what only the rows decide is a warning.
void reportRefusal(RuleContext &context, std::initializer_list<Kind> kinds)
{
    const StatementImpact &impact = context.impact();
    if (impact.fails == Answer::No || context.operations().size() > 1)
        return;
    forEach(context, kinds, [&](const Operation &operation) {
        RuleContext::Report report;
        report.message = impact.failure;
        report.operation = &operation;
        report.needsSchema = impact.fails == Answer::Depends;
        if (report.needsSchema)
            report.severity = Severity::Warning;
        context.report(report);
    });
}

void checkUnsupported(RuleContext &context)
{
    if (context.operations().size() > 1) {
        context.report(context.impact().failure);
        return;
    }
    reportRefusal(context, {Kind::ModifyColumn, Kind::AlterColumnType, Kind::SetDefault, Kind::DropDefault, Kind::SetNotNull, Kind::DropNotNull, Kind::AddConstraint,
                            Kind::DropConstraint, Kind::RenameColumn});
}

void checkAddColumn(RuleContext &context)
{
    reportRefusal(context, {Kind::AddColumn});
}

void checkDropColumn(RuleContext &context)
{
    // Where little is known of the table, anything may name the column.
    const bool isKnown = !context.operations().isEmpty() && isComplete(context, context.operations().constFirst().relation);
    if (context.impact().fails == Answer::Yes || isKnown)
        reportRefusal(context, {Kind::DropColumn});
}

void checkForeignKeysPragma(RuleContext &context)
{
    if (!context.statement().inTransaction)
        return;
    forEach(context, {Kind::SetSetting}, [&context](const Operation &operation) {
        if (operation.name == "foreign_keys"_L1)
            context.report({.message = tr("PRAGMA foreign_keys does nothing inside a transaction, and says nothing."),
                            .operation = &operation,
                            .fixes = withoutForeignKeys(context)});
    });
}

bool isSwitchedOff(const Operation &set)
{
    static const QStringList off{u"0"_s, u"off"_s, u"false"_s, u"no"_s};
    return set.name == "foreign_keys"_L1 && off.contains(set.value, Qt::CaseInsensitive);
}

/// The last word that the script has on foreign keys where the pragma does something, which is outside of transactions.
void checkForeignKeysLeftOff(RuleContext &context)
{
    const Operation *last = nullptr;
    int statement = -1;
    for (qsizetype i = 0; i < context.script.statements.size(); ++i) {
        const StatementAnalysis &one = context.script.statements.at(i);
        forEach(one.reading.operations, {Kind::SetSetting}, [&](const Operation &set) {
            if (set.name != "foreign_keys"_L1 || one.inTransaction)
                return;
            last = &set;
            statement = int(i);
        });
    }
    if (last && isSwitchedOff(*last)) {
        context.report({.message = tr("Nothing switches foreign keys on again: whatever the connection runs next, the migrations after this one "
                                      "included, may leave rows that reference nothing."),
                        .operation = last,
                        .statement = statement,
                        .fixes = withoutForeignKeys(context)});
    }
}

void checkVacuum(RuleContext &context)
{
    if (!context.statement().inTransaction)
        return;
    forEach(context, {Kind::Vacuum},
            [&context](const Operation &operation) { context.report(tr("VACUUM is refused inside a transaction."), &operation); });
}

constexpr char loaded[] = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT); CREATE INDEX t_a ON t (a)";
constexpr Rule::Category category = Rule::Category::SQLite;

constexpr Rule rules[] = {
    {.id = "sqlite-unsupported-alter", .category = category, .severity = Severity::Error, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "SQLite's ALTER TABLE renames, adds and drops, and little else: the migration stops here."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Build the table again: a new table, its rows copied, the old one dropped, the new one renamed."),
     .bad = "ALTER TABLE t ALTER COLUMN a TYPE BIGINT", .good = "CREATE INDEX t_b ON t (b)", .equivalents = "", .check = checkUnsupported, .setup = loaded},
    {.id = "sqlite-add-column-limits", .category = category, .severity = Severity::Error, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "SQLite writes no row when it adds a column, so that a column which every row would have to be written for is refused."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add it with a constant default or without NOT NULL and fill it afterwards, or build the table again."),
     .bad = "ALTER TABLE t ADD COLUMN c TEXT UNIQUE", .good = "ALTER TABLE t ADD COLUMN c TEXT", .equivalents = "", .check = checkAddColumn, .setup = loaded},
    {.id = "sqlite-drop-column-limits", .category = category, .severity = Severity::Error, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "SQLite refuses to drop a column that something else names."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Drop the index, view or trigger first, or build the table again."),
     .bad = "ALTER TABLE t DROP COLUMN a", .good = "DROP INDEX t_a", .equivalents = "",
     .check = checkDropColumn, .setup = loaded},
    {.id = "sqlite-fk-pragma-in-transaction", .category = category, .severity = Severity::Error, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A rebuild that believes foreign keys to be off deletes the rows that reference the table, by DROP TABLE."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Put the pragma before BEGIN, in a migration without a transaction."),
     .bad = "BEGIN; PRAGMA foreign_keys = OFF; UPDATE t SET a = 1 WHERE id = 1; COMMIT",
     .good = "PRAGMA foreign_keys = OFF; BEGIN; UPDATE t SET a = 1 WHERE id = 1; COMMIT; PRAGMA foreign_keys = ON", .equivalents = "",
     .check = checkForeignKeysPragma, .setup = loaded},
    {.id = "sqlite-foreign-keys-left-off", .category = category, .severity = Severity::Warning, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The pragma lasts as long as the connection, in which the next migrations run as well. Inside a transaction it does "
                                          "nothing, so that switching it on again before COMMIT leaves it off."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Look with PRAGMA foreign_key_check what the script has left, and write PRAGMA foreign_keys = ON after the COMMIT."),
     .bad = "PRAGMA foreign_keys = OFF; BEGIN; UPDATE t SET a = 1 WHERE id = 1; COMMIT",
     .good = "PRAGMA foreign_keys = OFF; BEGIN; UPDATE t SET a = 1 WHERE id = 1; COMMIT; PRAGMA foreign_keys = ON", .equivalents = "",
     .check = checkForeignKeysLeftOff, .perScript = true, .setup = loaded},
    {.id = "sqlite-vacuum-in-transaction", .category = category, .severity = Severity::Error, .dialects = Rule::SQLite,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "VACUUM writes the whole file anew and can only do so by itself: the migration stops here."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Run it outside of a transaction, in a migration of its own."),
     .bad = "BEGIN; VACUUM; COMMIT", .good = "VACUUM", .equivalents = "", .check = checkVacuum, .setup = loaded},
};

} // namespace

RuleTable sqliteRules()
{
    return rules;
}

} // namespace Whimbrel
