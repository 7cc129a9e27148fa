// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench.h"

#include "checklist/releasefeed.h"
#include "database/secretstore.h"
#include "run/runcontroller.h"
#include "safety/projectsafety.h"
#include "settings/personalenvironments.h"
#include "settings/settings.h"
#include "workbench/databaselink.h"
#include "workbench/projectwatcher.h"
#include "workbench/targetchoice.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using ProjectPointer = std::shared_ptr<const MigrationProject>;

struct ReadProject
{
    ProjectPointer project;
    Timeline files; ///< the timeline as the files alone tell it
};

Result<ReadProject> readProject(const QString &folder)
{
    Result<MigrationProject> project = MigrationProject::open(QDir(folder));
    if (!project)
        return std::unexpected(project.error());
    auto pointer = std::make_shared<const MigrationProject>(std::move(*project));
    return ReadProject{pointer, buildTimeline(*pointer, std::nullopt)};
}

} // namespace

struct Workbench::Private
{
    std::shared_ptr<SecretStore> secrets;
    ProjectPointer project;
    Timeline timeline;
    std::optional<Error> timelineError;
    QDateTime timelineReadAt;
    std::optional<Target> target;
    QString environment; ///< chosen by the person; empty: as design/CLI.md says
    DatabaseLink link;
    ProjectWatcher watcher;
    ReleaseFeed release;
    std::unique_ptr<RunController> run;
    ProjectSafety *safety = nullptr; ///< a child
    QList<BackendId> backends;
    quint64 opening = 0;       ///< answers to earlier openings are dropped
    quint64 reading = 0;       ///< the same for timelines
    bool projectBusy = false;  ///< files are being read
    bool refreshAgain = false; ///< and have changed since

    explicit Private(std::shared_ptr<SecretStore> store) : secrets(std::move(store)), link(secrets) {}
};

Workbench::Workbench(std::shared_ptr<SecretStore> secrets, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(secrets)))
{
    connect(&d->link, &DatabaseLink::changed, this, &Workbench::takeConnection);
    connect(&d->link, &DatabaseLink::opened, this, [this] {
        addOwnBackend(d->link.facts()->backend);
        readHistory();
    });
    connect(&d->watcher, &ProjectWatcher::changed, this, &Workbench::refresh);
    connect(this, &Workbench::projectChanged, this, &Workbench::followRelease);
    connect(this, &Workbench::targetChanged, this, &Workbench::followRelease);
    connect(&d->release, &ReleaseFeed::changed, this, &Workbench::gateChanged);
    d->run = std::make_unique<RunController>(*this);
    connect(d->run.get(), &RunController::runFinished, this, &Workbench::refresh);
    d->safety = new ProjectSafety(*this);
}

Workbench::~Workbench()
{
    d->run.reset();
}

std::shared_ptr<const MigrationProject> Workbench::project() const
{
    return d->project;
}

const Timeline &Workbench::timeline() const
{
    return d->timeline;
}

const std::optional<Error> &Workbench::timelineError() const
{
    return d->timelineError;
}

QDateTime Workbench::timelineReadAt() const
{
    return d->timelineReadAt;
}

const std::optional<Target> &Workbench::target() const
{
    return d->target;
}

QString Workbench::targetName() const
{
    if (!d->target)
        return {};
    return d->target->environment.isEmpty() ? d->target->settings.displayName() : d->target->environment;
}

QList<Environment> Workbench::environments() const
{
    return d->project ? environmentsOf(*d->project) : QList<Environment>();
}

ConnectionState Workbench::connectionState() const
{
    return d->link.state();
}

QString Workbench::connectionMessage() const
{
    return d->link.message();
}

std::optional<Dialect> Workbench::dialect() const
{
    if (d->link.facts())
        return d->link.facts()->dialect;
    if (d->target)
        return d->target->settings.dialect;
    return std::nullopt;
}

RunController &Workbench::run() const
{
    return *d->run;
}

ReleaseFeed &Workbench::release() const
{
    return d->release;
}

ProjectSafety &Workbench::safety() const
{
    return *d->safety;
}

std::optional<Error> Workbench::closedGate() const
{
    if (!d->target || !d->target->isProtected)
        return std::nullopt;
    if (d->release.wasRead())
        return d->release.snapshot().gate;
    return failure(ErrorKind::Refused,
                   tr("%1 is protected, and its release is still being read.").arg(d->target->environment))
        .error();
}

void Workbench::followRelease()
{
    if (d->project && d->target)
        d->release.watch(d->project->folder(), *d->target);
    else
        d->release.clear();
}

std::shared_ptr<SecretStore> Workbench::secrets() const
{
    return d->secrets;
}

SessionThread *Workbench::browseSession() const
{
    return d->link.session();
}

ConnectionSettings Workbench::resolvedSettings() const
{
    return d->link.settings();
}

QList<BackendId> Workbench::ownBackends() const
{
    return d->backends;
}

void Workbench::addOwnBackend(const BackendId &backend)
{
    if (!d->backends.contains(backend))
        d->backends.append(backend);
}

void Workbench::openProject(const QString &folder)
{
    d->projectBusy = false; // what is being read now is not wanted any more
    readFiles(folder, true);
}

void Workbench::closeProject()
{
    ++d->opening;
    d->projectBusy = false;
    d->refreshAgain = false;
    if (!d->project)
        return;
    clear();
    Q_EMIT projectChanged();
    Q_EMIT targetChanged();
    Q_EMIT timelineChanged();
}

