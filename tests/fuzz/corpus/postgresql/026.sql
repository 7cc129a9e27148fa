alter database d refresh collation version;
alter system set max_connections = 100;
alter system reset all;
alter tablespace t rename to u;
alter tablespace t set (seq_page_cost = 1);
alter default privileges in schema s grant select on tables to joe;
