drop database if exists d with (force);
drop function f(int), s.g;
drop procedure p(int);
drop aggregate a(int);
drop trigger if exists x on s.t cascade;
drop rule r on t;
