alter role r with nologin;
alter role r rename to s;
alter database d set work_mem = '1GB';
alter database d rename to e;
alter database d owner to joe;
alter database d with connection limit 5;
