insert into t select * from a join b on a.id = b.id where exists (select 1 from c);
insert into t table u;
insert into t values (1) on conflict do nothing;
with d as (delete from a where x = 1 returning *), i as (insert into b select * from d returning *), s as (select * from c) insert into e select * from i, s, d, f;
with recursive t as (select 1 union all select * from t) select * from t, real;
with t as (select * from t) select * from t;
