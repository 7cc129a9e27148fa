alter index if exists i reset (fillfactor);
alter type comp add attribute a int, drop attribute if exists b cascade, alter attribute c type text;
alter type comp rename attribute a to b cascade;
alter type e add value if not exists 'x' before 'y';
alter type e rename to f;
alter type e set schema s;
