// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogdata.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

namespace {

QStringList initialPath(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return {u"public"_s};
    case Dialect::SQLite:
        return {u"main"_s};
    case Dialect::MySql:
    case Dialect::MariaDb:
        break;
    }
    return {QString()}; // the database that the connection is in, whatever its name
}

QString temporarySchema(Dialect dialect)
{
    return dialect == Dialect::SQLite ? u"temp"_s : u"pg_temp"_s;
}

} // namespace

CatalogData::CatalogData(Dialect sql, Catalog::Origin from, ServerVersion server)
    : dialect(sql)
    , origin(from)
    , version(server)
    , searchPath(initialPath(sql))
    , initialSearchPath(searchPath)
{
    if (relationCase() == Qt::CaseSensitive)
        return;
    relations = SharedMap<QSharedDataPointer<Node>>(relationCase());
    indexes = gone = SharedMap<ObjectName>(relationCase());
    referencedBy = readBy = children = SharedMap<Names>(relationCase());
}

Qt::CaseSensitivity CatalogData::relationCase() const
{
    return dialect == Dialect::SQLite ? Qt::CaseInsensitive : Qt::CaseSensitive;
}

Qt::CaseSensitivity CatalogData::columnCase() const
{
    return dialect == Dialect::PostgreSql ? Qt::CaseSensitive : Qt::CaseInsensitive;
}

bool CatalogData::same(const ObjectName &a, const ObjectName &b) const
{
    return a.name.compare(b.name, relationCase()) == 0 && a.schema.compare(b.schema, relationCase()) == 0;
}

bool CatalogData::isRelationName(const ObjectName &name) const
{
    return relations.contains(name) || indexes.contains(name);
}

bool CatalogData::isConstraintName(const QString &schema, const QString &name) const
{
    return constraintNames.contains({schema, name});
}

/// The first name along the search path for which `has` is true; else the name as it would be made.
template<typename Has>
static ObjectName along(const CatalogData &data, const ObjectName &name, Has has)
{
    if (!name.schema.isEmpty())
        return name;
    if (!data.temporary.isEmpty()) {
        const ObjectName temporary{temporarySchema(data.dialect), name.name};
        if (has(temporary))
            return temporary;
    }
    for (const QString &schema : data.searchPath) {
        const ObjectName candidate{schema, name.name};
        if (has(candidate))
            return candidate;
    }
    return data.madeAs(name);
}

/// Asked for each statement a hundred times: it makes no names.
const CatalogRelation *CatalogData::find(const ObjectName &name) const
{
    if (!name.schema.isEmpty())
        return relation(name);
    if (!temporary.isEmpty()) {
        if (const CatalogRelation *known = relation({temporarySchema(dialect), name.name}))
            return known;
    }
    for (const QString &schema : searchPath) {
        if (const CatalogRelation *known = relation({schema, name.name}))
            return known;
    }
    return searchPath.isEmpty() ? relation(name) : nullptr;
}

ObjectName CatalogData::resolved(const ObjectName &name) const
{
    const CatalogRelation *known = find(name);
    return known ? known->name : madeAs(name);
}

ObjectName CatalogData::resolvedIn(const SharedMap<ObjectName> &names, const ObjectName &name) const
{
    return along(*this, name, [&](const ObjectName &candidate) { return names.contains(candidate); });
}

ObjectName CatalogData::resolvedType(const ObjectName &name) const
{
    return along(*this, name, [&](const ObjectName &candidate) { return types.contains(candidate); });
}

ObjectName CatalogData::resolvedFunction(const ObjectName &name) const
{
    return along(*this, name, [&](const ObjectName &candidate) { return functions.contains(candidate); });
}

ObjectName CatalogData::madeAs(const ObjectName &name, bool isTemporary) const
{
    if (isTemporary && !isMySqlFamily(dialect))
        return {temporarySchema(dialect), name.name};
    if (!name.schema.isEmpty())
        return name;
    return {searchPath.isEmpty() ? QString() : searchPath.first(), name.name};
}

const CatalogRelation *CatalogData::relation(ObjectNameView resolved) const
{
    const QSharedDataPointer<Node> *node = relations.find(resolved);
    return node ? &(*node)->relation : nullptr;
}

