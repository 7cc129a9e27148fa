copy s.t (a, b) from stdin with (format csv, header) where a > 1;
copy t to '/x';
copy (select * from t where a = 1) to stdout;
copy (delete from t returning *) to stdout;
lock table only a, s.b in share row exclusive mode nowait;
lock t in access share mode;
