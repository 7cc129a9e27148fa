// SPDX-License-Identifier: GPL-3.0-or-later
#include "typechange.h"

#include "reasons.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

using Pair = std::pair<QStringView, QStringView>;

// Origin of the lists: pg_type and pg_cast of a PostgreSQL 17.12 server.
// clang-format off

// Types of PostgreSQL's own: none of them is a domain. Sorted.
constexpr QStringView builtinTypes[] = {
    u"aclitem", u"bit", u"bool", u"bpchar", u"bytea", u"char", u"cid", u"cidr", u"circle", u"date", u"datemultirange",
    u"daterange", u"float4", u"float8", u"gtsvector", u"inet", u"int2", u"int4", u"int4multirange", u"int4range",
    u"int8", u"int8multirange", u"int8range", u"interval", u"json", u"jsonb", u"jsonpath", u"macaddr", u"macaddr8",
    u"money", u"numeric", u"nummultirange", u"numrange", u"oid", u"path", u"pg_brin_bloom_summary",
    u"pg_brin_minmax_multi_summary", u"pg_dependencies", u"pg_lsn", u"pg_mcv_list", u"pg_ndistinct", u"pg_node_tree",
    u"pg_snapshot", u"polygon", u"refcursor", u"regclass", u"regcollation", u"regconfig", u"regdictionary",
    u"regnamespace", u"regoper", u"regoperator", u"regproc", u"regprocedure", u"regrole", u"regtype", u"text", u"tid",
    u"time", u"timestamp", u"timestamptz", u"timetz", u"tsmultirange", u"tsquery", u"tsrange", u"tstzmultirange",
    u"tstzrange", u"tsvector", u"txid_snapshot", u"uuid", u"varbit", u"varchar", u"xid", u"xid8", u"xml",
};

// The stored bytes are the same: castmethod b, and citext's own.
constexpr Pair binaryCoercible[] = {
    {u"bit", u"varbit"}, {u"cidr", u"inet"}, {u"citext", u"bpchar"}, {u"citext", u"text"}, {u"citext", u"varchar"}, {u"int4", u"oid"},
    {u"int4", u"regclass"}, {u"int4", u"regproc"}, {u"int4", u"regtype"}, {u"oid", u"int4"}, {u"oid", u"regclass"}, {u"oid", u"regproc"},
    {u"oid", u"regtype"}, {u"regclass", u"int4"}, {u"regclass", u"oid"}, {u"regproc", u"int4"}, {u"regproc", u"oid"}, {u"regtype", u"int4"},
    {u"regtype", u"oid"}, {u"text", u"bpchar"}, {u"text", u"citext"}, {u"text", u"varchar"}, {u"varbit", u"bit"}, {u"varchar", u"bpchar"},
    {u"varchar", u"citext"}, {u"varchar", u"text"}, {u"xml", u"bpchar"}, {u"xml", u"text"}, {u"xml", u"varchar"},
};

