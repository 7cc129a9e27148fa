// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QStringList namesInUse(const RuleContext &context, const QList<const CatalogRelation *> &relations)
{
    QStringList names;
    for (const CatalogRelation *relation : relations) {
        if (isOthers(context, relation->name))
            names.append(shown(context, relation->name));
    }
    return names;
}

bool isNewType(const RuleContext &context, const ObjectName &name)
{
    const CatalogType *type = context.before.type(name);
    return type && context.before.isNew(type->made);
}

void checkDomain(RuleContext &context)
{
    forEach(context, {Kind::AddDomainConstraint, Kind::ValidateDomainConstraint, Kind::SetDomainNotNull},
            [&context](const Operation &change) {
                const bool isFree = change.kind == Kind::AddDomainConstraint && !change.constraints.isEmpty() &&
                                    change.constraints.constFirst().notValid;
                if (isFree || isNewType(context, change.relation))
                    return;
                const QStringList tables = namesInUse(context, context.before.tablesUsing(change.relation));
                if (tables.isEmpty() && context.before.isComplete())
                    return;
                const QString domain = change.relation.toString();
                const QString message =
                    tables.isEmpty()
                        ? tr("Every table with a column of the domain “%1” is read, and nobody can write to any of "
                             "them until that is done.")
                              .arg(domain)
                        : tr("The domain “%1” is used in %2: every row there is read, and nobody can write meanwhile.")
                              .arg(domain, listed(tables));
                const bool isLater = change.kind == Kind::ValidateDomainConstraint;
                context.report({.message = message,
                                .operation = &change,
                                .severity = isLater ? std::optional(Severity::Warning) : std::nullopt,
                                .needsSchema = tables.isEmpty()});
            });
}

void checkComposite(RuleContext &context)
{
    forEach(context, {Kind::AlterCompositeType}, [&context](const Operation &change) {
        if (!change.has(Flag::Cascade) || isNewType(context, change.relation))
            return;
        QStringList tables;
        if (const CatalogType *type = context.before.type(change.relation)) {
            for (const ObjectName &table : type->usedBy)
                tables.append(shown(context, table));
        }
        if (tables.isEmpty() && context.before.isComplete())
            return;
        const QString message = tables.isEmpty() ? tr("Every table of the type “%1” changes with it, and nobody can "
                                                      "read or write one until the transaction ends.")
                                                       .arg(change.relation.toString())
                                                 : tr("The tables of the type “%1” change with it (%2), and nobody can "
                                                      "read or write them until the transaction ends.")
                                                       .arg(change.relation.toString(), listed(tables));
        context.report({.message = message, .operation = &change, .needsSchema = tables.isEmpty()});
    });
}

/// What goes with the object, as far as the catalog knows.
QStringList dependants(const RuleContext &context, const Operation &drop)
{
    QStringList names;
    if (drop.objectType == ObjectType::Type || drop.objectType == ObjectType::Domain) {
        for (const CatalogRelation *table : context.before.tablesUsing(drop.relation))
            names.append(shown(context, table->name));
        return names;
    }
    for (const CatalogRelation *view : context.before.viewsOn(drop.relation)) {
        const bool usesColumn =
            drop.kind != Kind::DropColumn || view->readColumns.isEmpty() || view->readColumns.contains(drop.name);
        if (usesColumn && drop.kind != Kind::DropConstraint)
            names.append(shown(context, view->name));
    }
    for (const Catalog::ForeignKey &key : context.before.foreignKeysTo(drop.relation)) {
        const bool usesColumn =
            drop.kind != Kind::DropColumn || key.constraint->definition.referencedColumns.contains(drop.name);
        if (usesColumn && key.table->name != context.before.resolved(drop.relation))
            names.append(key.constraint->definition.name);
    }
    names.removeDuplicates();
    return names;
}

