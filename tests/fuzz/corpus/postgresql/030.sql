revoke all privileges on table t from joe cascade;
revoke a from joe;
drop owned by joe, current_user cascade;
reassign owned by joe to jane;
insert into s.t (a, "B") values (1, 'x'), (2, lower('y')), (default, (select max(id) from m)) on conflict (a) do update set b = excluded.b where t.a > (select 1 from n) returning id;
insert into t default values;
