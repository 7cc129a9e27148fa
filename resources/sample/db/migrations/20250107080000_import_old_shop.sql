-- The stock and the customers of the old shop, some 20,000 rows.
-- Computed here, so that everybody's sample holds the same.
-- whimbrel: phase migrate

-- migrate:up
WITH RECURSIVE
    n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000),
    first (k, word) AS (VALUES (0, 'Ada'), (1, 'Bram'), (2, 'Chiara'), (3, 'Dele'), (4, 'Edith'), (5, 'Farid'), (6, 'Greta'),
        (7, 'Hugo'), (8, 'Inês'), (9, 'Jonas'), (10, 'Katya'), (11, 'Liam'), (12, 'Mei'), (13, 'Noor'), (14, 'Óscar'), (15, 'Pia')),
    last (k, word) AS (VALUES (0, 'Abbott'), (1, 'Brandt'), (2, 'Conti'), (3, 'Duarte'), (4, 'Eriksen'), (5, 'Fischer'),
        (6, 'García'), (7, 'Haddad'), (8, 'Ito'), (9, 'Jansen'), (10, 'Kowalski'), (11, 'Laine'), (12, 'Müller'))
INSERT INTO customers (id, email, name, fax, created_at)
SELECT n.i, lower(last.word) || n.i || '@example.com', first.word || ' ' || last.word,
    CASE WHEN n.i % 40 = 0 THEN '+49 30 5550' || (n.i % 1000) END,
    date('2023-01-01', '+' || (n.i * 11 % 730) || ' days')
FROM n
JOIN first ON first.k = n.i * 7 % 16
JOIN last ON last.k = n.i * 5 % 13;

-- Everybody has an address to send the bill to, every fifth another one for the parcels.
WITH RECURSIVE
    n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2400),
    town (k, postcode, city) AS (VALUES (0, '10115', 'Berlin'), (1, '20095', 'Hamburg'), (2, '1000', 'Bruxelles'),
        (3, '1012', 'Amsterdam'), (4, '00118', 'Roma'), (5, '28001', 'Madrid'), (6, '1100', 'Lisboa'), (7, '0150', 'Oslo'))
INSERT INTO addresses (id, customer_id, street, postcode, city)
SELECT n.i, CASE WHEN n.i <= 2000 THEN n.i ELSE (n.i - 2000) * 5 END,
    CASE n.i % 3 WHEN 0 THEN 'Harbour Street ' WHEN 1 THEN 'Mill Lane ' ELSE 'Station Road ' END || (n.i * 3 % 120 + 1),
    town.postcode, town.city
FROM n
JOIN town ON town.k = n.i * 3 % 8;

WITH RECURSIVE
    n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600),
    kind (k, word, price) AS (VALUES (0, 'Binoculars', 18900), (1, 'Field guide', 2450), (2, 'Rain jacket', 12900), (3, 'Boots', 14900),
        (4, 'Spotting scope', 64900), (5, 'Notebook', 950), (6, 'Thermos', 3290), (7, 'Rucksack', 8990))
INSERT INTO products (id, sku, title, price_cents, stock)
SELECT n.i, printf('W-%04d', n.i), kind.word || ' No. ' || (n.i / 8 + 1), kind.price + n.i % 50 * 10, n.i * 17 % 90
FROM n
JOIN kind ON kind.k = n.i % 8;

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
INSERT INTO orders (id, customer_id, status, ordered_at)
SELECT n.i, n.i * 37 % 2000 + 1,
    CASE WHEN n.i > 4950 THEN 'new' WHEN n.i > 4900 THEN 'paid' WHEN n.i % 29 = 0 THEN 'returned' ELSE 'shipped' END,
    datetime('2023-02-01', '+' || (n.i * 203) || ' minutes')
FROM n;

WITH RECURSIVE
    n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000),
    line (k) AS (VALUES (0), (1), (2))
INSERT INTO order_items (order_id, product_id, quantity, price_cents)
SELECT n.i, p.id, n.i * 13 % 3 + 1, p.price_cents
FROM n
JOIN line ON line.k <= n.i % 3
JOIN products p ON p.id = (n.i * 53 + line.k * 211) % 600 + 1;

-- migrate:down
DELETE FROM order_items;
DELETE FROM orders;
DELETE FROM products;
DELETE FROM addresses;
DELETE FROM customers;
