-- Third step of four: everything reads the new column. The shop that does is deployed; the packing desk's view follows.
-- whimbrel: phase migrate

-- migrate:up
DROP VIEW order_summary;
CREATE VIEW order_summary AS
SELECT o.id, o.ordered_at, o.status, c.full_name AS customer, count(*) AS items, sum(i.quantity * i.price_cents) AS total_cents
FROM orders o
JOIN customers c ON c.id = o.customer_id
JOIN order_items i ON i.order_id = o.id
GROUP BY o.id;

-- migrate:down
DROP VIEW order_summary;
CREATE VIEW order_summary AS
SELECT o.id, o.ordered_at, o.status, c.name AS customer, count(*) AS items, sum(i.quantity * i.price_cents) AS total_cents
FROM orders o
JOIN customers c ON c.id = o.customer_id
JOIN order_items i ON i.order_id = o.id
GROUP BY o.id;
