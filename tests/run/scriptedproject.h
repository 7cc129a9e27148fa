// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"
#include "run/runner.h"

#include <QTemporaryDir>

#include <functional>

namespace Whimbrel::Test {

/// A dbmate project in a temporary folder and a database to run it on: scripts in, lines of text out.
class ScriptedProject
{
public:
    /// On an SQLite file of the project's folder.
    ScriptedProject();
    explicit ScriptedProject(ConnectionSettings settings);

    /// Writes db/migrations/VERSION_NAME.sql; `upOptions` follow the marker ("transaction:false").
    void add(const QString &version, const QString &name, const QString &up, const QString &down = {}, const QString &upOptions = {},
             const QString &downOptions = {});
    void addRaw(const QString &fileName, const QString &content);
    void writeConfiguration(const QString &toml);

    QString folder() const { return m_folder.path(); }
    ConnectionSettings settings() const { return m_settings; }
    void setSettings(const ConnectionSettings &settings) { m_settings = settings; }
    RunGuards &guards() { return m_guards; }
    bool &readOnly() { return m_readOnly; }
    void setControl(std::shared_ptr<RunControl> control) { m_control = std::move(control); }

    MigrationProject open() const;
    Result<Timeline> timeline() const;
    Result<RunPlan> plan(const RunRequest &request = {}) const;
    /// Plans and runs on a session of its own.
    Result<RunOutcome> run(const RunRequest &request = {}, const std::stop_token &stop = {});
    /// Runs what was planned before.
    Result<RunOutcome> runPlan(const RunPlan &plan, const std::stop_token &stop = {});
    /// Sees each event while the run goes on, on the run's thread.
    void setObserver(std::function<void(const RunEvent &)> observer) { m_observer = std::move(observer); }

    const QList<RunEvent> &events() const { return m_events; }
    /// "migration-started 1", "statement-finished 1:2", "notice NOTICE: ..."; of the last run.
    QStringList eventLines() const;
    /// The versions of the history, sorted.
    QStringList applied() const;
    /// Version, direction, outcome, done/total of each row of the journal: "1 up applied 2/2".
    QStringList journal() const;
    /// "1 up" of each direction of a file whose duration the journal knows, sorted.
    QStringList durations() const;
    /// The tables of the database but the history and the journal, sorted.
    QStringList tables() const;
    Rows query(const QString &sql) const;
    /// Asks until the first column of the first row is a number above zero, for 20 seconds at most. Any thread.
    bool waitFor(const QString &sql) const;
    /// Runs statements of the test's own.
    void execute(const QStringList &statements) const;

private:
    QTemporaryDir m_folder;
    ConnectionSettings m_settings;
    RunGuards m_guards;
    bool m_readOnly = false;
    std::shared_ptr<RunControl> m_control;
    QList<RunEvent> m_events;
    std::function<void(const RunEvent &)> m_observer;
};

/// The program's arguments: the command on the project and its database.
QStringList on(const ScriptedProject &project, const QStringList &command);

/// What went wrong; empty where nothing did.
QString text(const Result<RunOutcome> &outcome);

RunRequest up();
RunRequest down(int steps = 1);
RunRequest downTo(const QString &version);

} // namespace Whimbrel::Test
