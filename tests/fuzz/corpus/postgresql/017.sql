drop view v, w;
drop foreign table ft;
drop sequence s;
drop type a, s.b;
drop domain d;
drop schema a, b cascade;
