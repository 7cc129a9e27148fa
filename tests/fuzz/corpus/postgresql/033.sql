delete from t using u, v where t.id = u.id;
delete from t where id in (select id from u where a = 'x' limit 10);
merge into s.t as x using (select * from u) as y on x.id = y.id when matched and y.gone then delete when matched then update set a = y.a, b = default when not matched by source then delete when not matched then insert (id, a) values (y.id, (select max(z) from w)) returning merge_action();
select a.*, f(b.x), pg_catalog.now() from a left join s.b on a.id = b.id, c cross join lateral g(a.id) where a.id = 5 and b.x in ('p', 'q') group by 1 having count(*) > 1 order by (select 1 from o) limit 5;
select 1;
select * from a, b for update of a nowait;
