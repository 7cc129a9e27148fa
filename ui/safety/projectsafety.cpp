// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/projectsafety.h"

#include "lint/lintrun.h"
#include "settings/settings.h"
#include "workbench/workbench.h"

#include <QtConcurrentRun>

using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

AnalysisSettings settingsOf(const MigrationProject &project)
{
    AnalysisSettings settings = analysisSettings(project.configuration().lint);
    for (const QString &rule : Settings::disabledRules.value())
        settings.disabledRules.insert(rule);
    for (const QString &rule : Settings::enabledRules.value())
        settings.enabledRules.insert(rule);
    return settings;
}

QSet<QString> appliedVersions(const Timeline &timeline)
{
    QSet<QString> versions;
    for (const TimelineEntry &entry : timeline.entries) {
        if (timeline.connected && entry.applied)
            versions.insert(entry.migration.version);
    }
    return versions;
}

} // namespace

ProjectSafety::ProjectSafety(Workbench &workbench) : QObject(&workbench), m_workbench(workbench)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(150ms);
    connect(&m_timer, &QTimer::timeout, this, &ProjectSafety::readSchema);
    connect(&workbench, &Workbench::projectChanged, this, &ProjectSafety::update);
    connect(&workbench, &Workbench::targetChanged, this, &ProjectSafety::update);
    connect(&workbench, &Workbench::timelineChanged, this, &ProjectSafety::update);
}

ProjectSafety::~ProjectSafety()
{
    m_stop.request_stop();
}

void ProjectSafety::update()
{
    m_timer.start();
}

QList<Finding> ProjectSafety::findings() const
{
    QList<Finding> all;
    for (const QString &version : m_found.order)
        all += m_shown.value(version).findings;
    return all;
}

QList<Error> ProjectSafety::unreadable() const
{
    QList<Error> errors;
    for (const QString &version : m_found.order) {
        if (const std::optional<Error> error = m_shown.value(version).error)
            errors << *error;
    }
    return errors;
}

std::optional<Severity> ProjectSafety::worst(const QString &version) const
{
    return m_shown.value(version).worst;
}

std::shared_ptr<EditedAnalysis> ProjectSafety::edited(const QString &version) const
{
    return isApplied(version) ? m_applied : m_pending;
}

MigrationFindings ProjectSafety::findingsOf(const MigrationAnalysis &analysis)
{
    return {.file = analysis.migration.displayFile,
            .findings = analysis.findings(),
            .worst = analysis.error ? Severity::Error : analysis.worst(),
            .phase = analysis.migration.phase,
            .error = analysis.error};
}

void ProjectSafety::setTyped(const QString &version, const MigrationAnalysis &analysis)
{
    m_typed.insert(version, findingsOf(analysis));
    m_saved.remove(version);
    showFound();
}

void ProjectSafety::typedWasSaved(const QString &version)
{
    if (m_typed.contains(version))
        m_saved.insert(version);
}

void ProjectSafety::dropTyped(const QString &version)
{
    m_saved.remove(version);
    if (m_typed.remove(version))
        showFound();
}

void ProjectSafety::showFound()
{
    m_shown = m_found.migrations;
    for (const auto &[version, typed] : m_typed.asKeyValueRange()) {
        if (m_shown.contains(version)) // not applied meanwhile
            m_shown.insert(version, typed);
    }
    Q_EMIT changed();
}

void ProjectSafety::clear()
{
    m_found = {};
    m_typed.clear();
    m_saved.clear();
    m_writes = {};
    m_pending.reset();
    m_applied.reset();
    m_error.reset();
    showFound();
    Q_EMIT baseChanged();
}

RunGuards ProjectSafety::guards() const
{
    const std::optional<Target> &target = m_workbench.target();
    return target ? target->guards : RunGuards();
}

void ProjectSafety::readSchema()
{
    m_stop.request_stop();
    m_stop = {};
    const quint64 generation = ++m_generation;
    if (!m_workbench.project()) {
        clear();
        return;
    }
    SessionThread *session = m_workbench.browseSession();
    if (!session || m_workbench.connectionState() != ConnectionState::Connected) {
        analyse(std::nullopt);
        return;
    }
    session
        ->run([earlier = m_writes](Session &connection, const std::stop_token &) {
            return readCatalog(connection, earlier);
        })
        .then(this, [this, generation](const Result<ReadCatalog> &read) {
            if (generation != m_generation || m_timer.isActive())
                return; // the project was closed, or something else has changed: it is read again soon
            m_error = read ? std::nullopt : std::optional(read.error());
            if (read) {
                m_writes = read->writes;
                analyse(read->catalog);
            } else {
                analyse(std::nullopt); // the files alone still tell much
            }
        });
}

AnalysisBase ProjectSafety::replayBase() const
{
    AnalysisBase base = m_base;
    base.connected.reset();
    base.applied.clear();
    return base;
}

void ProjectSafety::analyse(const std::optional<Catalog> &connected)
{
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    m_base = {};
    m_base.dialect = m_workbench.dialect().value_or(Dialect::SQLite);
    m_base.settings = settingsOf(*project);
    if (m_workbench.target())
        m_base.settings.waitsAreBounded = true; // every run of ours has a lock_timeout
    if (connected) {
        m_base.version = connected->version();
        m_base.connected = connected;
        m_base.applied = appliedVersions(m_workbench.timeline());
    }
    const auto analysis = std::make_shared<ProjectAnalysis>(*project, m_base);
    m_pending = std::make_shared<EditedAnalysis>(*analysis);
    m_applied = connected ? std::make_shared<EditedAnalysis>(ProjectAnalysis(*project, replayBase())) : m_pending;
    Q_EMIT baseChanged();

    const quint64 generation = m_generation;
    QtConcurrent::run([analysis, stop = m_stop.get_token()] { return analyseProject(*analysis, stop); })
        .then(this, [this, generation](const Result<Found> &found) {
            if (generation == m_generation && m_workbench.project())
                take(found);
        });
}

Result<ProjectSafety::Found> ProjectSafety::analyseProject(const ProjectAnalysis &analysis, const std::stop_token &stop)
{
    const QSet<QString> &applied = analysis.base().applied;
    Found found;
    Result<Catalog> schema = analysis.run([&](const Migration &migration) { return !applied.contains(migration.version); },
                                       [&](const MigrationAnalysis &migration) {
                                           const QString &version = migration.migration.version;
                                           found.order.append(version);
                                           found.migrations.insert(version, findingsOf(migration));
                                       },
                                       stop);
    if (!schema)
        return std::unexpected(schema.error());
    // Completion offers what is there now: without a database, what all the files make.
    found.schema = std::make_shared<const Catalog>(analysis.base().connected ? *analysis.base().connected : std::move(*schema));
    return found;
}

void ProjectSafety::take(const Result<Found> &found)
{
    if (!found) {
        if (found.error().kind != ErrorKind::Cancelled)
            m_error = found.error();
        return;
    }
    m_found = *found;
    for (const QString &version : std::exchange(m_saved, {}))
        m_typed.remove(version);
    showFound();
}

} // namespace Whimbrel
