// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/sample.h"

#include "project/migrationproject.h"
#include "run/runner.h"
#include "timeline/timeline.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr QLatin1StringView resourceFolder = ":/whimbrel/sample"_L1;

/// What the sample's story begins with: production is a release behind.
struct Beginning
{
    QString environment;
    QString version; ///< the last migration applied
};

QList<Beginning> beginnings()
{
    return {{u"dev"_s, u"20250401070000"_s}, {u"production"_s, u"20250317101500"_s}};
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

QDir sampleFolder(const QDir &dataFolder)
{
    return QDir(dataFolder.filePath(u"sample"_s));
}

bool holdsSample(const QDir &folder)
{
    return folder.exists(u"whimbrel.toml"_s);
}

Result<> copyFiles(const QDir &folder)
{
    const QDir source(resourceFolder);
    QDirIterator files(source.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = folder.filePath(source.relativeFilePath(file));
        if (!folder.mkpath(QFileInfo(target).path()) || !QFile::copy(file, target)) {
            return failure(ErrorKind::Io, tr("The sample’s file %1 cannot be written.").arg(target),
                           tr("Free some space, or see who may write there, and try again."));
        }
        // A copy of a resource is read-only as the resource is.
        QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner);
    }
    return {};
}

Result<> applyFirst(const QDir &folder, const Beginning &beginning, const std::stop_token &stop)
{
    const Result<MigrationProject> project = MigrationProject::open(folder, {.format = {}, .searchParents = false});
    if (!project)
        return std::unexpected(project.error());
    const Result<std::optional<Target>> target = chooseTarget(*project, {}, beginning.environment, {}, folder);
    if (!target)
        return std::unexpected(target.error());
    const Result<std::unique_ptr<Session>> session = Session::open((*target)->settings, SessionRole::Run);
    if (!session)
        return std::unexpected(session.error());
    const Result<Timeline> timeline = readTimeline(*project, **session);
    if (!timeline)
        return std::unexpected(timeline.error());

    const RunRequest request{.action = RunRequest::Action::Up, .toVersion = beginning.version, .steps = 0, .onlyVersion = {}};
    const Result<RunPlan> plan = makePlan(*project, *timeline, request, (*session)->dialect());
    if (!plan)
        return std::unexpected(plan.error());
    Runner runner(*project, **target);
    runner.setLogFolder({});
    const Result<RunOutcome> outcome = runner.run(**session, *plan, stop);
    if (!outcome)
        return std::unexpected(outcome.error());
    return {};
}

/// A whole sample in a folder of its own beside the final one, so that it can be put in place by renaming.
Result<QString> makeSample(const QDir &dataFolder, const std::stop_token &stop)
{
    dataFolder.mkpath(u"."_s);
    QTemporaryDir temporary(dataFolder.filePath(u"sample-XXXXXX"_s));
    if (!temporary.isValid()) {
        return failure(ErrorKind::Io, tr("The folder for the sample cannot be made: %1").arg(temporary.errorString()),
                       tr("See who may write to %1.").arg(dataFolder.path()));
    }
    const QDir folder(temporary.path());
    if (const Result<> copied = copyFiles(folder); !copied)
        return std::unexpected(copied.error());
    const QList<Beginning> all = beginnings();
    for (const Beginning &beginning : all) {
        if (const Result<> applied = applyFirst(folder, beginning, stop); !applied)
            return std::unexpected(applied.error());
    }
    temporary.setAutoRemove(false);
    return temporary.path();
}

Result<QDir> putInPlace(const QString &made, const QDir &folder)
{
    QDir().rmdir(folder.path()); // an empty one would be in the way
    if (QDir().rename(made, folder.path()))
        return folder;
    QDir(made).removeRecursively();
    return failure(ErrorKind::Io, tr("The sample cannot be put into %1.").arg(folder.path()),
                   tr("See whether something else is there, and who may write to it."));
}

} // namespace

QDir sampleDataFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
}

Result<QDir> openSample(const QDir &dataFolder, const std::stop_token &stop)
{
    const QDir folder = sampleFolder(dataFolder);
    if (holdsSample(folder))
        return folder;
    if (folder.exists() && !folder.isEmpty()) {
        return failure(ErrorKind::Project, tr("The folder %1 is there, but it holds no sample.").arg(folder.path()),
                       tr("Reset the sample to make it anew, or move the folder away."));
    }
    const Result<QString> made = makeSample(dataFolder, stop);
    if (!made)
        return std::unexpected(made.error());
    return putInPlace(*made, folder);
}

Result<QDir> resetSample(const QDir &dataFolder, const std::stop_token &stop)
{
    const QDir folder = sampleFolder(dataFolder);
    const Result<QString> made = makeSample(dataFolder, stop);
    if (!made)
        return std::unexpected(made.error());
    const QString old = *made + u"-old"_s;
    if (folder.exists() && !QDir().rename(folder.path(), old)) {
        QDir(*made).removeRecursively();
        return failure(ErrorKind::Io, tr("The old sample in %1 cannot be moved away.").arg(folder.path()),
                       tr("Close what has its files open, and try again."));
    }
    const Result<QDir> placed = putInPlace(*made, folder);
    if (placed)
        QDir(old).removeRecursively();
    else
        QDir().rename(old, folder.path());
    return placed;
}

} // namespace Whimbrel
