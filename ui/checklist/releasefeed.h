// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/releasestore.h"

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Whimbrel {

/// What the release folder holds for one environment. A value, read on a pool thread.
struct ReleaseSnapshot
{
    std::optional<Release> release; ///< the open one, else the newest
    QList<ProjectProblem> problems; ///< lines of its logs that were left out
    std::optional<Error> gate;      ///< why a protected target may not be run now; unset where it may
    std::optional<Error> error;     ///< the folder could not be read
    QByteArray fingerprint;         ///< of the files it was read from
    QStringList watched;            ///< folders and files whose change is a reason to look again
};

/// Keeps the release of a target up to date with what this and other people and processes append: the folder is
/// watched, and looked at every two seconds where watching does not reach (network drives). Files are only touched on a
/// pool thread.
class ReleaseFeed final : public QObject
{
    Q_OBJECT

public:
    explicit ReleaseFeed(QObject *parent = nullptr);

    void watch(const QDir &projectFolder, const Target &target);
    void clear();

    /// False until the files of the target that is watched were looked at once.
    bool wasRead() const { return !m_snapshot.fingerprint.isEmpty(); }
    const ReleaseSnapshot &snapshot() const { return m_snapshot; }
    const std::optional<Release> &release() const { return m_snapshot.release; }

    /// Appends to the release that is shown; changed() follows, or failed().
    void append(const QList<ReleaseEvent> &events);
    /// Starts a release of the target with the project's checklist; changed() follows, or failed().
    void start(Dialect dialect);

Q_SIGNALS:
    void changed();
    void failed(const Whimbrel::Error &error);

private:
    using Work = std::function<Result<>(const QDir &folder, const QString &environment)>;

    void look();
    void take(const std::optional<ReleaseSnapshot> &snapshot);
    void watchFiles();
    void perform(Work work);

    std::optional<QDir> m_folder;
    Target m_target;
    ReleaseSnapshot m_snapshot;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    quint64 m_generation = 0; ///< answers for an earlier target are dropped
    bool m_looking = false;
    bool m_lookAgain = false;
};

} // namespace Whimbrel
