create publication p for table a, only s.b (x) where (x > 1), tables in schema z;
create subscription s connection 'host=x' publication a, b with (create_slot = false, connect = false);
create schema if not exists s authorization joe;
create schema s create table t (id int) create view v as select * from other.x;
create schema authorization joe;
create extension if not exists citext with schema public cascade;
