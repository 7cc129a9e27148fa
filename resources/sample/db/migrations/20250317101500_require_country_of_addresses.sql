-- Third step of three: from here on the database itself refuses an address without a country. If one is left,
-- copying it into the new table fails and nothing has happened.
-- SQLite cannot add NOT NULL to a column, so the table is made anew.
-- whimbrel: phase contract

-- migrate:up
CREATE TABLE addresses_new (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    country TEXT NOT NULL
);
INSERT INTO addresses_new (id, customer_id, street, postcode, city, country)
SELECT id, customer_id, street, postcode, city, country FROM addresses;
DROP TABLE addresses;
ALTER TABLE addresses_new RENAME TO addresses;

-- migrate:down
CREATE TABLE addresses_old (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    country TEXT
);
INSERT INTO addresses_old (id, customer_id, street, postcode, city, country)
SELECT id, customer_id, street, postcode, city, country FROM addresses;
DROP TABLE addresses;
ALTER TABLE addresses_old RENAME TO addresses;
