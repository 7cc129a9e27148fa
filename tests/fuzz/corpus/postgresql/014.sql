create database d template t0;
create tablespace t location '/x';
create role r login password 'x';
create user u;
create server s foreign data wrapper w;
create user mapping for joe server s;
