-- The courier wants to call before a delivery. A nullable column without a default changes no row, and a shop that
-- does not know it yet goes on as before.
-- whimbrel: phase expand

-- migrate:up
ALTER TABLE customers ADD COLUMN phone TEXT;

-- migrate:down
ALTER TABLE customers DROP COLUMN phone;
