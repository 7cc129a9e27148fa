alter table t add column g int generated always as (a*2);
alter table t add column g int generated always as (a*2), add column h text default 'ü' not null;
alter table t add column h text default 'ü', add column g int generated always as (a*2) virtual not null;
alter table t add column a int check (a > 0) not enforced;
alter table t add column a int not null no inherit;
alter table t add column p int references q not enforced;
