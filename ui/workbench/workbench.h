// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sessionthread.h"
#include "project/migrationproject.h"
#include "timeline/timeline.h"
#include "workbench/connectionstate.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Whimbrel {

class ProjectSafety;
class ReleaseFeed;
class RunController;
class SecretStore;

/// What the panes share: the open project, the target, the timeline, the run, the release. Panes know it and not each
/// other. Lives on the GUI thread; everything that waits runs on a SessionThread or a pool and comes back as a signal.
class Workbench final : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(std::shared_ptr<SecretStore> secrets, QObject *parent = nullptr);
    ~Workbench() override;

    /// Null when no project is open.
    std::shared_ptr<const MigrationProject> project() const;
    const Timeline &timeline() const;
    /// Why the timeline could not be read from a database that is connected; it then shows what was read last.
    const std::optional<Error> &timelineError() const;
    /// When the history was last read from the database; invalid if never.
    QDateTime timelineReadAt() const;
    /// Unset when the project names no database or none is chosen.
    const std::optional<Target> &target() const;
    /// The target's environment, or its database where it has none; empty without a target.
    QString targetName() const;
    /// The project's environments and the person's own ones.
    QList<Environment> environments() const;
    /// Adds or replaces one: in whimbrel.toml, or in this person's settings where it is personal. Chooses it. Errors:
    /// Io, Project.
    Result<> saveEnvironment(const Environment &environment);
    ConnectionState connectionState() const;
    QString connectionMessage() const; ///< "Connected to shop on db (PostgreSQL 17.4) as deploy", or the error
    std::optional<Dialect> dialect() const; ///< of the server once connected, else of the target's URL
    RunController &run() const;
    /// The release of the target, kept up to date.
    ReleaseFeed &release() const;
    /// What the pending migrations do to others, kept up to date.
    ProjectSafety &safety() const;
    /// Why a protected target may not be changed now, as release() was read last; unset where it may. The run asks the
    /// files again.
    std::optional<Error> closedGate() const;
    /// Where passwords come from; call its functions on a pool thread.
    std::shared_ptr<SecretStore> secrets() const;

    /// For reading facts: catalog, probes, history. Null without a target. Never used by a run.
    SessionThread *browseSession() const;
    /// The target's settings with the password resolved; for panes that need sessions of their own (locks).
    ConnectionSettings resolvedSettings() const;
    /// Names our own sessions, so that the lock monitor can mark them.
    QList<BackendId> ownBackends() const;
    void addOwnBackend(const BackendId &backend);

public Q_SLOTS:
    /// Reads the project on a pool thread, then connects. Emits projectChanged, or projectFailed: then what was open
    /// stays.
    void openProject(const QString &folder);
    void closeProject();
    /// Reads files and history again (F5, changes on disk, after a run).
    void refresh();
    void setEnvironment(const QString &name);
    void reconnect();

    /// Asks the window to show a file, a line of it where line > 0.
    void openFile(const QString &path, int line = 0, int column = 0);
    /// Asks the window to show how a file differs from what was applied.
    void showChanges(const QString &path);
    /// Asks the window to bring a pane to the front.
    void showPane(const QString &paneId);
    /// Shows a short line in the status bar.
    void setStatus(const QString &message);

Q_SIGNALS:
    void projectChanged();
    void projectFailed(const QString &folder, const Whimbrel::Error &error);
    void targetChanged();
    void connectionChanged();
    void timelineChanged();
    /// closedGate() may say something else.
    void gateChanged();
    void openFileRequested(const QString &path, int line, int column);
    void showChangesRequested(const QString &path);
    void showPaneRequested(const QString &paneId);
    void statusRequested(const QString &message);

private:
    void readFiles(const QString &folder, bool isOther);
    void clear();
    void takeProject(std::shared_ptr<const MigrationProject> project, const Timeline &files, bool isOther);
    void chooseDatabase();
    void followRelease();
    void takeConnection();
    void readHistory();
    void takeHistory(const Result<Timeline> &timeline);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Whimbrel
