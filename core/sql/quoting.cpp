// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/quoting.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

// Words that cannot stand as a column's or a table's bare name, from the manuals' lists (PostgreSQL 18 "reserved" and
// "reserved (can be function or type)", MySQL 8.4 and MariaDB 11.8 reserved, SQLite's keywords without fallback). A
// word too many only costs a pair of quotes.
const QSet<QString> &reservedWords()
{
    static const QSet<QString> words = [] {
        constexpr QLatin1StringView text =
            "abort accessible action add after all alter always analyse analyze and any array as asc asensitive "
            "asymmetric attach "
            "authorization autoincrement before begin between bigint binary blob both by call cascade case cast change "
            "char character "
            "check collate collation column commit concurrently condition conflict constraint continue convert create "
            "cross cube "
            "cume_dist current current_catalog current_date current_role current_schema current_time current_timestamp "
            "current_user cursor database databases day_hour day_microsecond day_minute day_second dec decimal declare "
            "default "
            "deferrable deferred delayed delete delete_domain_id dense_rank desc describe deterministic distinct "
            "distinctrow div "
            "do_domain_ids do double drop dual each else elseif empty enclosed end escape escaped except exclude "
            "exclusive exists exit "
            "explain fail false fetch filter first_value float float4 float8 following for force foreign freeze from "
            "full fulltext "
            "function general generated get glob grant group grouping groups having high_priority hour_microsecond "
            "hour_minute hour_second if ignore ignore_domain_ids ignore_server_ids ilike immediate in index indexed "
            "infile initially "
            "inner inout insensitive insert instead int int1 int2 int3 int4 int8 integer intersect interval into "
            "io_after_gtids "
            "io_before_gtids is isnull iterate join json_table key keys kill lag last_value lateral lead leading leave "
            "left like limit "
            "linear lines load localtime localtimestamp lock long longblob longtext loop low_priority manual "
            "master_bind "
            "master_heartbeat_period master_ssl_verify_server_cert match materialized maxvalue mediumblob mediumint "
            "mediumtext "
            "middleint minute_microsecond minute_second mod modifies natural no_write_to_binlog not nothing notnull "
            "nth_value ntile "
            "null numeric of off offset on only optimize optimizer_costs option optionally or order others out outer "
            "outfile over "
            "overlaps page_checksum parallel parse_vcol_expr partition percent_rank placing plan pragma preceding "
            "precision primary "
            "procedure purge qualify query raise range rank read read_write reads real recursive ref_system_id "
            "references regexp "
            "reindex release rename repeat replace require resignal restrict return returning revoke right rlike "
            "rollback row "
            "row_number rows savepoint schema schemas second_microsecond select sensitive separator session_user set "
            "show signal "
            "similar slow smallint some spatial specific sql sql_big_result sql_calc_found_rows sql_small_result "
            "sqlexception sqlstate "
            "sqlwarning ssl starting stats_auto_recalc stats_persistent stats_sample_pages stored straight_join "
            "symmetric system "
            "system_user table tablesample temp temporary terminated then ties tinyblob tinyint tinytext to trailing "
            "transaction "
            "trigger true unbounded undo union unique unlock unsigned update usage use user using utc_date utc_time "
            "utc_timestamp "
            "vacuum values varbinary varchar varcharacter variadic varying vector verbose view virtual when where "
            "while window with "
            "without write xor year_month zerofill"_L1;
        QSet<QString> set;
        for (const QLatin1StringView word : text.tokenize(' '_L1))
            set.insert(word);
        return set;
    }();
    return words;
}

bool isBare(QStringView name, Dialect dialect)
{
    const auto isLower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const auto isUpper = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (name.isEmpty() || isDigit(name.front()))
        return false;
    // PostgreSQL folds capitals of bare words; the others keep them.
    const bool plain = std::ranges::all_of(name, [&](QChar c) {
        return isLower(c) || isDigit(c) || c == u'_' || (isUpper(c) && dialect != Dialect::PostgreSql);
    });
    return plain && !reservedWords().contains(name.toString().toLower());
}

} // namespace

QString identifierText(QStringView name, Dialect dialect)
{
    if (isBare(name, dialect))
        return name.toString();
    const QChar quote = isMySqlFamily(dialect) ? u'`' : u'"';
    return quote + name.toString().replace(quote, QString(2, quote)) + quote;
}

QString literalText(QStringView text, Dialect dialect)
{
    QString content = text.toString().replace(u'\'', "''"_L1);
    const bool backslash = content.contains(u'\\');
    if (backslash && dialect != Dialect::SQLite)
        content.replace(u'\\', "\\\\"_L1);
    return (backslash && dialect == Dialect::PostgreSql ? u"E'"_s : u"'"_s) + content + u'\'';
}

qsizetype identifierLimit(Dialect dialect)
{
    return dialect == Dialect::PostgreSql ? 63 : dialect == Dialect::SQLite ? 255 : 64;
}

QString fittedIdentifier(QString name, Dialect dialect)
{
    if (identifierLength(name, dialect) <= identifierLimit(dialect))
        return name;
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().first(7);
    const QString ending = u'_' + QString::fromLatin1(hash);
    while (identifierLength(name, dialect) + ending.size() > identifierLimit(dialect))
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return name + ending;
}

qsizetype identifierLength(QStringView name, Dialect dialect)
{
    return dialect == Dialect::PostgreSql ? name.toUtf8().size() : name.size();
}

} // namespace Whimbrel
