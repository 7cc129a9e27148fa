// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sessionthread.h"
#include "project/migrationproject.h"
#include "timeline/timeline.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace Whimbrel {

class RunController;
class SecretStore;

/// How the window stands with the target's database, as text everywhere it is shown.
enum class ConnectionState { None, Connecting, Connected, Lost, Failed };

/// What the panes share: the open project, the target, the timeline, the run. Panes know it and not each other.
/// Lives on the GUI thread; everything that waits runs on a SessionThread or a pool and comes back as a signal.
class Workbench final : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(std::shared_ptr<SecretStore> secrets, QObject *parent = nullptr);
    ~Workbench() override;

    /// Null when no project is open.
    std::shared_ptr<const MigrationProject> project() const;
    const Timeline &timeline() const;
    /// Unset when the project names no database or none is chosen.
    const std::optional<Target> &target() const;
    /// The project's environments and the person's own ones.
    QList<Environment> environments() const;
    ConnectionState connectionState() const;
    QString connectionMessage() const; ///< "Connected to shop on db (PostgreSQL 17.4) as deploy", or the error
    std::optional<Dialect> dialect() const; ///< of the server once connected, else of the target's URL
    RunController &run() const;

    /// For reading facts: catalog, probes, history. Null without a target. Never used by a run.
    SessionThread *browseSession() const;
    /// The target's settings with the password resolved; for panes that need sessions of their own (locks).
    ConnectionSettings resolvedSettings() const;
    /// Names our own sessions, so that the lock monitor can mark them.
    QList<BackendId> ownBackends() const;
    void addOwnBackend(const BackendId &backend);

public Q_SLOTS:
    /// Reads the project on a pool thread, then connects. Emits projectChanged or projectFailed.
    void openProject(const QString &folder);
    void closeProject();
    /// Reads files and history again (F5, changes on disk, after a run).
    void refresh();
    void setEnvironment(const QString &name);
    void reconnect();

    /// Asks the window to show a file, a line of it where line > 0.
    void openFile(const QString &path, int line = 0, int column = 0);
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
    void openFileRequested(const QString &path, int line, int column);
    void showPaneRequested(const QString &paneId);
    void statusRequested(const QString &message);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Whimbrel
