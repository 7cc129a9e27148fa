 begin execute 'create index i on t (a); ' || 'drop table d'; execute 'drop table ' || 'x' || n; execute $q$ do $y$ begin truncate tr; end $y$ $q$; end 
