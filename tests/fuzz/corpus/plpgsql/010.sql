<<a>> declare r record; n int := (select count(*) from q); c cursor (k int) for select * from cu; u users%rowtype; begin
for r in select id from users loop update users set a = 1 where id = r.id; continue a when n > 1; end loop;
for i in reverse 10 .. 1 by 2 loop perform f(i); exit; end loop; foreach n in array array[1] loop null; end loop;
case n when 1 then drop table x; else raise exception using errcode = '22012'; end case;
open c for execute 'select 1' using n; fetch c into n; move next from c; close c; get diagnostics n = row_count;
return; exception when unique_violation or sqlstate '22012' then null; end
