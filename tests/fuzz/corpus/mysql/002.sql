alter table t add column a int not null default 5 after b, modify c varchar(20) collate utf8mb4_bin, change d e text first, drop index i, add unique (x), algorithm=inplace, lock=none;
