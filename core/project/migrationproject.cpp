// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"

#include "project/configuration/tomltext.h"
#include "project/formats/foreignprojects.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

QString knownFormats()
{
    QStringList ids;
    for (const auto &format : migrationFormats())
        ids << format->id();
    return ids.join(u", "_s);
}

Result<const MigrationFormat *> formatNamed(const QString &id, const QString &file)
{
    if (const MigrationFormat *format = migrationFormat(id))
        return format;
    Error error = failure(ErrorKind::Project, Text::tr("The format “%1” is not known.").arg(id), Text::tr("Known are: %1.").arg(knownFormats())).error();
    error.position.file = file;
    return std::unexpected(error);
}

QString looksLike(const ForeignProject &foreign)
{
    return Text::tr("This looks like a %1 project (%2); Whimbrel reads %3 so far.").arg(foreign.tool, foreign.evidence, knownFormats());
}

// Another tool's file among those that `format` lists or passes over.
std::optional<ForeignProject> strangerAmong(const MigrationFormat &format, const MigrationListing &listing, const QDir &folder)
{
    constexpr qsizetype sample = 10; // a team that changed tools has the old files at one end and the new ones at the other
    QStringList files;
    for (qsizetype i = 0; i < listing.migrations.size(); ++i) {
        if (i < sample || i >= listing.migrations.size() - sample)
            files << listing.migrations.at(i).displayFile;
    }
    for (const ProjectProblem &problem : listing.problems.mid(0, sample))
        files << problem.error.position.file;
    for (const QString &name : std::as_const(files)) {
        QFile file(folder.filePath(name));
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) // a pipe would keep whoever opens it
            continue;
        const QString head = QString::fromUtf8(file.read(16 * 1024));
        if (const QString tool = foreignTool(name.section(u'/', -1), head); !tool.isEmpty() && !format.parse(head, name))
            return ForeignProject{tool, name};
    }
    return {};
}

Error severalFormats(const QDir &folder, const QStringList &names)
{
    return failure(ErrorKind::Project, Text::tr("The migrations in %1 are of several formats: %2.").arg(folder.absolutePath(), names.join(u", "_s)),
                   Text::tr("Say which one to read with “format” in whimbrel.toml or --format, or move the others' files away.")).error();
}

QString withEvidence(const QString &tool, const QString &evidence)
{
    return u"%1 (%2)"_s.arg(tool, evidence);
}

Error noProject(const QDir &folder, const std::optional<ForeignProject> &foreign)
{
    Error error;
    error.kind = ErrorKind::Project;
    if (foreign) {
        error.message = looksLike(*foreign);
        error.hint = Text::tr("Open a project of a format that Whimbrel reads, or name its format with “format” in whimbrel.toml or --format.");
        return error;
    }
    error.message = Text::tr("There is no migration project in %1 or above it.").arg(QDir::toNativeSeparators(folder.absolutePath()));
    QStringList looked{Text::tr("Looked for:"), u"- whimbrel.toml"_s};
    for (const auto &format : migrationFormats())
        looked << u"- "_s + format->looksFor();
    error.detail = looked.join(u'\n');
    error.hint = Text::tr("Go to the project's folder or name it with --project; a new project begins with a whimbrel.toml and a folder db/migrations.");
    return error;
}

} // namespace

// Finds out what is in one folder: Error where there is a project that cannot be read, nullptr where there is none.
class ProjectFinder
{
public:
    ProjectFinder(const QDir &folder, const MigrationProject::Options &options) : m_folder(folder), m_options(options) {}

    Result<const MigrationFormat *> find()
    {
        Result<ProjectConfiguration> loaded = ProjectConfiguration::load(m_folder);
        if (!loaded)
            return std::unexpected(loaded.error());
        configuration = std::move(*loaded);
        const QString file = m_folder.absoluteFilePath(u"whimbrel.toml"_s);
        const bool configured = QFile::exists(file);
        if (!m_options.format.isEmpty()) {
            return formatNamed(m_options.format, {}).transform([&](const MigrationFormat *format) {
                return configured || hasFolder(*format) ? format : nullptr;
            });
        }
        if (!configuration.format.isEmpty())
            return formatNamed(configuration.format, file);
        return detect(configured);
    }

    ProjectConfiguration configuration;
    QString detected; ///< the format's name and what tells it, where nobody has said it

private:
    bool hasFolder(const MigrationFormat &format) const
    {
        const QStringList folders = format.withToolDefaults(configuration, m_folder).migrations;
        return std::ranges::any_of(folders, [this](const QString &name) { return m_folder.exists(name); });
    }

    Result<const MigrationFormat *> detect(bool configured)
    {
        const MigrationFormat *found = nullptr;
        QStringList names;
        for (const auto &format : migrationFormats()) {
            QString evidence;
            if (!format->recognises(configuration, m_folder, &evidence))
                continue;
            found = format.get();
            names << withEvidence(format->name(), evidence);
        }
        if (names.size() > 1)
            return std::unexpected(severalFormats(m_folder, names));
        detected = names.join(QString());
        if (!found) {
            if (const QString closed = closedFolder(); !closed.isEmpty()) {
                return failure(ErrorKind::Project, Text::tr("The migrations folder %1 cannot be read.").arg(QDir::toNativeSeparators(closed)),
                               Text::tr("Make it readable for you."));
            }
        }
        if (!found && configured)
            return std::unexpected(formatUnknown());
        return found;
    }

