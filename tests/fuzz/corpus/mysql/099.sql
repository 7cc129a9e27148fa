delimiter //
create procedure p(in a int) begin declare b int default 1; if a > 1 then select 1; end if; while b < 5 do set b = b + 1; end while; end //
delimiter ;
create table `a``b` (id int unsigned auto_increment primary key, e enum('x','y''z') character set utf8mb4 default 'x', key k (id), fulltext key f (e)) engine=InnoDB partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue);
alter table t add column a int not null default 5 after b, modify c varchar(20) collate utf8mb4_bin, change d e text first, drop index i, add unique (x), algorithm=inplace, lock=none;
/*!50001 create view v as select 1 */; -- x
# comment
insert into t values (1, "a\"b", 'c\'d', 0x41, _utf8'x') on duplicate key update a = values(a);
create trigger tr before insert on t for each row begin set new.a = 1; end;
rename table a to b, c to d; lock tables a write; optimize table t; set @a := 1, session sql_mode = '';
alter table t wait 5 add system versioning, convert to character set utf8mb4, rename to u, rename index a to b, alter index i invisible;
