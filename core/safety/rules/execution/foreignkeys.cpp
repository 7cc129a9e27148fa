// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/execution/foreignkeys.h"

#include "safety/rules/support.h"
#include "safety/scriptwalk.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// A foreign key that the statement brings, and what it is brought to.
struct AddedKey
{
    const Operation &operation;
    const ConstraintDefinition &key;
    /// The columns with the types that are written beside them; empty types are the catalog's to know.
    QList<std::pair<QString, TypeName>> columns;
};

template<typename Visit>
void forEachKey(const QList<Operation> &operations, const Visit &visit)
{
    const auto isKey = [](const ConstraintDefinition &constraint) {
        return constraint.kind == ConstraintDefinition::Kind::ForeignKey && !constraint.references.isEmpty();
    };
    forEach(operations, {Kind::CreateTable, Kind::AddColumn, Kind::AddConstraint}, [&](const Operation &operation) {
        const auto typeOf = [&operation](const QString &name) {
            const auto column = std::ranges::find(operation.columns, name, &ColumnDefinition::name);
            return column == operation.columns.cend() ? TypeName() : column->type;
        };
        for (const ColumnDefinition &column : operation.columns) {
            for (const ConstraintDefinition &constraint : column.constraints) {
                if (isKey(constraint))
                    visit(AddedKey{operation, constraint, {{column.name, column.type}}});
            }
        }
        for (const ConstraintDefinition &constraint : operation.constraints) {
            if (!isKey(constraint))
                continue;
            QList<std::pair<QString, TypeName>> columns;
            for (const QString &column : constraint.columns)
                columns.append({column, typeOf(column)});
            visit(AddedKey{operation, constraint, columns});
        }
    });
}

QStringList referencedColumns(const CatalogRelation &table, const ConstraintDefinition &key)
{
    if (!key.referencedColumns.isEmpty())
        return key.referencedColumns;
    const CatalogConstraint *primary = table.primaryKey();
    return primary ? primary->definition.columns : QStringList();
}

/// Types that compare with each other through one index without a cast.
QString family(const TypeName &type)
{
    static const QHash<QString, QString> families{
        {u"varchar"_s, u"text"_s}, {u"bpchar"_s, u"text"_s}, {u"integer"_s, u"int"_s},
        {u"int4"_s, u"int"_s},     {u"int8"_s, u"bigint"_s},
    };
    const QString name = type.name.name.toLower();
    return families.value(name, name) + (type.isUnsigned ? u" unsigned"_s : QString());
}

void checkTypes(RuleContext &context)
{
    forEachKey(context.operations(), [&context](const AddedKey &added) {
        const CatalogRelation *other = context.after.relation(added.key.references);
        const CatalogRelation *table = context.after.relation(added.operation.relation);
        if (!other)
            return;
        const QStringList targets = referencedColumns(*other, added.key);
        for (qsizetype i = 0; i < added.columns.size() && i < targets.size(); ++i) {
            const CatalogColumn *own = table ? table->column(added.columns.at(i).first) : nullptr;
            const TypeName type = added.columns.at(i).second.isEmpty() && own ? own->type : added.columns.at(i).second;
            const CatalogColumn *target = other->column(targets.at(i));
            if (type.isEmpty() || !target || target->type.isEmpty() || family(type) == family(target->type))
                continue;
            context.report(tr("“%1” is %2, but “%3” of “%4”, which it references, is %5.")
                               .arg(added.columns.at(i).first, type.text, target->name, added.key.references.toString(),
                                    target->type.text),
                           &added.operation);
        }
    });
}

/// A full index whose first columns are these, in any order.
bool isServed(const CatalogRelation &table, const QStringList &columns)
{
    return std::ranges::any_of(table.indexes, [&columns](const CatalogIndex &index) {
        const QList<IndexDefinition::Part> &parts = index.definition.parts;
        if (!index.definition.predicate.isEmpty() || parts.size() < columns.size())
            return false;
        return std::all_of(parts.cbegin(), parts.cbegin() + columns.size(),
                           [&columns](const IndexDefinition::Part &part) { return columns.contains(part.column); });
    });
}

/// Whether all indexes that the columns could have are known: of a column that the script made, they are.
bool knowsIndexes(const Catalog &catalog, const CatalogRelation &table, const QStringList &columns)
{
    return table.isComplete || std::ranges::any_of(columns, [&](const QString &name) {
               const CatalogColumn *column = table.column(name);
               return column && catalog.isNew(column->made);
           });
}

QStringList namesOf(const AddedKey &added)
{
    QStringList names;
    for (const auto &column : added.columns)
        names << column.first;
    return names;
}

