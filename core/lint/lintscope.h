// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"

#include <QCoreApplication>
#include <QSet>

#include <functional>
#include <vector>

namespace Whimbrel {

/// What is to be looked at, of one project or of none.
struct LintGroup
{
    std::optional<MigrationProject> project{};
    QSet<QString> versions{};  ///< of the project's migrations
    QStringList files{};       ///< absolute: scripts that are no migrations of it
    QDir folder{};             ///< the project's, else that of the first file
};

/// Sorts files and folders into groups, each file to the project around it. A folder stands for the migrations in it; where
/// there are none, for the .sql files in it, those of its folders included, hidden ones not.
class LintScope
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::LintScope)

public:
    /// `named`: the project all of them belong to, whatever lies around them. `format`: as --format says; may be empty.
    LintScope(std::optional<MigrationProject> named, QString format) : m_named(std::move(named)), m_format(std::move(format)) { }

    /// Errors: Usage, where there is no such file; Project, where the project around it cannot be read.
    Result<> add(const QString &path, const QDir &currentFolder);
    /// Every migration of a project.
    void addAll(const MigrationProject &project);

    /// Leaves only what `isWanted` says of its absolute path.
    void keepOnly(const std::function<bool(const QString &path)> &isWanted);

    const std::vector<LintGroup> &groups() const { return m_groups; }
    std::vector<LintGroup> &groups() { return m_groups; }

private:
    Result<int> groupOf(const QString &folder);
    Result<> addFile(const QString &path);
    Result<> addFolder(const QString &path);
    int addGroup(std::optional<MigrationProject> project, const QDir &folder);

    const std::optional<MigrationProject> m_named;
    const QString m_format;
    std::vector<LintGroup> m_groups;
    std::vector<QHash<QString, QString>> m_versions; ///< of each group: migrations by their canonical path
    QHash<QString, int> m_groupOfFolder;
    QHash<QString, int> m_groupOfProject;
};

/// A file's path as reports name it: relative to where people stand if it is inside, else absolute.
QString shownPath(const QString &path, const QDir &currentFolder);

} // namespace Whimbrel
