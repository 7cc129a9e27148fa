// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipecases.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

QStringList orders()
{
    return {
        u"CREATE TABLE orders (id integer PRIMARY KEY, \"Full Name\" text, customer_id integer, price integer, \"order\" text)"_s,
        u"INSERT INTO orders WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT i, 'first' || i || ' last' || i, i % 7 + 1, i, 'o' || i FROM n"_s,
        u"CREATE TABLE customers (id integer PRIMARY KEY, email text)"_s,
        u"INSERT INTO customers VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e'), (6, 'f'), (7, 'g')"_s};
}

RecipeValues parts(const QString &whole)
{
    return {{u"table"_s, u"orders"_s},
            {u"column"_s, whole},
            {u"type"_s, u"text"_s},
            {u"first_column"_s, u"first"_s},
            {u"first_type"_s, u"text"_s},
            {u"second_column"_s, u"Last"_s},
            {u"second_type"_s, u"text"_s},
            {u"first_value"_s, u"substr(\"%1\", 1, instr(\"%1\", ' ') - 1)"_s.arg(whole)},
            {u"second_value"_s, u"substr(\"%1\", instr(\"%1\", ' ') + 1)"_s.arg(whole)},
            {u"value"_s, u"first || ' ' || \"Last\""_s}};
}

} // namespace

QList<RecipeCase> sqliteCases()
{
    return {
        {.recipe = u"add-column"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s},
                    {u"column"_s, u"Status"_s},
                    {u"type"_s, u"text"_s},
                    {u"default"_s, u"'new'"_s}},
         .facts = {{1, {}, u"SELECT count(*) FROM orders WHERE Status = 'new'"_s, u"50"_s}}},
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
        {.recipe = u"create-unique-index"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s}, {u"columns"_s, u"order, customer_id"_s}}},
        {.recipe = u"create-unique-index"_s,
         .name = u"refused"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s}, {u"columns"_s, u"customer_id"_s}},
         .refusal = u"7 values are there more than once"_s},
        {.recipe = u"add-unique-constraint"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s}, {u"columns"_s, u"Full Name"_s}}},
        {.recipe = u"drop-index"_s,
         .setup = orders() << u"CREATE INDEX \"by Name\" ON orders (\"Full Name\") WHERE price > 1"_s,
         .values = {{u"table"_s, u"orders"_s},
                    {u"index"_s, u"by Name"_s},
                    {u"key"_s, u"\"Full Name\""_s},
                    {u"where"_s, u"price > 1"_s}}},
        {.recipe = u"rename-column"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s},
                    {u"column"_s, u"Full Name"_s},
                    {u"new_column"_s, u"name"_s},
                    {u"type"_s, u"text"_s}},
         .facts = {{1, u"INSERT INTO orders (id, \"Full Name\") VALUES (60, 'old')"_s,
                    u"SELECT name FROM orders WHERE id = 60"_s, u"old"_s},
                   {1, u"INSERT INTO orders (id, name) VALUES (61, 'new')"_s,
                    u"SELECT \"Full Name\" FROM orders WHERE id = 61"_s, u"new"_s},
                   {1, u"UPDATE orders SET \"Full Name\" = 'older' WHERE id = 61"_s,
                    u"SELECT name FROM orders WHERE id = 61"_s, u"older"_s},
                   {2, u"UPDATE orders SET name = 'newer' WHERE id = 60"_s,
                    u"SELECT \"Full Name\" FROM orders WHERE id = 60"_s, u"newer"_s},
                   {2, {}, u"SELECT count(*) FROM orders WHERE name IS NOT \"Full Name\""_s, u"0"_s},
                   {3, {}, u"SELECT name FROM orders WHERE id = 7"_s, u"first7 last7"_s}}},
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
        {.recipe = u"split-column"_s,
         .setup = orders(),
         .values = parts(u"Full Name"_s),
         .facts = {{1, u"INSERT INTO orders (id, \"Full Name\") VALUES (60, 'a b')"_s,
                    u"SELECT Last FROM orders WHERE id = 60"_s, u"b"_s},
                   {2, u"INSERT INTO orders (id, first, Last) VALUES (61, 'c', 'd')"_s,
                    u"SELECT \"Full Name\" FROM orders WHERE id = 61"_s, u"c d"_s},
                   {2, u"UPDATE orders SET first = 'z' WHERE id = 60"_s,
                    u"SELECT \"Full Name\" FROM orders WHERE id = 60"_s, u"z b"_s},
                   {2, u"UPDATE orders SET \"Full Name\" = 'q r' WHERE id = 61"_s,
                    u"SELECT first || Last FROM orders WHERE id = 61"_s, u"qr"_s},
                   {3, {}, u"SELECT first || Last FROM orders WHERE id = 7"_s, u"first7last7"_s}}},
        {.recipe = u"merge-columns"_s,
         .setup = orders() << u"ALTER TABLE orders ADD COLUMN first text"_s
                           << u"ALTER TABLE orders ADD COLUMN Last text"_s
                           << u"UPDATE orders SET first = 'f' || id, Last = 'l' || id"_s,
         .values = parts(u"Whole"_s),
         .facts = {{1, u"INSERT INTO orders (id, first, Last) VALUES (60, 'a', 'b')"_s,
                    u"SELECT Whole FROM orders WHERE id = 60"_s, u"a b"_s},
                   {2, u"INSERT INTO orders (id, Whole) VALUES (61, 'c d')"_s,
                    u"SELECT Last FROM orders WHERE id = 61"_s, u"d"_s},
                   {3, {}, u"SELECT Whole FROM orders WHERE id = 7"_s, u"f7 l7"_s}}},
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
        {.recipe = u"backfill"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s},
                    {u"assignments"_s, u"price = price + 1, \"order\" = 'a;b'"_s},
                    {u"condition"_s, u"price < 10"_s}},
         .facts = {{1, {}, u"SELECT count(*) FROM orders WHERE \"order\" = 'a;b'"_s, u"9"_s}}},
        {.recipe = u"check-rows"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s}, {u"bad"_s, u"price > 1000"_s}}},
        {.recipe = u"check-rows"_s,
         .name = u"refused"_s,
         .setup = orders(),
         .values = {{u"table"_s, u"orders"_s}, {u"bad"_s, u"price > 30"_s}, {u"message"_s, u"it's 100% too much"_s}},
         .refusal = u"20 rows: it''s 100% too much"_s}, // quoted by SQLite
    };
}

} // namespace Whimbrel::Test
