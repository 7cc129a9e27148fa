-- Fourth step of four, two weeks after the last shop that knew the old column was stopped: it goes, with its triggers.
-- The new column keeps NULL out from here on by a trigger, which reads no table.
-- whimbrel: phase contract

-- migrate:up
DROP TRIGGER customers_name_updated;
DROP TRIGGER customers_name_inserted;
ALTER TABLE customers DROP COLUMN name;

CREATE TRIGGER customers_full_name_required BEFORE INSERT ON customers
WHEN NEW.full_name IS NULL
BEGIN
    SELECT raise(ABORT, 'a customer needs a full_name');
END;

-- migrate:down
DROP TRIGGER customers_full_name_required;

-- NOT NULL, as it was. A new column needs a default for that; the next statement leaves none of it.
ALTER TABLE customers ADD COLUMN name TEXT NOT NULL DEFAULT '';
UPDATE customers SET name = full_name;

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
