create trigger t after insert on a for each row when new.id > 1 begin update b set c = case when 1 then 2 end; delete from d; end;
