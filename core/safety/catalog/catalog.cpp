// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog.h"

#include "catalogdata.h"
#include "changes/catalogchange.h"

namespace Whimbrel {

Catalog::Catalog(Dialect dialect, Origin origin, ServerVersion version)
    : d(new Data(dialect, origin, version))
{
}

Catalog::Catalog(const Catalog &) = default;
Catalog::Catalog(Catalog &&) noexcept = default;
Catalog &Catalog::operator=(const Catalog &) = default;
Catalog &Catalog::operator=(Catalog &&) noexcept = default;
Catalog::~Catalog() = default;

Dialect Catalog::dialect() const
{
    return d->dialect;
}

Catalog::Origin Catalog::origin() const
{
    return d->origin;
}

ServerVersion Catalog::version() const
{
    return d->version;
}

bool Catalog::isComplete() const
{
    return d->origin == Origin::Connected && !d->opaque;
}

const CatalogRelation *Catalog::relation(const ObjectName &name) const
{
    return name.isEmpty() ? nullptr : d->find(name);
}

ObjectName Catalog::resolved(const ObjectName &name) const
{
    return d->resolved(name);
}

bool Catalog::isGone(const ObjectName &name, ObjectName *renamedTo) const
{
    const ObjectName whole = d->resolved(name);
    const ObjectName *gone = d->gone.isEmpty() || d->relation(whole) ? nullptr : d->gone.find(whole);
    if (gone && renamedTo)
        *renamedTo = *gone;
    return gone;
}

const CatalogType *Catalog::type(const ObjectName &name) const
{
    return d->types.isEmpty() ? nullptr : d->types.find(d->resolvedType(name));
}

const CatalogFunction *Catalog::function(const ObjectName &name) const
{
    return d->functions.isEmpty() ? nullptr : d->functions.find(d->resolvedFunction(name));
}

const CatalogRelation *Catalog::tableOfIndex(const ObjectName &index) const
{
    const ObjectName *table = d->indexes.find(d->resolvedIn(d->indexes, index));
    return table ? d->relation(*table) : nullptr;
}

template<typename Value>
static void sortByName(QList<const Value *> &values)
{
    std::ranges::sort(values, [](const Value *a, const Value *b) {
        return std::tie(a->name.schema, a->name.name) < std::tie(b->name.schema, b->name.name);
    });
}

QList<const CatalogRelation *> Catalog::relations() const
{
    QList<const CatalogRelation *> all;
    d->relations.forEach([&](const ObjectName &, const auto &node) { all.append(&node->relation); });
    sortByName(all);
    return all;
}

QList<const CatalogType *> Catalog::types() const
{
    QList<const CatalogType *> all;
    d->types.forEach([&](const ObjectName &, const CatalogType &type) { all.append(&type); });
    sortByName(all);
    return all;
}

QList<const CatalogFunction *> Catalog::functions() const
{
    QList<const CatalogFunction *> all;
    d->functions.forEach([&](const ObjectName &, const CatalogFunction &function) { all.append(&function); });
    sortByName(all);
    return all;
}

QList<const CatalogRelation *> Catalog::partitionsOf(const ObjectName &name) const
{
    return d->relationsOf(d->descendantsOf(d->resolved(name)));
}

const CatalogRelation *Catalog::defaultPartitionOf(const ObjectName &name) const
{
    const QList<const CatalogRelation *> children = d->relationsOf(d->namesOf(d->children, d->resolved(name)));
    const auto found = std::ranges::find_if(
        children, [](const CatalogRelation *child) { return child->bound.kind == PartitionBound::Kind::Default; });
    return found == children.end() ? nullptr : *found;
}

QList<Catalog::ForeignKey> Catalog::foreignKeysTo(const ObjectName &name) const
{
    const ObjectName whole = d->resolved(name);
    QList<ForeignKey> keys;
    QSet<ObjectName> seen;
    for (const CatalogRelation *table : d->relationsOf(d->namesOf(d->referencedBy, whole))) {
        if (seen.contains(table->name))
            continue;
        seen.insert(table->name);
        for (const CatalogConstraint &constraint : table->constraints) {
            if (constraint.definition.kind == ConstraintDefinition::Kind::ForeignKey
                && d->same(constraint.definition.references, whole))
                keys.append({table, &constraint});
        }
    }
    return keys;
}

QList<const CatalogRelation *> Catalog::viewsOn(const ObjectName &name) const
{
    return d->relationsOf(d->namesOf(d->readBy, d->resolved(name)));
}

QList<const CatalogRelation *> Catalog::tablesWithTriggers() const
{
    QList<const CatalogRelation *> tables;
    for (const CatalogRelation *relation : d->relationsOf(d->withTriggers)) {
        if (!relation->triggers.isEmpty())
            tables.append(relation);
    }
    return tables;
}

QList<const CatalogRelation *> Catalog::tablesUsing(const ObjectName &type) const
{
    const ObjectName whole = d->resolvedType(type);
    if (d->types.contains(whole)) {
        QList<ObjectName> names;
        for (const ObjectName &name : d->namesOf(d->usedBy, whole)) {
            if (!names.contains(name))
                names.append(name);
        }
        return d->relationsOf(names);
    }
    // A type that was made before all that is known: its users are known by its name as they wrote it.
    QList<const CatalogRelation *> users = relations();
    users.removeIf([&](const CatalogRelation *relation) {
        return std::ranges::none_of(relation->columns, [&](const CatalogColumn &column) {
            return column.type.name == type || column.type.name == whole;
        });
    });
    return users;
}

Answer Catalog::isNotNull(const CatalogRelation &relation, const QString &column, bool *byConstraint) const
{
    if (byConstraint)
        *byConstraint = false;
    const CatalogColumn *known = relation.column(column);
    if (known && known->notNull == Answer::Yes)
        return Answer::Yes;
    Answer answer = known ? known->notNull : relation.isComplete ? Answer::No : Answer::Depends;
    for (const CatalogConstraint &constraint : relation.constraints) {
        const ConstraintDefinition &definition = constraint.definition;
        if (definition.kind != ConstraintDefinition::Kind::Check || definition.notEnforced
            || !definition.expression.provesNotNull.contains(column, relation.nameCase))
            continue;
        if (constraint.validated == Answer::Yes) {
            if (byConstraint)
                *byConstraint = true;
            return Answer::Yes;
        }
        if (constraint.validated == Answer::Depends)
            answer = Answer::Depends;
    }
    return answer;
}

Answer Catalog::isUnique(const CatalogRelation &relation, const QStringList &columns) const
{
    const auto same = [&](const QStringList &others) {
        return others.size() == columns.size() && std::ranges::all_of(others, [&](const QString &other) {
                   return columns.contains(other, relation.nameCase);
               });
    };
    for (const CatalogConstraint &constraint : relation.constraints) {
        const ConstraintDefinition &definition = constraint.definition;
        const bool isKey = definition.kind == ConstraintDefinition::Kind::PrimaryKey
            || definition.kind == ConstraintDefinition::Kind::Unique;
        if (isKey && same(definition.columns))
            return Answer::Yes;
    }
    for (const CatalogIndex &index : relation.indexes) {
        const IndexDefinition &definition = index.definition;
        const bool isPlain = std::ranges::all_of(definition.parts, [](const IndexDefinition::Part &part) {
            return !part.column.isEmpty() && part.expression.isEmpty();
        });
        if (definition.unique && isPlain && definition.predicate.isEmpty() && index.valid != Answer::No
            && same(definition.keyColumns()))
            return index.valid;
    }
    return relation.isComplete ? Answer::No : Answer::Depends;
}

Moment Catalog::now() const
{
    return d->now;
}

bool Catalog::isNew(const Moment &made) const
{
    return made.migration >= 0 && made.migration == d->now.migration;
}

bool Catalog::isInvisible(const Moment &made) const
{
    return made.transaction >= 0 && made.transaction == d->now.transaction;
}

void Catalog::beginMigration()
{
    d->savepoints.clear();
    endSession(*d);
    ++d->now.migration;
    ++d->now.transaction;
}

void Catalog::beginTransaction()
{
    endTransaction(*d);
    ++d->now.transaction;
}

void Catalog::insert(CatalogRelation relation)
{
    d->insert(std::move(relation));
}

void Catalog::insert(CatalogType type)
{
    const ObjectName name = type.name;
    d->types[name] = std::move(type);
}

void Catalog::insert(CatalogFunction function)
{
    const ObjectName name = function.name;
    d->functions[name] = std::move(function);
}

void Catalog::setStatistics(const ObjectName &name, const RelationStatistics &statistics)
{
    if (CatalogRelation *known = d->change(d->resolved(name)))
        known->statistics = statistics;
}

void Catalog::setSearchPath(const QStringList &schemas)
{
    d->searchPath = d->initialSearchPath = schemas;
}

QStringList Catalog::searchPath() const
{
    return d->searchPath;
}

QString Catalog::setting(const QString &name) const
{
    return d->settings.value(name);
}

void Catalog::setSetting(const QString &name, const QString &value)
{
    d->settings.insert(name, value);
}

} // namespace Whimbrel
