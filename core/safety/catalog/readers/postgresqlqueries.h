// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What PostgreSqlCatalog asks. A function that opens a relation, as all do that print an expression, could wait behind
// somebody's lock: it stands in %…%, and is left out when the query has timed out with it.
namespace Whimbrel::PostgreSqlQueries {

using namespace Qt::StringLiterals;

/// The schemas that are a person's: the system's and other sessions' temporary ones are not.
inline const QString schemas = u"n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') "
                               "AND (n.nspname !~ '^pg_(toast_)?temp_' OR n.oid = pg_my_temp_schema())"_s;

inline const QString path = u"SELECT array_to_json(current_schemas(false))::text AS path"_s;

inline const QString types = uR"(
SELECT t.oid, CASE WHEN n.oid = pg_my_temp_schema() THEN 'pg_temp' ELSE n.nspname END AS nspname, t.typname, t.typtype, t.typnotnull,
       t.typdefault IS NOT NULL AS has_default, format_type(t.typbasetype, t.typtypmod) AS base,
       (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder)::text FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels,
       (SELECT json_agg(a.attname ORDER BY a.attnum)::text FROM pg_attribute a
         WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) AS attributes,
       (SELECT json_agg(json_build_object('schema', o_n.nspname, 'name', o.relname) ORDER BY o.oid)::text
          FROM pg_class o JOIN pg_namespace o_n ON o_n.oid = o.relnamespace WHERE o.reloftype = t.oid) AS typed_tables,
       (SELECT json_agg(json_build_object('name', k.conname, 'text', pg_get_constraintdef(k.oid), 'valid', k.convalidated)
                        ORDER BY k.conname)::text
          FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c') AS checks
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
 WHERE (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c' OR t.typtype = 'b' AND t.typelem = 0) AND )"_s + schemas;

inline const QString relations = uR"(
WITH locked AS MATERIALIZED (
    SELECT DISTINCT relation FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation IS NOT NULL
), pages AS (
    SELECT i.indrelid, sum(x.relpages) AS pages FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid GROUP BY i.indrelid
)
SELECT c.oid, CASE WHEN n.oid = pg_my_temp_schema() THEN 'pg_temp' ELSE n.nspname END AS nspname, c.relname, c.relkind,
       c.relpersistence, c.relispartition, p.partstrat, array_to_json(p.partattrs::int2[])::text AS partkey,
       s.spcname, m.amname, obj_description(c.oid, 'pg_class') AS comment,
       CASE WHEN c.relispartition THEN %pg_get_expr(c.relpartbound, c.oid)% END AS bound,
       CASE WHEN c.reltuples >= 0 AND (c.reltuples > 0 OR c.relpages > 0) THEN c.reltuples::bigint
            WHEN u.n_live_tup > 0 OR u.n_tup_ins + u.n_tup_del > 0 THEN u.n_live_tup ELSE -1 END AS rows,
       CASE WHEN c.relkind IN ('r', 'm') AND c.oid NOT IN (SELECT relation FROM locked)
            THEN %pg_total_relation_size(c.oid)% END AS bytes,
       CASE WHEN c.relkind IN ('r', 'm') AND c.oid NOT IN (SELECT relation FROM locked)
            THEN %pg_relation_size(c.oid)% END AS heap_bytes,
       (c.relpages + coalesce(x.pages, 0) + coalesce(t.relpages, 0))::bigint * current_setting('block_size')::int AS known_bytes,
       c.relpages::bigint * current_setting('block_size')::int AS known_heap_bytes
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN pg_am m ON m.oid = c.relam
  LEFT JOIN pages x ON x.indrelid = c.oid
  LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
  LEFT JOIN pg_stat_user_tables u ON u.relid = c.oid
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND )"_s + schemas;

inline const QString parents = u"SELECT i.inhrelid AS oid, i.inhparent FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
                               "WHERE c.relkind IN ('r', 'p', 'f') ORDER BY i.inhrelid, i.inhseqno"_s;

inline const QString columns = uR"(
SELECT a.attrelid AS oid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.atttypid, t.typelem, a.attnotnull,
       a.attidentity, a.attgenerated, a.attislocal, d.oid IS NOT NULL AS has_default, %pg_get_expr(d.adbin, d.adrelid)% AS value
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND )"_s
    + schemas + u" ORDER BY a.attrelid, a.attnum"_s;

/// How far a sequence has come: of those that one may read, and where that waits for nobody.
inline const QString sequences = u"SELECT d.objid AS oid, d.refobjid, d.refobjsubid, d.deptype, "
                                 "CASE WHEN has_sequence_privilege(d.objid, 'SELECT') AND NOT pg_is_in_recovery() "
                                 "AND NOT pg_is_other_temp_schema(c.relnamespace) AND d.objid NOT IN "
                                 "(SELECT relation FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation IS NOT NULL) "
                                 "THEN %pg_sequence_last_value(d.objid)% END AS last_value FROM pg_depend d "
                                 "JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S' "
                                 "WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass "
                                 "AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0"_s;

inline const QString indexes = uR"(
SELECT i.indrelid AS oid, c.relname, i.indisvalid, i.indisready, k.conname,
       %pg_get_indexdef(i.indexrelid)% AS definition, i.indisunique, array_to_json(i.indkey::int2[])::text AS key, i.indnkeyatts,
       m.amname,
       pn.nspname AS parent_schema, pc.relname AS parent_name
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_am m ON m.oid = c.relam
  LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x') AND k.conrelid = i.indrelid
  LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
  LEFT JOIN pg_class pc ON pc.oid = h.inhparent
  LEFT JOIN pg_namespace pn ON pn.oid = pc.relnamespace
 WHERE )"_s + schemas + u" ORDER BY i.indrelid, c.relname"_s;

