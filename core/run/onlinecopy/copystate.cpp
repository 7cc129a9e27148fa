// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copystate.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr auto onlineCopy = "onlineCopy"_L1;
constexpr qsizetype longestPrefix = 60; ///< of the tool's trigger names, before _ins, _upd and _del
constexpr qsizetype longestStem = 58;   ///< of a table's name with "_" before and "_new" behind, in the servers' 64

constexpr std::array phases{"copying"_L1, "copied"_L1, "swapping"_L1, "swapped"_L1}; // in the order of CopyState::Phase

} // namespace

CopyNames CopyNames::of(const ObjectName &table, const QString &database)
{
    static const QRegularExpression odd(u"\\W"_s);
    CopyNames names{.schema = table.schema.isEmpty() ? database : table.schema, .table = table.name, .newTable = {}, .oldTable = {}, .triggers = {}};
    const QString stem = table.name.left(longestStem);
    names.newTable = u'_' + stem + u"_new"_s;
    names.oldTable = u'_' + stem + u"_old"_s;
    const QString prefix = u"pt_osc_%1_%2"_s.arg(names.schema, names.table).replace(odd, u"_"_s).left(longestPrefix);
    names.triggers = {prefix + u"_del"_s, prefix + u"_upd"_s, prefix + u"_ins"_s};
    return names;
}

QString CopyState::toJson() const
{
    const QJsonObject state{{u"statement"_s, statement},
                            {u"schema"_s, names.schema},
                            {u"table"_s, names.table},
                            {u"newTable"_s, names.newTable},
                            {u"oldTable"_s, names.oldTable},
                            {u"triggers"_s, QJsonArray::fromStringList(names.triggers)},
                            {u"phase"_s, phases.at(static_cast<std::size_t>(phase))}};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{onlineCopy, state}}).toJson(QJsonDocument::Compact));
}

std::optional<CopyState> CopyState::fromJson(const QString &json)
{
    const QJsonObject stored = QJsonDocument::fromJson(json.toUtf8()).object().value(onlineCopy).toObject();
    const auto phase = std::ranges::find(phases, stored[u"phase"].toString());
    if (phase == phases.end())
        return std::nullopt;
    CopyState state;
    state.statement = stored[u"statement"].toString();
    state.names.schema = stored[u"schema"].toString();
    state.names.table = stored[u"table"].toString();
    state.names.newTable = stored[u"newTable"].toString();
    state.names.oldTable = stored[u"oldTable"].toString();
    for (const QJsonValue &trigger : stored[u"triggers"].toArray())
        state.names.triggers << trigger.toString();
    state.phase = static_cast<Phase>(phase - phases.begin());
    return state;
}

QString CopyState::hashOf(const QString &statement)
{
    return QString::fromLatin1(QCryptographicHash::hash(statement.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace Whimbrel