// Converted by a function, without USING: castcontext i and a.
constexpr Pair assignable[] = {
    {u"bool", u"bpchar"}, {u"bool", u"text"}, {u"bool", u"varchar"}, {u"box", u"polygon"}, {u"bpchar", u"char"},
    {u"bpchar", u"name"}, {u"bpchar", u"text"}, {u"bpchar", u"varchar"}, {u"char", u"bpchar"}, {u"char", u"text"},
    {u"char", u"varchar"}, {u"cidr", u"bpchar"}, {u"cidr", u"text"}, {u"cidr", u"varchar"}, {u"date", u"timestamp"},
    {u"date", u"timestamptz"}, {u"float4", u"float8"}, {u"float4", u"int2"}, {u"float4", u"int4"},
    {u"float4", u"int8"}, {u"float4", u"numeric"}, {u"float8", u"float4"}, {u"float8", u"int2"}, {u"float8", u"int4"},
    {u"float8", u"int8"}, {u"float8", u"numeric"}, {u"inet", u"bpchar"}, {u"inet", u"cidr"}, {u"inet", u"text"},
    {u"inet", u"varchar"}, {u"int2", u"float4"}, {u"int2", u"float8"}, {u"int2", u"int4"}, {u"int2", u"int8"},
    {u"int2", u"numeric"}, {u"int2", u"oid"}, {u"int4", u"float4"}, {u"int4", u"float8"}, {u"int4", u"int2"},
    {u"int4", u"int8"}, {u"int4", u"money"}, {u"int4", u"numeric"}, {u"int8", u"float4"}, {u"int8", u"float8"},
    {u"int8", u"int2"}, {u"int8", u"int4"}, {u"int8", u"money"}, {u"int8", u"numeric"}, {u"int8", u"oid"},
    {u"interval", u"time"}, {u"json", u"jsonb"}, {u"jsonb", u"json"}, {u"macaddr", u"macaddr8"},
    {u"macaddr8", u"macaddr"}, {u"money", u"numeric"}, {u"name", u"bpchar"}, {u"name", u"text"},
    {u"name", u"varchar"}, {u"numeric", u"float4"}, {u"numeric", u"float8"}, {u"numeric", u"int2"},
    {u"numeric", u"int4"}, {u"numeric", u"int8"}, {u"numeric", u"money"}, {u"oid", u"int8"}, {u"path", u"polygon"},
    {u"point", u"box"}, {u"polygon", u"path"}, {u"text", u"char"}, {u"text", u"name"}, {u"time", u"interval"},
    {u"time", u"timetz"}, {u"timestamp", u"date"}, {u"timestamp", u"time"}, {u"timestamp", u"timestamptz"},
    {u"timestamptz", u"date"}, {u"timestamptz", u"time"}, {u"timestamptz", u"timestamp"}, {u"timestamptz", u"timetz"},
    {u"timetz", u"time"}, {u"varchar", u"char"}, {u"varchar", u"name"},
};

// Both have the same default operator class: an index on one is an index on the other.
constexpr Pair sameOperatorClass[] = {
    {u"cidr", u"inet"}, {u"oid", u"regclass"}, {u"oid", u"regproc"}, {u"oid", u"regtype"}, {u"regclass", u"oid"}, {u"regproc", u"oid"},
    {u"regtype", u"oid"}, {u"text", u"varchar"}, {u"varchar", u"text"},
};
// clang-format on

bool contains(std::span<const Pair> pairs, QStringView from, QStringView to)
{
    return std::ranges::find(pairs, Pair{from, to}) != pairs.end();
}

bool isBuiltin(const TypeName &type)
{
    return (type.name.schema.isEmpty() || type.name.schema == "pg_catalog"_L1) && std::ranges::binary_search(builtinTypes, QStringView(type.name.name));
}

/// A type without its domains; `constrained` by any of them.
struct BaseType
{
    TypeName type;
    Answer constrained = Answer::No;
    bool isDomain = false;
    bool isKnown = true;
};

BaseType baseOf(const TypeName &type, const Catalog &catalog)
{
    BaseType base{.type = type};
    for (int depth = 0; depth < 8 && !isBuiltin(base.type); ++depth) {
        const CatalogType *found = catalog.type(base.type.name);
        if (!found || found->kind == CatalogType::Kind::Unknown) {
            base.isKnown = base.type.name.name == "citext"_L1 || catalog.isComplete();
            if (!base.isKnown)
                base.constrained = base.constrained == Answer::Yes ? Answer::Yes : Answer::Depends;
            return base;
        }
        if (found->kind != CatalogType::Kind::Domain)
            return base;
        base.isDomain = true;
        if (found->isConstrained || found->isNotNull)
            base.constrained = Answer::Yes;
        const int dimensions = base.type.arrayDimensions + found->baseType.arrayDimensions;
        base.type = found->baseType;
        base.type.arrayDimensions = dimensions;
    }
    return base;
}

