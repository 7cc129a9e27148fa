call s.p(1, 'x');
explain select * from t join u using (id);
explain (analyze, buffers) update t set a = 1;
explain create table n as select * from t;
do $$ begin alter table t add column a int; end $$;
do language plpgsql 'begin execute ''drop table x''; end';
