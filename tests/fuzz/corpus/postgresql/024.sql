alter subscription s set publication p;
alter extension e update to '2';
alter extension e add table t;
alter extension e set schema s;
alter role r set search_path to a, b;
alter role r in database d reset all;
