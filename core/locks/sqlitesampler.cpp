// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/sqlitesampler.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qint64 pendingByte = 0x40000000;
constexpr qint64 reservedByte = pendingByte + 1;
constexpr qint64 sharedFirst = pendingByte + 2;
constexpr qint64 sharedLast = sharedFirst + 509;

constexpr qint64 walWriteByte = 120;
constexpr qint64 walCheckpointByte = 121;
constexpr qint64 walRecoverByte = 122;
constexpr qint64 walReadFirst = 123;
constexpr qint64 walReadLast = 127;

QString processName(qint64 pid)
{
    QFile file(u"/proc/%1/comm"_s.arg(pid));
    return file.open(QFile::ReadOnly) ? QString::fromLocal8Bit(file.readAll()).trimmed() : QString();
}

} // namespace

QHash<qint64, QStringList> sqliteLockModes(const QList<ProcLock> &database, const QList<ProcLock> &sharedMemory)
{
    QHash<qint64, QSet<QString>> found;
    QSet<qint64> inWalMode; // they hold the database file's SHARED lock as long as they are connected
    for (const ProcLock &lock : sharedMemory) {
        inWalMode.insert(lock.pid);
        if (lock.write && lock.covers(walWriteByte, walWriteByte))
            found[lock.pid].insert(u"WAL WRITE"_s);
        if (lock.write && lock.covers(walCheckpointByte, walCheckpointByte))
            found[lock.pid].insert(u"WAL CHECKPOINT"_s);
        if (lock.write && lock.covers(walRecoverByte, walRecoverByte))
            found[lock.pid].insert(u"WAL RECOVER"_s);
        if (!lock.write && lock.covers(walReadFirst, walReadLast))
            found[lock.pid].insert(u"WAL READ"_s);
    }
    for (const ProcLock &lock : database) {
        if (lock.write && lock.covers(sharedFirst, sharedLast))
            found[lock.pid].insert(u"EXCLUSIVE"_s);
        else if (lock.write && lock.covers(pendingByte, pendingByte))
            found[lock.pid].insert(u"PENDING"_s);
        else if (lock.write && lock.covers(reservedByte, reservedByte))
            found[lock.pid].insert(u"RESERVED"_s);
        else if (!lock.write && lock.covers(sharedFirst, sharedLast) && !inWalMode.contains(lock.pid))
            found[lock.pid].insert(u"SHARED"_s);
    }
    const QStringList order{u"EXCLUSIVE"_s, u"PENDING"_s, u"WAL RECOVER"_s, u"RESERVED"_s,
                            u"WAL WRITE"_s, u"WAL CHECKPOINT"_s, u"SHARED"_s, u"WAL READ"_s};
    QHash<qint64, QStringList> modes;
    for (auto process = found.cbegin(); process != found.cend(); ++process) {
        for (const QString &mode : order) {
            if (process->contains(mode))
                modes[process.key()] << mode;
        }
    }
    return modes;
}

Result<LockSample> SQLiteSampler::sample(Session &session)
{
    QElapsedTimer timer;
    timer.start();
    LockSample sample;
    sample.takenAt = QDateTime::currentDateTimeUtc();
    QFile file(u"/proc/locks"_s);
    if (!file.open(QFile::ReadOnly)) {
        sample.notes << LockNote{LockNote::Kind::Limited, tr("SQLite does not tell who holds a lock, and this system does not tell it either."), {}};
        return sample;
    }
    sample.notes << LockNote{LockNote::Kind::Limited,
                             tr("SQLite does not tell who waits. Shown are the processes that hold a lock on the file."), {}};
    const QList<ProcLock> all = parseProcLocks(file.readAll());
    const QString path = QFileInfo(session.settings().database).canonicalFilePath();
    const QHash<qint64, QStringList> modes = sqliteLockModes(locksOn(path, all), locksOn(path + u"-shm"_s, all));

    QHash<std::pair<qint64, QString>, QDateTime> seen;
    for (auto process = modes.cbegin(); process != modes.cend(); ++process) {
        LockSession one;
        one.backend.pid = process.key();
        one.application = processName(process.key());
        one.user = QFileInfo(u"/proc/%1"_s.arg(process.key())).owner();
        one.database = path;
        one.holds = process->join(u", "_s);
        one.own = process.key() == QCoreApplication::applicationPid();
        const std::pair key(process.key(), one.holds);
        one.stateSince = m_firstSeen.value(key, sample.takenAt);
        seen.insert(key, one.stateSince);
        sample.sessions << one;
    }
    std::ranges::sort(sample.sessions, {}, [](const LockSession &one) { return one.backend.pid; });
    m_firstSeen = seen;
    sample.cost = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    return sample;
}

Result<std::optional<LockSession>> SQLiteSampler::look(Session &session, const BackendId &backend)
{
    const Result<LockSample> now = sample(session);
    if (!now)
        return std::unexpected(now.error());
    const LockSession *found = now->session(backend);
    return found ? std::optional(*found) : std::nullopt;
}

Result<bool> SQLiteSampler::cancel(Session &, const BackendId &backend)
{
    return failure(ErrorKind::Refused,
                   tr("SQLite has no server that could cancel the statement of another process. Nothing was changed."),
                   tr("Stop process %1 (%2) itself, or wait until it ends its transaction.")
                       .arg(QString::number(backend.pid), processName(backend.pid)));
}

Result<bool> SQLiteSampler::terminate(Session &session, const BackendId &backend)
{
    return cancel(session, backend);
}

} // namespace Whimbrel
