alter table p detach partition c finalize;
alter table all in tablespace a owned by joe set tablespace b nowait;
alter foreign table ft add column x int, options (set a 'b');
alter view v alter column a set default 5;
alter view v alter a drop default;
alter materialized view mv cluster on i;
