create table t as select 1 as a, b.id from b with no data;
create table t (a, b) as values (1, 2);
create temp table if not exists t on commit drop as select * from x join y using (id);
alter table only s.t add a int, add column if not exists b text not null default 'x', drop column c cascade, drop if exists d, alter e type numeric(12, 2) using e::numeric, alter column f set default now();
alter table t alter a set default 'x, y', alter b drop default , add constraint "a,b" check (x in (1, 2)) -- why, not;
alter table t alter column x set data type text collate "de_DE" using x || ', ', add constraint c exclude using gist (r with &&) where (a > 1), add unique nulls not distinct (a) include (b);
