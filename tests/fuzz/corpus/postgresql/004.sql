alter table t set (autovacuum_enabled = off, toast.autovacuum_enabled = false), set access method heap2, set tablespace ts, set without cluster, set logged;
alter table t enable always trigger x, enable replica trigger y, disable trigger user, enable rule r, no force row level security, disable row level security, enable row level security;
alter table t replica identity nothing, owner to current_user, no inherit par, of s.comp;
alter table p attach partition s.c default;
alter table p attach partition c for values with (modulus 4, remainder 3);
alter table p attach partition c for values in ('x');
