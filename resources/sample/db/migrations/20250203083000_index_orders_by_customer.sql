-- "My orders" read all 5,000 orders for every customer who looked.
-- On PostgreSQL this would be CREATE INDEX CONCURRENTLY, outside a transaction. SQLite has one writer anyway.
-- whimbrel: phase expand

-- migrate:up
CREATE INDEX orders_by_customer ON orders (customer_id, ordered_at);

-- migrate:down
DROP INDEX orders_by_customer;
