// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Whimbrel {

/// A record lock of fcntl(2) as Linux lists it in /proc/locks; see proc_locks(5).
struct ProcLock
{
    bool write = false;
    qint64 pid = 0; ///< in our own process namespace
    unsigned deviceMajor = 0;
    unsigned deviceMinor = 0;
    quint64 inode = 0;
    qint64 first = 0; ///< bytes first..last
    qint64 last = 0;

    bool covers(qint64 from, qint64 to) const { return first <= to && from <= last; }
};

/// Lines that are not POSIX locks, that belong to no process we can see or that only wait are left out.
QList<ProcLock> parseProcLocks(const QByteArray &text);

/// What tells a file in /proc/locks. Found out without opening the file: closing any descriptor of a database file would
/// drop every lock that this process has on it, SQLite's own ones included.
struct FileIdentity
{
    unsigned deviceMajor = 0;
    unsigned deviceMinor = 0;
    quint64 inode = 0;

    static std::optional<FileIdentity> of(const QString &path);
};

/// The locks on the file at `path`. Where a file system (overlayfs, btrfs) shows another device there than stat() tells, a
/// lock with the same inode counts if its process has the file open.
QList<ProcLock> locksOn(const QString &path, const QList<ProcLock> &all);

} // namespace Whimbrel
