alter table t wait 5 add system versioning, convert to character set utf8mb4, rename to u, rename index a to b, alter index i invisible;
