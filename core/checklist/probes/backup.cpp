// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/backupfile.h"
#include "checklist/probes/probes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;
using Verdict = BackupReading::Verdict;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::BackupProbe)
};

constexpr qint64 warningAge = 24 * 3600;
constexpr qint64 failedAge = 72 * 3600;

QString threshold()
{
    return Tr::tr("readable to its end; warning over %1, failed over %2 or older than the last migration").arg(durationText(warningAge), durationText(failedAge));
}

/// The file, or the newest of those that a pattern like backups/shop-*.dump names.
QFileInfo newestMatch(const QString &path)
{
    const QFileInfo named(path);
    if (named.exists() || !named.fileName().contains(u'*'))
        return named;
    const QFileInfoList found = named.dir().entryInfoList({named.fileName()}, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    return found.isEmpty() ? named : found.constFirst();
}

/// A folder of pg_dump is as old as its list of contents, which is written last.
QDateTime writtenAt(const QFileInfo &backup)
{
    return backup.isDir() ? QFileInfo(backup.filePath() + u"/toc.dat"_s).lastModified() : backup.lastModified();
}

QDateTime lastMigration(const ProbeContext &context)
{
    QDateTime newest;
    if (!context.timeline())
        return newest;
    for (const TimelineEntry &entry : context.timeline()->entries) {
        if (entry.applied && (!newest.isValid() || entry.appliedAt > newest))
            newest = entry.appliedAt;
    }
    return newest;
}

ProbeResult judgeAge(const QString &value, qint64 age, bool olderThanMigration)
{
    if (age > failedAge)
        return probeResult(State::Failed, value, threshold(), Tr::tr("The backup is too old: what came after it would be lost. Make a new one."));
    if (olderThanMigration)
        return probeResult(State::Failed, value, threshold(),
                           Tr::tr("The backup was made before the last migration ran, so it holds another schema. Make a new one."));
    if (age > warningAge)
        return probeResult(State::Warning, value, threshold(), Tr::tr("The backup is older than a day. A new one before a migration loses less."));
    return probeResult(State::Passed, value, threshold(),
                       Tr::tr("The backup is recent and reads to its end. That it restores into a working database only a restore shows."));
}

class BackupProbe final : public Probe
{
public:
    QString id() const override { return u"backup"_s; }
    QString title() const override { return Tr::tr("Backup verified"); }
    bool appliesTo(Dialect) const override { return true; }
    bool usesSession() const override { return false; }

    ProbeResult run(const ProbeContext &context) const override
    {
        const Target &target = context.target();
        if (target.backupFile.isEmpty())
            return probeResult(State::Manual, {}, threshold(),
                               Tr::tr("No backup is named, so a person has to look. With backup-file = \"PATH\" in [environment.%1] of whimbrel.toml "
                                      "Whimbrel does.").arg(target.environment));
        const QFileInfo backup = newestMatch(context.project().folder().absoluteFilePath(target.backupFile));
        if (!backup.exists())
            return probeResult(State::Failed, target.backupFile, threshold(), Tr::tr("There is no such file."));
        // Also keeps us from opening the database's own file, which would drop SQLite's locks on it.
        if (target.settings.dialect == Dialect::SQLite && backup.canonicalFilePath() == QFileInfo(target.settings.database).canonicalFilePath())
            return probeResult(State::Failed, target.backupFile, threshold(), Tr::tr("This is the database itself and no backup of it."));
        return read(context, backup);
    }

private:
    static ProbeResult read(const ProbeContext &context, const QFileInfo &backup)
    {
        const QDateTime written = writtenAt(backup);
        const qint64 age = std::max<qint64>(0, written.secsTo(QDateTime::currentDateTime()));
        const Result<BackupReading> reading = readBackup(backup.filePath(), context.target().settings.dialect, context.stop());
        if (!reading)
            return unknownResult(reading.error().message);
        const QString size = backup.isDir() ? QString() : u", "_s + sizeText(backup.size());
        const QString value = Tr::tr("%1: %2%3, %4 old").arg(backup.fileName(), reading->kind, size, durationText(age));
        switch (reading->verdict) {
        case Verdict::Damaged:
            return probeResult(State::Failed, value, threshold(), Tr::tr("The backup is damaged and cannot be restored: %1").arg(reading->reason));
        case Verdict::WrongKind:
            return probeResult(State::Failed, value, threshold(), reading->reason);
        case Verdict::Unknown:
            return probeResult(State::Unknown, value, threshold(), Tr::tr("Whether the backup can be restored is unknown. %1").arg(reading->reason));
        case Verdict::Readable:
            break;
        }
        const QDateTime migrated = lastMigration(context);
        return judgeAge(value, age, migrated.isValid() && written < migrated);
    }
};
} // namespace

std::unique_ptr<Probe> backupProbe()
{
    return std::make_unique<BackupProbe>();
}

} // namespace Whimbrel
