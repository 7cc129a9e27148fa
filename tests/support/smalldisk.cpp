// SPDX-License-Identifier: GPL-3.0-or-later
#include "smalldisk.h"

#include <QFile>

#include <cstring>

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

SmallDisk::~SmallDisk()
{
    m_keeper.closeWriteChannel(); // which is what it waits for
    m_keeper.waitForFinished(5'000);
}

bool SmallDisk::mount(const QString &folder, int megabytes)
{
    m_folder = folder;
    // Where / is no mount point (in packaging/env's root) its propagation cannot be changed, and is private already. A person
    // is root while mounting, and afterwards again who they were: PostgreSQL does not run as root.
    const QString keep = geteuid() == 0
        ? u"echo ready; exec cat"_s
        : u"exec unshare --user --map-user=%1 --map-group=%2 --mount --propagation unchanged sh -c 'echo ready; exec cat'"_s.arg(geteuid()).arg(getegid());
    const QString script = u"mount --make-rprivate / 2>/dev/null; mount -t tmpfs -o size=%1m none \"$1\" && "_s.arg(megabytes) + keep;
    QStringList arguments{u"--mount"_s, u"--propagation"_s, u"unchanged"_s, u"sh"_s, u"-c"_s, script, u"sh"_s, folder};
    if (geteuid() != 0)
        arguments.prepend(u"--map-root-user"_s);
    m_keeper.start(u"unshare"_s, arguments);
    if (m_keeper.waitForReadyRead(20'000) && m_keeper.readLine().trimmed() == "ready")
        return true;
    m_keeper.waitForFinished(5'000);
    m_problem = u"no tmpfs can be mounted here: "_s + QString::fromUtf8(m_keeper.readAllStandardError());
    return false;
}

QString SmallDisk::path(const QString &name) const
{
    return u"/proc/%1/root%2/%3"_s.arg(QString::number(m_keeper.processId()), m_folder, name);
}

QStringList SmallDisk::entered(const QStringList &command, const QByteArray &account, int endSignal) const
{
    QStringList prefix{u"nsenter"_s, u"--target"_s, QString::number(m_keeper.processId()), u"--mount"_s, u"--root"_s};
    if (geteuid() != 0)
        prefix << u"--user"_s << u"--preserve-credentials"_s;
    prefix << u"setpriv"_s << u"--pdeathsig"_s << QString::fromLatin1(sigabbrev_np(endSignal));
    if (geteuid() == 0 && !account.isEmpty()) {
        const QString name = QString::fromLatin1(account);
        prefix << u"--reuid"_s << name << u"--regid"_s << name << u"--clear-groups"_s;
    }
    return prefix + command;
}

void SmallDisk::fill(qint64 leftBytes)
{
    struct statvfs facts = {};
    if (statvfs(QFile::encodeName(path()).constData(), &facts) != 0)
        qFatal("The small disk is not there.");
    const qint64 taken = qint64(facts.f_bavail) * qint64(facts.f_frsize) - leftBytes;
    QFile filler(path(u"filler"_s));
    if (taken <= 0 || !filler.open(QIODevice::WriteOnly) || posix_fallocate(filler.handle(), 0, taken) != 0)
        qFatal("The small disk cannot be filled.");
}

void SmallDisk::makeRoom()
{
    if (QFile::exists(path(u"filler"_s)) && !QFile::remove(path(u"filler"_s)))
        qFatal("The small disk cannot be emptied.");
}

} // namespace Whimbrel::Test
