repack;
update t set a = 1 where id = 2 returning with (old as o, new as n) o.a, n.a;
