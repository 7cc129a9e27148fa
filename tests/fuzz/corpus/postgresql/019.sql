drop policy if exists p on t;
drop event trigger e;
drop extension citext;
drop publication p;
drop subscription if exists s;
drop role a, b;
