checkpoint;
set lock_timeout to '5s';
set local statement_timeout = 0;
set session timezone to default;
set search_path = a, "B", public;
set time zone 'UTC';
