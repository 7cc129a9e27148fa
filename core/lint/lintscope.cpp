// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/lintscope.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Symbolic links followed; as it is where there is nothing at the path.
QString canonical(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(path) : real;
}

/// Migrations by their paths, with one look at each folder: 10,000 files are usually in one.
QHash<QString, QString> versionsByPath(const MigrationProject &project)
{
    QHash<QString, QString> folders;
    QHash<QString, QString> versions;
    for (const Migration &migration : project.migrations()) {
        const qsizetype slash = migration.file.lastIndexOf(u'/');
        const QString folder = migration.file.first(std::max<qsizetype>(0, slash));
        auto known = folders.find(folder);
        if (known == folders.end())
            known = folders.insert(folder, canonical(folder));
        versions.insert(*known + migration.file.sliced(std::max<qsizetype>(0, slash)), migration.version);
    }
    return versions;
}

} // namespace

int LintScope::addGroup(std::optional<MigrationProject> project, const QDir &folder)
{
    m_versions.push_back(project ? versionsByPath(*project) : QHash<QString, QString>());
    m_groups.push_back({.project = std::move(project), .folder = folder});
    return static_cast<int>(m_groups.size()) - 1;
}

void LintScope::addAll(const MigrationProject &project)
{
    LintGroup &group = m_groups[static_cast<size_t>(addGroup(project, project.folder()))];
    for (const Migration &migration : project.migrations())
        group.versions.insert(migration.version);
}

Result<int> LintScope::groupOf(const QString &folder)
{
    if (const auto known = m_groupOfFolder.constFind(folder); known != m_groupOfFolder.constEnd())
        return *known;
    std::optional<MigrationProject> project = m_named;
    if (!project) {
        Result<MigrationProject> found = MigrationProject::open(QDir(folder), {.format = m_format, .searchParents = true});
        if (!found && !MigrationProject::isOutside(QDir(folder)))
            return std::unexpected(found.error());
        if (found)
            project = std::move(*found);
    }
    const QString key = project ? project->folder().absolutePath() : QString();
    auto group = m_groupOfProject.find(key);
    if (group == m_groupOfProject.end())
        group = m_groupOfProject.insert(key, addGroup(project, project ? project->folder() : QDir(folder)));
    m_groupOfFolder.insert(folder, *group);
    return *group;
}

Result<> LintScope::add(const QString &path, const QDir &currentFolder)
{
    const QFileInfo info(currentFolder.absoluteFilePath(path));
    if (!info.exists())
        return failure(ErrorKind::Usage, tr("There is no file and no folder “%1”.").arg(path), tr("Check the name."));
    return info.isDir() ? addFolder(QDir::cleanPath(info.absoluteFilePath())) : addFile(QDir::cleanPath(info.absoluteFilePath()));
}

Result<> LintScope::addFile(const QString &path)
{
    const Result<int> index = groupOf(QFileInfo(path).absolutePath());
    if (!index)
        return std::unexpected(index.error());
    LintGroup &group = m_groups[static_cast<size_t>(*index)];
    const QHash<QString, QString> &versions = m_versions[static_cast<size_t>(*index)];
    // A link among the migrations is one itself, wherever it leads.
    const QString place = canonical(QFileInfo(path).absolutePath()) + u'/' + QFileInfo(path).fileName();
    for (const QString &name : {place, canonical(path)}) {
        if (const auto version = versions.constFind(name); version != versions.constEnd()) {
            group.versions.insert(*version);
            return {};
        }
    }
    if (!group.files.contains(path))
        group.files << path;
    return {};
}

Result<> LintScope::addFolder(const QString &path)
{
    const Result<int> index = groupOf(path);
    if (!index)
        return std::unexpected(index.error());
    const QString inside = canonical(path) + u'/';
    bool any = false;
    for (const auto &[file, version] : m_versions[static_cast<size_t>(*index)].asKeyValueRange()) {
        if (!file.startsWith(inside))
            continue;
        m_groups[static_cast<size_t>(*index)].versions.insert(version);
        any = true;
    }
    if (any)
        return {};
    QStringList files;
    QDirIterator entries(path, {u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories); // neither hidden ones nor through links
    while (entries.hasNext())
        files << entries.next();
    files.sort();
    for (const QString &file : std::as_const(files)) {
        if (const Result<> added = addFile(file); !added)
            return added;
    }
    return {};
}

void LintScope::keepOnly(const std::function<bool(const QString &)> &isWanted)
{
    for (size_t i = 0; i < m_groups.size(); ++i) {
        LintGroup &group = m_groups[i];
        group.files.removeIf([&](const QString &file) { return !isWanted(canonical(file)); });
        for (const auto &[file, version] : m_versions[i].asKeyValueRange()) {
            if (!isWanted(file))
                group.versions.remove(version);
        }
    }
}

QString shownPath(const QString &path, const QDir &currentFolder)
{
    const QString current = currentFolder.absolutePath();
    const QString inside = current.endsWith(u'/') ? current : current + u'/';
    return path.startsWith(inside) ? path.sliced(inside.size()) : path;
}

} // namespace Whimbrel
