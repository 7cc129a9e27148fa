// SPDX-License-Identifier: GPL-3.0-or-later
#include "commoncases.h"

#include "sql/quoting.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

/// SQL in the words of one database.
class Sql
{
public:
    explicit Sql(const CaseWords &words)
        : m_words(words)
        , fullName(identifierText(u"Full Name", words.dialect))
        , last(identifierText(u"Last", words.dialect))
        , whole(identifierText(u"Whole", words.dialect))
        , order(identifierText(u"order", words.dialect))
    {
    }

    /// Texts one behind the other.
    QString joined(const QStringList &parts) const
    {
        return isMySqlFamily(m_words.dialect) ? u"CONCAT(%1)"_s.arg(parts.join(u", "_s)) : parts.join(u" || "_s);
    }
    QString differ(const QString &a, const QString &b) const
    {
        const QString form = isMySqlFamily(m_words.dialect)       ? u"NOT (%1 <=> %2)"_s
                             : m_words.dialect == Dialect::SQLite ? u"%1 IS NOT %2"_s
                                                                  : u"%1 IS DISTINCT FROM %2"_s;
        return form.arg(a, b);
    }
    static QString valueOf(const QString &column, int id)
    {
        return u"SELECT %1 FROM orders WHERE id = %2"_s.arg(column).arg(id);
    }
    static QString insertion(int id, const QStringList &columns, const QStringList &values)
    {
        return u"INSERT INTO orders (id, %1) VALUES (%2, %3)"_s.arg(columns.join(u", "_s))
            .arg(id)
            .arg(values.join(u", "_s));
    }
    static QString update(const QString &column, const QString &value, int id)
    {
        return u"UPDATE orders SET %1 = %2 WHERE id = %3"_s.arg(column, value).arg(id);
    }

private:
    const CaseWords &m_words;

public:
    const QString fullName;
    const QString last;
    const QString whole;
    const QString order;
};

/// Of split-column and merge-columns: `whole` is the one column, first and Last are the two.
RecipeValues parts(const CaseWords &words, const QString &whole)
{
    const Sql sql(words);
    const QString column = identifierText(whole, words.dialect);
    return {{u"table"_s, u"orders"_s},
            {u"column"_s, whole},
            {u"type"_s, words.textType},
            {u"first_column"_s, u"first"_s},
            {u"first_type"_s, words.textType},
            {u"second_column"_s, u"Last"_s},
            {u"second_type"_s, words.textType},
            {u"first_value"_s, words.firstPart.arg(column)},
            {u"second_value"_s, words.secondPart.arg(column)},
            {u"value"_s, sql.joined({u"first"_s, u"' '"_s, sql.last})}};
}

RecipeCase renameColumn(const CaseWords &words)
{
    const Sql sql(words);
    const QString name = u"name"_s;
    RecipeValues values{{u"table"_s, u"orders"_s},
                        {u"column"_s, u"Full Name"_s},
                        {u"new_column"_s, name},
                        {u"type"_s, words.textType},
                        {u"key"_s, u"id"_s}};
    if (words.dialect != Dialect::SQLite) // which can set no default afterwards
        values.insert(u"default"_s, u"'x y'"_s);
    return {
        .recipe = u"rename-column"_s,
        .setup = orders(words),
        .values = values,
        .facts = {{words.inStep, Sql::insertion(60, {sql.fullName}, {u"'old'"_s}), Sql::valueOf(name, 60), u"old"_s},
                  {words.inStep, Sql::insertion(61, {name}, {u"'new'"_s}), Sql::valueOf(sql.fullName, 61), u"new"_s},
                  {words.inStep, Sql::update(sql.fullName, u"'older'"_s, 61), Sql::valueOf(name, 61), u"older"_s},
                  {words.filled, Sql::update(name, u"'newer'"_s, 60), Sql::valueOf(sql.fullName, 60), u"newer"_s},
                  {words.filled, {}, u"SELECT count(*) FROM orders WHERE "_s + sql.differ(name, sql.fullName), u"0"_s},
                  {words.renamed, {}, Sql::valueOf(name, 7), u"first7 last7"_s}},
        .stays = {u"column orders.Full Name"_s}}; // NOT NULL comes back with a recipe of its own
}

