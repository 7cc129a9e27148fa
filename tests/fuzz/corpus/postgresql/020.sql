drop tablespace t;
drop cast (a as b);
drop operator === (int, int);
drop server s cascade;
drop statistics s.st;
alter function f(int) volatile;
