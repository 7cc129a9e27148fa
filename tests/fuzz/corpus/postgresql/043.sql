start transaction read only;
commit and chain;
end;
rollback;
rollback and chain;
abort;