RecipeCase splitColumn(const CaseWords &words)
{
    const Sql sql(words);
    return {
        .recipe = u"split-column"_s,
        .setup = orders(words),
        .values = parts(words, u"Full Name"_s),
        .facts = {{words.inStep, Sql::insertion(60, {sql.fullName}, {u"'a b'"_s}), Sql::valueOf(sql.last, 60), u"b"_s},
                  {words.filled, Sql::insertion(61, {u"first"_s, sql.last}, {u"'c'"_s, u"'d'"_s}),
                   Sql::valueOf(sql.fullName, 61), u"c d"_s},
                  {words.filled, Sql::update(u"first"_s, u"'z'"_s, 60), Sql::valueOf(sql.fullName, 60), u"z b"_s},
                  {words.filled, Sql::update(sql.fullName, u"'q r'"_s, 61),
                   Sql::valueOf(sql.joined({u"first"_s, sql.last}), 61), u"qr"_s},
                  {words.done, {}, Sql::valueOf(sql.joined({u"first"_s, sql.last}), 7), u"first7last7"_s}},
        .stays = {u"column orders.Full Name"_s}};
}

RecipeCase mergeColumns(const CaseWords &words)
{
    const Sql sql(words);
    const QString addition = u"ALTER TABLE orders ADD COLUMN %1 "_s + words.textType;
    return {.recipe = u"merge-columns"_s,
            .setup = orders(words) << addition.arg(u"first"_s) << addition.arg(sql.last)
                                   << u"UPDATE orders SET first = %1, %2 = %3"_s.arg(
                                          sql.joined({u"'f'"_s, u"id"_s}), sql.last, sql.joined({u"'l'"_s, u"id"_s})),
            .values = parts(words, u"Whole"_s),
            .facts = {{words.inStep, Sql::insertion(60, {u"first"_s, sql.last}, {u"'a'"_s, u"'b'"_s}),
                       Sql::valueOf(sql.whole, 60), u"a b"_s},
                      {words.filled, Sql::insertion(61, {sql.whole}, {u"'c d'"_s}), Sql::valueOf(sql.last, 61), u"d"_s},
                      {words.done, {}, Sql::valueOf(sql.whole, 7), u"f7 l7"_s}}};
}

QList<RecipeCase> rowCases(const CaseWords &words)
{
    const Sql sql(words);
    return {
        {.recipe = u"backfill"_s,
         .setup = orders(words),
         .values = {{u"table"_s, u"orders"_s},
                    {u"assignments"_s, u"price = price + 1, %1 = 'a;b'"_s.arg(sql.order)},
                    {u"condition"_s, u"price < 10"_s},
                    {u"key"_s, u"id"_s}},
         .facts = {{1, {}, u"SELECT count(*) FROM orders WHERE %1 = 'a;b'"_s.arg(sql.order), u"9"_s}}},
        {.recipe = u"delete-rows"_s,
         .setup = orders(words),
         .values = {{u"table"_s, u"orders"_s}, {u"condition"_s, u"price < 10 OR %1 = 'a;b'"_s.arg(sql.order)}, {u"key"_s, u"id"_s}},
         .facts = {{1, {}, u"SELECT count(*) FROM orders"_s, u"41"_s}}},
        {.recipe = u"run-in-batches"_s,
         .setup = orders(words),
         .values = {{u"statement"_s,
                     u"UPDATE orders SET price = price + 1, %1 = (SELECT email FROM customers WHERE customers.id = customer_id) WHERE %1 <> 'a;b'"_s.arg(
                         sql.order)},
                    {u"key"_s, u"id"_s}},
         .facts = {{1, {}, u"SELECT count(*) FROM orders WHERE price = id + 1 AND %1 LIKE 'c%%'"_s.arg(sql.order), u"50"_s}}},
        {.recipe = u"contract-step"_s,
         .setup = orders(words),
         .values = {{u"statement"_s, u"ALTER TABLE orders DROP COLUMN price"_s},
                    {u"undo"_s, u"ALTER TABLE orders ADD COLUMN price integer"_s},
                    {u"description"_s, u"drop it"_s}},
         .stays = {u"column orders."_s}}, // in another place
        {.recipe = u"check-rows"_s,
         .setup = orders(words),
         .values = {{u"table"_s, u"orders"_s}, {u"bad"_s, u"price > 1000"_s}}},
        {.recipe = u"check-rows"_s,
         .name = u"refused"_s,
         .setup = orders(words),
         .values = {{u"table"_s, u"orders"_s}, {u"bad"_s, u"price > 30"_s}, {u"message"_s, u"it's 100% too much"_s}},
         .refusal = words.badRows}};
}

