do $$ begin nothing $$;
alter table t add constraint nn not null a not valid;
alter table t add not null a;
alter table t add constraint nn not null "A b" no inherit;
alter table t add constraint ck check (a > 0) not enforced;
alter table t add foreign key (id) references p(id) not enforced;
