 declare r record; begin for r in select tablename from pg_tables loop execute format('alter table %I add a int', r.tablename); end loop; end 
