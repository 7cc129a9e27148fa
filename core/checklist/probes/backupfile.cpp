// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/backupfile.h"

#include "checklist/probes/process.h"
#include "database/session.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using Verdict = BackupReading::Verdict;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::BackupFile)
};

/// Programs that write the original of a compressed file to their standard output, by the file's first bytes.
struct Decompressor
{
    QByteArrayView magic;
    QLatin1StringView program;
};

constexpr Decompressor decompressors[] = {
    {"\x1f\x8b", "gzip"_L1},
    {"\x28\xb5\x2f\xfd", "zstd"_L1},
    {QByteArrayView("\xfd\x37\x7a\x58\x5a", 5), "xz"_L1},
    {"BZh", "bzip2"_L1},
};

/// Ends of SQL dumps. mariadb-dump writes the time behind its words unless told not to; pg_dump of newer minor versions
/// writes \unrestrict after them.
struct DumpEnd
{
    QByteArrayView head; ///< has to be in the dump's first bytes, where the end alone says little
    QByteArrayView end;
    Dialect dialect;
};

constexpr DumpEnd dumpEnds[] = {
    {"", "\n-- PostgreSQL database dump complete\n", Dialect::PostgreSql},
    {"", "\n-- PostgreSQL database cluster dump complete\n", Dialect::PostgreSql},
    {"", "\n-- Dump completed", Dialect::MySql},
    {"PRAGMA foreign_keys=OFF;", "\nCOMMIT;\n", Dialect::SQLite},
};

/// What is in the first lines of a dump, whether it is whole or not.
struct DumpHead
{
    QByteArrayView words;
    Dialect dialect;
};

constexpr DumpHead dumpHeads[] = {
    {"-- PostgreSQL database", Dialect::PostgreSql},
    {"-- MariaDB dump", Dialect::MySql},
    {"-- MySQL dump", Dialect::MySql},
    {"PRAGMA foreign_keys=OFF;", Dialect::SQLite},
};

bool sameFamily(Dialect a, Dialect b)
{
    return a == b || (isMySqlFamily(a) && isMySqlFamily(b));
}

BackupReading wrongKind(const QString &kind, Dialect found, Dialect wanted)
{
    return {.verdict = Verdict::WrongKind,
            .kind = kind,
            .reason = Tr::tr("This is a backup of a %1 database, and this one is %2.").arg(dialectName(found), dialectName(wanted))};
}

Result<BackupReading> readArchive(const QString &path, Dialect dialect, const std::stop_token &stop)
{
    const QString kind = Tr::tr("pg_dump archive");
    if (dialect != Dialect::PostgreSql)
        return wrongKind(kind, Dialect::PostgreSql, dialect);
    const Result<ProcessOutcome> outcome = runProcess(u"pg_restore"_s, {u"--file=/dev/null"_s, u"--"_s, path}, stop);
    if (!outcome && outcome.error().kind == ErrorKind::Cancelled)
        return std::unexpected(outcome.error());
    if (!outcome)
        return BackupReading{.verdict = Verdict::Unknown, .kind = kind, .reason = outcome.error().toString()};
    if (outcome->errors.contains("unsupported version"_L1))
        return BackupReading{.verdict = Verdict::Unknown, .kind = kind,
                             .reason = Tr::tr("The pg_restore installed here is older than the dump: %1").arg(outcome->errors)};
    if (outcome->exitCode != 0)
        return BackupReading{.verdict = Verdict::Damaged, .kind = kind, .reason = outcome->errors};
    return BackupReading{.verdict = Verdict::Readable, .kind = kind, .reason = {}};
}

BackupReading judgeDump(const QByteArray &head, const QByteArray &tail, Dialect dialect)
{
    const QString kind = Tr::tr("SQL dump");
    for (const DumpEnd &each : dumpEnds) {
        if (!tail.contains(each.end) || !head.contains(each.head))
            continue;
        if (!sameFamily(each.dialect, dialect))
            return wrongKind(kind, each.dialect, dialect);
        return {.verdict = Verdict::Readable, .kind = kind, .reason = {}};
    }
    for (const DumpHead &each : dumpHeads) {
        if (head.contains(each.words))
            return {.verdict = Verdict::Damaged, .kind = kind, .reason = Tr::tr("Its last line is missing: the dump was cut off.")};
    }
    return {.verdict = Verdict::Unknown, .kind = Tr::tr("file of an unknown kind"),
            .reason = Tr::tr("Neither its beginning nor its end is that of a dump that Whimbrel knows.")};
}