CatalogRelation *CatalogData::change(const ObjectName &resolved)
{
    QSharedDataPointer<Node> *node = relations.change(resolved);
    return node ? &(*node)->relation : nullptr;
}

CatalogRelation *CatalogData::known(const ObjectName &name, ObjectType type)
{
    const ObjectName whole = resolved(name);
    if (CatalogRelation *relation = change(whole))
        return relation;
    if (name.isEmpty() || (origin == Catalog::Origin::Connected && !opaque))
        return nullptr;
    CatalogRelation relation;
    relation.name = whole;
    relation.type = type;
    insert(std::move(relation));
    return change(whole);
}

void CatalogData::insert(CatalogRelation relation)
{
    const ObjectName key = relation.name;
    if (relations.contains(key))
        remove(relation.name);
    relation.nameCase = columnCase();
    for (const CatalogConstraint &constraint : std::as_const(relation.constraints))
        linkConstraint(relation, constraint);
    for (const CatalogColumn &column : std::as_const(relation.columns))
        linkColumn(relation, column);
    for (const CatalogIndex &index : std::as_const(relation.indexes)) {
        if (!isMySqlFamily(dialect))
            indexes[{relation.name.schema, index.definition.name}] = relation.name;
    }
    for (const ObjectName &parent : std::as_const(relation.parents))
        link(children, parent, relation.name);
    for (const ObjectName &read : std::as_const(relation.reads))
        link(readBy, read, relation.name);
    if (relation.isTemporary)
        temporary.append(relation.name);
    gone.remove(key);
    QSharedDataPointer<Node> &node = relations[key];
    node = new Node;
    node->relation = std::move(relation);
}

void CatalogData::remove(const ObjectName &resolved)
{
    const QSharedDataPointer<Node> *found = relations.find(resolved);
    if (!found)
        return;
    const QSharedDataPointer<Node> node = *found;
    const CatalogRelation &relation = node->relation;
    for (const CatalogConstraint &constraint : relation.constraints)
        unlinkConstraint(relation, constraint);
    for (const CatalogColumn &column : relation.columns)
        unlinkColumn(relation, column);
    for (const CatalogIndex &index : relation.indexes)
        indexes.remove({relation.name.schema, index.definition.name});
    for (const ObjectName &parent : relation.parents)
        unlink(children, parent, relation.name);
    for (const ObjectName &read : relation.reads)
        unlink(readBy, read, relation.name);
    if (relation.isTemporary) {
        temporary.removeOne(relation.name);
        droppedOnCommit.removeOne(relation.name);
    }
    relations.remove(resolved);
}

void CatalogData::addConstraint(CatalogRelation &relation, CatalogConstraint constraint)
{
    linkConstraint(relation, constraint);
    relation.constraints.append(std::move(constraint));
}

void CatalogData::removeConstraint(CatalogRelation &relation, qsizetype index)
{
    unlinkConstraint(relation, relation.constraints.at(index));
    relation.constraints.removeAt(index);
}

void CatalogData::replaceConstraint(CatalogRelation &relation, qsizetype index, CatalogConstraint constraint)
{
    unlinkConstraint(relation, relation.constraints.at(index));
    linkConstraint(relation, constraint);
    relation.constraints[index] = std::move(constraint);
}

void CatalogData::addIndex(CatalogRelation &relation, CatalogIndex index)
{
    if (!isMySqlFamily(dialect))
        indexes[{relation.name.schema, index.definition.name}] = relation.name;
    relation.indexes.append(std::move(index));
}

void CatalogData::removeIndex(CatalogRelation &relation, qsizetype index)
{
    indexes.remove({relation.name.schema, relation.indexes.at(index).definition.name});
    relation.indexes.removeAt(index);
}

void CatalogData::addColumn(CatalogRelation &relation, CatalogColumn column, qsizetype at)
{
    linkColumn(relation, column);
    if (const qsizetype size = relation.columns.size(); size == relation.columns.capacity())
        relation.columns.reserve(size + 1 + size / 8); // a list by itself would make room for twice as many, in each of 10,000 tables
    relation.columns.insert(at < 0 ? relation.columns.size() : at, std::move(column));
}

