alter materialized view mv rename column a to b;
alter materialized view mv set (fillfactor = 50), set tablespace t;
alter sequence s owner to joe;
alter sequence s set unlogged;
alter sequence if exists s owned by none;
alter index i rename to j;
