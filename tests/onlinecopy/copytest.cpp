// SPDX-License-Identifier: GPL-3.0-or-later
#include "copytest.h"

#include "querystream.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel::Test {

Writer::Writer(const ConnectionSettings &settings, QString sql)
    : m_thread([this, settings, sql = std::move(sql)](const std::stop_token &stop) { run(stop, settings, sql); })
{
}

void Writer::run(const std::stop_token &stop, const ConnectionSettings &settings, const QString &sql)
{
    const Result<std::unique_ptr<Session>> session = openPatiently(settings);
    if (!session) {
        const std::lock_guard lock(m_mutex);
        m_figures.error = session.error().toString();
        return;
    }
    while (!stop.stop_requested()) {
        const auto began = std::chrono::steady_clock::now();
        const Result<Rows> done = (*session)->query(sql);
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
        {
            const std::lock_guard lock(m_mutex);
            m_figures.worst = std::max(m_figures.worst, took);
            m_figures.written += done ? 1 : 0;
            m_figures.deadlocks += !done && done.error().code == "1213"_L1 ? 1 : 0;
            if (!done && done.error().code != "1213"_L1 && m_figures.error.isEmpty())
                m_figures.error = done.error().toString();
        }
        std::this_thread::sleep_for(5ms);
    }
}

Writer::Figures Writer::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

void Writer::stop()
{
    m_thread.request_stop();
    m_thread.join();
}

QString CopyTest::changeOne(const QString &statement, int first, int count)
{
    return statement.arg(u"SELECT %1 + floor(rand() * %2) AS i"_s.arg(first).arg(count));
}

ScriptedProject CopyTest::newProject(int rows)
{
    ScriptedProject project(MariaDbServer::shared().settings());
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY AUTO_INCREMENT, n integer NOT NULL DEFAULT 0, word varchar(60))"_s,
                     u"INSERT INTO t SELECT seq, 0, repeat('x', 50) FROM seq_1_to_%1"_s.arg(rows), u"ANALYZE TABLE t"_s});
    return project;
}

void CopyTest::addCopy(ScriptedProject &project, const QString &alter, const QString &options)
{
    project.add(u"1"_s, u"one"_s, u"-- whimbrel: online-copy %1\n%2"_s.arg(options, alter));
}

QStringList CopyTest::leftovers(const ScriptedProject &project)
{
    const Rows rows = project.query(u"SELECT table_name AS name FROM information_schema.tables WHERE table_schema = database() AND table_name LIKE '\\_%' "
                                    "UNION ALL SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = database() ORDER BY name"_s);
    QStringList names;
    for (qsizetype i = 0; i < rows.rows.size(); ++i)
        names << rows.text(i, u"name");
    return names;
}

QString CopyTest::typeOf(const ScriptedProject &project, const QString &column)
{
    return project.query(u"SELECT column_type AS type FROM information_schema.columns WHERE table_schema = database() AND table_name = 't' AND column_name = '%1'"_s
                             .arg(column)).text(0, u"type");
}

QStringList CopyTest::told(const ScriptedProject &project, RunEvent::Kind kind)
{
    QStringList messages;
    for (const RunEvent &event : project.events()) {
        if (event.kind == kind)
            messages << event.message;
    }
    return messages;
}

void CopyTest::slowDown(ScriptedProject &project, const std::shared_ptr<RunControl> &control)
{
    for (int i = 0; i < 5; ++i)
        control->slower();
    project.setControl(control);
}

} // namespace Whimbrel::Test
