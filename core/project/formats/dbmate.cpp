// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/dbmate.h"

#include "project/formats/dbmatefolders.h"
#include "project/formats/dbmatehistory.h"
#include "project/formats/dbmateparser.h"
#include "project/formats/dbmateschemafile.h"
#include "project/migrationproject.h"
#include "project/textfile.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

const QString versionFormat = u"yyyyMMddHHmmss"_s;

// What dbmate's flags would be: the shell's environment wins over the project's .env.
class DbmateEnvironment
{
public:
    explicit DbmateEnvironment(const QDir &folder) : m_shell(QProcessEnvironment::systemEnvironment())
    {
        QFile file(folder.filePath(u".env"_s));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QMap<QString, QString> shell;
        for (const QString &key : m_shell.keys())
            shell.insert(key, m_shell.value(key));
        m_dotEnv = parseDotEnv(QString::fromUtf8(file.readAll()), shell);
    }

    const QMap<QString, QString> &dotEnv() const { return m_dotEnv; }
    QString value(const QString &key, const QString &fallback = {}) const
    {
        const QString found = m_shell.contains(key) ? m_shell.value(key) : m_dotEnv.value(key);
        return found.isEmpty() ? fallback : found;
    }
    bool isTrue(const QString &key) const
    {
        static const QStringList words{u"1"_s, u"t"_s, u"T"_s, u"true"_s, u"TRUE"_s, u"True"_s}; // Go's ParseBool
        return words.contains(value(key));
    }
    QStringList folders() const
    {
        QStringList folders = value(u"DBMATE_MIGRATIONS_DIR"_s, u"./db/migrations"_s).split(u',', Qt::SkipEmptyParts);
        for (QString &folder : folders)
            folder = QDir::cleanPath(folder.trimmed());
        return folders;
    }

private:
    QProcessEnvironment m_shell;
    QMap<QString, QString> m_dotEnv;
};

// The project's folder, from a migration's two paths: nothing else is known where one file is read.
QString projectFolder(const Migration &migration)
{
    return migration.file.endsWith(migration.displayFile) ? migration.file.chopped(migration.displayFile.size()) : QString();
}

} // namespace

QString DbmateFormat::id() const
{
    return u"dbmate"_s;
}

QString DbmateFormat::name() const
{
    return u"dbmate"_s;
}

QString DbmateFormat::summary() const
{
    return Text::tr("SQL files with “-- migrate:up” and “-- migrate:down” sections in db/migrations; the table schema_migrations keeps the versions.");
}

QString DbmateFormat::looksFor() const
{
    return Text::tr("dbmate: .sql files with a “-- migrate:up” line, in db/migrations or where DBMATE_MIGRATIONS_DIR says.");
}

bool DbmateFormat::recognises(const ProjectConfiguration &configuration, const QDir &folder, QString *evidence) const
{
    constexpr int enough = 20; // files to look into before giving up
    const ProjectConfiguration complete = withToolDefaults(configuration, folder);
    for (const QString &name : complete.migrations) {
        const QString place = folder.filePath(name);
        int looked = 0;
        for (QDirIterator files(place, {u"*.sql"_s}, QDir::Files); looked < enough && files.hasNext(); ++looked) {
            QFile content(files.next());
            if (dbmateVersion(files.fileName()).isEmpty() || !content.open(QIODevice::ReadOnly))
                continue;
            if (hasDbmateMarker(QString::fromUtf8(content.read(64 * 1024)))) {
                *evidence = QDir::cleanPath(name + u'/' + files.fileName());
                return true;
            }
        }
        // A project without a migration yet: its folder and the .env that dbmate reads are there.
        if (looked == 0 && QDir(place).exists() && complete.dotEnv.contains(u"DATABASE_URL"_s)) {
            *evidence = name;
            return true;
        }
    }
    return false;
}

