create type s.e as enum ('a', 'b''c');
create type c as (a int, b text collate "C");
create type r as range (subtype = float8);
create type sh;
create domain d as varchar(20) default 'x' not null constraint k check (value ~ '^a') check (length(value) > 2);
create domain n as int;
