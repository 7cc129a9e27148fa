// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/dbmateschemafile.h"

#include "database/clientprogram.h"
#include "database/session.h"
#include "project/formats/dbmatehistory.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

// A program of the database's and how to call it; passwords go through its environment only.
struct DumpProgram
{
    QString name;
    QStringList arguments;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

Result<QByteArray> output(const DumpProgram &dump, const std::stop_token &stop)
{
    if (QStandardPaths::findExecutable(dump.name).isEmpty())
        return failure(ErrorKind::Io, Text::tr("The program %1 is not installed.").arg(dump.name));
    QProcess process;
    process.setProcessEnvironment(dump.environment);
    process.start(dump.name, dump.arguments, QIODevice::ReadOnly);
    while (!process.waitForFinished(100)) {
        if (process.state() == QProcess::NotRunning)
            return failure(ErrorKind::Io, Text::tr("%1 could not be started: %2.").arg(dump.name, process.errorString()));
        if (stop.stop_requested()) {
            process.kill();
            process.waitForFinished();
            return failure(ErrorKind::Cancelled, Text::tr("The dump was stopped."));
        }
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failure(ErrorKind::Io, Text::tr("%1 failed: %2").arg(dump.name, QString::fromUtf8(process.readAllStandardError()).trimmed()));
    return process.readAllStandardOutput();
}

// pg_dump of these versions writes a random key into each dump unless it is given one.
bool takesRestrictKey(const std::stop_token &stop)
{
    static const QRegularExpression version(u"\\(PostgreSQL\\) (\\d+)\\.(\\d+)"_s);
    const QRegularExpressionMatch match = version.match(QString::fromUtf8(output({u"pg_dump"_s, {u"--version"_s}}, stop).value_or(QByteArray())));
    const std::pair is(match.captured(1).toInt(), match.captured(2).toInt());
    return is.first > 17 || (is.first == 17 && is.second >= 6) || (is.first == 16 && is.second >= 10) || (is.first == 15 && is.second >= 14);
}

DumpProgram postgresDump(const ConnectionSettings &settings, const std::stop_token &stop)
{
    QStringList arguments{u"--format=plain"_s, u"--encoding=UTF8"_s, u"--schema-only"_s, u"--no-privileges"_s, u"--no-owner"_s,
                          u"--exclude-schema=whimbrel"_s, u"--no-password"_s,
                          // While it waits for a table it holds the others, and who wants to change one of those waits with it.
                          u"--lock-wait-timeout=2s"_s};
    if (takesRestrictKey(stop))
        arguments << u"--restrict-key=dbmate"_s;
    for (const QString &entry : settings.searchPath.split(u',', Qt::SkipEmptyParts)) {
        if (const QString schema = entry.trimmed(); !schema.contains(u"$user"_s))
            arguments << u"--schema"_s << schema;
    }
    return {u"pg_dump"_s, arguments + clientArguments(settings), clientEnvironment(settings)};
}

DumpProgram mariaDbDump(const ConnectionSettings &settings)
{
    const bool isMariaDb = !QStandardPaths::findExecutable(u"mariadb-dump"_s).isEmpty();
    // --opt would lock every table against writing; a dump without rows needs none of that.
    const QStringList arguments{u"--opt"_s, u"--skip-lock-tables"_s, u"--routines"_s, u"--no-data"_s, u"--skip-dump-date"_s, u"--skip-add-drop-table"_s,
                                u"--ignore-table=%1.whimbrel_journal"_s.arg(settings.database)};
    return {isMariaDb ? u"mariadb-dump"_s : u"mysqldump"_s, arguments + clientArguments(settings), clientEnvironment(settings)};
}

// The sqlite3 shell prints each object's text as the database keeps it; the journal's objects are cut out of that.
Result<QByteArray> sqliteDump(Session &session, const ConnectionSettings &settings, const std::stop_token &stop)
{
    Result<QByteArray> dump = output({u"sqlite3"_s, clientArguments(settings) + QStringList{u".schema --nosys"_s}, clientEnvironment(settings)}, stop);
    const Result<Rows> own = session.query(u"select sql from sqlite_master where tbl_name = 'whimbrel_journal' and sql is not null"_s);
    if (!own)
        return std::unexpected(own.error());
    for (const QList<Cell> &row : own->rows) {
        if (dump)
            dump->replace(row.constFirst().value_or(QString()).toUtf8() + ";\n", "");
    }
    return dump;
}

Result<QByteArray> schemaDump(Session &session, const ConnectionSettings &settings, const std::stop_token &stop)
{
    switch (settings.dialect) {
    case Dialect::PostgreSql:
        return output(postgresDump(settings, stop), stop);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return output(mariaDbDump(settings), stop);
    case Dialect::SQLite:
        return sqliteDump(session, settings, stop);
    }
    Q_UNREACHABLE_RETURN({});
}

QByteArray versionRows(const QString &table, const QList<AppliedMigration> &applied, Dialect dialect)
{
    const QByteArray indent = dialect == Dialect::PostgreSql ? "    " : "  ";
    QByteArrayList tuples;
    for (const AppliedMigration &row : applied)
        tuples << indent + "('" + row.version.toUtf8().replace("'", "''") + "')";
    const QByteArray name = table.toUtf8();
    const QByteArray insert = tuples.isEmpty() ? QByteArray() : "INSERT INTO " + name + " (version) VALUES\n" + tuples.join(",\n") + ";\n";
    if (dialect == Dialect::SQLite)
        return "-- Dbmate schema migrations\n" + insert;
    const QByteArray head = "\n--\n-- Dbmate schema migrations\n--\n\n";
    return isMySqlFamily(dialect) ? head + "LOCK TABLES " + name + " WRITE;\n" + insert + "UNLOCK TABLES;\n" : head + insert;
}

Result<QByteArray> schemaText(const ProjectConfiguration &configuration, const ConnectionSettings &settings, const std::stop_token &stop)
{
    const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Browse);
    if (!session)
        return std::unexpected(session.error());
    const std::unique_ptr<DbmateHistory> history = dbmateHistory(configuration.historyTable, settings);
    const Result<QList<AppliedMigration>> applied = history->read(**session);
    if (!applied)
        return std::unexpected(applied.error());
    const Result<QString> table = history->qualifiedName(**session);
    if (!table)
        return std::unexpected(table.error());
    return schemaDump(**session, settings, stop).transform([&](QByteArray dump) {
        QByteArray text = tidiedDump(dump + versionRows(*table, *applied, settings.dialect));
        if (!isMySqlFamily(settings.dialect))
            return text;
        static const QRegularExpression counter(u" AUTO_INCREMENT=[0-9]*"_s);
        return QString::fromUtf8(text).remove(counter).toUtf8();
    });
}

} // namespace

