create or replace function f(a int, b text default 'x') returns trigger language plpgsql stable as $$ begin return new; end $$;
create function one() returns int immutable language sql return 1;
create function two() returns int language sql begin atomic select 2; end;
create function three() returns int language sql as 'select id from t';
create procedure p() language sql as 'delete from t';
create aggregate agg (int) (sfunc = f, stype = int);
