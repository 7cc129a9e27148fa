do language plpython3u $$ import os $$;
do $x$ declare r record; begin for r in select tablename from pg_tables loop execute format('alter table %I add a int', r.tablename); end loop; end $x$;
do $$ begin if not exists (select 1 from pg_type where typname = 'm') then create type m as enum ('a'); else perform refresh(); end if; end $$;
do $$ declare n int := (select count(*) from q); begin n := (select max(a) from w); while exists (select 1 from e) loop update t set a = 1 where id = n; commit; end loop; exception when others then rollback; raise notice '%', (select 1 from z); end $$;
do $$ begin execute 'create index i on t (a); ' || 'drop table d'; execute 'drop table ' || 'x' || n; execute $q$ do $y$ begin truncate tr; end $y$ $q$; end $$;
do $$ begin this is not plpgsql at all; end $$;
