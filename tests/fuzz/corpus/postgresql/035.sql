select create_hypertable('conditions', 'time');
select x from t union select y from u except (select z from v intersect select w from x);
select extract(year from now() at time zone 'utc'), coalesce(a, greatest(b, c)), case when a then b else (select 1 from cc) end, array(select 1 from aa), row(1, 2), x[1:2], (y).z, not a, a is distinct from b, a is true, current_date, xmlelement(name n, a), json_object('k': v), sum(a) filter (where b > 0) over (partition by c order by d) from t tablesample system (10);
select * from xmltable('/r' passing data columns a int path 'a'), json_table(j, '$' columns (a int path '$.a')), rows from (generate_series(1, 2), f()) as q;
values (1), (2);
table t;
