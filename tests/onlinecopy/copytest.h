// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mariadbserver.h"
#include "scriptedproject.h"
#include "test.h"

#include <chrono>
#include <mutex>
#include <thread>

namespace Whimbrel::Test {

/// An application that writes: one client that sends a statement again and again, and tries again what ended in a deadlock. Nothing
/// bounds how long it waits.
class Writer
{
public:
    Writer(const ConnectionSettings &settings, QString sql);

    struct Figures
    {
        int written = 0;
        int deadlocks = 0;
        std::chrono::milliseconds worst{0};
        QString error; ///< the first of another kind
    };
    Figures figures() const;
    void stop();

private:
    void run(const std::stop_token &stop, const ConnectionSettings &settings, const QString &sql);

    mutable std::mutex m_mutex;
    Figures m_figures;
    std::jthread m_thread;
};

/// Copies on a real MariaDB with the real pt-online-schema-change.
class CopyTest : public TestCase
{
    Q_OBJECT

protected:
    /// In an empty database; with a table t (id, n, word) of so many rows.
    static ScriptedProject newProject(int rows);
    /// A statement with %1 for a row of its own, by key, another one each time: "… JOIN (%1) r ON t.id = r.i …".
    static QString changeOne(const QString &statement, int first, int count);
    /// Adds migration 1: the statement below the comment.
    static void addCopy(ScriptedProject &project, const QString &alter, const QString &options = {});
    /// What a copy has made and not taken back: tables and triggers of the project's database.
    static QStringList leftovers(const ScriptedProject &project);
    /// The data type of a column of t.
    static QString typeOf(const ScriptedProject &project, const QString &column);
    static QStringList told(const ScriptedProject &project, RunEvent::Kind kind);
    /// So that a copy of the project's rows lasts for some seconds.
    static void slowDown(ScriptedProject &project, const std::shared_ptr<RunControl> &control);
};

} // namespace Whimbrel::Test

/// Skips, or fails where everything is required, without the server or the tool.
#define REQUIRE_COPIES() \
    do { \
        REQUIRE_SERVER(Whimbrel::Test::MariaDbServer::shared()); \
        if (QStandardPaths::findExecutable(QStringLiteral("pt-online-schema-change")).isEmpty()) { \
            if (qEnvironmentVariableIsSet("WHIMBREL_REQUIRE_SERVERS")) \
                QFAIL("percona-toolkit is not installed"); \
            QSKIP("percona-toolkit is not installed"); \
        } \
    } while (false)