// A foreign key to a partitioned table has rows for each of its partitions, which are the server's own.
inline const QString constraints = uR"(
SELECT k.conrelid AS oid, k.conname, k.contype, k.convalidated, k.condeferrable, k.conislocal, k.confrelid,
       array_to_json(k.conkey)::text AS key, array_to_json(k.confkey)::text AS referenced_key, x.relname AS index,
       coalesce((to_json(k)->>'conenforced')::boolean, true) AS enforced,
       CASE WHEN k.contype NOT IN ('c', 'x') THEN pg_get_constraintdef(k.oid)
            ELSE %pg_get_constraintdef(k.oid)% END AS definition
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_class x ON x.oid = k.conindid
  LEFT JOIN pg_constraint parent ON parent.oid = k.conparentid
 WHERE k.contype IN ('c', 'n', 'p', 'u', 'f', 'x') AND (parent.oid IS NULL OR parent.conrelid <> k.conrelid) AND )"_s
    + schemas + u" ORDER BY k.conrelid, k.conname"_s;

inline const QString views = u"SELECT DISTINCT r.ev_class AS oid, d.refobjid, d.refobjsubid FROM pg_depend d "
                             "JOIN pg_rewrite r ON r.oid = d.objid "
                             "WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass "
                             "AND d.refobjid <> r.ev_class ORDER BY 1, 2, 3"_s;

// A trigger, a policy, and statistics of several columns: what a table has besides.
inline const QString belongings = uR"(
SELECT t.tgrelid AS oid, t.tgname AS name, 't' AS kind, n.nspname, p.proname
  FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE NOT t.tgisinternal
 UNION ALL SELECT polrelid, polname, 'p', NULL, NULL FROM pg_policy
 UNION ALL SELECT stxrelid, stxname, 's', NULL, NULL FROM pg_statistic_ext
 ORDER BY 1, 2)"_s;

inline const QString functions = uR"(
SELECT n.nspname, p.proname, p.provolatile, p.prorettype = 'trigger'::regtype AS is_trigger,
       (SELECT json_agg(format_type(t.type, NULL) ORDER BY t.place)::text
          FROM unnest(p.proargtypes) WITH ORDINALITY AS t (type, place)) AS arguments,
       CASE WHEN l.lanname = 'sql' AND length(p.prosrc) < 1000 THEN p.prosrc END AS body
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
 WHERE p.prokind = 'f' AND )"_s + schemas;

inline const QString writes = u"SELECT schemaname, relname, n_tup_ins + n_tup_upd + n_tup_del AS writes, "
                              "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') AS now "
                              "FROM pg_stat_user_tables"_s;

} // namespace Whimbrel::PostgreSqlQueries
