alter event trigger e disable;
alter rule r on t rename to s;
alter policy p on t rename to q;
alter policy p on t to public using (true);
alter statistics s set statistics 100;
alter statistics s rename to t;
