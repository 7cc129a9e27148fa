// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/oldrunlogs.h"
#include "run/record/runlog.h"
#include "test.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstOldRunLogs : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatIsOld();
    void keepsTheNewestHoweverOld();
    void keepsWhatIsBeingWritten();
    void keepsWhatAnotherProcessWrites();
};

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::utc());

/// Logs of runs that began a day apart, the last one `lastDaysAgo` before now; gives their names, the newest first.
QStringList makeLogs(const QString &folder, int count, int lastDaysAgo)
{
    QStringList names;
    for (int i = 0; i < count; ++i) {
        names << now.addDays(-lastDaysAgo - i).toString(u"yyyyMMdd'T'HHmmss'Z-0123abcd.log'"_s);
        QFile file(QDir(folder).filePath(names.last()));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the fixture");
    }
    return names;
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name | QDir::Reversed);
}

} // namespace

void TstOldRunLogs::removesWhatIsOld()
{
    const QTemporaryDir folder;
    const QStringList recent = makeLogs(folder.path(), runLogCount + 5, runLogDays - runLogCount - 4); // all within the days
    makeLogs(folder.path(), 5, runLogDays + 1);
    QFile other(folder.filePath(u"19990101T000000Z notes.log"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    pruneRunLogs(folder.path(), now);
    QCOMPARE(filesIn(folder.path()), recent + QStringList{u"19990101T000000Z notes.log"_s});
}

void TstOldRunLogs::keepsTheNewestHoweverOld()
{
    const QTemporaryDir folder;
    const QStringList names = makeLogs(folder.path(), runLogCount + 1, 1000);
    // A run that begins counts its own, and writes it.
    auto log = RunLog::create(folder.path(), u"20261122T120000Z-89abcdef"_s);
    QVERIFY(log);
    log->reset(); // it looks at the others on a thread of its own
    QCOMPARE(filesIn(folder.path()), QStringList{u"20261122T120000Z-89abcdef.log"_s} + names.first(runLogCount - 1));
}

void TstOldRunLogs::keepsWhatIsBeingWritten()
{
    const QTemporaryDir folder;
    makeLogs(folder.path(), runLogCount, 0);
    auto log = RunLog::create(folder.path(), u"20200101T000000Z-89abcdef"_s); // of a run that takes its time
    QVERIFY(log);
    QVERIFY((*log)->flush());
    QCOMPARE(filesIn(folder.path()).size(), runLogCount + 1);
    pruneRunLogs(folder.path(), now);
    QCOMPARE(filesIn(folder.path()).size(), runLogCount + 1);
    log->reset();
    pruneRunLogs(folder.path(), now);
    QCOMPARE(filesIn(folder.path()).size(), runLogCount);
}

void TstOldRunLogs::keepsWhatAnotherProcessWrites()
{
    const QTemporaryDir folder;
    makeLogs(folder.path(), runLogCount, 0);
    const QString old = folder.filePath(makeLogs(folder.path(), 1, 2000).first());
    QProcess writer; // flock(1) holds the same lock while its command runs, which ends with its input
    writer.start(u"flock"_s, {old, u"cat"_s});
    QVERIFY(writer.waitForStarted());
    writer.write("x");
    QVERIFY(writer.waitForReadyRead()); // cat has begun, so the lock is held
    pruneRunLogs(folder.path(), now);
    QVERIFY(QFile::exists(old));
    writer.closeWriteChannel();
    QVERIFY(writer.waitForFinished());
    pruneRunLogs(folder.path(), now);
    QVERIFY(!QFile::exists(old));
}

WHIMBREL_TEST(TstOldRunLogs)
#include "tst_oldrunlogs.moc"
