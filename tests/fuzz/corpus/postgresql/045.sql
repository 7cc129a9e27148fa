discard temp;
prepare q (int) as select * from t where id = $1;
execute q (1);
deallocate all;
create table n as execute q (1);
declare c cursor with hold for select * from t;
