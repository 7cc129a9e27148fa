alter type b set (storage = extended);
alter domain s.d drop default;
alter domain d drop not null;
alter domain d rename constraint a to b;
alter domain d drop constraint if exists c cascade;
create unique index concurrently if not exists "I" on only s."T" using btree (a desc nulls last, lower(b) text_pattern_ops, (c || ', ' || d), e collate "C") include (f, g) nulls not distinct with (fillfactor = 90) tablespace x where a is not null and deleted = false;
