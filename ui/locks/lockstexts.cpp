// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockstexts.h"

#include "locks/history/historycursor.h"
#include "locks/lockmonitor.h"
#include "report/locksreport.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

struct LocksTexts
{
    Q_DECLARE_TR_FUNCTIONS(LocksTexts)
};

} // namespace

QString ageText(const LockMonitor &monitor)
{
    const qint64 age = qMax<qint64>(0, monitor.sample().takenAt.msecsTo(QDateTime::currentDateTimeUtc()));
    const qint64 halfSeconds = qMax<qint64>(1, (age + 499) / 500); // finer would only flicker
    return LocksTexts::tr("%1 s").arg(QLocale().toString(static_cast<double>(halfSeconds) / 2, 'f', age < 10'000 ? 1 : 0));
}

QString emptyText(const LockMonitor &monitor, const HistoryCursor &cursor)
{
    if (!cursor.isLive())
        return monitor.isSQLite() ? LocksTexts::tr("No process held a lock on the database file then.") : LocksTexts::tr("No session waited then.");
    switch (monitor.state()) {
    case LockMonitor::State::NoDatabase:
        return LocksTexts::tr("Not connected. Locks are shown when the project has a database.");
    case LockMonitor::State::Connecting:
        return LocksTexts::tr("Connecting to watch the locks…");
    case LockMonitor::State::Lost:
        return LocksTexts::tr("Locks cannot be watched: %1").arg(monitor.error()->message);
    case LockMonitor::State::Paused:
    case LockMonitor::State::Watching:
        break;
    }
    if (!monitor.sample().takenAt.isValid())
        return {};
    if (monitor.isSQLite())
        return LocksTexts::tr("No process holds a lock on the database file. Checked %1 ago.").arg(ageText(monitor));
    return monitor.sample().isLimited() ? LocksTexts::tr("No session is seen to wait. Checked %1 ago.").arg(ageText(monitor))
                                      : LocksTexts::tr("No session waits. Checked %1 ago.").arg(ageText(monitor));
}

QString summaryText(const LockMonitor &monitor, const HistoryCursor &cursor, int hiddenRows)
{
    if (!monitor.sample().takenAt.isValid())
        return {};
    if (!cursor.isLive()) {
        const QString then = QLocale::c().toString(cursor.time().toLocalTime(), u"HH:mm:ss"_s);
        return LocksTexts::tr("At %1: %2 · now: %3").arg(then, waitingSummary(cursor.tree()), waitingSummary(monitor.tree()));
    }
    QStringList parts;
    if (monitor.isSQLite())
        parts << LocksTexts::tr("%n process(es) with a lock", nullptr, static_cast<int>(monitor.sample().sessions.size()));
    else
        parts << waitingSummary(monitor.tree());
    if (monitor.tree().longestWait.count() > 0)
        parts << LocksTexts::tr("longest %1").arg(durationText(monitor.tree().longestWait));
    if (hiddenRows > 0)
        parts << LocksTexts::tr("%n more row(s) not shown", nullptr, hiddenRows);
    if (monitor.interval() > 500ms)
        parts << LocksTexts::tr("the server is slow: checked every %1").arg(durationText(monitor.interval()));
    return parts.join(u" · "_s);
}

} // namespace Whimbrel
