// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/typewidth.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Types of one family in order of their width; the names of all databases side by side.
struct Width
{
    QLatin1StringView name;
    char family;
    int rank;
};

constexpr std::array widths{
    Width{"tinyint"_L1, 'i', 1}, Width{"int2"_L1, 'i', 2}, Width{"smallint"_L1, 'i', 2}, Width{"mediumint"_L1, 'i', 3},
    Width{"int4"_L1, 'i', 4}, Width{"int"_L1, 'i', 4}, Width{"integer"_L1, 'i', 4}, Width{"int8"_L1, 'i', 5}, Width{"bigint"_L1, 'i', 5},
    Width{"float4"_L1, 'f', 1}, Width{"float"_L1, 'f', 1}, Width{"real"_L1, 'f', 1}, Width{"float8"_L1, 'f', 2}, Width{"double"_L1, 'f', 2},
    Width{"double precision"_L1, 'f', 2}, Width{"numeric"_L1, 'n', 1}, Width{"decimal"_L1, 'n', 1},
    Width{"varchar"_L1, 'c', 1}, Width{"tinytext"_L1, 'c', 2}, Width{"text"_L1, 'c', 3}, Width{"mediumtext"_L1, 'c', 4}, Width{"longtext"_L1, 'c', 5},
    Width{"bpchar"_L1, 'h', 1}, Width{"char"_L1, 'h', 1}, Width{"varbit"_L1, 'b', 1}, Width{"varbinary"_L1, 'y', 1},
    Width{"timestamp"_L1, 't', 1}, Width{"timestamptz"_L1, 'z', 1}, Width{"datetime"_L1, 'd', 1}, Width{"time"_L1, 'm', 1},
    Width{"enum"_L1, 'e', 1},
};

const Width *widthOf(const TypeName &type)
{
    const auto found = std::ranges::find_if(widths, [&](const Width &width) { return type.name.name == width.name; });
    return found == widths.end() ? nullptr : &*found;
}

TypeWidth compare(qint64 from, qint64 to)
{
    return from == to ? TypeWidth::Same : from < to ? TypeWidth::Wider : TypeWidth::Narrower;
}

TypeWidth both(TypeWidth one, TypeWidth other)
{
    if (one == TypeWidth::Same)
        return other;
    if (other == TypeWidth::Same || one == other)
        return one;
    return TypeWidth::Narrower; // wider in one way, narrower in another: some values do not fit
}

constexpr int unlimited = 1'000'000'000;

int modifier(const TypeName &type, qsizetype index, int otherwise)
{
    return type.modifiers.value(index, otherwise);
}

TypeWidth numericWidth(const TypeName &from, const TypeName &to)
{
    if (to.modifiers.isEmpty())
        return from.modifiers.isEmpty() ? TypeWidth::Same : TypeWidth::Wider;
    if (from.modifiers.isEmpty())
        return TypeWidth::Narrower;
    const int oldScale = modifier(from, 1, 0);
    const int newScale = modifier(to, 1, 0);
    return both(compare(modifier(from, 0, 0) - oldScale, modifier(to, 0, 0) - newScale), compare(oldScale, newScale));
}

TypeWidth valuesWidth(const QStringList &from, const QStringList &to)
{
    const auto holdsAll = [](const QStringList &some, const QStringList &all) {
        return std::ranges::all_of(some, [&](const QString &value) { return all.contains(value); });
    };
    if (from == to)
        return TypeWidth::Same;
    return holdsAll(from, to) ? TypeWidth::Wider : TypeWidth::Narrower;
}

TypeWidth widthInFamily(const Width &from, const Width &to, const TypeName &fromType, const TypeName &toType)
{
    switch (from.family) {
    case 'i':
        if (fromType.isUnsigned == toType.isUnsigned)
            return compare(from.rank, to.rank);
        return !toType.isUnsigned && to.rank > from.rank ? TypeWidth::Wider : TypeWidth::Narrower;
    case 'n':
        return numericWidth(fromType, toType);
    case 'e':
        return valuesWidth(fromType.values, toType.values);
    case 'c':
        if (from.rank != to.rank)
            return from.rank < to.rank ? TypeWidth::Wider : (toType.modifiers.isEmpty() && to.rank == 1 && fromType.name.name == "text"_L1
                                                                  ? TypeWidth::Same // PostgreSQL's text and varchar without a length
                                                                  : TypeWidth::Narrower);
        [[fallthrough]];
    default:
        return both(compare(from.rank, to.rank), compare(modifier(fromType, 0, unlimited), modifier(toType, 0, unlimited)));
    }
}

} // namespace

TypeWidth typeWidth(const TypeName &from, const TypeName &to)
{
    const Width *old = widthOf(from);
    const Width *anew = widthOf(to);
    if (from.arrayDimensions != to.arrayDimensions)
        return TypeWidth::Different;
    if (!old || !anew)
        return from.name.name == to.name.name && from.modifiers == to.modifiers ? TypeWidth::Same : TypeWidth::Different;
    if (old->family == anew->family)
        return widthInFamily(*old, *anew, from, to);
    if (old->family == 'e' && anew->family == 'c')
        return TypeWidth::Wider;
    if (anew->family == 'e')
        return TypeWidth::Narrower;
    if (old->family == 'i' && anew->family == 'n' && to.modifiers.isEmpty())
        return TypeWidth::Wider;
    if ((old->family == 'n' || old->family == 'f') && anew->family == 'i')
        return TypeWidth::Narrower;
    if (old->family == 'h' && anew->family == 'c')
        return compare(modifier(from, 0, 1), modifier(to, 0, unlimited)) == TypeWidth::Narrower ? TypeWidth::Narrower : TypeWidth::Wider;
    if (old->family == 'c' && anew->family == 'h')
        return compare(modifier(from, 0, unlimited), modifier(to, 0, 1)) == TypeWidth::Narrower ? TypeWidth::Narrower : TypeWidth::Wider;
    return TypeWidth::Different;
}

} // namespace Whimbrel
