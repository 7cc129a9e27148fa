delimiter //
create procedure p(in a int) begin declare b int default 1; if a > 1 then select 1; end if; while b < 5 do set b = b + 1; end while; end //
delimiter ;
