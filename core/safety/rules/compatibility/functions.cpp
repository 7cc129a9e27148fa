// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString signature(const ObjectName &function, const CatalogFunction::Overload &overload)
{
    return function.name + u'(' + overload.arguments.join(u", "_s) + u')';
}

/// An argument that is called something else than before; -1: none. A name may be given where there was none.
qsizetype renamedArgument(const CatalogFunction::Overload &before, const CatalogFunction::Overload &after)
{
    for (qsizetype i = 0; i < before.names.size() && i < after.names.size(); ++i) {
        if (!before.names.at(i).isEmpty() && before.names.at(i) != after.names.at(i))
            return i;
    }
    return -1;
}

/// What CREATE OR REPLACE cannot change, as a sentence; empty: it replaces the function.
QString refusal(const Operation &create, const CatalogFunction::Overload &before, const CatalogFunction::Overload &after)
{
    if (!before.returns.isEmpty() && !after.returns.isEmpty() && before.returns != after.returns) {
        return tr("“%1” returns %2; CREATE OR REPLACE cannot make it return %3, and fails.")
            .arg(signature(create.relation, before), before.returns, after.returns);
    }
    if (const qsizetype renamed = renamedArgument(before, after); renamed >= 0) {
        return tr("An argument of “%1” is called “%2”; CREATE OR REPLACE cannot call it “%3”, and fails.")
            .arg(signature(create.relation, before), before.names.at(renamed), after.names.at(renamed));
    }
    return {};
}

/// A function of this name is dropped somewhere in the script: what stands beside what then is the author's plan.
bool isDropped(const RuleContext &context, const ObjectName &function)
{
    return std::ranges::any_of(context.script.statements, [&function](const StatementAnalysis &statement) {
        bool isDrop = false;
        forEach(statement.reading.operations, {Kind::DropObject}, [&](const Operation &drop) {
            isDrop = isDrop || (drop.objectType == ObjectType::Function && drop.relation.name == function.name);
        });
        return isDrop;
    });
}

void checkSignature(RuleContext &context)
{
    for (int i = 0; i < context.script.statements.size(); ++i) {
        forEach(context.script.statements.at(i).reading.operations, {Kind::CreateFunction}, [&](const Operation &create) {
            const std::optional<CatalogFunction::Overload> created = overloadOf(create);
            const CatalogFunction *known = created && create.has(Flag::OrReplace) ? context.before.function(create.relation) : nullptr;
            if (!known || known->overloads.isEmpty() || isDropped(context, create.relation))
                return;
            RuleContext::Report report;
            report.operation = &create;
            report.statement = i;
            const auto same = std::ranges::find(known->overloads, created->arguments, &CatalogFunction::Overload::arguments);
            if (same != known->overloads.cend()) {
                report.message = refusal(create, *same, *created);
            } else {
                QStringList others;
                for (const CatalogFunction::Overload &overload : known->overloads)
                    others.append(signature(create.relation, overload));
                report.message = tr("This replaces nothing: “%1” comes to stand beside %2, and a call that fits both fails.")
                                     .arg(signature(create.relation, *created), listed(others));
                report.severity = Severity::Warning;
            }
            if (!report.message.isEmpty())
                context.report(report);
        });
    }
}

constexpr Rule rules[] = {
    {.id = "function-signature-change",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "PostgreSQL tells functions of one name apart by the types of their arguments, also where these have defaults. CREATE OR "
                                          "REPLACE replaces the one with exactly these, which keeps its result and the names of its arguments."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Give the new function a name of its own and drop the old one when nothing calls it; or drop the old one in the same "
                                          "transaction, if every caller copes."),
     .bad = "CREATE OR REPLACE FUNCTION f(int, scale int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select $1'",
     .good = "CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'select $1 + 0'",
     .equivalents = "",
     .check = checkSignature,
     .perScript = true},
};

} // namespace

RuleTable compatibilityFunctionRules()
{
    return rules;
}

} // namespace Whimbrel
