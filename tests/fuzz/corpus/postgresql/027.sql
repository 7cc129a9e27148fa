alter server s options (set a 'b');
alter collation c refresh version;
alter operator === (int, int) owner to joe;
alter text search configuration c add mapping for word with simple;
alter large object 5 owner to joe;
comment on schema s is null;
