create table l partition of p (id default 5, constraint k check (id > 0)) for values in ('a', null, 3) partition by hash (id);
create table d partition of p default;
create table r partition of p for values from (minvalue, '2024-01-01') to (maxvalue, 10) tablespace x;
create table o of comp (id with options default 1, primary key (id));
create table k (like s.t including indexes including defaults, extra int) inherits (par1, par2);
create foreign table ft (id int not null, v text options (a 'b')) server srv options (x 'y');
