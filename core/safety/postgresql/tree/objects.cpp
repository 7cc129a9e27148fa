// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/statements.h"
#include "safety/postgresql/tree/tables.h"

namespace Whimbrel::PgTree {

ObjectType objectTypeOf(::ObjectType type)
{
    switch (type) {
    case OBJECT_TABLE:
        return ObjectType::Table;
    case OBJECT_FOREIGN_TABLE:
        return ObjectType::ForeignTable;
    case OBJECT_VIEW:
        return ObjectType::View;
    case OBJECT_MATVIEW:
        return ObjectType::MaterializedView;
    case OBJECT_INDEX:
        return ObjectType::Index;
    case OBJECT_SEQUENCE:
        return ObjectType::Sequence;
    case OBJECT_TYPE:
    case OBJECT_ATTRIBUTE:
        return ObjectType::Type;
    case OBJECT_DOMAIN:
    case OBJECT_DOMCONSTRAINT:
        return ObjectType::Domain;
    case OBJECT_SCHEMA:
        return ObjectType::Schema;
    case OBJECT_DATABASE:
        return ObjectType::Database;
    case OBJECT_FUNCTION:
    case OBJECT_PROCEDURE:
    case OBJECT_ROUTINE:
    case OBJECT_AGGREGATE:
        return ObjectType::Function;
    case OBJECT_TRIGGER:
        return ObjectType::Trigger;
    case OBJECT_RULE:
        return ObjectType::Rule;
    case OBJECT_POLICY:
        return ObjectType::Policy;
    case OBJECT_EXTENSION:
        return ObjectType::Extension;
    case OBJECT_STATISTIC_EXT:
        return ObjectType::Statistics;
    case OBJECT_PUBLICATION:
        return ObjectType::Publication;
    case OBJECT_SUBSCRIPTION:
        return ObjectType::Subscription;
    case OBJECT_ROLE:
        return ObjectType::Role;
    case OBJECT_TABLESPACE:
        return ObjectType::Tablespace;
    case OBJECT_COLUMN:
        return ObjectType::Column;
    case OBJECT_TABCONSTRAINT:
        return ObjectType::Constraint;
    default:
        return ObjectType::Other;
    }
}

namespace {

/// A list of which the last element belongs to the table that the ones before name.
void readMember(const ::List *names, ObjectReference &reference)
{
    const size_t count = size(names);
    if (count == 0)
        return;
    reference.name = text(at<::String>(names, count - 1));
    if (count > 1)
        reference.relation.name = text(at<::String>(names, count - 2));
    if (count > 2)
        reference.relation.schema = text(at<::String>(names, count - 3));
}

bool isMember(::ObjectType type)
{
    return type == OBJECT_COLUMN || type == OBJECT_TABCONSTRAINT || type == OBJECT_TRIGGER || type == OBJECT_RULE || type == OBJECT_POLICY;
}

} // namespace

ObjectReference referenceOf(::ObjectType type, const Node *object)
{
    ObjectReference reference;
    reference.type = objectTypeOf(type);
    if (!object)
        return reference;
    switch (object->type) {
    case T_List:
        if (isMember(type))
            readMember(as<::List>(object), reference);
        else if (is(at<Node>(as<::List>(object), 0), T_TypeName)) // of a domain's constraint, a cast
            reference.relation = readType(at<::TypeName>(as<::List>(object), 0)).name;
        else
            reference.relation = nameOf(as<::List>(object));
        if (type == OBJECT_DOMCONSTRAINT && is(last<Node>(as<::List>(object)), T_String))
            reference.name = text(last<::String>(as<::List>(object)));
        return reference;
    case T_String:
        reference.relation.name = text(as<::String>(object));
        return reference;
    case T_TypeName:
        reference.relation = readType(as<::TypeName>(object)).name;
        return reference;
    case T_ObjectWithArgs:
        reference.relation = nameOf(as<ObjectWithArgs>(object)->objname);
        return reference;
    case T_RangeVar:
        reference.relation = nameOf(as<RangeVar>(object));
        return reference;
    case T_RoleSpec:
        reference.relation.name = text(as<RoleSpec>(object)->rolename);
        return reference;
    default:
        return reference;
    }
}

} // namespace Whimbrel::PgTree
