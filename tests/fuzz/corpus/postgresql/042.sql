set "My.Setting" = on;
reset lock_timeout;
reset all;
show all;
begin;
begin isolation level repeatable read;
