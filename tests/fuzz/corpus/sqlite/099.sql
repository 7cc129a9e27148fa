create table "a""b" (id integer primary key autoincrement, [c d] text not null default (1+2) check (length([c d]) > 1), `e` real generated always as (id * 2) virtual, foreign key (id) references p (id) deferrable initially deferred) without rowid, strict;
create trigger t after insert on a for each row when new.id > 1 begin update b set c = case when 1 then 2 end; delete from d; end;
alter table a rename column b to c; alter table a drop column d; alter table a add column e text;
pragma foreign_keys = off; begin immediate; create temp table x as select * from y; insert or replace into a select * from b; drop table a; vacuum into 'x'; commit;
.mode csv
.read x.sql
create virtual table f using fts5(a, b); create unique index if not exists i on t (a collate nocase desc) where b is not null; attach 'x' as y; detach y; reindex; analyze t; explain query plan select 1;
