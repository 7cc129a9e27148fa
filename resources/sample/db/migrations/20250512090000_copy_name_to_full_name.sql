-- Second step of four: the names that were there before the triggers.
-- whimbrel: phase migrate

-- migrate:up
UPDATE customers SET full_name = name WHERE full_name IS NULL;

-- migrate:down
-- Nothing to take back: both columns hold the same.
