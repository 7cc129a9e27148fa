alter table t add constraint f foreign key (a, b) references s.p (c, d) match full on update cascade not valid;
alter table t add check (c is not null), add check (c is not null and d > 0), add check ((c is null) = false), add check (not (c is null)), add check (c is not null or (c is not null and d is not null)), add check (c > 0), add check (not (c is null or d is null)), add check ((c is not null) <> false), add check (true <> (c is null)), add check (not (c is null and d is null)), add check (c is not null = true);
alter table t add check (a between 1 and 5), add check (b = any (array['x', 'y'])), add check (5 < c and d <> -1), add check (a = 1 or b = 2), add check (at >= '2024-01-01'::date and at < date '2025-01-01');
alter table t alter a set storage default, alter a set compression lz4, alter a reset (n_distinct), alter a add generated always as identity (start 5), alter a set expression as (b * 2), alter b drop expression if exists;
alter table t rename column a to "B";
alter table if exists t rename to u;
