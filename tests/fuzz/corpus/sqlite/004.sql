.mode csv
.read x.sql
create virtual table f using fts5(a, b); create unique index if not exists i on t (a collate nocase desc) where b is not null; attach 'x' as y; detach y; reindex; analyze t; explain query plan select 1;
