// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

/// How much smaller a table has to be to be called small where nobody has counted its rows.
static constexpr qint64 unanalysedFactor = 10;

bool isOthers(const RuleContext &context, const ObjectName &relation)
{
    // The statement itself may make what its later parts act on.
    for (const Catalog *catalog : {&context.before, &context.after}) {
        // Incomplete and new: CREATE TABLE IF NOT EXISTS, which may have found a table that was there.
        if (const CatalogRelation *known = catalog->relation(relation))
            return !known->isTemporary && (!catalog->isNew(known->made) || !known->isComplete);
    }
    return true;
}

bool isComplete(const RuleContext &context, const ObjectName &relation)
{
    const CatalogRelation *known = context.before.relation(relation);
    return known && known->isComplete;
}

bool isSmall(const RuleContext &context, const ObjectName &relation)
{
    const CatalogRelation *known = context.before.relation(relation);
    if (!known || !known->statistics)
        return false;
    const RelationStatistics &size = *known->statistics;
    // A table that was never analysed has a size all the same, but says little: it may just have been filled.
    if (size.rows < 0)
        return size.bytes >= 0 && size.bytes < context.settings.smallTableBytes / unanalysedFactor;
    return size.rows < context.settings.smallTableRows &&
           (size.bytes < 0 || size.bytes < context.settings.smallTableBytes);
}

std::optional<Severity> severityOfWork(const RuleContext &context, const ObjectName &relation)
{
    return isSmall(context, relation) ? std::optional(Severity::Info) : std::nullopt;
}

StatementImpact impactOfPart(const RuleContext &context, const Operation &part)
{
    const bool isWhole = context.operations().size() == 1 && &context.operations().constFirst() == &part;
    return isWhole ? context.impact() : impactOf(StatementReading{.operations = {part}}, context.before);
}

std::optional<bool> isWaitBounded(const RuleContext &context)
{
    if (context.settings.waitsAreBounded.value_or(false))
        return true;
    if (const auto timeout = timeSetting(context.before, u"lock_timeout"_s))
        return *timeout > 0ms;
    return context.settings.waitsAreBounded;
}

std::optional<std::chrono::milliseconds> timeSetting(const Catalog &catalog, const QString &name)
{
    const QString value = catalog.setting(name);
    if (value.isEmpty())
        return std::nullopt;
    static const QRegularExpression form(uR"(^\s*'?\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*'?\s*$)"_s);
    const QRegularExpressionMatch match = form.match(value);
    if (!match.hasMatch())
        return std::nullopt;
    static const QHash<QString, double> units{{u"us"_s, 0.001},   {u"ms"_s, 1},        {u"s"_s, 1'000},
                                              {u"min"_s, 60'000}, {u"h"_s, 3'600'000}, {u"d"_s, 86'400'000}};
    return std::chrono::milliseconds(qint64(match.captured(1).toDouble() * units.value(match.captured(2), 1)));
}

bool isOlderThan(const RuleContext &context, int major)
{
    const ServerVersion version = context.before.version();
    return version.major > 0 && version.major < major;
}

bool isFollowedBy(const RuleContext &context, const Operation &operation, const std::function<bool(const Operation &)> &matches)
{
    bool isBehind = false;
    const auto look = [&](const QList<Operation> &operations) {
        return std::ranges::any_of(operations, [&](const Operation &other) {
            if (isBehind && matches(other))
                return true;
            isBehind = isBehind || &other == &operation;
            return false;
        });
    };
    if (look(context.operations()))
        return true;
    isBehind = true;
    const AnalysisInput &input = context.input;
    for (qsizetype i = context.index + 1; i < input.statements.size(); ++i) {
        const bool isRead = i < input.readings.size();
        const StatementReading reading = isRead ? input.readings.at(i) : readStatement(input.statements.at(i), context.before.dialect());
        if (look(reading.operations))
            return true;
    }
    return false;
}

bool isReportedBefore(const RuleContext &context)
{
    return std::ranges::any_of(*context.findings, [&context](const Finding &finding) {
        return finding.rule == QLatin1StringView(context.rule->id);
    });
}

QString listed(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted.append(tr("“%1”").arg(name));
    return QLocale().createSeparatedList(quoted);
}

QString shown(const RuleContext &context, const ObjectName &name)
{
    const bool isPlain = !name.schema.isEmpty() && name.schema == context.before.searchPath().value(0);
    return isPlain ? name.name : name.toString();
}

const Impact *target(const StatementImpact &impact)
{
    const auto found = std::ranges::find(impact.relations, Impact::Role::Target, &Impact::role);
    return found == impact.relations.cend() ? nullptr : &*found;
}

} // namespace Whimbrel
