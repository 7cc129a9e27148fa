// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

namespace Whimbrel {

namespace {

/// The wait for the lock is all there is to these: where it is bounded, they are worth a note.
std::optional<Severity> severityOfMoment(const RuleContext &context)
{
    return isWaitBounded(context).value_or(false) ? std::optional(Severity::Info) : std::nullopt;
}

void checkTriggers(RuleContext &context)
{
    forEach(context,
            {Kind::CreateTrigger, Kind::EnableTrigger, Kind::DisableTrigger, Kind::AlterTrigger, Kind::DropObject,
             Kind::RenameObject},
            [&context](const Operation &operation) {
                const bool isObject = operation.kind == Kind::DropObject || operation.kind == Kind::RenameObject;
                if (isObject && operation.objectType != ObjectType::Trigger)
                    return;
                if (!isOthers(context, operation.relation))
                    return;
                const StatementImpact impact = impactOfPart(context, operation);
                const Impact *table = target(impact);
                if (!table || !table->blocksWrites())
                    return;
                const QString message = table->blocksReads()
                                            ? tr("Changing a trigger of “%1” this way waits for everyone who uses the "
                                                 "table, and nobody can read or write it until the transaction ends.")
                                            : tr("Changing a trigger of “%1” this way waits for everyone who writes to "
                                                 "the table, and nobody can write to it until the transaction ends.");
                context.report(message.arg(operation.relation.toString()), &operation, severityOfMoment(context));
            });
}

/// Whether the table has a policy, by the catalog: Depends where not all is known of it.
Answer hasPolicies(const RuleContext &context, const ObjectName &name)
{
    const CatalogRelation *table = context.before.relation(name);
    if (table && !table->policies.isEmpty())
        return Answer::Yes;
    return table && table->isComplete ? Answer::No : Answer::Depends;
}

void checkRowSecurity(RuleContext &context)
{
    forEach(context, {Kind::EnableRowSecurity, Kind::ForceRowSecurity}, [&context](const Operation &enable) {
        if (!isOthers(context, enable.relation))
            return;
        const Answer policies = hasPolicies(context, enable.relation);
        if (policies == Answer::Yes)
            return;
        const QString message =
            policies == Answer::No
                ? tr("“%1” has no policy yet: from this statement on, everyone but its owner sees none of its rows.")
                : tr("If “%1” has no policy yet, everyone but its owner sees none of its rows from this statement on.");
        context.report({.message = message.arg(enable.relation.toString()),
                        .operation = &enable,
                        .needsSchema = policies == Answer::Depends});
    });
    if (isWaitBounded(context).value_or(false))
        return;
    forEach(context,
            {Kind::CreatePolicy, Kind::AlterPolicy, Kind::CreateRule, Kind::EnableRule, Kind::DisableRule,
             Kind::DisableRowSecurity, Kind::DropObject},
            [&context](const Operation &operation) {
                const bool isDrop = operation.kind == Kind::DropObject;
                if (isDrop && operation.objectType != ObjectType::Policy && operation.objectType != ObjectType::Rule)
                    return;
                if (!isOthers(context, operation.relation))
                    return;
                context.report(tr("Changing a policy or rule of “%1” waits for everyone who uses the table, and nobody "
                                  "can read or write it until the transaction ends.")
                                   .arg(operation.relation.toString()),
                               &operation);
            });
}

} // namespace

RuleTable triggerRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "trigger-change-blocks-writes",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "Creating, enabling or disabling a trigger stops writes to its table; "
                                              "dropping or renaming one stops reads as well. The change is short, the "
                                              "wait for the lock may not be, and later queries queue behind it."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Bound the wait with a lock_timeout and try again. To change what a "
                                                 "trigger does, replace its function: that locks no table."),
            .bad = "DROP TRIGGER g ON t",
            .good = "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'",
            .equivalents = "pgfence: create-trigger, drop-trigger",
            .check = checkTriggers,
        },
        {
            .id = "policy-rule-rls-blocks",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Policies, rules and row security change under an ACCESS EXCLUSIVE lock. Row "
                                     "security without a policy hides every row from everyone but the owner."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Create the policies first and enable row security in the same "
                                                 "transaction, with a short lock_timeout."),
            .bad = "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
            .good = "CREATE POLICY p ON t USING (true); ALTER TABLE t ENABLE ROW LEVEL SECURITY",
            .equivalents = "",
            .check = checkRowSecurity,
        },
    };
    return rules;
}

} // namespace Whimbrel