bool isTemporal(QStringView type)
{
    return type == u"timestamp" || type == u"timestamptz" || type == u"time" || type == u"timetz" || type == u"interval";
}

/// The planner drops a change of length that cannot change a value; numeric_support(), varchar_support(), TemporalSimplify().
/// `from` empty: a length that is not known, because the value comes out of a domain or another type.
Answer changesLength(QStringView type, const QList<int> &from, const QList<int> &to, bool fromIsKnown)
{
    if (to.isEmpty() || (fromIsKnown && from == to))
        return Answer::No;
    if (isTemporal(type)) {
        if (to.size() == 1 && to.first() >= 6)
            return Answer::No; // the most there is
        if (to.size() > 1 || from.size() > 1)
            return Answer::Depends; // interval's fields
        const bool widens = fromIsKnown && !from.isEmpty() && to.first() >= from.first();
        return widens ? Answer::No : Answer::Yes;
    }
    if (!fromIsKnown || from.isEmpty())
        return Answer::Yes;
    if (type == u"varchar" || type == u"varbit")
        return to.first() >= from.first() ? Answer::No : Answer::Yes;
    if (type == u"numeric")
        return to.first() >= from.first() && to.value(1) == from.value(1) ? Answer::No : Answer::Yes;
    return Answer::Yes; // bpchar and bit are padded
}

bool isText(QStringView type)
{
    return type == u"text" || type == u"varchar" || type == u"bpchar";
}

/// Without USING. Between types whose domains are taken away.
TypeChange between(const BaseType &source, const BaseType &target, const Catalog &catalog)
{
    const QString &from = source.type.name.name;
    const QString &to = target.type.name.name;
    if (source.type.arrayDimensions > 0 || target.type.arrayDimensions > 0) {
        const bool same = source.type.arrayDimensions > 0 && target.type.arrayDimensions > 0 && source.type.name == target.type.name;
        if (same && (target.type.modifiers.isEmpty() || (!source.isDomain && source.type.modifiers == target.type.modifiers)))
            return {};
        const Answer fails = target.type.arrayDimensions == 0 && isText(to) ? Answer::No : same ? Answer::No : Answer::Depends;
        return {.rewrite = Answer::Yes, .indexRebuild = Answer::Yes, .fails = fails, .dependsOn = {}};
    }
    if (source.type.name == target.type.name || (from == to && isBuiltin(source.type) && isBuiltin(target.type))) {
        const Answer change = changesLength(to, source.type.modifiers, target.type.modifiers, !source.isDomain);
        return {.rewrite = change, .indexRebuild = Answer::No, .fails = Answer::No, .dependsOn = {}};
    }
    if (contains(binaryCoercible, from, to)) {
        const Answer change = changesLength(to, {}, target.type.modifiers, false);
        return {.rewrite = change, .indexRebuild = contains(sameOperatorClass, from, to) ? Answer::No : Answer::Yes, .fails = Answer::No, .dependsOn = {}};
    }
    const bool isZoned = (from == "timestamp"_L1 && to == "timestamptz"_L1) || (from == "timestamptz"_L1 && to == "timestamp"_L1);
    if (isZoned) {
        const QString zone = catalog.setting(u"timezone"_s).toLower();
        const bool isUtc = zone == "utc"_L1 || zone == "etc/utc"_L1 || zone == "gmt"_L1 || zone == "etc/gmt"_L1 || zone == "0"_L1 || zone == "uct"_L1;
        const Answer length = changesLength(to, {}, target.type.modifiers, false);
        const Answer byZone = isUtc ? Answer::No : zone.isEmpty() ? Answer::Depends : Answer::Yes;
        return {.rewrite = length == Answer::No ? byZone : length, .indexRebuild = Answer::Yes, .fails = Answer::No, .dependsOn = Reasons::timeZone()};
    }
    TypeChange change{.rewrite = Answer::Yes, .indexRebuild = Answer::Yes, .fails = Answer::No, .dependsOn = {}};
    if (isText(to) || contains(assignable, from, to))
        return change;
    if (isBuiltin(source.type) && isBuiltin(target.type)) {
        change.fails = Answer::Yes;
        return change;
    }
    change.fails = Answer::Depends;
    if (!source.isKnown || !target.isKnown || !isText(from)) // an extension's types may be the same bytes
        change.rewrite = isBuiltin(source.type) && target.isKnown && catalog.type(target.type.name) ? Answer::Yes : Answer::Depends;
    change.dependsOn = Reasons::type(target.type.text.isEmpty() ? to : target.type.text);
    return change;
}

