alter table a rename column b to c; alter table a drop column d; alter table a add column e text;
