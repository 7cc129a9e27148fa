// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

#include "safety/catalog/servernames.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

QString overloadType(const TypeName &type)
{
    return type.arrayDimensions > 0 ? type.name.name + u"[]"_s : type.name.name; // of any number of dimensions to the server
}

std::optional<CatalogFunction::Overload> overloadOf(const Operation &createFunction)
{
    if (createFunction.columns.isEmpty())
        return std::nullopt;
    CatalogFunction::Overload overload;
    overload.returns = overloadType(createFunction.columns.constFirst().type);
    for (const ColumnDefinition &argument : createFunction.columns.sliced(1)) {
        overload.arguments.append(overloadType(argument.type));
        overload.names.append(argument.name);
    }
    return overload;
}

void CatalogChange::createView()
{
    const ObjectName name = d.madeAs(op.relation, op.has(Flag::Temporary));
    const CatalogRelation *before = d.relation(name);
    if (before && op.has(Flag::IfNotExists))
        return;
    CatalogRelation view;
    view.name = name;
    view.type = op.kind == Operation::Kind::CreateMaterializedView ? ObjectType::MaterializedView : ObjectType::View;
    view.isTemporary = op.has(Flag::Temporary);
    view.isComplete = !op.columnNames.isEmpty();
    view.made = before ? before->made : d.now;
    if (before) {
        view.triggers = before->triggers;
        view.scripts = before->scripts;
        view.comment = before->comment;
    }
    for (const QString &columnName : op.columnNames) {
        CatalogColumn column;
        column.name = columnName;
        column.notNull = column.hasDefault = column.isIdentity = Answer::No;
        column.made = d.now;
        view.columns.append(std::move(column));
    }
    for (const ObjectName &read : op.reads) {
        if (const ObjectName whole = d.resolved(read); !view.reads.contains(whole))
            view.reads.append(whole);
    }
    view.readColumns = op.expression.columns;
    if (isSQLite())
        view.scripts.prepend({name.name, op.expression.text, view.reads});
    d.insert(std::move(view));
}

void CatalogChange::createSequence()
{
    const ObjectName name = d.madeAs(op.relation, op.has(Flag::Temporary));
    if (op.has(Flag::IfNotExists) && d.isRelationName(name))
        return;
    CatalogRelation sequence;
    sequence.name = name;
    sequence.type = ObjectType::Sequence;
    sequence.isTemporary = op.has(Flag::Temporary);
    sequence.isComplete = true;
    sequence.made = d.now;
    d.insert(std::move(sequence));
    alterSequence();
}

/// What of a sequence matters to others: whose it is, and how far it has come.
void CatalogChange::alterSequence()
{
    for (const auto &[name, value] : op.options) {
        const bool isStart = name.compare("restart"_L1, Qt::CaseInsensitive) == 0 || name.compare("start"_L1, Qt::CaseInsensitive) == 0;
        CatalogRelation *sequence = isStart && value.toLongLong() > 0 ? d.known(op.relation, ObjectType::Sequence) : nullptr;
        if (sequence)
            sequence->lastValue = value.toLongLong() - 1;
    }
    if (op.other.isEmpty())
        return;
    CatalogRelation *sequence = d.known(op.relation, ObjectType::Sequence);
    CatalogRelation *owner = d.known(op.other);
    if (!sequence || !owner)
        return;
    if (CatalogRelation *before = d.change(sequence->ownedBy))
        before->ownedSequences.removeOne(sequence->name);
    sequence->ownedBy = owner->name;
    sequence->ownedByColumn = op.name;
    owner->ownedSequences.append(sequence->name);
}

void CatalogChange::createType()
{
    using Kind = CatalogType::Kind;
    CatalogType type;
    type.name = d.madeAs(op.relation);
    type.kind = op.value == "ENUM"_L1  ? Kind::Enum
        : op.value == "COMPOSITE"_L1   ? Kind::Composite
        : op.value == "RANGE"_L1       ? Kind::Range
                                       : Kind::Base;
    type.values = op.values;
    for (const ColumnDefinition &attribute : op.columns)
        type.attributes.append(attribute.name);
    type.made = d.now;
    const ObjectName name = type.name;
    d.types[name] = std::move(type);
}

void CatalogChange::createDomain()
{
    CatalogType type;
    type.name = d.madeAs(op.relation);
    type.kind = CatalogType::Kind::Domain;
    type.made = d.now;
    if (!op.columns.isEmpty()) {
        const ColumnDefinition &definition = op.columns.first();
        type.baseType = definition.type;
        type.isNotNull = definition.notNull;
        type.hasDefault = definition.hasDefault && !definition.defaultValue.isNull;
        for (const ConstraintDefinition &constraint : definition.constraints)
            addToDomain(type, constraint);
    }
    for (const ConstraintDefinition &constraint : op.constraints)
        addToDomain(type, constraint);
    const ObjectName name = type.name;
    type.isConstrained = type.isNotNull || !type.constraints.isEmpty();
    d.types[name] = std::move(type);
}

void CatalogChange::addToDomain(CatalogType &type, ConstraintDefinition constraint)
{
    if (constraint.kind != ConstraintKind::Check)
        return;
    if (constraint.name.isEmpty()) {
        constraint.name = postgreSqlFreeName(type.name.name, {}, u"check"_s, [&](const QString &name) {
            return std::ranges::any_of(type.constraints, [&](const auto &other) { return other.name == name; });
        });
    }
    type.constraints.append(std::move(constraint));
}

