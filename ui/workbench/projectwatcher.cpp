// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/projectwatcher.h"

#include <QFileInfo>
#include <QSet>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

ProjectWatcher::ProjectWatcher(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(300ms);
    connect(&m_settle, &QTimer::timeout, this, &ProjectWatcher::changed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
}

void ProjectWatcher::watch(const MigrationProject &project)
{
    // Folders only, and the two files that are often written in place: a watch for each of 10,000 files would use up
    // the system's share. Editors save by renaming, which a folder's watch sees.
    QSet<QString> wanted;
    for (const QString &folder : project.configuration().migrations)
        wanted.insert(project.folder().absoluteFilePath(folder));
    for (const Migration &migration : project.migrations())
        wanted.insert(migration.file.left(migration.file.lastIndexOf(u'/')));
    wanted.insert(project.folder().absolutePath());
    wanted.insert(project.folder().absoluteFilePath(u"whimbrel.toml"_s));
    wanted.insert(project.folder().absoluteFilePath(u".env"_s));
    wanted.removeIf([](const QString &path) { return !QFileInfo::exists(path); });

    const QStringList watched = m_watcher.files() + m_watcher.directories();
    const QSet<QString> present(watched.begin(), watched.end());
    const QSet<QString> gone = present - wanted;
    const QSet<QString> added = wanted - present;
    if (!gone.isEmpty())
        m_watcher.removePaths(QStringList(gone.begin(), gone.end()));
    if (!added.isEmpty())
        m_watcher.addPaths(QStringList(added.begin(), added.end()));
}

void ProjectWatcher::clear()
{
    m_settle.stop();
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
}

} // namespace Whimbrel