    /// A folder that would hold migrations if it could be looked into.
    QString closedFolder() const
    {
        for (const auto &format : migrationFormats()) {
            for (const QString &name : format->withToolDefaults(configuration, m_folder).migrations) {
                const QFileInfo folder(m_folder.filePath(name));
                if (folder.isDir() && !(folder.isReadable() && folder.isExecutable()))
                    return folder.absoluteFilePath();
            }
        }
        return {};
    }

    Error formatUnknown() const
    {
        Error error = noProject(m_folder, findForeignProject(m_folder));
        if (!error.detail.isEmpty()) {
            error.message = Text::tr("whimbrel.toml names no format, and its folders hold no migrations to know one by.");
            error.hint = Text::tr("Add a line such as format = \"dbmate\"; known are: %1.").arg(knownFormats());
        }
        error.position.file = m_folder.absoluteFilePath(u"whimbrel.toml"_s);
        return error;
    }

    const QDir &m_folder;
    const MigrationProject::Options &m_options;
};

Result<MigrationProject> MigrationProject::open(const QDir &folder, const Options &options)
{
    if (!folder.exists()) {
        return failure(ErrorKind::Project, Text::tr("The folder %1 does not exist or cannot be entered.").arg(QDir::toNativeSeparators(folder.absolutePath())),
                       Text::tr("Check the name and its permissions."));
    }
    QDir place(folder.absolutePath());
    do {
        ProjectFinder finder(place, options);
        const Result<const MigrationFormat *> format = finder.find();
        if (!format)
            return std::unexpected(format.error());
        if (!*format)
            continue;
        MigrationProject project = read(place, **format, std::move(finder.configuration));
        if (finder.detected.isEmpty())
            return project;
        const MigrationListing listing{project.m_migrations, project.m_problems.sliced(project.m_configuration.warnings.size())};
        if (const std::optional<ForeignProject> stranger = strangerAmong(**format, listing, place))
            return std::unexpected(severalFormats(place, {finder.detected, withEvidence(stranger->tool, stranger->evidence)}));
        return project;
    } while (options.searchParents && !place.isRoot() && place.cdUp());
    // Only here: what lies in a folder far above, such as /tmp, is nobody's project.
    return std::unexpected(noProject(folder, findForeignProject(folder)));
}

bool MigrationProject::isOutside(const QDir &folder)
{
    QDir place(folder.absolutePath());
    do {
        const Result<const MigrationFormat *> format = ProjectFinder(place, {}).find();
        if (!format || *format)
            return false;
    } while (!place.isRoot() && place.cdUp());
    return true;
}

MigrationProject MigrationProject::read(const QDir &folder, const MigrationFormat &format, ProjectConfiguration configuration)
{
    MigrationProject project;
    project.m_folder = folder;
    project.m_format = &format;
    project.m_configuration = format.withToolDefaults(std::move(configuration), folder);
    project.m_configuration.format = format.id();
    MigrationListing listing = format.list(project.m_configuration, folder);
    project.m_migrations = std::move(listing.migrations);
    project.m_problems = project.m_configuration.warnings + listing.problems;
    return project;
}

Result<MigrationProject> MigrationProject::create(const QDir &folder, const QString &name, const QString &databaseUrl)
{
    const QString path = folder.absoluteFilePath(u"whimbrel.toml"_s);
    if (QFile::exists(path)) {
        return failure(ErrorKind::Project, Text::tr("%1 holds a project already.").arg(QDir::toNativeSeparators(folder.absolutePath())),
                       Text::tr("Open it, or choose another folder."));
    }
    if (urlHoldsPassword(databaseUrl)) {
        return failure(ErrorKind::Usage, Text::tr("The database's address holds a password, which is not written into whimbrel.toml."),
                       Text::tr("Leave it out of the address: it is kept in the keychain, in PGPASSWORD or MYSQL_PWD, or in the database's own password file."));
    }
    if (!folder.mkpath(u"db/migrations"_s))
        return failure(ErrorKind::Io, Text::tr("The folder %1 cannot be written.").arg(QDir::toNativeSeparators(folder.absolutePath())), Text::tr("Check its permissions."));

    QString text;
    if (!name.isEmpty())
        text += u"name = %1\n"_s.arg(tomlString(name));
    text += u"format = \"dbmate\"\nmigrations = [\"db/migrations\"]\n"_s;
    if (!databaseUrl.isEmpty())
        text += u"default-environment = \"dev\"\n\n[environment.dev]\nurl = %1\n"_s.arg(tomlString(databaseUrl));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return failure(ErrorKind::Io, Text::tr("%1 cannot be written: %2.").arg(path, file.errorString()), Text::tr("Check the folder and the disk."));
    return open(folder, Options{.format = {}, .searchParents = false});
}

QString MigrationProject::name() const
{
    return m_configuration.name.isEmpty() ? m_folder.dirName() : m_configuration.name;
}

const Migration *MigrationProject::migration(const QString &version) const
{
    const auto found = std::ranges::find(m_migrations, version, &Migration::version);
    return found == m_migrations.end() ? nullptr : &*found;
}

} // namespace Whimbrel
