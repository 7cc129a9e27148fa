grant select, insert (a, b), update on a, s.b to joe with grant option;
grant all on all tables in schema s, u to public;
grant usage on schema s to joe;
grant usage on sequence s to joe;
grant execute on function f(int) to joe;
grant a, b to joe;