ProjectConfiguration DbmateFormat::withToolDefaults(ProjectConfiguration configuration, const QDir &folder) const
{
    const DbmateEnvironment environment(folder);
    configuration.dotEnv = environment.dotEnv();
    if (configuration.migrations.isEmpty())
        configuration.migrations = environment.folders();
    if (configuration.historyTable.isEmpty())
        configuration.historyTable = environment.value(u"DBMATE_MIGRATIONS_TABLE"_s, u"schema_migrations"_s);
    const bool dumps = !environment.isTrue(u"DBMATE_NO_DUMP_SCHEMA"_s);
    configuration.schemaFile = dumps ? QDir::cleanPath(environment.value(u"DBMATE_SCHEMA_FILE"_s, u"./db/schema.sql"_s)) : QString();
    configuration.strictOrder = environment.isTrue(u"DBMATE_STRICT"_s);
    return configuration;
}

MigrationListing DbmateFormat::list(const ProjectConfiguration &configuration, const QDir &folder) const
{
    return listDbmate(configuration, folder);
}

Result<MigrationScripts> DbmateFormat::read(const Migration &migration) const
{
    const QString project = projectFolder(migration);
    if (const QString target = project.isEmpty() || !QFileInfo(migration.file).isSymLink() ? QString() : leadsOutOf(project, migration.file);
        !target.isEmpty()) {
        Error error = failure(ErrorKind::Project, Text::tr("The file is a symbolic link out of the project, to %1; it is not read.").arg(target),
                              Text::tr("Put the file itself here if it is to be trusted."))
                          .error();
        error.position.file = migration.displayFile;
        return std::unexpected(error);
    }
    Result<TextFile> file = readTextFile(migration.file, migration.displayFile);
    if (!file)
        return std::unexpected(file.error());
    ContentHash checksum = ContentHash::ofFile(std::exchange(file->bytes, {}));
    const MigrationPhase phase = declaredPhase(file->text);
    Result<MigrationScripts> scripts = parseDbmate(std::move(file->text), migration.displayFile);
    if (!scripts)
        return scripts;
    scripts->checksum = std::move(checksum);
    scripts->phase = phase;
    scripts->hasByteOrderMark = file->hasByteOrderMark;
    if (file->hasByteOrderMark) {
        scripts->problems << ScriptProblem{{}, Text::tr("The file begins with a byte order mark. Whimbrel leaves it out; dbmate may refuse the file because of it.")};
    }
    return scripts;
}

Result<MigrationScripts> DbmateFormat::parse(const QString &text, const QString &displayFile) const
{
    Result<MigrationScripts> scripts = parseDbmate(text, displayFile);
    if (scripts) {
        scripts->checksum = ContentHash::ofText(text);
        scripts->phase = declaredPhase(text);
    }
    return scripts;
}

Result<Migration> DbmateFormat::planNew(const ProjectConfiguration &configuration, const QDir &folder, const QString &description,
                                        const QDateTime &now, const QString &after) const
{
    QString words;
    for (const QChar c : description.trimmed())
        words += c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || c == u'-' || c == u'.' ? c : u'_';
    if (words.isEmpty())
        return failure(ErrorKind::Usage, Text::tr("A new migration needs a description."), Text::tr("Say in a few words what it does, such as “add user status”."));

    QSet<QString> taken;
    for (const Migration &migration : list(configuration, folder).migrations)
        taken << migration.version;
    QDateTime time = now.toUTC();
    if (!after.isEmpty() && !isBefore(after, time.toString(versionFormat)))
        time = QDateTime(QDate::fromString(after.first(std::min<qsizetype>(8, after.size())), u"yyyyMMdd"_s),
                         QTime::fromString(after.sliced(std::min<qsizetype>(8, after.size())), u"HHmmss"_s), QTimeZone::UTC)
                   .addSecs(1);
    if (!time.isValid()) {
        return failure(ErrorKind::Project, Text::tr("No version made of date and time comes after “%1”.").arg(after),
                       Text::tr("Rename that migration, or name the new one by hand."));
    }
    while (taken.contains(time.toString(versionFormat)))
        time = time.addSecs(1);

    const QString place = configuration.migrations.value(0, u"db/migrations"_s);
    return dbmateMigration(folder, place, u"%1_%2.sql"_s.arg(time.toString(versionFormat), words));
}

bool DbmateFormat::isBefore(const QString &a, const QString &b) const
{
    return a.toUtf8() < b.toUtf8();
}

