// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/proberesult.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

const std::array<std::pair<State, QString>, 5> &stateIds()
{
    static const std::array<std::pair<State, QString>, 5> ids{{
        {State::Passed, u"passed"_s},
        {State::Warning, u"warning"_s},
        {State::Failed, u"failed"_s},
        {State::Unknown, u"unknown"_s},
        {State::Manual, u"manual"_s},
    }};
    return ids;
}

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ProbeResult)
};
} // namespace

QString probeStateId(State state)
{
    for (const auto &[value, id] : stateIds()) {
        if (value == state)
            return id;
    }
    Q_UNREACHABLE_RETURN({});
}

QString probeStateName(State state)
{
    switch (state) {
    case State::Passed:
        return Tr::tr("Passed");
    case State::Warning:
        return Tr::tr("Warning");
    case State::Failed:
        return Tr::tr("Failed");
    case State::Unknown:
        return Tr::tr("Unknown");
    case State::Manual:
        return Tr::tr("By hand");
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject ProbeResult::toJson() const
{
    return {{u"state"_s, probeStateId(state)},
            {u"value"_s, value},
            {u"threshold"_s, threshold},
            {u"message"_s, message},
            {u"at"_s, at.toUTC().toString(Qt::ISODateWithMs)}};
}

Result<ProbeResult> ProbeResult::fromJson(const QJsonObject &object)
{
    ProbeResult result;
    const QString id = object.value("state"_L1).toString();
    bool known = false;
    for (const auto &[value, name] : stateIds()) {
        if (name == id) {
            result.state = value;
            known = true;
        }
    }
    if (!known)
        return failure(ErrorKind::Project, Tr::tr("the probe's state “%1” is not known").arg(id));
    result.value = object.value("value"_L1).toString();
    result.threshold = object.value("threshold"_L1).toString();
    result.message = object.value("message"_L1).toString();
    result.at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs).toUTC();
    if (!result.at.isValid())
        return failure(ErrorKind::Project, Tr::tr("the probe's time “%1” cannot be read").arg(object.value("at"_L1).toString()));
    return result;
}

} // namespace Whimbrel
