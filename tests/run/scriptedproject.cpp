// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedproject.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel::Test {

namespace {

/// A test cannot go on without it, and says why.
template<typename T>
T require(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

ScriptedProject::ScriptedProject()
{
    m_settings.dialect = Dialect::SQLite;
    m_settings.database = m_folder.filePath(u"test.db"_s);
    QDir(folder()).mkpath(u"db/migrations"_s);
}

ScriptedProject::ScriptedProject(ConnectionSettings settings)
    : m_settings(std::move(settings))
{
    QDir(folder()).mkpath(u"db/migrations"_s);
}

void ScriptedProject::add(const QString &version, const QString &name, const QString &up, const QString &down, const QString &upOptions,
                          const QString &downOptions)
{
    addRaw(u"%1_%2.sql"_s.arg(version, name),
           u"-- migrate:up %1\n%2\n\n-- migrate:down %3\n%4\n"_s.arg(upOptions, up, downOptions, down));
}

void ScriptedProject::addRaw(const QString &fileName, const QString &content)
{
    QFile file(m_folder.filePath(u"db/migrations/"_s + fileName));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    file.write(content.toUtf8());
}

void ScriptedProject::writeConfiguration(const QString &toml)
{
    QFile file(m_folder.filePath(u"whimbrel.toml"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    file.write(toml.toUtf8());
}

MigrationProject ScriptedProject::open() const
{
    return require(MigrationProject::open(QDir(folder()), {.format = {}, .searchParents = false}));
}

Result<Timeline> ScriptedProject::timeline() const
{
    const MigrationProject project = open();
    const auto session = require(Session::open(m_settings, SessionRole::Run));
    return readTimeline(project, *session);
}

Result<RunPlan> ScriptedProject::plan(const RunRequest &request) const
{
    const MigrationProject project = open();
    const auto session = require(Session::open(m_settings, SessionRole::Run));
    return readTimeline(project, *session).and_then([&](const Timeline &timeline) {
        return makePlan(project, timeline, request, session->dialect());
    });
}

Result<RunOutcome> ScriptedProject::run(const RunRequest &request, const std::stop_token &stop)
{
    return plan(request).and_then([&](const RunPlan &planned) { return runPlan(planned, stop); });
}

Result<RunOutcome> ScriptedProject::runPlan(const RunPlan &plan, const std::stop_token &stop)
{
    const MigrationProject project = open();
    Target target;
    target.settings = m_settings;
    target.guards = m_guards;
    target.readOnly = m_readOnly;
    const auto session = require(Session::open(m_settings, SessionRole::Run));
    m_events.clear();
    Runner runner(project, target);
    runner.setLogFolder(m_folder.filePath(u"runs"_s));
    runner.setControl(m_control);
    runner.setEventHandler([this](const RunEvent &event) {
        m_events << event;
        if (m_observer)
            m_observer(event);
    });
    return runner.run(*session, plan, stop);
}

QStringList ScriptedProject::eventLines() const
{
    QStringList lines;
    for (const RunEvent &event : m_events) {
        QString line = runEventId(event.kind);
        if (!event.version.isEmpty())
            line += u' ' + event.version;
        if (event.statement > 0)
            line += u':' + QString::number(event.statement);
        if (event.kind == RunEvent::Kind::Notice)
            line += u' ' + event.message;
        lines << line;
    }
    return lines;
}

QStringList ScriptedProject::applied() const
{
    const MigrationProject project = open();
    const auto session = require(Session::open(m_settings, SessionRole::Run));
    QStringList versions;
    for (const AppliedMigration &row : require(project.format().historyTable(project.configuration(), m_settings)->read(*session)))
        versions << row.version;
    versions.sort();
    return versions;
}

QStringList ScriptedProject::journal() const
{
    const QString table = m_settings.dialect == Dialect::PostgreSql ? u"whimbrel.journal"_s : u"whimbrel_journal"_s;
    const Rows rows = query(u"SELECT version, direction, outcome, statements_done, statements_total FROM %1 ORDER BY id"_s.arg(table));
    QStringList lines;
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        lines << u"%1 %2 %3 %4/%5"_s.arg(rows.text(i, u"version"), rows.text(i, u"direction"), rows.text(i, u"outcome"),
                                         rows.text(i, u"statements_done"), rows.text(i, u"statements_total"));
    }
    return lines;
}

QStringList ScriptedProject::durations() const
{
    const MigrationProject project = open();
    const auto session = require(Session::open(m_settings, SessionRole::Browse));
    const Journal journal(true, project.format().historyTable(project.configuration(), m_settings)->name());
    QStringList known;
    for (const MigrationDuration &duration : require(journal.durations(*session))) {
        const Migration *migration = project.migration(duration.version);
        if (migration && duration.checksum == require(MigrationProject::hashFile(migration->file)) && duration.ms >= 0)
            known << duration.version + u' ' + directionId(duration.direction);
    }
    known.sort();
    return known;
}

QStringList ScriptedProject::tables() const
{
    QString all = u"SELECT table_name AS name FROM information_schema.tables WHERE table_schema = database()"_s;
    if (m_settings.dialect == Dialect::PostgreSql)
        all = u"SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"_s;
    else if (m_settings.dialect == Dialect::SQLite)
        all = u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"_s;
    const Rows rows = query(all);
    QStringList names;
    for (qsizetype i = 0; i < rows.rows.size(); ++i)
        names << rows.text(i, u"name");
    names.removeAll(u"schema_migrations"_s);
    names.removeAll(u"whimbrel_journal"_s);
    names.sort();
    return names;
}

Rows ScriptedProject::query(const QString &sql) const
{
    return require(require(Session::open(m_settings, SessionRole::Run))->query(sql));
}

bool ScriptedProject::waitFor(const QString &sql) const
{
    const auto session = require(Session::open(m_settings, SessionRole::Run));
    for (QDeadlineTimer deadline(20'000); !deadline.hasExpired();) {
        const Rows rows = require(session->query(sql));
        if (rows.number(0, rows.columns.first()) > 0)
            return true;
        // What InnoDB tells of its transactions is made anew only when nobody has asked for a tenth of a second.
        std::this_thread::sleep_for(isMySqlFamily(session->dialect()) ? 120ms : 2ms);
    }
    return false;
}

void ScriptedProject::execute(const QStringList &statements) const
{
    const auto session = require(Session::open(m_settings, SessionRole::Run));
    for (const QString &sql : statements)
        require(session->query(sql));
}

QStringList on(const ScriptedProject &project, const QStringList &command)
{
    const ConnectionSettings settings = project.settings();
    const QString url = settings.dialect == Dialect::SQLite ? u"sqlite:"_s + settings.database : settings.displayUrl();
    return command + QStringList{u"-p"_s, project.folder(), u"-d"_s, url};
}

QString text(const Result<RunOutcome> &outcome)
{
    return outcome ? QString() : outcome.error().toString();
}

RunRequest up()
{
    return {};
}

RunRequest down(int steps)
{
    RunRequest request;
    request.action = RunRequest::Action::Down;
    request.steps = steps;
    return request;
}

RunRequest downTo(const QString &version)
{
    RunRequest request;
    request.action = RunRequest::Action::Down;
    request.toVersion = version;
    return request;
}

} // namespace Whimbrel::Test
