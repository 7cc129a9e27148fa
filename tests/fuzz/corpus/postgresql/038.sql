analyze;
cluster verbose t using i;
cluster t;
reindex (verbose, concurrently) table s.t;
reindex index concurrently i;
reindex (concurrently off) index i;
