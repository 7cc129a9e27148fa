// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/facts.h"
#include "safety/rules/mysql/causes.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// An index that serves what the first columns of `index` were good for.
bool isServedByOthers(const CatalogRelation &table, const CatalogIndex &index)
{
    const QStringList columns = index.definition.keyColumns();
    return std::ranges::any_of(table.indexes, [&](const CatalogIndex &other) {
        const QStringList others = other.definition.keyColumns();
        return other.definition.name.compare(index.definition.name, Qt::CaseInsensitive) != 0 && !other.isInvisible
            && others.size() >= columns.size() && std::equal(columns.cbegin(), columns.cend(), others.cbegin(), [](const QString &a, const QString &b) {
                   return a.compare(b, Qt::CaseInsensitive) == 0;
               });
    });
}

bool canHideIndexes(const RuleContext &context)
{
    const ServerVersion version = context.before.version();
    const bool isMySql = context.before.dialect() == Dialect::MySql;
    return version == ServerVersion() || version >= (isMySql ? ServerVersion{8, 0, 0} : ServerVersion{10, 6, 0});
}

void checkIndexDrop(RuleContext &context)
{
    if (context.input.direction == Direction::Down || isDeclaredContract(context.input) || !canHideIndexes(context))
        return;
    for (const Operation &drop : context.operations()) {
        if (drop.kind != Kind::DropObject || drop.objectType != ObjectType::Index || !isOthers(context, drop.relation))
            continue;
        const CatalogRelation *table = context.before.relation(drop.relation);
        const CatalogIndex *index = table ? table->index(drop.name) : nullptr;
        const CatalogRelation *after = context.after.relation(drop.relation);
        if (index) {
            // A unique one is more than a way to rows: constraint-dropped tells of it.
            const bool isMissed = !index->isInvisible && !index->definition.unique && !context.before.isNew(index->made)
                && !(after && isServedByOthers(*after, *index));
            if (isMissed) {
                context.report(tr("Queries that “%1” of “%2” serves read all rows from this moment on, and to build it again takes long.")
                                   .arg(drop.name, shown(context, drop.relation)),
                               &drop, severityOfWork(context, drop.relation));
            }
        } else if (!table || !table->isComplete) {
            context.report({.message = tr("If queries still use “%1” of “%2”, they read all rows from this moment on.")
                                           .arg(drop.name, shown(context, drop.relation)),
                            .operation = &drop, .severity = Severity::Info, .needsSchema = true});
        }
    }
}

bool hasForeignKeys(const RuleContext &context, const CatalogRelation &table)
{
    const auto isKey = [](const CatalogConstraint &constraint) { return constraint.definition.kind == ConstraintKind::ForeignKey; };
    return std::ranges::any_of(table.constraints, isKey) || !context.before.foreignKeysTo(table.name).isEmpty();
}

/// A key without NULL, by which a tool can go through the rows.
bool hasKey(const CatalogRelation &table)
{
    return std::ranges::any_of(table.constraints, [&table](const CatalogConstraint &constraint) {
        if (constraint.definition.kind == ConstraintKind::PrimaryKey)
            return true;
        return constraint.definition.kind == ConstraintKind::Unique
            && std::ranges::all_of(constraint.definition.columns, [&table](const QString &name) {
                   const CatalogColumn *column = table.column(name);
                   return column && column->notNull == Answer::Yes;
               });
    });
}

/// Where a table is copied, people reach for a tool; not every table can be given to it.
void checkObstacles(RuleContext &context)
{
    const Impact *worked = workedTable(context);
    const CatalogRelation *table = worked ? context.before.relation(worked->relation) : nullptr;
    if (!table || context.impact().algorithm != "COPY"_L1 || isSmall(context, worked->relation))
        return;
    const QString name = shown(context, worked->relation);
    if (hasForeignKeys(context, *table)) {
        context.report(tr("gh-ost refuses “%1” for its foreign keys, and pt-online-schema-change has to be told what to do with those that "
                          "reference it (--alter-foreign-keys-method).").arg(name));
    }
    if (!table->triggers.isEmpty()) {
        context.report(tr("“%1” has triggers: pt-online-schema-change needs --preserve-triggers, and gh-ost refuses the table unless it is "
                          "told to carry them over.").arg(name));
    }
    if (table->isComplete && !hasKey(*table)) {
        context.report(tr("“%1” has neither a primary key nor a unique key without NULL, by which gh-ost and pt-online-schema-change go "
                          "through a table.").arg(name));
    }
}

constexpr char loaded[] = "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT, c VARCHAR(20), INDEX by_a (a), INDEX by_a_c (a, c), INDEX by_c (c))";
constexpr char withTrigger[] = "CREATE TABLE t (id INT PRIMARY KEY, a INT); CREATE TABLE u (id INT PRIMARY KEY, a INT); "
                               "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1";
constexpr Rule::Category category = Rule::Category::MySql;

constexpr Rule rules[] = {
    {.id = "mysql-drop-visible-index", .category = category, .severity = Severity::Warning, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Whether a query needs an index shows when it is gone, and to build it anew reads the whole table. An index that is "
                                          "only hidden is back in a moment."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "ALTER TABLE … ALTER INDEX … INVISIBLE (MariaDB: IGNORED) first, wait for a release or a few days, then drop it."),
     .bad = "ALTER TABLE t DROP INDEX by_c", .good = "ALTER TABLE t ALTER INDEX by_c IGNORED; ALTER TABLE t DROP INDEX by_a",
     .equivalents = "spirit: invisible_index_before_drop", .check = checkIndexDrop, .setup = loaded},
    {.id = "mysql-osc-obstacles", .category = category, .severity = Severity::Info, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Tools for online schema changes copy the table under another name and keep the copy in step by the binary log or by "
                                          "triggers, which foreign keys, other triggers and a missing key stand in the way of."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Choose the tool and its options by this, or move to a new column or table in steps instead."),
     .bad = "ALTER TABLE t MODIFY a BIGINT", .good = "CREATE TABLE n (id INT PRIMARY KEY)", .equivalents = "", .check = checkObstacles,
     .setup = withTrigger},
};

} // namespace

RuleTable mysqlObstacleRules()
{
    return rules;
}

} // namespace Whimbrel
