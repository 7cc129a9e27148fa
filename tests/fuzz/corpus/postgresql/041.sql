set transaction isolation level serializable, read only;
set session characteristics as transaction read write;
set session authorization joe;
set role joe;
set constraints all deferred;
set constraints s.a, b immediate;
