// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/rules/facts.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Reports the new columns of tables that `fires`: %1 is the column, %2 its table.
template<typename Fires>
void reportColumns(RuleContext &context, const char *message, const Fires &fires)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind != Kind::CreateTable && operation.kind != Kind::AddColumn)
            return;
        for (const ColumnDefinition &column : operation.columns) {
            if (fires(column, operation))
                context.report({.message = tr(message).arg(column.name, operation.relation.toString()), .operation = &operation});
        }
    });
}

template<std::size_t N>
bool isOneOf(const QString &word, const std::array<QLatin1StringView, N> &words)
{
    return std::ranges::find(words, word) != words.end();
}

void checkJson(RuleContext &context)
{
    reportColumns(context, QT_TRANSLATE_NOOP("Whimbrel", "Column “%1” of “%2” is json, which has no equality: DISTINCT, GROUP BY and UNION on it fail."),
                  [](const ColumnDefinition &column, const Operation &) { return column.type.name.name == "json"_L1; });
}

bool isKey(const ColumnDefinition &column, const Operation &operation)
{
    using enum ConstraintDefinition::Kind;
    const auto isKeyConstraint = [](const ConstraintDefinition &constraint) {
        return constraint.kind == PrimaryKey || constraint.kind == ForeignKey;
    };
    return std::ranges::any_of(column.constraints, isKeyConstraint)
        || std::ranges::any_of(operation.constraints, [&](const ConstraintDefinition &constraint) {
               return isKeyConstraint(constraint) && constraint.columns.contains(column.name);
           });
}

void checkIntKey(RuleContext &context)
{
    reportColumns(context, QT_TRANSLATE_NOOP("Whimbrel", "The key “%1” of “%2” ends at 2,147,483,647."),
                  [](const ColumnDefinition &column, const Operation &operation) {
                      constexpr std::array small{"int4"_L1, "int2"_L1, "int"_L1, "integer"_L1, "smallint"_L1, "mediumint"_L1};
                      return isOneOf(column.type.name.name, small) && isKey(column, operation);
                  });
}

void checkSerial(RuleContext &context)
{
    reportColumns(context, QT_TRANSLATE_NOOP("Whimbrel", "Column “%1” of “%2” is a serial: its sequence has privileges and an owner of its own."),
                  [](const ColumnDefinition &column, const Operation &) { return column.type.isSerial; });
}

void checkTimestamp(RuleContext &context)
{
    reportColumns(context, QT_TRANSLATE_NOOP("Whimbrel", "Column “%1” of “%2” does not say in which time zone its times are."),
                  [](const ColumnDefinition &column, const Operation &) { return column.type.name.name == "timestamp"_L1; });
}

void checkChar(RuleContext &context)
{
    reportColumns(context, QT_TRANSLATE_NOOP("Whimbrel", "Column “%1” of “%2” is padded with blanks."),
                  [](const ColumnDefinition &column, const Operation &) { return column.type.name.name == "bpchar"_L1; });
}

void checkVarchar(RuleContext &context)
{
    reportColumns(context, QT_TRANSLATE_NOOP("Whimbrel", "The length of column “%1” of “%2” is part of its type."),
                  [](const ColumnDefinition &column, const Operation &) {
                      return column.type.name.name == "varchar"_L1 && !column.type.modifiers.isEmpty();
                  });
}

/// InnoDB keeps the rows of a table without a primary key by its first unique key without NULL.
bool hasOtherKey(const RuleContext &context, const CatalogRelation &table)
{
    return isMySqlFamily(context.before.dialect()) && std::ranges::any_of(table.indexes, [&table](const CatalogIndex &index) {
        return index.definition.unique && std::ranges::all_of(index.definition.parts, [&table](const IndexDefinition::Part &part) {
            const CatalogColumn *column = table.column(part.column);
            return column && column->notNull == Answer::Yes;
        });
    });
}

void checkPrimaryKey(RuleContext &context)
{
    for (qsizetype i = 0; i < context.script.statements.size(); ++i) {
        visitOperations(context.script.statements.at(i).reading.operations, [&](const Operation &operation) {
            const bool ordinary = operation.kind == Kind::CreateTable && !operation.has(Operation::Flag::Temporary)
                && operation.other.isEmpty() && operation.bound.kind == PartitionBound::Kind::None && !operation.columns.isEmpty();
            const CatalogRelation *table = ordinary ? context.after.relation(operation.relation) : nullptr;
            if (!table || table->primaryKey() || !context.after.isNew(table->made) || !table->parents.isEmpty() || hasOtherKey(context, *table))
                return;
            context.report({.message = tr("“%1” has no primary key.").arg(operation.relation.toString()),
                            .operation = &operation, .statement = int(i)});
        });
    }
}

