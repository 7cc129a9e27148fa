truncate table only a, s.b restart identity cascade;
vacuum (full, analyze, verbose) a, s.b (x, y);
vacuum (full false) t;
vacuum full;
vacuum analyze;
analyze verbose t (a, b);
