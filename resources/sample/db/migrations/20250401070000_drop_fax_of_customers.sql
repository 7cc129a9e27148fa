-- Nobody sends faxes any more. The shop stopped writing the column in January and stopped reading it in March;
-- only now can it go. The way back gives the column, not what was in it: that is in the backup.
-- whimbrel: phase contract

-- migrate:up
ALTER TABLE customers DROP COLUMN fax;

-- migrate:down
ALTER TABLE customers ADD COLUMN fax TEXT;