void CatalogData::removeColumn(CatalogRelation &relation, qsizetype index)
{
    unlinkColumn(relation, relation.columns.at(index));
    relation.columns.removeAt(index);
}

void CatalogData::addParent(CatalogRelation &relation, const ObjectName &parent)
{
    if (relation.parents.contains(parent))
        return;
    relation.parents.append(parent);
    link(children, parent, relation.name);
}

void CatalogData::removeParent(CatalogRelation &relation, const ObjectName &parent)
{
    if (relation.parents.removeOne(parent))
        unlink(children, parent, relation.name);
}

void CatalogData::setReads(CatalogRelation &relation, const Names &reads)
{
    for (const ObjectName &read : std::as_const(relation.reads))
        unlink(readBy, read, relation.name);
    relation.reads = reads;
    for (const ObjectName &read : reads)
        link(readBy, read, relation.name);
}

CatalogData::Names CatalogData::descendantsOf(const ObjectName &name) const
{
    Names found;
    if (!children.contains(name))
        return found; // as nearly all have none
    QSet<ObjectName> seen{name};
    const auto append = [&](const Names &names) {
        for (const ObjectName &child : names) {
            if (!seen.contains(child)) {
                seen.insert(child);
                found.append(child);
            }
        }
    };
    append(namesOf(children, name));
    for (qsizetype i = 0; i < found.size(); ++i)
        append(namesOf(children, found.at(i)));
    return found;
}

QList<const CatalogRelation *> CatalogData::relationsOf(const Names &names) const
{
    QList<const CatalogRelation *> found;
    for (const ObjectName &name : names) {
        if (const CatalogRelation *known = relation(name))
            found.append(known);
    }
    return found;
}

CatalogData::Names CatalogData::namesOf(const SharedMap<Names> &map, const ObjectName &name) const
{
    const Names *names = map.find(name);
    return names ? *names : Names();
}

void CatalogData::link(SharedMap<Names> &map, const ObjectName &to, const ObjectName &from)
{
    map[to].append(from);
}

void CatalogData::unlink(SharedMap<Names> &map, const ObjectName &to, const ObjectName &from)
{
    Names *names = map.change(to);
    if (names && names->removeOne(from) && names->isEmpty())
        map.remove(to);
}

void CatalogData::linkConstraint(const CatalogRelation &relation, const CatalogConstraint &constraint)
{
    const ConstraintDefinition &definition = constraint.definition;
    if (definition.kind == ConstraintDefinition::Kind::ForeignKey)
        link(referencedBy, definition.references, relation.name);
    if (dialect == Dialect::PostgreSql && !definition.name.isEmpty())
        ++constraintNames[{relation.name.schema, definition.name}];
}

void CatalogData::unlinkConstraint(const CatalogRelation &relation, const CatalogConstraint &constraint)
{
    const ConstraintDefinition &definition = constraint.definition;
    if (definition.kind == ConstraintDefinition::Kind::ForeignKey)
        unlink(referencedBy, definition.references, relation.name);
    const ObjectName key{relation.name.schema, definition.name};
    int *count = constraintNames.change(key);
    if (count && --*count == 0)
        constraintNames.remove(key);
}

void CatalogData::linkColumn(const CatalogRelation &relation, const CatalogColumn &column)
{
    if (const ObjectName key = typeKey(column); !key.isEmpty())
        link(usedBy, key, relation.name);
}

void CatalogData::unlinkColumn(const CatalogRelation &relation, const CatalogColumn &column)
{
    if (const ObjectName key = typeKey(column); !key.isEmpty())
        unlink(usedBy, key, relation.name);
}

/// The type that the schema itself defines, as it is known; a column's type is whole where it is one (see withWholeType()).
ObjectName CatalogData::typeKey(const CatalogColumn &column) const
{
    const ObjectName &name = column.type.name;
    return name.schema.isEmpty() || name.schema == u"pg_catalog"_s ? ObjectName() : name;
}

} // namespace Whimbrel
