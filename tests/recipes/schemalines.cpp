// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemalines.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

QStringList queries(Dialect dialect, bool names)
{
    const QString own = u"'schema_migrations', 'whimbrel_journal'"_s;
    switch (dialect) {
    case Dialect::PostgreSql: {
        const QString user =
            u"n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'whimbrel') AND c.relname NOT IN (%1)"_s
                .arg(own);
        return {
            u"SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE "
            u"WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END "
            "|| coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') || a.attidentity::text || "
            "a.attgenerated::text "
            "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
            "LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
            "WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm') AND %1"_s.arg(user),
            u"SELECT 'constraint ' || c.relname || ' ' || %2 pg_get_constraintdef(k.oid) "
            "FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE k.contype <> 'n' AND %1"_s
                .arg(user, names ? u"k.conname || ' ' || "_s : QString()),
            u"SELECT 'index ' || %2 || CASE WHEN x.indisvalid THEN '' ELSE ' INVALID' END || CASE WHEN "
            u"c.relispartition THEN ' part' ELSE '' END FROM pg_index x "
            "JOIN pg_class c ON c.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON "
            "n.oid = c.relnamespace "
            "WHERE t.relname NOT IN (%3) AND %1"_s.arg(
                user,
                names ? u"pg_get_indexdef(x.indexrelid)"_s
                      : u"regexp_replace(pg_get_indexdef(x.indexrelid), 'INDEX \\S+ ON', 'INDEX ON')"_s,
                own),
            u"SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT t.tgisinternal"_s,
            u"SELECT 'function ' || proname || prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'whimbrel')"_s,
            u"SELECT 'view ' || c.relname || pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND %1"_s
                .arg(user),
            u"SELECT 'sequence ' || c.relname || ' ' || format_type(s.seqtypid, NULL) FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %1"_s
                .arg(user),
            u"SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname"_s,
            u"SELECT 'partition ' || c.relname || ' ' || pg_get_expr(c.relpartbound, c.oid) FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relispartition"_s};
    }
    case Dialect::MySql:
    case Dialect::MariaDb:
        return {
            u"SELECT CONCAT('column ', table_name, '.', column_name, ' ', column_type, ' ', is_nullable, ' ', "
            u"COALESCE(column_default, ''), ' ', extra) "
            "FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name NOT IN (%1)"_s.arg(own),
            u"SELECT CONCAT('index ', table_name, ' ', %2, ' ', non_unique, ' ', GROUP_CONCAT(column_name ORDER BY "
            u"seq_in_index), ' ', MAX(ignored)) "
            "FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name NOT IN (%1) GROUP BY table_name, index_name, non_unique"_s
                .arg(own, names ? u"index_name"_s : u"''"_s),
            u"SELECT CONCAT('constraint ', table_name, ' ', %2, ' ', constraint_type) FROM "
            u"information_schema.table_constraints "
            "WHERE table_schema = DATABASE() AND table_name NOT IN (%1)"_s.arg(own,
                                                                               names ? u"constraint_name"_s : u"''"_s),
            u"SELECT CONCAT('trigger ', trigger_name, ' ', event_object_table, ' ', action_timing, ' ', event_manipulation, ' ', action_statement) FROM information_schema.triggers WHERE trigger_schema = DATABASE()"_s,
            u"SELECT CONCAT('view ', table_name, ' ', view_definition) FROM information_schema.views WHERE table_schema = DATABASE()"_s,
            u"SELECT CONCAT('routine ', routine_name) FROM information_schema.routines WHERE routine_schema = DATABASE()"_s};
    case Dialect::SQLite:
        return {
            u"SELECT 'column ' || m.name || '.' || x.name || ' ' || lower(x.type) || ' ' || x.\"notnull\" || ' ' || "
            u"coalesce(x.dflt_value, '') || ' ' || x.pk "
            "FROM sqlite_schema m, pragma_table_xinfo(m.name) x WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' AND m.name NOT IN (%1)"_s
                .arg(own),
            u"SELECT 'index ' || m.name || ' ' || %2 || ' ' || x.\"unique\" || ' ' || x.partial || ' ' || (SELECT "
            u"group_concat(coalesce(i.name, '()')) FROM pragma_index_info(x.name) i) "
            "FROM sqlite_schema m, pragma_index_list(m.name) x WHERE m.type = 'table' AND m.name NOT IN (%1)"_s.arg(
                own, names ? u"x.name"_s : u"''"_s),
            u"SELECT 'foreign key ' || m.name || ' ' || f.\"from\" || ' ' || f.\"table\" || '.' || coalesce(f.\"to\", '') || ' ' || f.on_delete FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"_s,
            u"SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"_s};
    }
    return {};
}

} // namespace

QStringList schemaLines(Session &session, SchemaNames names)
{
    QStringList lines;
    for (const QString &query : queries(session.dialect(), names == SchemaNames::All)) {
        const Result<Rows> rows = session.query(query);
        if (!rows)
            qFatal("%s\n%s", qPrintable(query), qPrintable(rows.error().toString()));
        for (const QList<Cell> &row : rows->rows)
            lines << row.constFirst().value_or(QString()).simplified();
    }
    lines.sort();
    return lines;
}

} // namespace Whimbrel::Test
