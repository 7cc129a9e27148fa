create index on t (a asc nulls last);
create index on t using gin (to_tsvector('english', body));
create or replace view s.v (a, b) with (security_barrier) as with x as (select * from t) select x.a, (select max(id) from y) from x, lateral (select * from z) as zz union all select 1, 2 from w;
create recursive view r (n) as values (1) union all select n + 1 from r where n < 100;
create materialized view if not exists mv as select a, count(*) as n from t group by a with no data;
create sequence if not exists s as bigint increment 5 owned by t.id;
