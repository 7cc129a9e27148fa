// SPDX-License-Identifier: GPL-3.0-or-later
#include "commoncases.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

/// What the cases that all databases share are told in.
const CaseWords &words()
{
    static const CaseWords words{.dialect = Dialect::SQLite,
                                 .textType = u"text"_s,
                                 .firstPart = u"substr(%1, 1, instr(%1, ' ') - 1)"_s,
                                 .secondPart = u"substr(%1, instr(%1, ' ') + 1)"_s,
                                 .duplicates = u"7 values are there more than once"_s,
                                 .badRows = u"20 rows: it''s 100% too much"_s}; // quoted by SQLite
    return words;
}

QStringList orders()
{
    return Test::orders(words());
}

} // namespace

QList<RecipeCase> sqliteCases()
{
    const QList<RecipeCase> own{
        {.recipe = u"add-column-with-default"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s},
                    {u"column"_s, u"token"_s},
                    {u"type"_s, u"text"_s},
                    {u"default"_s, u"hex(randomblob(8))"_s}},
         .facts = {{1, u"INSERT INTO orders (id) VALUES (60)"_s, u"SELECT length(token) FROM orders WHERE id = 60"_s,
                    u"16"_s},
                   {2, {}, u"SELECT count(DISTINCT token) FROM orders"_s, u"51"_s}}},
        {.recipe = u"add-not-null-column"_s,
         .setup = orders(),
         .values =
             {{u"table"_s, u"orders"_s}, {u"column"_s, u"group"_s}, {u"type"_s, u"text"_s}, {u"value"_s, u"'a, b'"_s}},
         .facts = {{1, u"INSERT INTO orders (id) VALUES (100)"_s, u"SELECT \"group\" FROM orders WHERE id = 100"_s,
                    u"a, b"_s}}},
        {.recipe = u"create-index"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s},
                    {u"key"_s, u"lower(\"Full Name\"), price DESC"_s},
                    {u"where"_s, u"price > 3"_s}}},
        {.recipe = u"without-foreign-keys"_s,
         .setup = orders() << u"PRAGMA foreign_keys = ON"_s
                           << u"CREATE TABLE notes (id integer PRIMARY KEY, customer_id integer REFERENCES customers (id) ON DELETE CASCADE)"_s
                           << u"INSERT INTO notes SELECT id, id FROM customers"_s,
         .values = {{u"statements"_s,
                     u"CREATE TABLE new_customers (id integer PRIMARY KEY, email varchar(90)); INSERT INTO new_customers SELECT id, email FROM customers; "
                     "DROP TABLE customers; ALTER TABLE new_customers RENAME TO customers;"_s},
                    {u"undo"_s,
                     u"CREATE TABLE new_customers (id integer PRIMARY KEY, email text); INSERT INTO new_customers SELECT id, email FROM customers; "
                     "DROP TABLE customers; ALTER TABLE new_customers RENAME TO customers;"_s}},
         .facts = {{1, {}, u"SELECT count(*) FROM notes"_s, u"10"_s}}},
        {.recipe = u"drop-index"_s,
         .setup = orders() << u"CREATE INDEX \"by Name\" ON orders (\"Full Name\") WHERE price > 1"_s,
         .values = {{u"table"_s, u"orders"_s},
                    {u"index"_s, u"by Name"_s},
                    {u"key"_s, u"\"Full Name\""_s},
                    {u"where"_s, u"price > 1"_s}}},
        {.recipe = u"rename-table"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s},
                    {u"new_table"_s, u"sales"_s},
                    {u"columns"_s, u"id, Full Name, customer_id, price, order"_s},
                    {u"key"_s, u"id"_s}},
         .facts = {{1, u"INSERT INTO orders (id, price) VALUES (80, 3)"_s, u"SELECT count(*) FROM sales"_s, u"51"_s},
                   {1, u"UPDATE orders SET price = 99 WHERE id = 80"_s, u"SELECT price FROM sales WHERE id = 80"_s,
                    u"99"_s},
                   {1, u"DELETE FROM orders WHERE id = 80"_s, u"SELECT count(*) FROM sales"_s, u"50"_s}}},
        {.recipe = u"rebuild-table"_s,
         .setup = orders() << u"CREATE INDEX by_price ON orders (price)"_s
                           << u"CREATE TABLE lines (order_id integer REFERENCES orders (id) ON DELETE CASCADE)"_s
                           << u"INSERT INTO lines VALUES (7)"_s,
         .values =
             {{u"table"_s, u"orders"_s},
              {u"definition"_s,
               u"id integer PRIMARY KEY, price numeric NOT NULL CHECK (price > 0), customer_id integer REFERENCES customers (id)"_s},
              {u"columns"_s, u"id, price, customer_id"_s},
              {u"values"_s, u"id, coalesce(price, 1), customer_id"_s},
              {u"objects"_s,
               u"CREATE INDEX by_price ON orders (price); CREATE INDEX by_customer ON orders (customer_id);"_s},
              {u"old_definition"_s,
               u"id integer PRIMARY KEY, \"Full Name\" text, customer_id integer, price integer, \"order\" text"_s},
              {u"old_columns"_s, u"id, price, customer_id"_s},
              {u"old_objects"_s, u"CREATE INDEX by_price ON orders (price)"_s}},
         .facts = {{1, {}, u"SELECT count(*) FROM orders JOIN lines ON lines.order_id = orders.id"_s, u"1"_s},
                   {1, {}, u"SELECT count(*) FROM orders"_s, u"50"_s}}},
        {.recipe = u"drop-column"_s,
         .setup = orders() << u"CREATE INDEX by_customer ON orders (customer_id)"_s,
         .values = {{u"table"_s, u"orders"_s},
                    {u"column"_s, u"customer_id"_s},
                    {u"type"_s, u"integer"_s},
                    {u"indexes"_s, u"by_customer"_s}},
         .stays = {u"by_customer"_s}},
        {.recipe = u"drop-table"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"customers"_s}, {u"definition"_s, u"id integer PRIMARY KEY, email text"_s}}},
        {.recipe = u"own-migration"_s,
         .setup = orders(),
         .values = {{u"statement"_s, u"VACUUM"_s}, {u"description"_s, u"vacuum it"_s}}},
        {.recipe = u"own-migration"_s,
         .name = u"in a transaction"_s,
         .setup = orders(),
         .values = {{u"statement"_s, u"CREATE INDEX i ON orders (price);"_s},
                    {u"undo"_s, u"DROP INDEX i"_s},
                    {u"transaction"_s, u"yes"_s}}},
    };
    return commonCases(words()) + own;
}

} // namespace Whimbrel::Test
