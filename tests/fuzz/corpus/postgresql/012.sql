create or replace trigger tr before update of a, b on s.t for each row when (old.a is distinct from new.a) execute function s.f();
create event trigger et on ddl_command_start execute function f();
create or replace rule r as on insert to t where new.a > 1 do instead (insert into u values (1); delete from v using w);
create policy p on s.t as restrictive for select to joe using (exists (select 1 from members m where m.id = t.id)) with check (a > 0);
create statistics if not exists s.st (ndistinct) on a, b from s.t;
create publication p for all tables;
