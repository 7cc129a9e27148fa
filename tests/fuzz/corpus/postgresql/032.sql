update only s.t x set a = 1, (b, c) = (select 1, 2 from u), d[1] = 5 from v join w using (id) where x.id = v.id and exists (select 1 from z) returning *;
update t set a = 1 where true;
update t set a = 1 where 1 = 1 and id = id;
update t set a = 1 where id = 5 or true;
update t set a = 1 where not false;
update t set a = 1 where current of cur;
