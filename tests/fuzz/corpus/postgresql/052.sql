create table n (a int, constraint c not null a);
create table n (a int, b int, not null a, not null b no inherit, c int constraint named not null);
create table n (a int, g int generated always as (a + 1), b int generated always as (lower('x')) stored, check (a > 0) not enforced);
create table b (id int, during daterange, primary key (id, during without overlaps), unique (id, during without overlaps));
create table c (id int, during daterange, foreign key (id, period during) references b (id, period during));
alter table b add primary key (id, during without overlaps);
