comment on function f(int) is 'x';
comment on trigger t on s.x is 'y';
comment on domain d is 'z';
comment on constraint c on domain d is 'z';
comment on database d is 'z';
security label on table t is 'x';
