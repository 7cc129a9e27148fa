// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/dbmatefolders.h"

#include "project/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include <dirent.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

// A migration's file name as bytes: what dbmate sorts by, and what QString's own order would not give.
struct NamedMigration
{
    QByteArray name;
    Migration migration;
};

ProjectProblem problem(ProjectProblem::Severity severity, const QString &file, const QString &message, const QString &hint)
{
    return {severity,
            Error{.kind = ErrorKind::Project, .message = message, .detail = {}, .hint = hint, .code = {}, .position = {.file = file}}};
}

// A migrations folder as messages name its files: clean, with a slash at its end.
QString displayFolder(const QString &folder)
{
    const QString clean = QDir::cleanPath(folder);
    return clean == "."_L1 ? QString() : clean + u'/';
}

// Nothing where the name is not a migration's. `project` and `folder` end in a slash; `folder` may lead anywhere, in which case it is put straight here.
Migration migrationOf(const QString &project, const QString &folder, const QString &fileName)
{
    Migration migration;
    migration.version = dbmateVersion(fileName);
    if (migration.version.isEmpty())
        return migration;
    QStringView words = QStringView(fileName).sliced(migration.version.size()).chopped(4);
    while (words.startsWith(u'_') || words.startsWith(u'-') || words.startsWith(u'.'))
        words = words.sliced(1);
    migration.description = words.toString();
    migration.displayFile = folder + fileName;
    if (folder.startsWith(u'/'))
        migration.file = migration.displayFile;
    else
        migration.file = folder.startsWith("../"_L1) ? QDir::cleanPath(project + migration.displayFile) : project + migration.displayFile;
    return migration;
}

class FolderReader
{
public:
    FolderReader(const ProjectConfiguration &configuration, const QDir &project) : m_configuration(configuration), m_project(project) {}

    MigrationListing read()
    {
        for (const QString &folder : m_configuration.migrations)
            readFolder(folder);
        std::ranges::stable_sort(m_found, {}, &NamedMigration::name);
        MigrationListing listing;
        listing.migrations.reserve(static_cast<qsizetype>(m_found.size()));
        for (NamedMigration &found : m_found)
            listing.migrations << std::move(found.migration);
        listing.problems = std::move(m_problems);
        addDuplicates(listing);
        return listing;
    }

private:
    void readFolder(const QString &folder)
    {
        using Severity = ProjectProblem::Severity;
        const QString path = m_project.absoluteFilePath(folder);
        const QFileInfo info(path);
        if (!info.isDir()) {
            m_problems << problem(Severity::Error, folder, Text::tr("The migrations folder “%1” does not exist.").arg(folder),
                                  Text::tr("Create it, or name the right one: “migrations” in whimbrel.toml or DBMATE_MIGRATIONS_DIR."));
            return;
        }
        if (const QString target = info.isSymLink() ? leadsOutOf(m_project.path(), path) : QString(); !target.isEmpty()) {
            m_problems << problem(Severity::Error, folder,
                                  Text::tr("The migrations folder “%1” is a symbolic link out of the project, to %2; it is not read.").arg(folder, target),
                                  Text::tr("Name the real folder in whimbrel.toml if its files are to be trusted."));
            return;
        }
        const QString display = displayFolder(folder);
        const std::unique_ptr<DIR, decltype([](DIR *open) { ::closedir(open); })> entries(::opendir(QFile::encodeName(path).constData()));
        errno = entries ? 0 : errno;
        while (const dirent *entry = entries ? ::readdir(entries.get()) : nullptr) {
            readEntry(display, ::dirfd(entries.get()), *entry);
            errno = 0;
        }
        if (const int reason = errno; reason != 0) {
            m_problems << problem(Severity::Error, folder,
                                  Text::tr("The migrations folder “%1” cannot be read: %2.").arg(folder, qt_error_string(reason)),
                                  Text::tr("Make it readable for you."));
        }
    }