Result<BackupReading> readDump(QFile &file, Dialect dialect)
{
    const QByteArray head = file.read(keptOutput);
    file.seek(std::max<qint64>(0, file.size() - keptOutput));
    return judgeDump(head, file.read(keptOutput), dialect);
}

Result<BackupReading> readCompressed(const Decompressor &how, const QString &path, Dialect dialect, const std::stop_token &stop)
{
    const QString kind = Tr::tr("dump compressed with %1").arg(how.program);
    const Result<ProcessOutcome> outcome = runProcess(how.program, {u"-dc"_s, u"--"_s, path}, stop);
    if (!outcome && outcome.error().kind == ErrorKind::Cancelled)
        return std::unexpected(outcome.error());
    if (!outcome)
        return BackupReading{.verdict = Verdict::Unknown, .kind = kind, .reason = outcome.error().toString()};
    if (outcome->exitCode != 0)
        return BackupReading{.verdict = Verdict::Damaged, .kind = kind, .reason = outcome->errors};
    BackupReading reading = judgeDump(outcome->outputHead, outcome->outputTail, dialect);
    if (reading.verdict == Verdict::Readable)
        reading.kind = kind;
    return reading;
}

Result<BackupReading> readSqliteCopy(const QString &path, Dialect dialect, const std::stop_token &stop)
{
    const QString kind = Tr::tr("SQLite database");
    if (dialect != Dialect::SQLite)
        return wrongKind(kind, Dialect::SQLite, dialect);
    ConnectionSettings settings;
    settings.database = path;
    settings.readOnly = true;
    settings.options.insert(u"immutable"_s, u"1"_s); // looks at nothing beside the file and locks nothing
    const Result<std::unique_ptr<Session>> copy = Session::open(settings, SessionRole::Browse);
    if (!copy)
        return BackupReading{.verdict = Verdict::Damaged, .kind = kind, .reason = copy.error().message};
    const CancelOnStop cancel(**copy, stop);
    const Result<Rows> check = (*copy)->query(u"PRAGMA quick_check(1)"_s);
    if (!check && check.error().kind == ErrorKind::Cancelled)
        return std::unexpected(check.error());
    if (!check)
        return BackupReading{.verdict = Verdict::Damaged, .kind = kind, .reason = check.error().message};
    const QString answer = check->text(0, u"quick_check");
    if (answer != "ok"_L1)
        return BackupReading{.verdict = Verdict::Damaged, .kind = kind, .reason = answer};
    return BackupReading{.verdict = Verdict::Readable, .kind = kind, .reason = {}};
}
} // namespace

Result<BackupReading> readBackup(const QString &path, Dialect dialect, const std::stop_token &stop)
{
    if (QFileInfo(path).isDir()) {
        if (QFileInfo::exists(path + u"/toc.dat"_s))
            return readArchive(path, dialect, stop);
        return BackupReading{.verdict = Verdict::Unknown, .kind = Tr::tr("folder"), .reason = Tr::tr("It holds no toc.dat, so it is not a folder of pg_dump.")};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return BackupReading{.verdict = Verdict::Unknown, .kind = {}, .reason = Tr::tr("It cannot be read: %1.").arg(file.errorString())};
    if (file.size() == 0)
        return BackupReading{.verdict = Verdict::Damaged, .kind = Tr::tr("file"), .reason = Tr::tr("It is empty.")};

    const QByteArray start = file.peek(keptOutput);
    if (start.startsWith("PGDMP") || start.sliced(std::min<qsizetype>(start.size(), 257)).startsWith("ustar"))
        return readArchive(path, dialect, stop);
    if (start.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return readSqliteCopy(path, dialect, stop);
    for (const Decompressor &each : decompressors) {
        if (start.startsWith(each.magic))
            return readCompressed(each, path, dialect, stop);
    }
    return readDump(file, dialect);
}

} // namespace Whimbrel
