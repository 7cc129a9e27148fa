pragma foreign_keys = off; begin immediate; create temp table x as select * from y; insert or replace into a select * from b; drop table a; vacuum into 'x'; commit;