    /// One question to the system for each; `place` is the open folder.
    void readEntry(const QString &folder, int place, const dirent &entry)
    {
        using Severity = ProjectProblem::Severity;
        const QByteArray bytes(entry.d_name);
        const QString name = QFile::decodeName(bytes);
        Migration migration = migrationOf(m_absolute, folder, name);
        if (migration.version.isEmpty()) {
            if (name.endsWith(".sql"_L1, Qt::CaseInsensitive) && !isSchemaFile(folder, name))
                reportUnusable(folder, name);
            return;
        }
        struct stat facts = {}; // of what a link leads to; none where that is nothing
        if (::fstatat(place, entry.d_name, &facts, 0) != 0)
            facts = {};
        const bool isLink = entry.d_type == DT_LNK || (entry.d_type == DT_UNKNOWN && QFileInfo(migration.file).isSymLink());
        if (S_ISDIR(facts.st_mode)) {
            m_problems << problem(isLink ? Severity::Error : Severity::Warning, migration.displayFile,
                                  Text::tr("“%1” is named like a migration and is a folder.").arg(name), Text::tr("Rename or remove it."));
            return;
        }
        if (facts.st_mode != 0 && !S_ISREG(facts.st_mode)) {
            m_problems << problem(Severity::Error, migration.displayFile, // reading it might never end
                                  Text::tr("“%1” is named like a migration and is no file.").arg(name), Text::tr("Rename or remove it."));
            return;
        }
        if (isLink) {
            if (const QString target = leadsOutOf(m_project.path(), migration.file); !target.isEmpty()) {
                m_problems << problem(Severity::Error, migration.displayFile,
                                      Text::tr("“%1” is a symbolic link out of the project, to %2; it is not read.").arg(name, target),
                                      Text::tr("Put the file itself here if it is to be trusted."));
            }
        }
        migration.size = facts.st_size;
        m_found.push_back({bytes, std::move(migration)});
    }

    void reportUnusable(const QString &folder, const QString &name)
    {
        const QString file = folder + name;
        const bool caseOnly = !dbmateVersion(name.toLower()).isEmpty();
        m_problems << problem(ProjectProblem::Severity::Warning, file,
                              Text::tr("“%1” is not named like a migration, so dbmate ignores it.").arg(name),
                              caseOnly ? Text::tr("Its ending has to be “.sql” in lower case.")
                                       : Text::tr("A migration's name begins with its version, such as 20240131120000_add_users.sql."));
    }

    bool isSchemaFile(const QString &folder, const QString &name) const
    {
        return folder + name == QDir::cleanPath(m_configuration.schemaFile);
    }

    static void addDuplicates(MigrationListing &listing)
    {
        QHash<QString, QStringList> files;
        files.reserve(listing.migrations.size());
        for (const Migration &migration : std::as_const(listing.migrations))
            files[migration.version] << migration.displayFile;
        if (files.size() == listing.migrations.size())
            return;
        for (const Migration &migration : std::as_const(listing.migrations)) {
            const QStringList same = files.take(migration.version);
            if (same.size() < 2)
                continue;
            listing.problems << problem(ProjectProblem::Severity::Error, same.first(),
                                        Text::tr("Several files have the version %1: %2.").arg(migration.version, same.join(u", "_s)),
                                        Text::tr("The history holds a version once, so only one of them can be applied: rename the others."));
        }
    }

    const ProjectConfiguration &m_configuration;
    const QDir &m_project;
    const QString m_absolute = QDir::cleanPath(m_project.absolutePath()) + u'/';
    std::vector<NamedMigration> m_found;
    QList<ProjectProblem> m_problems;
};

} // namespace

QString dbmateVersion(const QString &fileName)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const qsizetype digits = std::ranges::find_if_not(fileName, isDigit) - fileName.begin();
    const bool isMigration = digits > 0 && fileName.endsWith(".sql"_L1) && !fileName.contains(u'\n');
    return isMigration ? fileName.first(digits) : QString();
}

Migration dbmateMigration(const QDir &project, const QString &migrationsFolder, const QString &fileName)
{
    return migrationOf(QDir::cleanPath(project.absolutePath()) + u'/', displayFolder(migrationsFolder), fileName);
}

MigrationListing listDbmate(const ProjectConfiguration &configuration, const QDir &folder)
{
    return FolderReader(configuration, folder).read();
}

QList<Migration> dbmateUndoOrder(QList<Migration> applied)
{
    const auto name = [](const Migration &migration) { return QFile::encodeName(migration.file.section(u'/', -1)); };
    std::ranges::stable_sort(applied, std::ranges::greater{}, name);
    return applied;
}

} // namespace Whimbrel
