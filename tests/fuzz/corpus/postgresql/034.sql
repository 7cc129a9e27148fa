select * from a join b using (id) for share;
select * from (select * from a for update) x, b;
insert into l select * from q for update;
select set_config('lock_timeout', '5s', false);
select pg_catalog.set_config('search_path', '', true);
select * into temp n from t where a = 1;