void checkCascade(RuleContext &context)
{
    forEach(context, {Kind::DropObject, Kind::DropColumn, Kind::DropConstraint}, [&context](const Operation &drop) {
        const bool isSchema = drop.objectType == ObjectType::Schema || drop.objectType == ObjectType::Database;
        const bool isIndex = drop.objectType == ObjectType::Index && drop.has(Flag::Concurrently);
        if (!drop.has(Flag::Cascade) || (drop.kind == Kind::DropObject && (isSchema || isIndex)) ||
            !isOthers(context, drop.relation))
            return;
        const QString name = drop.kind == Kind::DropObject ? drop.relation.toString() : drop.name;
        const QStringList gone = dependants(context, drop);
        const bool isAllKnown = context.before.isComplete() &&
                                (drop.objectType == ObjectType::Table || drop.objectType == ObjectType::View ||
                                 drop.objectType == ObjectType::MaterializedView);
        if (gone.isEmpty() && isAllKnown)
            return;
        const QString message =
            gone.isEmpty()
                ? tr("CASCADE drops whatever depends on “%1”, without naming it, and locks it for everyone until the "
                     "transaction ends.")
                      .arg(name)
                : tr("CASCADE drops more than “%1”: %2 as well, locked for everyone until the transaction ends.")
                      .arg(name, listed(gone));
        context.report({.message = message, .operation = &drop, .needsSchema = gone.isEmpty()});
    });
}

void checkReplicaIdentity(RuleContext &context)
{
    forEach(context, {Kind::ReplicaIdentity}, [&context](const Operation &set) {
        if (set.value.compare("FULL"_L1, Qt::CaseInsensitive) != 0 || !isOthers(context, set.relation))
            return;
        context.report(tr("From now on every UPDATE and DELETE of “%1” writes the whole old row to the log.")
                           .arg(set.relation.toString()),
                       &set);
    });
}

} // namespace

RuleTable dependencyRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "domain-constraint-locks-users",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "A new constraint of a domain is held against every table that uses "
                                                 "the domain, under a SHARE lock on all of them: writes wait."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add it NOT VALID, which locks no table, and validate it in a quiet "
                                                 "hour: that holds the same lock, on one domain's tables."),
            .bad = "ALTER DOMAIN d ADD CONSTRAINT k CHECK (VALUE > 0)",
            .good = "ALTER DOMAIN d ADD CONSTRAINT k CHECK (VALUE > 0) NOT VALID",
            .equivalents = "squawk: ban-alter-domain-with-add-constraint; pgfence: ban-alter-domain-add-constraint",
            .check = checkDomain,
        },
        {
            .id = "composite-type-change-locks",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "A table made OF a composite type has the type's columns: changing the "
                                              "type with CASCADE changes those tables, under ACCESS EXCLUSIVE locks."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel", "Make a new type, or release the tables with NOT OF first and change them one by one."),
            .bad = "ALTER TYPE comp ADD ATTRIBUTE z int CASCADE",
            .good = "CREATE TYPE comp2 AS (x int, y int, z int)",
            .equivalents = "",
            .check = checkComposite,
        },
        {
            .id = "drop-cascade-hidden-objects",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "CASCADE drops views, foreign keys, columns and more that the statement does not name, and locks each "
                "for everyone. What it drops on your machine need not be what it drops in production."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Drop what depends on it by name, in statements of their own; then drop it without CASCADE."),
            .bad = "DROP VIEW v CASCADE",
            .good = "DROP VIEW w; DROP VIEW v",
            .equivalents = "bytebase: STATEMENT_DISALLOW_RM_TBL_CASCADE; pgfence: drop-schema",
            .check = checkCascade,
        },
        {
            .id = "replica-identity-full",
            .category = Locks,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "REPLICA IDENTITY FULL logs the whole old row for each change, and "
                                                 "subscribers look rows up by all of their columns."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Use the primary key, or REPLICA IDENTITY USING INDEX with a unique index of NOT NULL columns."),
            .bad = "ALTER TABLE t REPLICA IDENTITY FULL",
            .good = "ALTER TABLE t REPLICA IDENTITY USING INDEX t_u",
            .equivalents = "",
            .check = checkReplicaIdentity,
        },
    };
    return rules;
}

} // namespace Whimbrel