/// Every change of a type that is not a rename, a move or a drop.
void CatalogChange::alterType()
{
    const ObjectName name = d.resolvedType(op.relation);
    if (!d.types.contains(name)) {
        CatalogType unknown;
        unknown.name = name;
        d.types[name] = unknown;
    }
    CatalogType &type = d.types[name];
    switch (op.kind) {
    case Operation::Kind::AddEnumValue:
    case Operation::Kind::RenameEnumValue:
        return alterEnum(type);
    case Operation::Kind::AlterCompositeType:
        return alterComposite(type);
    default:
        return alterDomain(type);
    }
}

void CatalogChange::alterEnum(CatalogType &type)
{
    if (type.kind == CatalogType::Kind::Unknown)
        type.kind = CatalogType::Kind::Enum;
    if (op.kind == Operation::Kind::RenameEnumValue) {
        std::ranges::replace(type.values, op.name, op.newName);
        return;
    }
    if (type.values.contains(op.value))
        return;
    qsizetype at = op.name.isEmpty() ? -1 : type.values.indexOf(op.name);
    if (at >= 0 && op.position.compare("AFTER"_L1, Qt::CaseInsensitive) == 0)
        ++at;
    type.values.insert(at < 0 ? type.values.size() : at, op.value);
}

void CatalogChange::alterComposite(CatalogType &type)
{
    type.kind = CatalogType::Kind::Composite;
    if (op.value == "ADD"_L1 && !type.attributes.contains(op.name))
        type.attributes.append(op.name);
    else if (op.value == "DROP"_L1)
        type.attributes.removeOne(op.name);
    else if (op.value == "RENAME"_L1)
        std::ranges::replace(type.attributes, op.name, op.newName);
}

void CatalogChange::alterDomain(CatalogType &type)
{
    type.kind = CatalogType::Kind::Domain;
    switch (op.kind) {
    case Operation::Kind::AddDomainConstraint:
        for (const ConstraintDefinition &constraint : op.constraints)
            addToDomain(type, constraint);
        break;
    case Operation::Kind::DropDomainConstraint:
        type.constraints.removeIf([this](const ConstraintDefinition &constraint) { return constraint.name == op.name; });
        break;
    case Operation::Kind::ValidateDomainConstraint:
        for (ConstraintDefinition &constraint : type.constraints) {
            if (constraint.name == op.name)
                constraint.notValid = false;
        }
        break;
    case Operation::Kind::SetDomainNotNull:
    case Operation::Kind::DropDomainNotNull:
        type.isNotNull = op.kind == Operation::Kind::SetDomainNotNull;
        break;
    case Operation::Kind::SetDomainDefault:
        type.hasDefault = !op.expression.isEmpty() && !op.expression.isNull;
        break;
    default:
        break;
    }
    type.isConstrained = type.isNotNull || !type.constraints.isEmpty();
}

/// The functions of this name once it is created: a new one beside them, or one of them anew.
QList<CatalogFunction::Overload> CatalogChange::overloadsOf(const CatalogFunction *known) const
{
    const std::optional<CatalogFunction::Overload> created = overloadOf(op);
    if (!created || (known && known->overloads.isEmpty()))
        return {}; // one of them is not known
    QList<CatalogFunction::Overload> overloads = known ? known->overloads : QList<CatalogFunction::Overload>();
    overloads.removeIf([&](const CatalogFunction::Overload &other) { return other.arguments == created->arguments; });
    overloads.append(*created);
    return overloads;
}

void CatalogChange::createFunction()
{
    using Volatility = CatalogFunction::Volatility;
    CatalogFunction function;
    function.name = d.madeAs(op.relation);
    function.volatility = op.name == "IMMUTABLE"_L1 ? Volatility::Immutable
        : op.name == "STABLE"_L1                    ? Volatility::Stable
                                                    : Volatility::Volatile;
    function.returnsTrigger = op.other.name == "trigger"_L1;
    function.inlinesToConstant = op.value == "sql"_L1 && op.expression.isConstant;
    function.made = d.now;
    const ObjectName name = function.name;
    function.overloads = overloadsOf(d.functions.find(name));
    d.functions[name] = std::move(function);
}

void CatalogChange::createTrigger()
{
    CatalogRelation *relation = target();
    if (!relation || op.name.isEmpty())
        return;
    const auto add = [this](CatalogRelation &one) {
        // One function a trigger, in the same order, so that it goes with it.
        if (const qsizetype known = one.triggers.indexOf(op.name); known < 0) {
            one.triggerFunctions.resize(one.triggers.size());
            one.triggers.append(op.name);
            one.triggerFunctions.append(op.other);
        } else if (known < one.triggerFunctions.size()) {
            one.triggerFunctions[known] = op.other;
        }
    };
    if (relation->isPartitioned)
        forTree(*relation, add);
    else
        add(*relation);
    if (!isSQLite() || std::ranges::contains(relation->scripts, op.name, &CatalogScript::name))
        return;
    CatalogScript script{op.name, op.expression.text, {}};
    for (const ObjectName &read : op.reads)
        script.reads.append(d.resolved(read));
    relation->scripts.append(std::move(script));
    if (!d.withTriggers.contains(relation->name))
        d.withTriggers.append(relation->name);
}

void CatalogChange::createPolicy()
{
    CatalogRelation *relation = target();
    if (relation && !relation->policies.contains(op.name))
        relation->policies.append(op.name);
}

} // namespace Whimbrel
