savepoint s;
release savepoint s;
rollback to savepoint s;
prepare transaction 'x';
commit prepared 'x';
rollback prepared 'x';
