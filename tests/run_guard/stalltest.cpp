// SPDX-License-Identifier: GPL-3.0-or-later
#include "stalltest.h"

#include "longtests.h"
#include "patience.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel::Test {

milliseconds StallTest::hold()
{
    return milliseconds(rounds(600, 8000));
}

milliseconds StallTest::slack()
{
    return 1s * patience;
}

std::unique_ptr<Session> StallTest::holder(const ConnectionSettings &settings, const QStringList &statements)
{
    auto session = Session::open(settings, SessionRole::Run);
    if (!session || !(*session)->begin())
        qFatal("the holder cannot begin");
    for (const QString &sql : statements) {
        if (const Result<Rows> done = (*session)->query(sql); !done)
            qFatal("%s", qPrintable(done.error().toString()));
    }
    return std::move(*session);
}

QStringList StallTest::told(const ScriptedProject &project, RunEvent::Kind kind)
{
    QStringList messages;
    for (const RunEvent &event : project.events()) {
        if (event.kind == kind)
            messages << event.message;
    }
    return messages;
}

Scene StallTest::play(ScriptedProject &project, const QueryStream::Load &load, const Clear &clear)
{
    return play(project, project.settings(), load, clear);
}

Scene StallTest::play(ScriptedProject &project, const ConnectionSettings &application, const QueryStream::Load &load, const Clear &clear)
{
    Scene scene;
    QueryStream stream(application, load);
    (void)stream.measure(100ms); // connects
    scene.alone = stream.measure(250ms);
    QueryStream lockless(application, {.sql = u"SELECT 1"_s, .clients = 1});
    QElapsedTimer sinceClear;
    sinceClear.start();
    {
        std::jthread clearer;
        if (clear)
            clearer = std::jthread([&] { clear(sinceClear); });
        scene.outcome = project.run();
    }
    scene.sinceClear = milliseconds(sinceClear.elapsed());
    std::this_thread::sleep_for(50ms); // what waited ends
    scene.beside = stream.take();
    const QueryStream::Figures after = stream.measure(150ms);
    scene.alone.worst = std::max({scene.alone.worst, after.worst, lockless.take().worst});
    qInfo().noquote() << u"worst stall %1 ms (alone %2 ms), %3 of %4 statements over 20 ms, in %5 ms after the way was clear, %6 waits and %7 retries told"_s
                             .arg(scene.beside.worst.count())
                             .arg(scene.alone.worst.count())
                             .arg(scene.beside.slow)
                             .arg(scene.beside.statements)
                             .arg(scene.sinceClear.count())
                             .arg(told(project, RunEvent::Kind::LockWait).size())
                             .arg(told(project, RunEvent::Kind::LockRetry).size());
    return scene;
}

} // namespace Whimbrel::Test
