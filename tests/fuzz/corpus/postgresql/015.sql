create language plx handler h;
create cast (a as b) without function;
create operator === (leftarg = int, rightarg = int, function = f);
create operator class c for type int using btree as operator 1 <;
create collation c (locale = 'x');
create text search configuration c (copy = simple);
