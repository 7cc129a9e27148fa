/*!50001 create view v as select 1 */; -- x
# comment
insert into t values (1, "a\"b", 'c\'d', 0x41, _utf8'x') on duplicate key update a = values(a);