QByteArray tidiedDump(const QByteArray &dump)
{
    QByteArray text;
    text.reserve(dump.size());
    bool head = true;
    const auto trimmed = [](QByteArrayView line) {
        while (!line.isEmpty()) {
            if (QByteArrayView(" \t\r\v\f").contains(line.back()))
                line.chop(1);
            else if (line.endsWith("\xc2\xa0") || line.endsWith("\xc2\x85")) // white space too, to dbmate
                line.chop(2);
            else
                break;
        }
        return line;
    };
    const QByteArrayView all(dump);
    for (qsizetype at = 0; at < all.size();) {
        const qsizetype newline = all.indexOf('\n', at);
        const QByteArrayView line = all.sliced(at, (newline < 0 ? all.size() : newline) - at);
        at = newline < 0 ? all.size() : newline + 1;
        head = head && (line.isEmpty() || line == "\r" || line.startsWith("--"));
        if (!head)
            text.append(trimmed(line)).append('\n');
    }
    return text;
}

QString writeDbmateSchema(const ProjectConfiguration &configuration, const QDir &folder, const ConnectionSettings &settings,
                          const std::stop_token &stop)
{
    const QString name = configuration.schemaFile;
    QFile present(folder.filePath(name));
    if (name.isEmpty() || !present.exists())
        return {};
    if (!present.open(QIODevice::ReadOnly))
        return Text::tr("%1 was not rewritten and shows the schema before this run; “dbmate dump” writes it anew. %2").arg(name, present.errorString());
    const QByteArray before = present.readAll();
    present.close();
    const Result<QByteArray> text = schemaText(configuration, settings, stop);
    if (!text)
        return Text::tr("%1 was not rewritten and shows the schema before this run; “dbmate dump” writes it anew. %2").arg(name, text.error().message);
    if (*text == before)
        return {};
    QSaveFile file(present.fileName());
    if (!file.open(QIODevice::WriteOnly) || file.write(*text) != text->size() || !file.commit())
        return Text::tr("%1 could not be written and shows the schema before this run: %2.").arg(name, file.errorString());
    return {};
}

} // namespace Whimbrel
