// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/configuration/projectconfiguration.h"
#include "project/formats/migrationformat.h"
#include "project/migration.h"

#include <QDir>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace Whimbrel {

/// A folder of migrations, read. A value: reading again gives a new one.
class MigrationProject
{
public:
    struct Options
    {
        QString format;        ///< overrides detection
        bool searchParents = true; ///< the nearest parent with a project, as git does
    };

    /// Reads the project at or above `folder`: configuration, format, list of migrations (names only, no file content).
    /// Errors: Project, saying what was looked for, or which tool's project this is that Whimbrel does not read; Project with
    /// several names where formats are mixed; Project with the known names for an unknown `format`.
    static Result<MigrationProject> open(const QDir &folder, const Options &options);
    static Result<MigrationProject> open(const QDir &folder) { return open(folder, Options{}); }

    /// True if nothing at or above `folder` is or may be a project, not even one that cannot be read: no environment there
    /// could forbid anything.
    static bool isOutside(const QDir &folder);

    /// A new project in `folder`: whimbrel.toml and an empty db/migrations in dbmate's format. Never overwrites.
    /// `databaseUrl` may be empty. Errors: Project, where there is a project already; Usage for a URL with a password; Io.
    static Result<MigrationProject> create(const QDir &folder, const QString &name, const QString &databaseUrl);

    const QDir &folder() const { return m_folder; }
    QString name() const; ///< from whimbrel.toml, else the folder's name
    const MigrationFormat &format() const { return *m_format; }
    const ProjectConfiguration &configuration() const { return m_configuration; }
    const QList<Migration> &migrations() const { return m_migrations; } ///< in the order of application
    const QList<ProjectProblem> &problems() const { return m_problems; } ///< of whimbrel.toml and of the folders
    const Migration *migration(const QString &version) const; ///< nullptr if there is none

    /// SHA-256 of one file's content with CRLF and CR read as LF; lower-case hex. Errors: Io.
    static Result<QString> hashFile(const QString &path);
    /// The same of a file's content.
    static QString hashContent(QByteArrayView content);
    enum class FileDetail {
        Checksum, ///< the hash alone
        All,      ///< everything in FileFacts
    };
    /// The facts of these migrations by version, over several threads, each file read once; files that cannot be opened are
    /// left out. `dialect` says what a comment is.
    QHash<QString, FileFacts> readFiles(const QList<Migration> &migrations, FileDetail detail, Dialect dialect) const;
    /// Why the format cannot read some of these files, which a run would refuse; reads each.
    QList<ProjectProblem> unreadable(const QList<Migration> &migrations) const;

private:
    static MigrationProject read(const QDir &folder, const MigrationFormat &format, ProjectConfiguration configuration);

    QDir m_folder;
    const MigrationFormat *m_format = nullptr;
    ProjectConfiguration m_configuration;
    QList<Migration> m_migrations;
    QList<ProjectProblem> m_problems;
};

/// Which database a command or the window works on, and as what.
struct Target
{
    QString environment;   ///< empty for -d and DATABASE_URL, unless -d leads to a protected environment's database
    QString source;        ///< for messages: "--database", "whimbrel.toml", "DATABASE_URL", ".env"
    ConnectionSettings settings; ///< role, search path and read-only applied; password not yet resolved
    bool isProtected = false;
    bool readOnly = false;
    QString color;
    RunGuards guards;
    QString backupFile;
    QString healthUrl;
};

/// The target that an environment is. Errors: Usage, for its URL.
Result<Target> targetOf(const Environment &environment, const QDir &projectFolder);

/// Chooses the database as design/CLI.md says: -d, -e, default-environment, then DATABASE_URL of the shell, then of .env.
/// nullopt: none is named anywhere. `shellEnvironment` is a seam for tests. Errors: Usage, with the environments' names.
Result<std::optional<Target>> chooseTarget(const MigrationProject &project, const QString &databaseUrl, const QString &environment,
                                           const QMap<QString, QString> &shellEnvironment, const QDir &currentFolder);

} // namespace Whimbrel