void checkEnum(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind == Kind::CreateType && operation.value == "ENUM"_L1) {
            context.report({.message = tr("Values of “%1” can be added, but never removed or put in another order.").arg(operation.relation.toString()),
                            .operation = &operation});
        }
    });
}

void checkWideIndex(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        for (const IndexDefinition &index : operation.indexes) {
            if (!index.unique && index.parts.size() > 3)
                context.report({.message = tr("The index “%1” has %n columns.", nullptr, int(index.parts.size())).arg(index.name), .operation = &operation});
        }
    });
}

bool isPrefix(const IndexDefinition &shorter, const IndexDefinition &longer)
{
    const auto plain = [](const IndexDefinition &index) {
        return index.predicate.isEmpty() && index.included.isEmpty() && index.keyColumns().size() == index.parts.size()
            && (index.method.isEmpty() || index.method.compare("btree"_L1, Qt::CaseInsensitive) == 0);
    };
    return plain(shorter) && plain(longer) && shorter.parts.size() < longer.parts.size() && !shorter.unique
        && longer.keyColumns().first(shorter.parts.size()) == shorter.keyColumns();
}

void checkRedundantIndex(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        const CatalogRelation *table = operation.indexes.isEmpty() ? nullptr : context.after.relation(operation.relation);
        if (!table)
            return;
        for (const IndexDefinition &index : operation.indexes) {
            for (const CatalogIndex &other : table->indexes) {
                const bool thisOne = isPrefix(index, other.definition);
                if (!thisOne && !isPrefix(other.definition, index))
                    continue;
                context.report({.message = thisOne ? tr("“%1” holds all that the index “%2” does.").arg(other.definition.name, index.name)
                                                   : tr("“%1” holds all that the index “%2” does.").arg(index.name, other.definition.name),
                                .operation = &operation});
            }
        }
    });
}

void checkFloatMoney(RuleContext &context)
{
    reportColumns(context, QT_TRANSLATE_NOOP("Whimbrel", "Column “%1” of “%2” looks like an amount of money, and its type rounds."),
                  [](const ColumnDefinition &column, const Operation &) {
                      constexpr std::array rounding{"float4"_L1, "float8"_L1, "float"_L1, "double"_L1, "real"_L1};
                      constexpr std::array amounts{"price"_L1, "amount"_L1, "total"_L1, "cost"_L1, "balance"_L1, "fee"_L1, "salary"_L1, "money"_L1};
                      const bool amount = std::ranges::any_of(amounts, [&](QLatin1StringView word) {
                          return column.name.contains(word, Qt::CaseInsensitive);
                      });
                      return column.type.name.name == "money"_L1 || (amount && isOneOf(column.type.name.name, rounding));
                  });
}

void checkQuotedName(RuleContext &context)
{
    constexpr std::array reserved{"all"_L1, "analyse"_L1, "and"_L1, "array"_L1, "as"_L1, "case"_L1, "check"_L1, "column"_L1, "constraint"_L1,
                                  "create"_L1, "default"_L1, "desc"_L1, "do"_L1, "else"_L1, "end"_L1, "for"_L1, "foreign"_L1, "from"_L1, "grant"_L1,
                                  "group"_L1, "having"_L1, "in"_L1, "into"_L1, "limit"_L1, "not"_L1, "null"_L1, "offset"_L1, "on"_L1, "or"_L1,
                                  "order"_L1, "primary"_L1, "references"_L1, "select"_L1, "table"_L1, "then"_L1, "to"_L1, "union"_L1, "unique"_L1,
                                  "user"_L1, "using"_L1, "when"_L1, "where"_L1, "window"_L1, "with"_L1};
    visitOperations(context.operations(), [&](const Operation &operation) {
        if (operation.kind != Kind::CreateTable && operation.kind != Kind::AddColumn)
            return;
        QStringList names;
        if (operation.kind == Kind::CreateTable)
            names.append(operation.relation.name);
        for (const ColumnDefinition &column : operation.columns)
            names.append(column.name);
        for (const QString &name : std::as_const(names)) {
            if (name != name.toLower() || isOneOf(name, reserved))
                context.report({.message = tr("“%1” must be quoted wherever it is named.").arg(name), .operation = &operation});
        }
    });
}