QString DbmateFormat::sectionMarker(Direction direction, bool transaction) const
{
    return u"-- migrate:"_s + directionId(direction) + (transaction ? QString() : u" transaction:false"_s);
}

Result<QString> DbmateFormat::compose(const NewMigration &migration) const
{
    QString text;
    for (const QString &line : migration.head)
        text += u"-- "_s + line + u'\n';
    if (migration.phase != MigrationPhase::Unknown)
        text += u"-- whimbrel: phase "_s + phaseId(migration.phase) + u'\n';
    const QString up = sectionMarker(Direction::Up, migration.upTransaction) + u'\n' + migration.up.trimmed() + u"\n\n"_s;
    const QString down = sectionMarker(Direction::Down, migration.downTransaction) + u'\n' + migration.down.trimmed() + u'\n';
    text += up + down;
    const Result<MigrationScripts> read = parseDbmate(text, migration.description);
    if (!read || read->up.text != up || read->down.text != down) {
        return failure(ErrorKind::Project, Text::tr("The text of “%1” holds a line that dbmate would take for a marker.").arg(migration.description),
                       Text::tr("Take the lines that begin with “-- migrate:” out of it."));
    }
    return text;
}

Result<Migration> DbmateFormat::create(const ProjectConfiguration &configuration, const QDir &folder, const QString &description,
                                       const QDateTime &now) const
{
    Result<Migration> planned = planNew(configuration, folder, description, now, {});
    if (!planned)
        return planned;
    Migration &migration = *planned;
    const QString place = configuration.migrations.value(0, u"db/migrations"_s);
    if (!folder.mkpath(place))
        return failure(ErrorKind::Io, Text::tr("The folder “%1” cannot be created.").arg(place), Text::tr("Check the permissions of the project's folder."));

    const QByteArray content("-- migrate:up\n\n\n-- migrate:down\n\n");
    QFile file(migration.file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(content) != content.size() || !file.flush())
        return failure(ErrorKind::Io, Text::tr("%1 cannot be written: %2.").arg(migration.displayFile, file.errorString()), Text::tr("Check the folder and the disk."));
    migration.size = content.size();
    return planned;
}

std::unique_ptr<HistoryTable> DbmateFormat::historyTable(const ProjectConfiguration &configuration, const ConnectionSettings &settings) const
{
    return dbmateHistory(configuration.historyTable, settings);
}

QList<Migration> DbmateFormat::undoOrder(QList<Migration> applied) const
{
    return dbmateUndoOrder(std::move(applied));
}

bool DbmateFormat::sendsAsOneString(const MigrationScript &script, Dialect dialect) const
{
    return !script.transaction && dialect == Dialect::PostgreSql;
}

QString DbmateFormat::noTransactionMarker() const
{
    return u"-- migrate:up transaction:false"_s;
}

QStringList DbmateFormat::differences(const MigrationScript &script, const QList<Statement> &statements, Dialect dialect) const
{
    QStringList sentences;
    const bool severalAtOnce = !script.transaction && dialect == Dialect::PostgreSql && statements.size() > 1;
    if (severalAtOnce && std::ranges::any_of(statements, [](const Statement &statement) { return statement.kind == StatementKind::NoTransaction; })) {
        sentences << Text::tr("dbmate sends this section as one string, which PostgreSQL runs as one transaction: there it would fail. Give the statement "
                              "that must not run in a transaction a migration of its own if dbmate is to run it too.");
    } else if (severalAtOnce) {
        sentences << Text::tr("dbmate sends this section as one string, which PostgreSQL runs as one transaction: a failure would undo all of it. Whimbrel "
                              "runs it statement by statement: what was done before a failure stays.");
    }
    if (std::ranges::any_of(statements, [](const Statement &statement) { return statement.kind == StatementKind::CopyFromStdin; }))
        sentences << Text::tr("dbmate cannot run COPY … FROM STDIN with its data; Whimbrel can.");
    return sentences;
}

QString DbmateFormat::afterRun(const ProjectConfiguration &configuration, const QDir &folder, const ConnectionSettings &settings,
                               const std::stop_token &stop) const
{
    return writeDbmateSchema(configuration, folder, settings, stop);
}

} // namespace Whimbrel
