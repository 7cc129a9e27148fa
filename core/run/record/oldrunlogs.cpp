// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/oldrunlogs.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

void removeUnlessHeld(const QString &path)
{
    QFile log(path);
    if (log.open(QIODevice::ReadOnly) && holdRunLog(log))
        log.remove();
}

} // namespace

bool holdRunLog(const QFile &log)
{
    return ::flock(log.handle(), LOCK_EX | LOCK_NB) == 0;
}

void pruneRunLogs(const QString &folder, const QDateTime &now)
{
    static const QRegularExpression logName(u"^\\d{8}T\\d{6}Z-[0-9a-f]{8}\\.log$"_s);
    const QDir logs(folder);
    const QStringList names = logs.entryList({u"*.log"_s}, QDir::Files, QDir::Name | QDir::Reversed).filter(logName);
    // A name begins with the time its run began, in UTC: the newest come first, and no file need be looked at.
    const QString oldest = now.toUTC().addDays(-runLogDays).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    for (const QString &name : names.sliced(std::min<qsizetype>(runLogCount, names.size()))) {
        if (name < oldest)
            removeUnlessHeld(logs.filePath(name));
    }
}

} // namespace Whimbrel
