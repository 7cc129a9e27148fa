// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/lintrun.h"

#include "safety/catalog/catalogreader.h"
#include "project/textfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

constexpr auto dialectNames = "postgresql, mysql, mariadb, sqlite";

std::optional<Dialect> dialectOfName(const QString &name)
{
    const QString word = name.trimmed().toLower();
    if (word == "postgresql"_L1 || word == "postgres"_L1)
        return Dialect::PostgreSql;
    if (word == "mysql"_L1)
        return Dialect::MySql;
    if (word == "mariadb"_L1)
        return Dialect::MariaDb;
    if (word == "sqlite"_L1 || word == "sqlite3"_L1)
        return Dialect::SQLite;
    return std::nullopt;
}

std::unexpected<Error> dialectUnknown(const QString &message)
{
    return failure(ErrorKind::Usage, message,
                   tr("Name it with --dialect (%1), or a database with -d or -e.").arg(QLatin1StringView(dialectNames)));
}

/// The migration that a path means: one of the project, or one that is only being written, which comes after all others.
std::optional<Migration> migrationAt(const LintGroup &group, const QString &path)
{
    if (!group.project || path.isEmpty())
        return std::nullopt;
    const QFileInfo file(path);
    for (const Migration &migration : group.project->migrations()) {
        if (migration.file == path || (migration.file.endsWith(u'/' + file.fileName()) && QFileInfo(migration.file) == file))
            return migration;
    }
    for (const QString &folder : group.project->configuration().migrations) {
        if (QFileInfo(group.project->folder().absoluteFilePath(folder)) == QFileInfo(file.absolutePath()))
            return Migration{.version = file.completeBaseName(), .file = path, .displayFile = group.project->folder().relativeFilePath(path)};
    }
    return std::nullopt;
}

LintedFile linted(MigrationAnalysis analysis, const QString &shownAs)
{
    LintedFile file{.file = shownAs, .text = std::move(analysis.text)};
    if (analysis.error) {
        file.error = std::move(analysis.error);
        file.error->position.file = shownAs;
    } else {
        file.statements = analysis.statementCount();
        file.findings = analysis.findings();
    }
    return file;
}

} // namespace

Result<Dialect> dialectNamed(const QString &name)
{
    if (const std::optional<Dialect> dialect = dialectOfName(name))
        return *dialect;
    return failure(ErrorKind::Usage, tr("There is no dialect “%1”.").arg(name), tr("Known are: %1.").arg(QLatin1StringView(dialectNames)));
}

