// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "querystream.h"
#include "scriptedproject.h"
#include "test.h"

#include <QElapsedTimer>

namespace Whimbrel::Test {

/// What a run beside an application was like.
struct Scene
{
    Result<RunOutcome> outcome;
    std::chrono::milliseconds sinceClear{0}; ///< from the way being clear to the end of the run
    QueryStream::Figures alone; ///< the stream without a run, before and after, and one that needs no lock: what the machine does
    QueryStream::Figures beside;             ///< and beside the run
};

class StallTest : public TestCase
{
    Q_OBJECT

protected:
    /// Runs the project beside the stream; `clear` ends what is in the way, on a thread of its own, and starts the clock then. The
    /// figures are printed.
    using Clear = std::function<void(QElapsedTimer &)>;
    static Scene play(ScriptedProject &project, const QueryStream::Load &load, const Clear &clear = {});
    /// The same with an application that logs in differently.
    static Scene play(ScriptedProject &project, const ConnectionSettings &application, const QueryStream::Load &load, const Clear &clear);
    /// A session of the application that has a transaction open in which it has run `statements`.
    static std::unique_ptr<Session> holder(const ConnectionSettings &settings, const QStringList &statements);
    /// The messages of the run's events of a kind.
    static QStringList told(const ScriptedProject &project, RunEvent::Kind kind);
    /// How long something stays in the way.
    static std::chrono::milliseconds hold();
    /// Within which a run is in when the way is clear.
    static std::chrono::milliseconds slack();
};

} // namespace Whimbrel::Test

/// Nobody has waited longer than `budget`, beyond what the machine itself takes.
#define VERIFY_STALL(scene, budget) \
    do { \
        QCOMPARE((scene).beside.error, QString()); \
        QVERIFY2((scene).beside.worst <= (budget) * Test::patience + (scene).alone.worst, \
                 qPrintable(u"%1 ms, alone %2 ms"_s.arg((scene).beside.worst.count()).arg((scene).alone.worst.count()))); \
    } while (false)

/// The same, and the run was in soon after the way was clear.
#define VERIFY_SCENE(scene, budget) \
    do { \
        QVERIFY2((scene).outcome, qPrintable(Test::text((scene).outcome))); \
        VERIFY_STALL(scene, budget); \
        QVERIFY2((scene).sinceClear <= slack() + (scene).alone.worst, qPrintable(u"%1 ms"_s.arg((scene).sinceClear.count()))); \
    } while (false)