/// What USING does: nothing but casts of the column, or something else.
struct UsingReading
{
    bool isColumn = false;
    QStringList casts; ///< types as written, the innermost first
};

UsingReading readUsing(const QString &column, const QString &expression)
{
    static const QRegularExpression cast(u"^(.*)::\\s*([a-z_][\\w. ]*(?:\\([0-9, ]*\\))?(?:\\[\\])*)$"_s,
                                         QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression castCall(u"^cast\\s*\\((.*)\\s+as\\s+([a-z_][\\w. ]*(?:\\([0-9, ]*\\))?(?:\\[\\])*)\\)$"_s,
                                             QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    UsingReading reading;
    QString text = expression.trimmed();
    while (true) {
        if (text.startsWith(u'(') && text.endsWith(u')') && text.count(u'(') == 1) {
            text = text.sliced(1, text.size() - 2).trimmed();
            continue;
        }
        auto match = cast.match(text);
        if (!match.hasMatch())
            match = castCall.match(text);
        if (!match.hasMatch())
            break;
        reading.casts.prepend(match.captured(2).simplified().toLower());
        text = match.captured(1).trimmed();
    }
    reading.isColumn = text.compare(column, Qt::CaseInsensitive) == 0 || text == u'"' + column + u'"';
    return reading;
}

} // namespace

TypeChange typeChange(const QString &column, const TypeName &from, const TypeName &to, const Expression &usingExpression, const Catalog &catalog)
{
    const BaseType source = baseOf(from, catalog);
    const BaseType target = baseOf(to, catalog);
    TypeChange change;
    if (from.isEmpty()) {
        change = {.rewrite = Answer::Depends, .indexRebuild = Answer::Depends, .fails = Answer::Depends, .dependsOn = Reasons::expression(column)};
    } else {
        change = between(source, target, catalog);
        if (target.constrained == Answer::Yes)
            change.rewrite = Answer::Yes;
        else if (target.constrained == Answer::Depends && change.rewrite == Answer::No)
            change = {.rewrite = Answer::Depends, .indexRebuild = Answer::Depends, .fails = Answer::No, .dependsOn = Reasons::type(to.text)};
        if (from.collation != to.collation && change.indexRebuild == Answer::No)
            change.indexRebuild = Answer::Yes;
    }
    if (usingExpression.isEmpty())
        return change;

    const UsingReading reading = readUsing(column, usingExpression.text);
    if (!reading.isColumn)
        return {.rewrite = Answer::Yes, .indexRebuild = Answer::Yes, .fails = Answer::No, .dependsOn = {}};
    change.fails = Answer::No;
    const bool onlyTarget = reading.casts.isEmpty() || (reading.casts.size() == 1 && reading.casts.first() == to.text.simplified().toLower());
    if (!onlyTarget && change.rewrite == Answer::No)
        change = {.rewrite = Answer::Depends, .indexRebuild = Answer::Depends, .fails = Answer::No, .dependsOn = Reasons::expression(column)};
    return change;
}

Answer isConstrainedDomain(const TypeName &type, const Catalog &catalog)
{
    return type.arrayDimensions > 0 ? Answer::No : baseOf(type, catalog).constrained;
}

} // namespace Whimbrel::PostgreSqlImpact
