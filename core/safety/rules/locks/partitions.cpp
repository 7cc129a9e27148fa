// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

namespace Whimbrel {

namespace {

void checkAttach(RuleContext &context)
{
    forEach(context, {Kind::AttachPartition}, [&context](const Operation &attach) {
        if (!isOthers(context, attach.relation))
            return;
        const ObjectName partition = context.before.resolved(attach.other);
        for (const Impact &impact : impactOfPart(context, attach).relations) {
            const bool isTable = impact.type != ObjectType::Index && impact.role != Impact::Role::Referenced;
            if (!isTable || impact.scan == Answer::No || impact.isNew || impact.invisible)
                continue;
            const bool isCertain = impact.scan == Answer::Yes;
            const QString name = shown(context, impact.relation);
            const QString message =
                context.before.resolved(impact.relation) == partition
                    ? tr("Unless a valid CHECK proves that the rows of “%1” fit, attaching it reads all of them, and "
                         "nobody can read or write “%1” until that is done.")
                    : tr("Unless a valid CHECK of the default partition “%1” excludes the new one's rows, attaching "
                         "reads all of it, and nobody can read or write “%1” until that is done.");
            context.report({.message = message.arg(name),
                            .operation = &attach,
                            .severity = severityOfWork(context, impact.relation),
                            .needsSchema = !isCertain});
        }
    });
}

void checkCreate(RuleContext &context)
{
    forEach(context, {Kind::CreateTable}, [&context](const Operation &create) {
        if (create.bound.kind == PartitionBound::Kind::None || create.parents.isEmpty())
            return;
        const ObjectName parent = create.parents.constFirst();
        if (!isOthers(context, parent))
            return;
        const CatalogRelation *rest = context.before.defaultPartitionOf(parent);
        if (rest && isOthers(context, rest->name)) {
            context.report(tr("Making a partition of “%1” this way waits for everyone who uses it, and reads all of "
                              "its default partition “%2”; nobody can read or write “%1” until the transaction ends.")
                               .arg(parent.toString(), shown(context, rest->name)),
                           &create);
        } else {
            context.report(tr("Making a partition of “%1” this way waits for everyone who uses it, and nobody can read "
                              "or write it until the transaction ends.")
                               .arg(parent.toString()),
                           &create);
        }
    });
}

void checkDetach(RuleContext &context)
{
    forEach(context, {Kind::DetachPartition}, [&context](const Operation &detach) {
        if (detach.has(Flag::Concurrently) || detach.has(Flag::Finalize) || isOlderThan(context, 14) ||
            !isOthers(context, detach.relation)) {
            return;
        }
        const QString parent = detach.relation.toString();
        // With a default partition there is no concurrent form, and only the wait can be kept short.
        if (context.before.defaultPartitionOf(detach.relation)) {
            context.report(tr("Detaching “%2” waits for everyone who uses “%1”, and nobody can read or write “%1” "
                              "until the transaction ends; with a default partition there is no other way.")
                               .arg(parent, detach.other.toString()),
                           &detach, Severity::Info);
        } else {
            context.report(tr("Detaching “%2” this way waits for everyone who uses “%1”, and nobody can read or write "
                              "“%1” until the transaction ends.")
                               .arg(parent, detach.other.toString()),
                           &detach);
        }
    });
    forEach(context, {Kind::DropObject}, [&context](const Operation &drop) {
        const CatalogRelation *table = context.before.relation(drop.relation);
        if (drop.objectType != ObjectType::Table || !table || !table->isPartition || table->parents.isEmpty() ||
            !isOthers(context, drop.relation)) {
            return;
        }
        context.report(tr("“%1” is a partition: dropping it locks “%2” as well, and nobody can read or write that "
                          "until the transaction ends. Detached first, it can be dropped alone.")
                           .arg(drop.relation.toString(), shown(context, table->parents.constFirst())),
                       &drop);
    });
}

bool isAlterTable(const Operation &operation)
{
    return (operation.kind >= Kind::AddColumn && operation.kind <= Kind::DropConstraint);
}

void checkFanOut(RuleContext &context)
{
    for (const Operation &operation : context.operations()) {
        if (!isAlterTable(operation) || operation.has(Flag::Only) || !isOthers(context, operation.relation))
            continue;
        const qsizetype count = context.before.partitionsOf(operation.relation).size();
        if (count == 0)
            continue;
        const QString message = tr("This also locks the %n table(s) below “%1”, for as long.", nullptr, int(count));
        context.report(message.arg(operation.relation.toString()), &operation);
        return;
    }
}

} // namespace

RuleTable partitionRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "partition-attach-scans",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "ATTACH PARTITION checks the rows of the new partition, and those of the default partition, under "
                "ACCESS EXCLUSIVE locks on them. A valid CHECK that says the same saves the reading."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Before it, add a CHECK with the partition's bounds NOT VALID and validate it in the next transaction; "
                "the same on the default partition, to exclude them; drop the CHECKs afterwards."),
            .bad = "ALTER TABLE parts ATTACH PARTITION newpart FOR VALUES FROM (100) TO (110)",
            .good = "ALTER TABLE newpart ADD CONSTRAINT ck CHECK (k IS NOT NULL AND k >= 100 AND k < 110) NOT VALID; "
                    "ALTER TABLE newpart VALIDATE CONSTRAINT ck; ALTER TABLE parts ATTACH PARTITION newpart FOR VALUES "
                    "FROM (100) TO (110)",
            .equivalents = "pgfence: attach-partition",
            .check = checkAttach,
        },
        {
            .id = "partition-create-locks-parent",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "CREATE TABLE … PARTITION OF takes an ACCESS EXCLUSIVE lock on the partitioned "
                                     "table: every query on it waits. ATTACH PARTITION lets them all go on."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Create the table by itself with LIKE … INCLUDING DEFAULTS INCLUDING "
                                                 "CONSTRAINTS, then ATTACH PARTITION."),
            .bad = "CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM (200) TO (210)",
            .good = "CREATE TABLE parts_2 (LIKE parts INCLUDING DEFAULTS INCLUDING CONSTRAINTS); ALTER TABLE parts "
                    "ATTACH PARTITION parts_2 FOR VALUES FROM (200) TO (210)",
            .equivalents = "",
            .check = checkCreate,
        },
        {
            .id = "partition-detach-blocks",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "DETACH PARTITION takes an ACCESS EXCLUSIVE lock on the partitioned table, and so "
                                     "does dropping a partition: every query on the table waits."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Use DETACH PARTITION … CONCURRENTLY outside a transaction (PostgreSQL 14 and newer, not with a "
                "default partition); if it was interrupted, DETACH PARTITION … FINALIZE. Drop the table afterwards."),
            .bad = "ALTER TABLE parts DETACH PARTITION parts_1",
            .good = "ALTER TABLE parts DETACH PARTITION parts_1 CONCURRENTLY",
            .equivalents = "squawk: require-concurrent-partition-detach; pgfence: detach-partition",
            .check = checkDetach,
        },
        {
            .id = "inheritance-fans-out",
            .category = Locks,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "A change of a parent or partitioned table takes the same lock on every table "
                                     "below it; with very many of them, max_locks_per_transaction may not be enough."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Where PostgreSQL allows it, change the tables below one at a time with ONLY, the parent last."),
            .bad = "ALTER TABLE parent ADD CONSTRAINT k CHECK (a > 0) NOT VALID",
            .good = "ALTER TABLE ONLY child ADD CONSTRAINT k CHECK (a > 0) NOT VALID",
            .equivalents = "",
            .check = checkFanOut,
        },
    };
    return rules;
}

} // namespace Whimbrel