void Workbench::clear()
{
    ++d->reading;
    d->watcher.clear();
    d->link.close();
    d->project.reset();
    d->timeline = {};
    d->timelineError.reset();
    d->timelineReadAt = {};
    d->target.reset();
    d->environment.clear();
    d->backends.clear();
}

void Workbench::refresh()
{
    if (d->projectBusy)
        d->refreshAgain = true;
    else if (d->project)
        readFiles(d->project->folder().absolutePath(), false);
}

void Workbench::readFiles(const QString &folder, bool isOther)
{
    d->projectBusy = true;
    d->refreshAgain = false;
    const quint64 opening = ++d->opening;
    QtConcurrent::run([folder] { return readProject(folder); })
        .then(this, [this, opening, folder, isOther](const Result<ReadProject> &read) {
            if (opening != d->opening)
                return;
            d->projectBusy = false;
            if (read)
                takeProject(read->project, read->files, isOther);
            else
                Q_EMIT projectFailed(folder, read.error());
            if (d->refreshAgain)
                refresh();
        });
}

void Workbench::takeProject(ProjectPointer project, const Timeline &files, bool isOther)
{
    if (isOther)
        clear();
    d->project = std::move(project);
    d->watcher.watch(*d->project);
    if (isOther)
        d->environment = Settings::environment(d->project->folder().absolutePath()).value();
    const bool connected = d->link.state() == ConnectionState::Connected;
    const bool showFiles = !connected && !d->timelineReadAt.isValid();
    if (showFiles)
        d->timeline = files;
    Q_EMIT projectChanged();
    if (showFiles)
        Q_EMIT timelineChanged();
    chooseDatabase();
}

void Workbench::chooseDatabase()
{
    const std::optional<Target> before = d->target;
    Result<std::optional<Target>> chosen = targetNamed(*d->project, d->environment);
    if (!chosen && !d->environment.isEmpty()) { // it was removed since
        d->environment.clear();
        chosen = targetNamed(*d->project, {});
    }
    d->target = chosen ? *chosen : std::nullopt;

    if (before && d->target && isSameTarget(*before, *d->target)) {
        Q_EMIT targetChanged();
        if (d->link.state() == ConnectionState::Connected)
            readHistory();
        else if (d->link.state() == ConnectionState::Absent)
            d->link.retry(); // a run may have made it
        return;
    }
    ++d->reading;
    d->backends.clear();
    d->timelineError.reset();
    if (before) {
        d->timelineReadAt = {};
        d->timeline = buildTimeline(*d->project, std::nullopt);
        Q_EMIT timelineChanged();
    }
    Q_EMIT targetChanged();
    if (d->target)
        d->link.open(*d->target);
    else if (chosen)
        d->link.close();
    else
        d->link.fail(chosen.error().message);
}

void Workbench::setEnvironment(const QString &name)
{
    if (!d->project)
        return;
    d->environment = name;
    chooseDatabase();
    // A protected environment is chosen anew each time: nobody should find themselves in production by starting a
    // program.
    if (d->target && d->target->environment == name && !d->target->isProtected)
        Settings::environment(d->project->folder().absolutePath()).setValue(name);
}

Result<> Workbench::saveEnvironment(const Environment &environment)
{
    const QString folder = d->project->folder().absolutePath();
    if (environment.personal) {
        savePersonalEnvironment(folder, environment);
        setEnvironment(environment.name);
        return {};
    }
    if (Result<> saved = Whimbrel::saveEnvironment(d->project->folder(), environment); !saved)
        return saved;
    removePersonalEnvironment(folder, environment.name);
    d->environment = environment.name;
    refresh();
    return {};
}

void Workbench::reconnect()
{
    if (d->target)
        d->link.retry();
    else if (d->project)
        chooseDatabase();
}

void Workbench::takeConnection()
{
    if (d->link.state() == ConnectionState::Absent) {
        ++d->reading;
        d->timelineError.reset();
        d->timelineReadAt = {};
        d->timeline = buildTimeline(*d->project, QList<AppliedMigration>());
        Q_EMIT timelineChanged();
    }
    Q_EMIT connectionChanged();
}

void Workbench::readHistory()
{
    SessionThread *session = d->link.session();
    if (!session || !d->project)
        return;
    const quint64 reading = ++d->reading;
    session
        ->run([project = d->project](Session &connection, const std::stop_token &) {
            return readTimeline(*project, connection, MigrationProject::FileDetail::All)
                .transform([&project](Timeline timeline) {
                    timeline.addUnreadable(project->unreadable(timeline.pendingMigrations()));
                    return timeline;
                });
        })
        .then(this, [this, reading](const Result<Timeline> &timeline) {
            if (reading == d->reading)
                takeHistory(timeline);
        });
}

void Workbench::takeHistory(const Result<Timeline> &timeline)
{
    if (timeline) {
        d->timeline = *timeline;
        d->timelineError.reset();
        d->timelineReadAt = QDateTime::currentDateTimeUtc();
    } else {
        d->timelineError = timeline.error();
        d->link.noteError(timeline.error());
    }
    Q_EMIT timelineChanged();
}

void Workbench::openFile(const QString &path, int line, int column)
{
    Q_EMIT openFileRequested(path, line, column);
}

void Workbench::showChanges(const QString &path)
{
    Q_EMIT showChangesRequested(path);
}

void Workbench::showPane(const QString &paneId)
{
    Q_EMIT showPaneRequested(paneId);
}

void Workbench::setStatus(const QString &message)
{
    Q_EMIT statusRequested(message);
}

} // namespace Whimbrel