Result<ServerVersion> serverVersionOf(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,4})(?:\\.([0-9]{1,4}))?(?:\\.([0-9]{1,4}))?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return failure(ErrorKind::Usage, tr("“%1” is no version of a server.").arg(text), tr("Write it as in 17, 17.4 or 8.0.36."));
    return ServerVersion{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

Result<> checkServerVersion(ServerVersion version, Dialect dialect)
{
    struct Majors
    {
        Dialect dialect;
        QList<int> old;
        int from; ///< and up to what is not yet to be expected
        int to;
        const char *examples;
    };
    static const Majors known[] = {
        {Dialect::PostgreSql, {8, 9}, 10, 29, "13, 17.4"},
        {Dialect::MySql, {5}, 8, 29, "8.0.36, 8.4"},
        {Dialect::MariaDb, {5}, 10, 29, "10.11, 11.8.2"},
        {Dialect::SQLite, {}, 3, 3, "3.40, 3.46.1"},
    };
    const auto majors = std::ranges::find(known, dialect, &Majors::dialect);
    if (version == ServerVersion{} || majors->old.contains(version.major) || (version.major >= majors->from && version.major <= majors->to))
        return {};
    return failure(ErrorKind::Usage, tr("There is no version %1 of %2.").arg(version.toString(dialect), dialectName(dialect)),
                   tr("Write one as in %1.").arg(QLatin1StringView(majors->examples)));
}

Result<Dialect> dialectOf(const MigrationProject &project, const QMap<QString, QString> &shellEnvironment)
{
    const ProjectConfiguration &configuration = project.configuration();
    QStringList urls;
    if (const Environment *chosen = configuration.environment(configuration.defaultEnvironment)) {
        urls << chosen->url;
    } else if (!configuration.environments.isEmpty()) {
        for (const Environment &environment : configuration.environments)
            urls << environment.url;
    } else {
        const QString ofShell = shellEnvironment.value(u"DATABASE_URL"_s);
        urls << (ofShell.isEmpty() ? configuration.dotEnv.value(u"DATABASE_URL"_s) : ofShell);
    }

    std::optional<Dialect> dialect;
    for (const QString &url : std::as_const(urls)) {
        const std::optional<Dialect> one = dialectOfName(url.section(u':', 0, 0));
        if (!one)
            continue;
        if (dialect && dialect != one)
            return dialectUnknown(tr("The project's environments are databases of several kinds."));
        dialect = one;
    }
    if (!dialect)
        return dialectUnknown(tr("Nothing tells which database the migrations are for."));
    return *dialect;
}

AnalysisSettings analysisSettings(const LintConfiguration &configuration)
{
    AnalysisSettings settings;
    settings.disabledRules = QSet<QString>(configuration.disabled.begin(), configuration.disabled.end());
    settings.enabledRules = QSet<QString>(configuration.enabled.begin(), configuration.enabled.end());
    for (const auto &[rule, severity] : configuration.severities.asKeyValueRange())
        settings.severities.insert(rule, severity);
    return settings;
}

Result<> readAnalysisBase(Session &session, AnalysisBase &base)
{
    base.dialect = session.dialect();
    base.version = session.serverVersion();
    Result<ReadCatalog> read = readCatalog(session);
    if (read)
        base.connected = std::move(read->catalog);
    else if (read.error().kind != ErrorKind::LockTimeout) // somebody holds a table: what the files tell must do
        return std::unexpected(read.error());
    return {};
}

Result<Timeline> readAnalysisBase(const MigrationProject &project, Session &session, AnalysisBase &base)
{
    if (const Result<> read = readAnalysisBase(session, base); !read)
        return std::unexpected(read.error());
    Result<Timeline> timeline = readTimeline(project, session);
    if (!timeline)
        return timeline;
    for (const TimelineEntry &entry : std::as_const(timeline->entries)) {
        if (entry.applied)
            base.applied.insert(entry.migration.version);
    }
    return timeline;
}

Result<> LintRun::look(const LintGroup &group, const AnalysisBase &base, Severity failOn, const std::stop_token &stop)
{
    if (group.project && !group.versions.isEmpty()) {
        const auto isWanted = [&](const Migration &migration) { return group.versions.contains(migration.version); };
        const ProjectAnalysis::Digest report = [&](MigrationAnalysis analysis) {
            const QString name = shownPath(analysis.migration.file, m_currentFolder);
            return [this, failOn, file = linted(std::move(analysis), name)] { add(file, failOn); };
        };
        Result<Catalog> schema = ProjectAnalysis(*group.project, base).run(isWanted, report, stop);
        if (!schema)
            return std::unexpected(schema.error());
        m_schemas << std::move(*schema);
    }
    for (const QString &file : group.files) {
        if (stop.stop_requested())
            return failure(ErrorKind::Cancelled, tr("Stopped; nothing was changed."));
        const QString name = shownPath(file, m_currentFolder);
        const Result<TextFile> content = readTextFile(file, name);
        if (content)
            add(linted(analyseText(content->text, name, base), name), failOn);
        else
            add(linted({.error = content.error()}, name), failOn);
    }
    return {};
}

Result<> LintRun::lookAtText(const QString &text, const QString &path, const QString &shownAs, const LintGroup &group, const AnalysisBase &base,
                             Severity failOn, const std::stop_token &stop)
{
    const std::optional<Migration> migration = migrationAt(group, path);
    if (!migration) {
        add(linted(analyseText(text, shownAs, base), shownAs), failOn);
        return {};
    }
    EditedAnalysis analysis(ProjectAnalysis(*group.project, base));
    Result<MigrationAnalysis> result = analysis.analyse(*migration, text, stop);
    if (!result)
        return std::unexpected(result.error());
    add(linted(std::move(*result), shownAs), failOn);
    return {};
}

void LintRun::add(const LintedFile &file, Severity failOn)
{
    if (file.error)
        m_unreadable << *file.error;
    m_failed = m_failed || std::ranges::any_of(file.findings, [failOn](const Finding &finding) { return finding.severity >= failOn; });
    m_report.add(file);
}

} // namespace Whimbrel
