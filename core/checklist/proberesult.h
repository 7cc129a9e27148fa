// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace Whimbrel {

/// What a probe saw.
struct ProbeResult
{
    enum class State {
        Passed,
        Warning, ///< counts when a person accepts it with a note
        Failed,  ///< never counts
        Unknown, ///< it could not look: never a pass; a person may answer in its place, with a note
        Manual,  ///< nobody told it where to look (no backup-file, no health-url): a person answers
    };

    State state = State::Unknown;
    QString value;     ///< what was measured: "41 of 97 connections (42 %)"
    QString threshold; ///< "warning over 70 %, failed over 90 %"
    QString message;   ///< translated: what it means and what to do
    QDateTime at;      ///< UTC

    QJsonObject toJson() const;
    static Result<ProbeResult> fromJson(const QJsonObject &object);

    bool operator==(const ProbeResult &) const = default;
};

QString probeStateId(ProbeResult::State state);   ///< "passed"
QString probeStateName(ProbeResult::State state); ///< translated, for people

} // namespace Whimbrel
