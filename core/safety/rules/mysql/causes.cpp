// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/mysql/causes.h"

#include "safety/annotation.h"
#include "safety/mysql/impact/columnchange.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

DdlCost costOf(const RuleContext &context, const Operation &part)
{
    return costOf(plainImpact(context, {part}));
}

/// The part would be cheaper without what `leaveOut` takes from it.
template<typename LeaveOut>
bool isCheaperWithout(const RuleContext &context, const Operation &part, const LeaveOut &leaveOut)
{
    Operation other = part;
    leaveOut(other);
    return costOf(context, other) < costOf(context, part);
}

bool dropsConstraints(const RuleContext &context, const Operation &part, ConstraintKind kind)
{
    return isCheaperWithout(context, part, [kind](Operation &other) {
        other.columns.first().constraints.removeIf(
            [kind](const ConstraintDefinition &constraint) { return constraint.kind == kind; });
    });
}

QLatin1StringView causeOfNewColumn(const RuleContext &context, const Operation &part)
{
    const bool hasComputedDefault = isCheaperWithout(context, part, [](Operation &other) {
        other.columns.first().hasDefault = false;
        other.columns.first().defaultValue = {};
    });
    if (part.columns.constFirst().generated == GeneratedKind::Stored)
        return "mysql-stored-generated"_L1;
    if (hasComputedDefault)
        return "mysql-default-expression"_L1;
    if (dropsConstraints(context, part, ConstraintKind::Check))
        return "mysql-check-add"_L1;
    if (dropsConstraints(context, part, ConstraintKind::ForeignKey))
        return "mysql-fk-add"_L1;
    return {};
}

QLatin1StringView causeOfNewDefinition(const RuleContext &context, const Operation &part)
{
    const CatalogRelation *table = context.before.relation(part.relation);
    const CatalogColumn *column = findColumn(table, part.name);
    const TypeName &after = part.columns.constFirst().type;
    if (!column || column->type.name.name != after.name.name)
        return {};
    const TypeName &before = column->type;
    const QString from = characterSetOf(before, table);
    const QString to = characterSetOf(after, table);
    if (!from.isEmpty() && !to.isEmpty() && from != to)
        return "mysql-charset-convert"_L1;
    if (needsLongerLength(before, after, table, context.before.dialect()) != Answer::No)
        return "mysql-varchar-length-byte"_L1;
    if (!before.values.isEmpty() && before.values != after.values.first(std::min(before.values.size(), after.values.size())))
        return "mysql-enum-reorder"_L1;
    return {};
}

/// ALGORITHM asks for less than the change may take: the server refuses it then, and does nothing dearer.
bool isAskedToRefuse(const RuleContext &context)
{
    const QString asked = context.operations().isEmpty() ? QString() : context.operations().constFirst().algorithm;
    static const QStringList byCost{u"INSTANT"_s, u"NOCOPY"_s, u"INPLACE"_s, u"COPY"_s};
    return context.impact().fails != Answer::No && byCost.contains(asked)
        && byCost.indexOf(asked) < byCost.indexOf(context.impact().algorithm);
}

bool isPrimaryKeyDrop(const Operation &part)
{
    return part.value == "PRIMARY KEY"_L1 || part.name.compare("PRIMARY"_L1, Qt::CaseInsensitive) == 0;
}

QLatin1StringView causeOfConstraint(const Operation &part)
{
    switch (part.constraints.constFirst().kind) {
    case ConstraintKind::Check:
        return "mysql-check-add"_L1;
    case ConstraintKind::ForeignKey:
        return "mysql-fk-add"_L1;
    default:
        return {};
    }
}

} // namespace

const Impact *workedTable(const RuleContext &context)
{
    const StatementImpact &impact = context.impact();
    if (impact.algorithm.isEmpty() || impact.relations.isEmpty() || impact.fails == Answer::Yes || isAskedToRefuse(context))
        return nullptr;
    const Impact &first = impact.relations.constFirst();
    return isOthers(context, first.relation) && !first.isNew && !first.invisible ? &first : nullptr;
}

DdlCost costOf(const StatementImpact &impact)
{
    if (impact.algorithm == "COPY"_L1)
        return DdlCost::Copy;
    if (impact.algorithm.isEmpty() || impact.algorithm == "INSTANT"_L1)
        return DdlCost::Instant;
    const bool rebuilds = !impact.relations.isEmpty() && impact.relations.constFirst().rewrite != Answer::No;
    return rebuilds ? DdlCost::Rebuild : DdlCost::NoRebuild;
}

StatementImpact plainImpact(const RuleContext &context, QList<Operation> parts)
{
    for (Operation &part : parts) {
        part.algorithm.clear();
        part.lock.clear();
    }
    return impactOf(StatementReading{.operations = std::move(parts)}, context.before);
}

