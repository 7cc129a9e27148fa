// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/backfillstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr auto backfill = "backfill"_L1;

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &one : value.toArray())
        list << one.toString();
    return list;
}

} // namespace

QString BackfillState::toJson() const
{
    const QJsonObject state{{u"statement"_s, statement},
                            {u"pass"_s, pass},
                            {u"cursor"_s, QJsonArray::fromStringList(cursor)},
                            {u"last"_s, QJsonArray::fromStringList(last)},
                            {u"passed"_s, passed},
                            {u"total"_s, total},
                            {u"changed"_s, changed},
                            {u"changedInPass"_s, changedInPass},
                            {u"leftBefore"_s, leftBefore},
                            {u"size"_s, size}};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{backfill, state}}).toJson(QJsonDocument::Compact));
}

std::optional<BackfillState> BackfillState::fromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    if (!object.contains(backfill))
        return std::nullopt;
    const QJsonObject stored = object.value(backfill).toObject();
    BackfillState state;
    state.statement = stored[u"statement"].toString();
    state.pass = stored[u"pass"].toInt(1);
    state.cursor = texts(stored[u"cursor"]);
    state.last = texts(stored[u"last"]);
    state.passed = stored[u"passed"].toInteger();
    state.total = stored[u"total"].toInteger(-1);
    state.changed = stored[u"changed"].toInteger();
    state.changedInPass = stored[u"changedInPass"].toInteger();
    state.leftBefore = stored[u"leftBefore"].toInteger(-1);
    state.size = stored[u"size"].toInteger();
    return state;
}

} // namespace Whimbrel
