// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/proclocks.h"

#include <QDir>
#include <QFile>

#include <limits>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#include <sys/sysmacros.h>
#endif

using namespace Qt::StringLiterals;

namespace Whimbrel {

QList<ProcLock> parseProcLocks(const QByteArray &text)
{
    QList<ProcLock> locks;
    for (const QByteArray &line : text.split('\n')) {
        // "1: POSIX  ADVISORY  WRITE 23460 fe:00:10952943 1073741824 1073741833"; "1: -> POSIX ..." for one that waits
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 8 || words[1] != "POSIX")
            continue;
        const QList<QByteArray> file = words[5].split(':');
        if (file.size() != 3)
            continue;
        ProcLock lock;
        lock.write = words[3] == "WRITE";
        lock.pid = words[4].toLongLong();
        lock.deviceMajor = file[0].toUInt(nullptr, 16);
        lock.deviceMinor = file[1].toUInt(nullptr, 16);
        lock.inode = file[2].toULongLong();
        lock.first = words[6].toLongLong();
        lock.last = words[7] == "EOF" ? std::numeric_limits<qint64>::max() : words[7].toLongLong();
        if (lock.pid > 0)
            locks << lock;
    }
    return locks;
}

std::optional<FileIdentity> FileIdentity::of(const QString &path)
{
#ifdef Q_OS_LINUX
    struct stat status;
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        return FileIdentity{major(status.st_dev), minor(status.st_dev), status.st_ino};
#else
    Q_UNUSED(path)
#endif
    return std::nullopt;
}

static bool hasOpen(qint64 pid, const QString &path)
{
    const QDir descriptors(u"/proc/%1/fd"_s.arg(pid));
    const QStringList names = descriptors.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    return std::ranges::any_of(names, [&](const QString &name) { return QFile::symLinkTarget(descriptors.filePath(name)) == path; });
}

QList<ProcLock> locksOn(const QString &path, const QList<ProcLock> &all)
{
    const std::optional<FileIdentity> file = FileIdentity::of(path);
    if (!file)
        return {};
    QList<ProcLock> locks;
    for (const ProcLock &lock : all) {
        if (lock.inode != file->inode)
            continue;
        const bool sameDevice = lock.deviceMajor == file->deviceMajor && lock.deviceMinor == file->deviceMinor;
        if (sameDevice || hasOpen(lock.pid, path))
            locks << lock;
    }
    return locks;
}

} // namespace Whimbrel
