alter table t add constraint f foreign key (id) references p(id) deferrable not enforced, add column b int;
alter table t alter constraint f not enforced;
alter table t alter constraint f enforced;
alter table t alter constraint nn no inherit;
alter table t alter constraint nn inherit;
alter table t add column g int generated always as (a*2) virtual;