bool lacksIndex(const Catalog &after, const AddedKey &added)
{
    const CatalogRelation *table = after.relation(added.operation.relation);
    const QStringList columns = namesOf(added);
    // SQLite and others: a key by itself, or one that was taken back later in the script.
    if (!table || columns.isEmpty() || !knowsIndexes(after, *table, columns) || isServed(*table, columns))
        return false;
    const bool isGone = std::ranges::any_of(columns, [table](const QString &name) { return !table->column(name); });
    return !isGone || table->columns.isEmpty();
}

void checkIndex(RuleContext &context)
{
    for (int i = 0; i < context.script.statements.size(); ++i) {
        const StatementAnalysis &statement = context.script.statements.at(i);
        if (ScriptWalk::isRows(statement.reading))
            continue;
        forEachKey(statement.reading.operations, [&](const AddedKey &added) {
            if (!lacksIndex(context.after, added))
                return;
            context.report({.message = tr("No index of “%1” begins with %2: every DELETE from “%3” reads all of “%1” "
                                          "to see whether the row is still needed.")
                                           .arg(added.operation.relation.toString(), listed(namesOf(added)),
                                                added.key.references.toString()),
                            .operation = &added.operation,
                            .statement = i});
        });
    }
}

void checkTarget(RuleContext &context)
{
    forEachKey(context.operations(), [&context](const AddedKey &added) {
        const CatalogRelation *other = context.after.relation(added.key.references);
        if (!other || !other->isComplete || other->type != ObjectType::Table)
            return;
        const QStringList columns = referencedColumns(*other, added.key);
        if (columns.isEmpty()) {
            context.report(tr("“%1” has no primary key, so a foreign key has to say which of its columns it "
                              "references; this fails.")
                               .arg(added.key.references.toString()),
                           &added.operation);
        } else if (context.after.isUnique(*other, columns) == Answer::No) {
            context.report(tr("%2 of “%1” is not unique: a foreign key cannot reference it, and this fails.")
                               .arg(added.key.references.toString(), listed(columns)),
                           &added.operation);
        }
    });
}

} // namespace

QList<QStringList> keysWithoutIndex(const Catalog &after, const Operation &operation)
{
    QList<QStringList> keys;
    forEachKey({operation}, [&](const AddedKey &added) {
        if (lacksIndex(after, added))
            keys << namesOf(added);
    });
    return keys;
}

RuleTable foreignKeyRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "foreign-key-type-mismatch",
            .category = Execution,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql | Rule::MySqlFamily,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "A key column of another type than the one it references overflows before that one does, and joins of "
                "the two may not use their indexes. Some pairs of types cannot be compared at all."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Give the column the type of the one it references."),
            .bad = "ALTER TABLE c ADD q_id int REFERENCES p; CREATE INDEX CONCURRENTLY c_q ON c(q_id)",
            .good = "ALTER TABLE c ADD q_id bigint REFERENCES p; CREATE INDEX CONCURRENTLY c_q ON c(q_id)",
            .equivalents = "online_migrations: mismatched_foreign_key_type",
            .check = checkTypes,
        },
        {
            .id = "foreign-key-without-index",
            .category = Execution,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql | Rule::SQLite, // MySQL and MariaDB make one
            .why = QT_TRANSLATE_NOOP("Whimbrel", "Whoever deletes a row of the referenced table, or changes its key, "
                                                 "has the rows that point at it looked for. Without an index on the "
                                                 "key's columns that reads the whole table each time, and locks wait."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Index the columns: on PostgreSQL with CREATE INDEX CONCURRENTLY, "
                                                 "before the foreign key where there are rows already."),
            .bad = "ALTER TABLE c ADD CONSTRAINT k2 FOREIGN KEY (unindexed_id) REFERENCES p NOT VALID",
            .good = "CREATE INDEX CONCURRENTLY c_unindexed ON c(unindexed_id); ALTER TABLE c ADD CONSTRAINT k2 FOREIGN "
                    "KEY (unindexed_id) REFERENCES p NOT VALID",
            .equivalents = "eugene: E15; pgfence: fk-missing-index",
            .check = checkIndex,
            .perScript = true,
        },
        {
            .id = "foreign-key-references-non-unique",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "A foreign key points at one row: PostgreSQL asks for a unique constraint on what it references."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Reference the primary key, or make the referenced columns unique first."),
            .bad = "ALTER TABLE c ADD CONSTRAINT k3 FOREIGN KEY (p_id) REFERENCES p(not_unique) NOT VALID",
            .good = "ALTER TABLE c ADD CONSTRAINT k3 FOREIGN KEY (p_id) REFERENCES p(id) NOT VALID",
            .equivalents = "",
            .check = checkTarget,
        },
    };
    return rules;
}

} // namespace Whimbrel