QList<RecipeCase> uniqueCases(const CaseWords &words)
{
    return {{.recipe = u"create-unique-index"_s,
             .setup = orders(words),
             .values = {{u"table"_s, u"orders"_s}, {u"columns"_s, u"order, customer_id"_s}}},
            {.recipe = u"create-unique-index"_s,
             .name = u"refused"_s,
             .setup = orders(words),
             .values = {{u"table"_s, u"orders"_s}, {u"columns"_s, u"customer_id"_s}},
             .refusal = words.duplicates},
            {.recipe = u"add-unique-constraint"_s,
             .setup = orders(words),
             .values = {{u"table"_s, u"orders"_s}, {u"columns"_s, u"Full Name"_s}}}};
}

} // namespace

QStringList orders(const CaseWords &words)
{
    const bool isMySql = isMySqlFamily(words.dialect);
    const Sql sql(words);
    const QString numbers =
        isMySql ? u"(SELECT seq AS n FROM seq_1_to_%1) AS numbers"_s
        : words.dialect == Dialect::SQLite
            ? u"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < %1) SELECT n FROM s) AS numbers"_s
            : u"generate_series(1, %1) AS n"_s;
    const QString key = words.dialect == Dialect::SQLite ? u"integer"_s : u"bigint"_s;
    const QString fullName = words.dialect == Dialect::SQLite    ? QString()
                             : words.dialect == Dialect::MariaDb ? u" DEFAULT 'x y'"_s
                                                                 : u" NOT NULL DEFAULT 'x y'"_s;
    return {
        u"CREATE TABLE orders (id %1 PRIMARY KEY, %2 %3%4, customer_id %1, price integer, %5 %3)"_s.arg(
            key, sql.fullName, words.textType, fullName, sql.order),
        u"INSERT INTO orders SELECT n, %1, n % 7 + 1, n, %2 FROM %3"_s.arg(
            sql.joined({u"'first'"_s, u"n"_s, u"' last'"_s, u"n"_s}), sql.joined({u"'o'"_s, u"n"_s}), numbers.arg(50)),
        u"CREATE TABLE customers (id %1 PRIMARY KEY, email %2)"_s.arg(key, words.textType),
        u"INSERT INTO customers SELECT n, %1 FROM %2"_s.arg(sql.joined({u"'c'"_s, u"n"_s}), numbers.arg(10))};
}

QList<RecipeCase> commonCases(const CaseWords &words)
{
    const RecipeCase addColumn{
        .recipe = u"add-column"_s,
        .setup = orders(words),
        .values = {{u"table"_s, words.dialect == Dialect::PostgreSql ? u"public.orders"_s : u"orders"_s},
                   {u"column"_s, u"Status"_s},
                   {u"type"_s, words.textType},
                   {u"default"_s, u"'new'"_s}},
        .facts = {{1,
                   {},
                   u"SELECT count(*) FROM orders WHERE %1 = 'new'"_s.arg(identifierText(u"Status", words.dialect)),
                   u"50"_s}}};
    return QList{addColumn, renameColumn(words), splitColumn(words), mergeColumns(words)} + uniqueCases(words) +
           rowCases(words);
}

} // namespace Whimbrel::Test
