// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scriptedproject.h"
#include "test.h"

#include <algorithm>

namespace Whimbrel::Test {

/// The progress of a statement that the last run told, in its order.
inline QList<StatementProgress> progressOf(const ScriptedProject &project, int statement)
{
    QList<StatementProgress> found;
    for (const RunEvent &event : project.events()) {
        if (event.progress && event.statement == statement)
            found << *event.progress;
    }
    return found;
}

/// The bar never went back, and had these numbers; a failure says which.
inline QString numbersOf(const QList<StatementProgress> &progress)
{
    QStringList numbers;
    for (const StatementProgress &one : progress)
        numbers << QString::number(one.perMille) + u' ' + one.sample.phase;
    return numbers.join(u", ");
}

inline bool neverWentBack(const QList<StatementProgress> &progress)
{
    return std::ranges::is_sorted(progress, {}, &StatementProgress::perMille);
}

/// Of a statement that has ended nothing is told any more.
inline bool nothingCameLate(const ScriptedProject &project)
{
    int ended = 0;
    for (const RunEvent &event : project.events()) {
        if (event.kind == RunEvent::Kind::StatementFinished)
            ended = event.statement;
        if (event.progress && event.statement <= ended)
            return false;
    }
    return true;
}

/// Of a statement that takes its time, which is what is to be seen.
inline ScriptedProject patientProject(const ConnectionSettings &settings)
{
    ScriptedProject project(settings);
    project.guards().stallBudget = std::chrono::minutes(5);
    return project;
}

/// Runs the project and gives what was told of the statement: more than once, never less than before, nothing after its end.
inline QList<StatementProgress> progressOfRun(ScriptedProject &project, int statement)
{
    const Result<RunOutcome> outcome = project.run();
    const QList<StatementProgress> progress = progressOf(project, statement);
    const auto verify = [&] {
        QVERIFY2(outcome, qPrintable(text(outcome)));
        QVERIFY(progress.size() >= 2);
        QVERIFY2(neverWentBack(progress), qPrintable(numbersOf(progress)));
        QVERIFY(nothingCameLate(project));
    };
    verify();
    return progress;
}

} // namespace Whimbrel::Test
