-- We send parcels abroad, so an address needs a country: NOT NULL, in three steps.
-- First step: nullable. The shop that is running now inserts addresses without it.
-- whimbrel: phase expand

-- migrate:up
ALTER TABLE addresses ADD COLUMN country TEXT;

-- migrate:down
ALTER TABLE addresses DROP COLUMN country;
