// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofs.h"

#include <QDate>
#include <QSet>

#include <compare>
#include <optional>

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

using Comparison = Expression::Comparison;

/// Two literals in the order the server has them: numbers, or days as text; nullopt: not to be told.
std::optional<std::strong_ordering> order(const QString &a, const QString &b)
{
    if (a == b)
        return std::strong_ordering::equal;
    bool isNumber = false;
    bool isOtherNumber = false;
    const qlonglong number = a.toLongLong(&isNumber);
    const qlonglong other = b.toLongLong(&isOtherNumber);
    if (isNumber && isOtherNumber)
        return number <=> other;
    const QDate day = QDate::fromString(a, Qt::ISODate);
    const QDate otherDay = QDate::fromString(b, Qt::ISODate);
    if (day.isValid() && otherDay.isValid() && a.size() == b.size())
        return day.toJulianDay() <=> otherDay.toJulianDay();
    return std::nullopt;
}

/// Every comparison that valid checks of the table make on the column.
QList<Comparison> comparisonsOn(const CatalogRelation &table, const QString &column)
{
    QList<Comparison> found;
    for (const CatalogConstraint &constraint : table.constraints) {
        if (constraint.definition.kind != ConstraintKind::Check || constraint.validated != Answer::Yes || constraint.definition.notEnforced)
            continue;
        for (const Comparison &comparison : constraint.definition.expression.comparisons) {
            if (comparison.column == column)
                found.append(comparison);
        }
    }
    return found;
}

bool hasCheckOn(const CatalogRelation &table, const QStringList &columns)
{
    return std::ranges::any_of(table.constraints, [&](const CatalogConstraint &constraint) {
        const QStringList &named = constraint.definition.expression.columns;
        return constraint.definition.kind == ConstraintKind::Check && constraint.validated != Answer::No
            && std::ranges::any_of(columns, [&](const QString &column) { return named.contains(column); });
    });
}

bool atLeast(const QList<Comparison> &comparisons, const QString &bound)
{
    return std::ranges::any_of(comparisons, [&](const Comparison &comparison) {
        const auto found = order(comparison.literals.value(0), bound);
        return found && (comparison.op == ">="_L1 || comparison.op == ">"_L1 || comparison.op == "="_L1) && *found >= 0;
    });
}

bool below(const QList<Comparison> &comparisons, const QString &bound)
{
    return std::ranges::any_of(comparisons, [&](const Comparison &comparison) {
        const auto found = order(comparison.literals.value(0), bound);
        return found && ((comparison.op == "<"_L1 && *found <= 0) || ((comparison.op == "<="_L1 || comparison.op == "="_L1) && *found < 0));
    });
}

} // namespace

Answer provesBound(const CatalogRelation &table, const QStringList &key, const PartitionBound &bound, const Catalog &catalog)
{
    const Answer otherwise = !table.isComplete && !catalog.isComplete() ? Answer::Depends
        : key.isEmpty() || hasCheckOn(table, key)                       ? Answer::Depends
                                                                        : Answer::No;
    if (key.size() != 1 || catalog.isNotNull(table, key.first()) != Answer::Yes)
        return otherwise == Answer::Depends && key.size() == 1 && catalog.isNotNull(table, key.first()) == Answer::No ? Answer::No : otherwise;
    const QList<Comparison> comparisons = comparisonsOn(table, key.first());
    if (bound.kind == PartitionBound::Kind::Range && bound.from.size() == 1 && bound.to.size() == 1) {
        const bool isAbove = bound.from.first() == "MINVALUE"_L1 || atLeast(comparisons, bound.from.first());
        const bool isBelow = bound.to.first() == "MAXVALUE"_L1 || below(comparisons, bound.to.first());
        if (isAbove && isBelow)
            return Answer::Yes;
    }
    if (bound.kind == PartitionBound::Kind::List) {
        for (const Comparison &comparison : comparisons) {
            const bool isEquality = comparison.op == "="_L1 || comparison.op == "IN"_L1;
            if (isEquality && QSet<QString>(bound.values.begin(), bound.values.end()).contains(QSet<QString>(comparison.literals.begin(), comparison.literals.end())))
                return Answer::Yes;
        }
    }
    return otherwise;
}

Answer excludesBound(const CatalogRelation &defaultPartition, const QStringList &key)
{
    if (key.isEmpty() || hasCheckOn(defaultPartition, key))
        return Answer::Depends;
    return Answer::No;
}

} // namespace Whimbrel::PostgreSqlImpact