void checkDomain(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        const bool isConstrained = std::ranges::any_of(operation.columns, [](const ColumnDefinition &column) {
            return column.notNull || !column.constraints.isEmpty();
        });
        if (operation.kind == Kind::CreateDomain && isConstrained) {
            context.report({.message = tr("To change the constraint of “%1”, every table that uses it is locked and read.").arg(operation.relation.toString()),
                            .operation = &operation});
        }
    });
}

void checkTypeColumn(RuleContext &context)
{
    reportColumns(context, QT_TRANSLATE_NOOP("Whimbrel", "Rails takes column “%1” of “%2” for the name of a class."),
                  [](const ColumnDefinition &column, const Operation &) { return column.name == "type"_L1; });
}

void checkIndexName(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        for (const IndexDefinition &index : operation.kind == Kind::CreateIndex ? operation.indexes : QList<IndexDefinition>()) {
            QString word = index.name.toLower();
            while (!word.isEmpty() && (word.back().isDigit() || word.back() == u'_'))
                word.chop(1);
            constexpr std::array nondescript{""_L1, "i"_L1, "ix"_L1, "idx"_L1, "index"_L1, "key"_L1, "tmp"_L1, "test"_L1, "foo"_L1};
            if (!index.name.isEmpty() && isOneOf(word, nondescript))
                context.report({.message = tr("The name “%1” does not say what the index is for.").arg(index.name), .operation = &operation});
        }
    });
}

constexpr Rule::Default off = Rule::Default::Off;
constexpr Rule::Category practice = Rule::Category::Practice;

