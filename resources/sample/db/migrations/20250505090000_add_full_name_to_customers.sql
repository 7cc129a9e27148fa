-- "name" is to be called "full_name". A plain RENAME COLUMN would break every shop that is running at that moment, so it
-- takes four steps. First: the new column, and triggers that keep both the same while old and new shops run side by side.
-- whimbrel: phase expand

-- migrate:up
ALTER TABLE customers ADD COLUMN full_name TEXT;

CREATE TRIGGER customers_name_inserted AFTER INSERT ON customers
WHEN NEW.full_name IS NULL
BEGIN
    UPDATE customers SET full_name = NEW.name WHERE id = NEW.id;
END;

CREATE TRIGGER customers_name_updated AFTER UPDATE OF name, full_name ON customers
WHEN NEW.name IS NOT OLD.name OR NEW.full_name IS NOT OLD.full_name
BEGIN
    UPDATE customers
    SET full_name = CASE WHEN NEW.full_name IS NOT OLD.full_name THEN NEW.full_name ELSE NEW.name END,
        name = CASE WHEN NEW.full_name IS NOT OLD.full_name THEN NEW.full_name ELSE NEW.name END
    WHERE id = NEW.id AND name IS NOT full_name;
END;

-- migrate:down
DROP TRIGGER customers_name_updated;
DROP TRIGGER customers_name_inserted;
ALTER TABLE customers DROP COLUMN full_name;
