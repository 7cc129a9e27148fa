rename table a to b, c to d; lock tables a write; optimize table t; set @a := 1, session sql_mode = '';
