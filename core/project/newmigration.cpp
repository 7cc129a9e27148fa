// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/newmigration.h"

#include "project/formats/migrationformat.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

Result<> writeNew(const PlannedMigration &planned)
{
    const QString file = planned.migration.file;
    const QByteArray content = planned.text.toUtf8();
    QFile target(file);
    const QString folder = QFileInfo(file).path();
    if (QDir().mkpath(folder) && target.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        if (target.write(content) == content.size() && target.flush())
            return {};
        target.remove();
    }
    return failure(ErrorKind::Io,
                   tr("%1 cannot be written: %2. Nothing was written.").arg(planned.fileName(), target.errorString()),
                   tr("Check the folder and the disk."));
}

} // namespace

Result<QList<PlannedMigration>> planMigrations(const MigrationFormat &format, const ProjectConfiguration &configuration,
                                               const QDir &folder, const QList<NewMigration> &migrations,
                                               const QString &after, const QDateTime &now)
{
    QString last = after;
    for (const Migration &migration : format.list(configuration, folder).migrations)
        last = last.isEmpty() || format.isBefore(last, migration.version) ? migration.version : last;
    QList<PlannedMigration> planned;
    for (const NewMigration &migration : migrations) {
        const Result<Migration> next = format.planNew(configuration, folder, migration.description, now, last);
        if (!next)
            return std::unexpected(next.error());
        Result<QString> text = format.compose(migration);
        if (!text)
            return std::unexpected(text.error());
        planned << PlannedMigration{*next, *text};
        planned.last().migration.phase = migration.phase;
        planned.last().migration.size = text->toUtf8().size();
        last = next->version;
    }
    return planned;
}

Result<> writeMigrations(const QList<PlannedMigration> &migrations)
{
    QStringList written;
    for (const PlannedMigration &planned : migrations) {
        if (const Result<> done = writeNew(planned); !done) {
            std::ranges::for_each(written, [](const QString &file) { QFile::remove(file); });
            return done;
        }
        written << planned.migration.file;
    }
    return {};
}

} // namespace Whimbrel
