// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasefeed.h"

#include "workbench/targetchoice.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {
constexpr auto lookInterval = 2s;
/// Evidence ages though no file changes, so that the gate is asked again now and then.
constexpr int looksPerGate = 8;

QByteArray fingerprintOf(const QDir &releases, int turn)
{
    QCryptographicHash hash(QCryptographicHash::Md5); // tells files apart, protects nothing
    hash.addData(QByteArray::number(turn));
    QStringList names;
    QDirIterator files(releases.path(), {u"*.jsonl"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        names << u"%1 %2 %3"_s.arg(file.filePath()).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
    }
    names.sort();
    hash.addData(names.join(u'\n').toUtf8());
    return hash.result();
}

QStringList pathsToWatch(const ReleaseStore &store, const std::optional<Release> &release)
{
    QStringList paths;
    if (store.releasesFolder().exists())
        paths << store.releasesFolder().path();
    if (!release)
        return paths;
    const QDir logs = store.folder(release->id);
    paths << logs.path();
    for (const QString &name : logs.entryList({u"*.jsonl"_s}, QDir::Files))
        paths << logs.filePath(name);
    return paths;
}

/// nullopt: nothing has changed since `known`.
std::optional<ReleaseSnapshot> readSnapshot(const QDir &folder, const Target &target, const QByteArray &known, int turn)
{
    const ReleaseStore store(folder);
    ReleaseSnapshot snapshot;
    snapshot.fingerprint = fingerprintOf(store.releasesFolder(), turn);
    if (snapshot.fingerprint == known)
        return std::nullopt;
    const QString environment = releaseEnvironment(target);
    Result<std::optional<Release>> release = store.current(environment, &snapshot.problems);
    if (release && !*release) {
        snapshot.problems.clear();
        release = store.newest(environment, &snapshot.problems);
    }
    if (release)
        snapshot.release = std::move(*release);
    else
        snapshot.error = release.error();
    snapshot.watched = pathsToWatch(store, snapshot.release);
    if (const Result<> gate = checkReleaseGate(folder, target); !gate)
        snapshot.gate = gate.error();
    return snapshot;
}
} // namespace

ReleaseFeed::ReleaseFeed(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &ReleaseFeed::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ReleaseFeed::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ReleaseFeed::look);
}

void ReleaseFeed::watch(const QDir &projectFolder, const Target &target)
{
    if (m_folder && *m_folder == projectFolder && isSameTarget(m_target, target) && m_target.isProtected == target.isProtected) {
        look();
        return;
    }
    clear();
    m_folder = projectFolder;
    m_target = target;
    m_timer.start();
    look();
}

void ReleaseFeed::clear()
{
    ++m_generation;
    m_looking = false;
    m_lookAgain = false;
    m_folder.reset();
    m_snapshot = {};
    m_timer.stop();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    Q_EMIT changed();
}

void ReleaseFeed::look()
{
    if (!m_folder)
        return;
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    const int turn = static_cast<int>(QDateTime::currentSecsSinceEpoch() / (lookInterval.count() * looksPerGate));
    QtConcurrent::run([folder = *m_folder, target = m_target, known = m_snapshot.fingerprint, turn] {
        return readSnapshot(folder, target, known, turn);
    }).then(this, [this, generation = m_generation](const std::optional<ReleaseSnapshot> &snapshot) {
        if (generation == m_generation)
            take(snapshot);
    });
}

void ReleaseFeed::take(const std::optional<ReleaseSnapshot> &snapshot)
{
    m_looking = false;
    if (snapshot) {
        m_snapshot = *snapshot;
        watchFiles();
        Q_EMIT changed();
    }
    if (m_lookAgain) {
        m_lookAgain = false;
        look();
    }
}

void ReleaseFeed::watchFiles()
{
    QStringList wanted = m_snapshot.watched;
    QStringList unwanted = m_watcher.files() + m_watcher.directories();
    unwanted.removeIf([&](const QString &path) { return wanted.removeAll(path) > 0; });
    if (!unwanted.isEmpty())
        m_watcher.removePaths(unwanted);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void ReleaseFeed::append(const QList<ReleaseEvent> &events)
{
    if (!m_snapshot.release || events.isEmpty())
        return;
    perform([id = m_snapshot.release->id, events](const QDir &folder, const QString &) -> Result<> {
        const ReleaseStore store(folder);
        for (const ReleaseEvent &event : events) {
            if (Result<> result = store.append(id, event); !result)
                return result;
        }
        return {};
    });
}

void ReleaseFeed::start(Dialect dialect)
{
    perform([dialect](const QDir &folder, const QString &environment) -> Result<> {
        const Result<ChecklistTemplate> checklist = ChecklistTemplate::load(folder);
        if (!checklist)
            return std::unexpected(checklist.error());
        const Result<Release> started = ReleaseStore(folder).start(environment, checklist->forDialect(dialect));
        return started ? Result<>{} : std::unexpected(started.error());
    });
}

void ReleaseFeed::perform(Work work)
{
    if (!m_folder)
        return;
    QtConcurrent::run([work = std::move(work), folder = *m_folder, environment = releaseEnvironment(m_target)] {
        return work(folder, environment);
    }).then(this, [this](const Result<> &result) {
        if (!result)
            Q_EMIT failed(result.error());
        look();
    });
}

} // namespace Whimbrel