constexpr Rule rules[] = {
    {.id = "json-column-no-equality", .category = practice, .severity = Severity::Warning, .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "json keeps the text as it was written and cannot be compared; jsonb can, and can be indexed."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use jsonb."),
     .bad = "ALTER TABLE t ADD COLUMN meta json", .good = "ALTER TABLE t ADD COLUMN meta jsonb",
     .equivalents = "strong_migrations: add_column_json; eugene: E3; pgfence: add-column-json", .check = checkJson},
    {.id = "table-without-primary-key", .category = practice, .severity = Severity::Warning, .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Rows without a key cannot be replicated logically, changed in batches or told apart."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Give it a primary key in the same migration, while it is empty."),
     .bad = "CREATE TABLE n (a int)", .good = "CREATE TABLE n (id bigint PRIMARY KEY, a int)",
     .equivalents = "bytebase: TABLE_REQUIRE_PK; skeema: pk; spirit: primary_key; schemalint: require-primary-key", .check = checkPrimaryKey,
     .perScript = true},
    {.id = "mysql-table-without-pk", .category = Rule::Category::MySql, .severity = Severity::Info, .dialects = Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A replica has to search the whole table for each row that changes, and tools for online schema changes cannot go "
                                          "through it."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Give it a primary key in the same migration, while it is empty."),
     .bad = "CREATE TABLE n (a INT)", .good = "CREATE TABLE n (id BIGINT PRIMARY KEY AUTO_INCREMENT, a INT)",
     .equivalents = "bytebase: TABLE_REQUIRE_PK; skeema: pk; spirit: primary_key", .check = checkPrimaryKey, .perScript = true},
    {.id = "int-key", .category = practice, .severity = Severity::Info, .dialects = Rule::PostgreSql | Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "To widen a key later is to write the table and all that reference it anew."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use bigint for keys."),
     .bad = "CREATE TABLE n (id int PRIMARY KEY)", .good = "CREATE TABLE n (id bigint PRIMARY KEY)",
     .equivalents = "squawk: prefer-bigint-over-int; online_migrations: short_primary_key_type", .check = checkIntKey, .byDefault = off},
    {.id = "serial-instead-of-identity", .category = practice, .severity = Severity::Info, .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "An identity column is the standard's form and brings its sequence and its privileges along."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "GENERATED BY DEFAULT AS IDENTITY."),
     .bad = "CREATE TABLE n (id bigserial PRIMARY KEY)", .good = "CREATE TABLE n (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)",
     .equivalents = "squawk: prefer-identity", .check = checkSerial, .byDefault = off},
    {.id = "timestamp-without-zone", .category = practice, .severity = Severity::Info, .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Servers and people in two time zones read two different moments from it."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use timestamptz."),
     .bad = "ALTER TABLE t ADD COLUMN happened timestamp", .good = "ALTER TABLE t ADD COLUMN happened timestamptz",
     .equivalents = "squawk: prefer-timestamptz", .check = checkTimestamp, .byDefault = off},
    {.id = "char-n", .category = practice, .severity = Severity::Info, .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "char(n) is neither smaller nor faster, and its blanks are dropped in comparisons."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use text with a CHECK on its length."),
     .bad = "ALTER TABLE t ADD COLUMN code char(3)", .good = "ALTER TABLE t ADD COLUMN code text",
     .equivalents = "squawk: ban-char-field", .check = checkChar, .byDefault = off},
    {.id = "varchar-n", .category = practice, .severity = Severity::Info, .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A CHECK can be replaced without a lock for long; a shorter type cannot."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use text with a CHECK on its length."),
     .bad = "ALTER TABLE t ADD COLUMN code varchar(30)", .good = "ALTER TABLE t ADD COLUMN code text",
     .equivalents = "squawk: prefer-text-field", .check = checkVarchar, .byDefault = off},
    {.id = "enum-type-created", .category = practice, .severity = Severity::Info, .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The values of an enum are part of the schema and change only by migration."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "A lookup table with a foreign key, where the values change over time."),
     .bad = "CREATE TYPE s AS ENUM ('a')", .good = "CREATE TABLE n (id bigint PRIMARY KEY)",
     .equivalents = "eugene: W13; skeema: has_enum", .check = checkEnum, .byDefault = off},
    {.id = "index-too-wide", .category = practice, .severity = Severity::Info, .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Every write keeps every column of the index, and few queries use more than the first ones."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Index the columns that select, and leave the rest to the table."),
     .bad = "CREATE INDEX CONCURRENTLY t_wide ON t (a, b, c, d)", .good = "CREATE INDEX CONCURRENTLY t_narrow ON t (a, b)",
     .equivalents = "strong_migrations: add_index_columns", .check = checkWideIndex, .byDefault = off},
    {.id = "redundant-index", .category = practice, .severity = Severity::Info, .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Two indexes with the same first columns cost every write twice."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Keep the longer one."),
     .bad = "CREATE TABLE n (id bigint PRIMARY KEY, a int, b int); CREATE INDEX n_a ON n (a); CREATE INDEX n_ab ON n (a, b)",
     .good = "CREATE TABLE n (id bigint PRIMARY KEY, a int, b int); CREATE INDEX n_ab ON n (a, b)",
     .equivalents = "spirit: redundant_index", .check = checkRedundantIndex, .byDefault = off},
    {.id = "float-money", .category = practice, .severity = Severity::Info, .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Sums of rounded amounts do not add up."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use numeric, or whole cents."),
     .bad = "ALTER TABLE t ADD COLUMN price double precision", .good = "ALTER TABLE t ADD COLUMN price numeric(12, 2)",
     .equivalents = "skeema: has_float; spirit: has_float", .check = checkFloatMoney, .byDefault = off},
    {.id = "reserved-word-or-case", .category = practice, .severity = Severity::Info, .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A name that must be quoted is forgotten to be quoted."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use lower case words that SQL does not use."),
     .bad = "CREATE TABLE \"Order\" (id bigint PRIMARY KEY)", .good = "CREATE TABLE customer_orders (id bigint PRIMARY KEY)",
     .equivalents = "skeema: reserved_word; spirit: reserved_words", .check = checkQuotedName, .byDefault = off},
    {.id = "domain-with-constraint", .category = practice, .severity = Severity::Info, .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "The constraint of a domain belongs to all tables that use it, and is changed for all of them at once."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use the base type, and a CHECK on each table."),
     .bad = "CREATE DOMAIN amount_d int CHECK (VALUE > 0)", .good = "CREATE DOMAIN amount_d int",
     .equivalents = "squawk: ban-create-domain-with-constraint", .check = checkDomain, .byDefault = off},
    {.id = "inheritance-type-column", .category = practice, .severity = Severity::Info, .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Rails keeps the name of a subclass in a column of this name, and fails on values that name none."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Call it kind, or turn the inheritance column off in the model."),
     .bad = "ALTER TABLE t ADD COLUMN type text", .good = "ALTER TABLE t ADD COLUMN kind text",
     .equivalents = "online_migrations: add_inheritance_column", .check = checkTypeColumn, .byDefault = off},
    {.id = "index-name-says-nothing", .category = practice, .severity = Severity::Info, .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Names of indexes and constraints are what people read in plans and errors, on bad nights."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Name it after its table and columns."),
     .bad = "CREATE INDEX CONCURRENTLY idx1 ON t (a)", .good = "CREATE INDEX CONCURRENTLY t_a_idx ON t (a)",
     .equivalents = "atlas: NM101; bytebase: NAMING_INDEX_IDX", .check = checkIndexName, .byDefault = off},
};

} // namespace

RuleTable practiceRules()
{
    return rules;
}

} // namespace Whimbrel
