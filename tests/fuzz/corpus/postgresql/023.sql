alter publication p set table a, s.b;
alter publication p set (publish = 'insert');
alter publication p add tables in schema s;
alter publication p owner to joe;
alter subscription s disable;
alter subscription s refresh publication with (copy_data = false);
