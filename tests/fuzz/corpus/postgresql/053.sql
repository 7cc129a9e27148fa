alter table t add constraint z primary key (id) not valid;
vacuum only t;
analyze only t;
repack t;
repack t using index t_a;
repack (concurrently) t;
