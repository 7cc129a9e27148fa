create transform for int language sql (from sql with function f(internal));
create access method m type table handler h;
create conversion c for 'UTF8' to 'LATIN1' from f;
import foreign schema a from server s into b;
drop table if exists a, s.b cascade;
drop index concurrently if exists s.i;
