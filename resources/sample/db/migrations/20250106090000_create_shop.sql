-- The shop as it went live: who buys, what is sold, what was bought.
-- Money is kept in cents, because 0.1 + 0.2 is not 0.3.
-- whimbrel: phase expand

-- migrate:up
CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    fax TEXT,
    created_at TEXT NOT NULL
);

CREATE TABLE addresses (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL
);

CREATE TABLE products (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    price_cents INTEGER NOT NULL CHECK (price_cents > 0),
    stock INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    status TEXT NOT NULL CHECK (status IN ('new', 'paid', 'shipped', 'returned')),
    ordered_at TEXT NOT NULL
);

CREATE TABLE order_items (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    product_id INTEGER NOT NULL REFERENCES products (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    price_cents INTEGER NOT NULL,
    PRIMARY KEY (order_id, product_id)
) WITHOUT ROWID;

-- What the packing desk reads.
CREATE VIEW order_summary AS
SELECT o.id, o.ordered_at, o.status, c.name AS customer, count(*) AS items, sum(i.quantity * i.price_cents) AS total_cents
FROM orders o
JOIN customers c ON c.id = o.customer_id
JOIN order_items i ON i.order_id = o.id
GROUP BY o.id;

-- migrate:down
DROP VIEW order_summary;
DROP TABLE order_items;
DROP TABLE orders;
DROP TABLE products;
DROP TABLE addresses;
DROP TABLE customers;