QLatin1StringView causeOf(const RuleContext &context, const Operation &part)
{
    const DdlCost cost = costOf(context, part);
    if (cost < DdlCost::Rebuild)
        return {};
    if (!part.position.isEmpty() && isCheaperWithout(context, part, [](Operation &other) { other.position.clear(); }))
        return "mysql-column-position"_L1;
    if (cost < DdlCost::Copy)
        return {};
    switch (part.kind) {
    case Kind::AddColumn:
        return causeOfNewColumn(context, part);
    case Kind::ModifyColumn:
        return causeOfNewDefinition(context, part);
    case Kind::AddConstraint:
        return causeOfConstraint(part);
    case Kind::AlterConstraint:
        return "mysql-check-add"_L1; // ENFORCED from now on
    case Kind::DropConstraint:
        return isPrimaryKeyDrop(part) ? "mysql-primary-key-drop"_L1 : QLatin1StringView();
    case Kind::ConvertCharacterSet:
        return "mysql-charset-convert"_L1;
    default:
        return {};
    }
}

bool isExplained(const RuleContext &context)
{
    const auto isSwitchedOn = [&context](QLatin1StringView id) {
        const Rule *found = id.isEmpty() ? nullptr : rule(id);
        return found && found->isFor(context.before.dialect()) && isOn(*found, context.settings);
    };
    const DdlCost whole = costOf(context.impact());
    bool isToldOf = false;
    for (const Operation &part : context.operations()) {
        if (costOf(context, part) < whole)
            continue;
        if (!isSwitchedOn(causeOf(context, part)))
            return false;
        isToldOf = true;
    }
    return isToldOf || (isDearerTogether(context) && isSwitchedOn("mysql-instant-mixed"_L1));
}

bool isDearerTogether(const RuleContext &context)
{
    const QList<Operation> &parts = context.operations();
    if (parts.size() < 2)
        return false;
    const DdlCost whole = costOf(plainImpact(context, parts));
    return std::ranges::all_of(parts, [&](const Operation &part) { return costOf(context, part) < whole; });
}

/// What it costs, where something that is not known decides.
static QString possibleCost(const RuleContext &context, const Impact &table)
{
    const QString name = shown(context, table.relation);
    const bool mayCopy = costOf(context.impact()) == DdlCost::Copy;
    if (table.rewrite == Answer::Depends && !mayCopy)
        return tr("“%1” may be built again in place: as much disk space again, and replicas fall behind. That depends on %2.").arg(name, table.dependsOn);
    if (table.rewrite == Answer::Depends && table.blocksWrites())
        return tr("“%1” may be copied row by row, and nobody can write to it meanwhile. That depends on %2.").arg(name, table.dependsOn);
    if (table.rewrite == Answer::Depends)
        return tr("“%1” may be copied row by row; writes go on, and are repeated on the copy. That depends on %2.").arg(name, table.dependsOn);
    return tr("“%1” is copied row by row, and it may be that nobody can write to it meanwhile. That depends on %2.").arg(name, table.dependsOn);
}

static QString certainCost(const RuleContext &context, const Impact &table)
{
    const QString name = shown(context, table.relation);
    if (costOf(context.impact()) < DdlCost::Copy)
        return tr("“%1” is built again in place: as much disk space again, and replicas fall behind.").arg(name);
    if (table.blocksWrites())
        return tr("“%1” is copied row by row, and nobody can write to it meanwhile.").arg(name);
    return tr("“%1” is copied row by row; writes go on, and are repeated on the copy.").arg(name);
}

/// The statement asks for the algorithm that it takes, and for others to go on: somebody knows what it costs, and the server refuses
/// it where it would cost more.
static bool isAskedFor(const RuleContext &context)
{
    const Operation &first = context.operations().constFirst();
    return first.lock == "NONE"_L1 && first.algorithm == context.impact().algorithm;
}

void reportCost(RuleContext &context, const Operation *part, const QString &cause, bool needsSchema)
{
    const Impact *table = workedTable(context);
    if (!table)
        return;
    RuleContext::Report report;
    report.operation = part;
    report.severity = severityOfWork(context, table->relation);
    const bool isSure = table->rewrite != Answer::Depends && table->certain;
    report.needsSchema = needsSchema || !isSure;
    const bool blocksWrites = costOf(context.impact()) == DdlCost::Copy && table->blocksWrites();
    if (isAskedFor(context) || isAnnotated(context.statement().statement, "online-copy"_L1))
        report.severity = Severity::Info;
    else if (!report.severity && !(isSure && blocksWrites))
        report.severity = Severity::Warning;
    const QString cost = isSure ? certainCost(context, *table) : possibleCost(context, *table);
    report.message = cause.isEmpty() ? cost : tr("%1 %2", "two sentences: why, and what it costs").arg(cause, cost);
    context.report(report);
}

} // namespace Whimbrel
