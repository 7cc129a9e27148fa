reindex schema concurrently s;
reindex database d;
reindex database;
reindex system d;
refresh materialized view concurrently s.mv with data;
refresh materialized view mv with no data;
