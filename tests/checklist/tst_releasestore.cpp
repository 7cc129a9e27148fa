// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"
#include "releasebuilder.h"
#include "test.h"

#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::smallChecklist;

class TstReleaseStore : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndReadsBack();
    void oneOpenReleaseAnEnvironment();
    void eachPersonHasALog();
    void tornLastLineLosesNothing();
    void appendingAfterATornLineStartsANewOne();
    void lineWithoutItsEndIsKept();
    void brokenLineIsReportedWithItsPlace();
    void failedWriteLeavesTheLogAsItWas();
    void manyWritersLoseNothing();
    void answersSortAfterWhatTheyAnswerToWhateverTheClock();
    void twoClonesMergeInGit();
    void oneGuyInTwoClonesMergesInGit();
    void namesAreSafeAsFiles();
    void linksAreNotFollowed_data();
    void linksAreNotFollowed();
    void orderHasAnEnd_data();
    void orderHasAnEnd();

private:
    static QByteArray contentOf(const QString &path);
    static void write(const QString &path, const QByteArray &content);
    static bool git(const QString &folder, const QStringList &arguments);
};

QByteArray TstReleaseStore::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstReleaseStore::write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

bool TstReleaseStore::git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_SYSTEM"_s, u"/dev/null"_s);
    process.setProcessEnvironment(environment);
    process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=T"_s, u"-c"_s, u"user.email=t@example.com"_s, u"-c"_s, u"init.defaultBranch=main"_s} + arguments);
    if (!process.waitForFinished() || process.exitCode() != 0) {
        qInfo().noquote() << arguments << process.readAllStandardError() << process.readAllStandardOutput();
        return false;
    }
    return true;
}

void TstReleaseStore::startsAndReadsBack()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    QCOMPARE(store.ids()->size(), 0);
    QVERIFY(!store.current(u"production"_s)->has_value());
    const Result<Release> started = store.start(u"production"_s, smallChecklist(), QDateTime(QDate(2026, 11, 22), QTime(14, 2)));
    QVERIFY2(started, qPrintable(started ? QString() : started.error().toString()));
    QCOMPARE(started->id, u"2026-11-22-production"_s);
    QCOMPARE(started->startedBy, u"anna@laptop"_s);
    QVERIFY(store.append(started->id, ReleaseEvent::ticked(u"staging"_s, u"run 12"_s)));

    const Result<std::optional<Release>> read = store.current(u"production"_s);
    QVERIFY(read && *read);
    QCOMPARE((*read)->environment, u"production"_s);
    QCOMPARE((*read)->checklist, smallChecklist());
    QVERIFY((*read)->item(u"staging"_s).done);
    QVERIFY(!store.current(u"staging"_s)->has_value());
    QVERIFY(!store.read(u"2020-01-01-production"_s));
    QVERIFY(!store.read(u"../releases"_s));
}

void TstReleaseStore::oneOpenReleaseAnEnvironment()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QDateTime day(QDate(2026, 11, 22), QTime(14, 2));
    QVERIFY(store.start(u"production"_s, smallChecklist(), day));
    const Result<Release> second = store.start(u"production"_s, smallChecklist(), day);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Refused);
    QVERIFY(store.start(u"staging"_s, smallChecklist(), day));
    QVERIFY(store.append(u"2026-11-22-production"_s, ReleaseEvent::closedWith(u"postponed"_s)));
    for (int n = 2; n <= 11; ++n) {
        const Result<Release> next = store.start(u"production"_s, smallChecklist(), day.addSecs(n));
        QVERIFY(next);
        QCOMPARE(next->id, u"2026-11-22-production-%1"_s.arg(n));
        if (n < 11)
            QVERIFY(store.append(next->id, ReleaseEvent::closedWith(u"postponed"_s)));
    }
    QCOMPARE(store.ids()->constLast(), u"2026-11-22-production-11"_s);
    QCOMPARE((*store.current(u"production"_s))->id, u"2026-11-22-production-11"_s);
    QVERIFY(store.append(u"2026-11-22-production-11"_s, ReleaseEvent::closedWith(u"x"_s)));
    QVERIFY(!store.current(u"production"_s)->has_value());
    QCOMPARE((*store.newest(u"production"_s))->id, u"2026-11-22-production-11"_s);
}

void TstReleaseStore::eachPersonHasALog()
{
    const QTemporaryDir folder;
    ReleaseStore anna(QDir(folder.path()), u"anna@laptop"_s);
    const ReleaseStore ben(QDir(folder.path()), u"ben@desk"_s);
    const QString id = anna.start(u"production"_s, smallChecklist())->id;
    QVERIFY(ben.append(id, ReleaseEvent::ticked(u"told"_s)));
    QVERIFY(anna.append(id, ReleaseEvent::ticked(u"staging"_s)));
    QCOMPARE(anna.folder(id).entryList({u"*.jsonl"_s}), QStringList({u"anna@laptop.jsonl"_s, u"ben@desk.jsonl"_s}));
    const Result<Release> release = anna.read(id);
    QCOMPARE(release->item(u"told"_s).by, u"ben@desk"_s);
    QCOMPARE(release->item(u"staging"_s).by, u"anna@laptop"_s);
}

void TstReleaseStore::tornLastLineLosesNothing()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QString id = store.start(u"production"_s, smallChecklist())->id;
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"staging"_s, u"grün"_s)));
    const QString log = store.folder(id).filePath(u"anna@laptop.jsonl"_s);
    const QByteArray whole = contentOf(log);
    const qsizetype lastLine = whole.lastIndexOf('\n', -2) + 1;
    for (qsizetype cut = lastLine + 1; cut < whole.size() - 1; ++cut) {
        write(log, whole.first(cut));
        QList<ProjectProblem> problems;
        const Result<Release> release = store.read(id, &problems);
        QVERIFY(release);
        QCOMPARE(release->events.size(), 1);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.constFirst().severity, ProjectProblem::Severity::Warning);
        QCOMPARE(problems.constFirst().error.position.line, 2);
    }
}

void TstReleaseStore::appendingAfterATornLineStartsANewOne()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QString id = store.start(u"production"_s, smallChecklist())->id;
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"staging"_s)));
    const QString log = store.folder(id).filePath(u"anna@laptop.jsonl"_s);
    write(log, contentOf(log).chopped(20));
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"told"_s)));
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"staging"_s)));

    QList<ProjectProblem> problems;
    const Result<Release> release = store.read(id, &problems);
    QVERIFY(release->item(u"told"_s).done);
    QVERIFY(release->item(u"staging"_s).done);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().severity, ProjectProblem::Severity::Warning); // still told from damage
    QCOMPARE(contentOf(log).count('\n'), 4);
}

void TstReleaseStore::lineWithoutItsEndIsKept()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QString id = store.start(u"production"_s, smallChecklist())->id;
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"staging"_s)));
    const QString log = store.folder(id).filePath(u"anna@laptop.jsonl"_s);
    write(log, contentOf(log).chopped(1)); // as an editor may leave it
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"told"_s)));
    QList<ProjectProblem> problems;
    const Result<Release> release = store.read(id, &problems);
    QVERIFY(release->item(u"staging"_s).done);
    QVERIFY(release->item(u"told"_s).done);
    QCOMPARE(problems.size(), 0);
}

void TstReleaseStore::brokenLineIsReportedWithItsPlace()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QString id = store.start(u"production"_s, smallChecklist())->id;
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"staging"_s)));
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"told"_s)));
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"watched"_s)));
    const QString log = store.folder(id).filePath(u"anna@laptop.jsonl"_s);
    QList<QByteArray> lines = contentOf(log).split('\n');
    lines[1] = "<<<<<<< ours";
    lines[2].replace("ticked", "danced");
    write(log, lines.join('\n'));
    QList<ProjectProblem> problems;
    const Result<Release> release = store.read(id, &problems);
    QVERIFY(release);
    QVERIFY(release->item(u"watched"_s).done);
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems.at(0).error.position.toString(), u".whimbrel/releases/%1/anna@laptop.jsonl:2"_s.arg(id));
    QCOMPARE(problems.at(0).severity, ProjectProblem::Severity::Error);
    QVERIFY(problems.at(1).error.message.contains(u"danced"_s));
    QVERIFY(!problems.at(1).error.hint.isEmpty());
}

void TstReleaseStore::failedWriteLeavesTheLogAsItWas()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QString id = store.start(u"production"_s, smallChecklist())->id;
    const QString log = store.folder(id).filePath(u"anna@laptop.jsonl"_s);
    const QByteArray before = contentOf(log);

    // A file may grow by 30 more bytes only: the write comes back short, as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit previous = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &previous), 0);
    const rlimit small{.rlim_cur = static_cast<rlim_t>(before.size() + 30), .rlim_max = previous.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Result<> result = store.append(id, ReleaseEvent::ticked(u"staging"_s));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &previous), 0);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Io);
    QVERIFY(result.error().message.contains(log));
    QCOMPARE(contentOf(log), before);
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"staging"_s)));
}

void TstReleaseStore::manyWritersLoseNothing()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QString id = store.start(u"production"_s, smallChecklist())->id;
    constexpr int writers = 6;
    constexpr int each = 25;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                // Two share each log, as a window and a command line do.
                const ReleaseStore own(QDir(folder.path()), u"person%1@laptop"_s.arg(writer / 2));
                for (int n = 0; n < each; ++n) {
                    if (!own.append(id, ReleaseEvent::noted(u"%1/%2 "_s.arg(writer).arg(n) + QString(500, u'x'))))
                        ++failures;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QList<ProjectProblem> problems;
    const Result<Release> release = store.read(id, &problems);
    QCOMPARE(problems.size(), 0);
    QCOMPARE(release->events.size(), 1 + writers * each);
}

void TstReleaseStore::answersSortAfterWhatTheyAnswerToWhateverTheClock()
{
    const QTemporaryDir folder;
    ReleaseStore anna(QDir(folder.path()), u"anna@laptop"_s);
    const ReleaseStore ben(QDir(folder.path()), u"ben@desk"_s);
    const QString id = anna.start(u"production"_s, smallChecklist())->id;
    QVERIFY(anna.append(id, ReleaseEvent::ticked(u"staging"_s)));
    // Anna's clock is a day ahead of Ben's, who takes the tick back.
    const QString log = anna.folder(id).filePath(u"anna@laptop.jsonl"_s);
    QByteArrayList lines = contentOf(log).split('\n');
    QJsonObject ahead = QJsonDocument::fromJson(lines.at(1)).object();
    ahead.insert(u"order"_s, ahead.value(u"order"_s).toInteger() + 86'400'000);
    ahead.insert(u"at"_s, QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODateWithMs));
    lines[1] = QJsonDocument(ahead).toJson(QJsonDocument::Compact);
    write(log, lines.join('\n'));
    QVERIFY(anna.read(id)->item(u"staging"_s).done);
    QVERIFY(ben.append(id, ReleaseEvent::unticked(u"staging"_s)));
    QVERIFY(!anna.read(id)->item(u"staging"_s).done);
    QVERIFY(anna.append(id, ReleaseEvent::ticked(u"staging"_s)));
    QVERIFY(anna.read(id)->item(u"staging"_s).done);
}

void TstReleaseStore::twoClonesMergeInGit()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath(u"first"_s);
    const QString second = folder.filePath(u"second"_s);
    QDir().mkpath(first);
    QVERIFY(git(first, {u"init"_s}));
    ReleaseStore anna(QDir(first), u"anna@laptop"_s);
    const QString id = anna.start(u"production"_s, smallChecklist())->id;
    QVERIFY(git(first, {u"add"_s, u"."_s}));
    QVERIFY(git(first, {u"commit"_s, u"-m"_s, u"start"_s}));
    QVERIFY(git(folder.path(), {u"clone"_s, first, second}));

    const ReleaseStore ben(QDir(second), u"ben@desk"_s);
    QVERIFY(anna.append(id, ReleaseEvent::ticked(u"staging"_s)));
    QVERIFY(ben.append(id, ReleaseEvent::ticked(u"told"_s, u"in #ops"_s)));
    for (const QString &clone : {first, second}) {
        QVERIFY(git(clone, {u"add"_s, u"."_s}));
        QVERIFY(git(clone, {u"commit"_s, u"-m"_s, u"tick"_s}));
    }
    QVERIFY(git(second, {u"pull"_s, u"--no-rebase"_s, u"--no-edit"_s}));
    QList<ProjectProblem> problems;
    const Result<Release> release = ben.read(id, &problems);
    QCOMPARE(problems.size(), 0);
    QVERIFY(release->item(u"staging"_s).done);
    QVERIFY(release->item(u"told"_s).done);
}

void TstReleaseStore::oneGuyInTwoClonesMergesInGit()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath(u"first"_s);
    const QString second = folder.filePath(u"second"_s);
    QDir().mkpath(first);
    QVERIFY(git(first, {u"init"_s}));
    ReleaseStore here(QDir(first), u"anna@laptop"_s);
    const QString id = here.start(u"production"_s, smallChecklist())->id;
    QVERIFY(git(first, {u"add"_s, u"."_s}));
    QVERIFY(git(first, {u"commit"_s, u"-m"_s, u"start"_s}));
    QVERIFY(git(folder.path(), {u"clone"_s, first, second}));
    const ReleaseStore there(QDir(second), u"anna@laptop"_s);
    QVERIFY(here.append(id, ReleaseEvent::ticked(u"staging"_s)));
    QVERIFY(there.append(id, ReleaseEvent::ticked(u"told"_s)));
    for (const QString &clone : {first, second}) {
        QVERIFY(git(clone, {u"add"_s, u"."_s}));
        QVERIFY(git(clone, {u"commit"_s, u"-m"_s, u"tick"_s}));
    }
    QVERIFY(git(second, {u"pull"_s, u"--no-rebase"_s, u"--no-edit"_s}));
    const Result<Release> release = there.read(id);
    QVERIFY(release->item(u"staging"_s).done);
    QVERIFY(release->item(u"told"_s).done);
}

void TstReleaseStore::namesAreSafeAsFiles()
{
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"Ännä/../x y@laptop"_s);
    const Result<Release> release = store.start(u"Prod / EU"_s, smallChecklist(), QDateTime(QDate(2026, 1, 2), QTime(1, 2)));
    QVERIFY(release);
    QCOMPARE(release->id, u"2026-01-02-prod-eu"_s);
    QCOMPARE(release->environment, u"Prod / EU"_s);
    QCOMPARE(store.folder(release->id).entryList({u"*.jsonl"_s}), QStringList{u"%C3%84nn%C3%A4%2F..%2Fx%20y@laptop.jsonl"_s});
    QVERIFY(currentPerson().contains(u'@'));
}

void TstReleaseStore::linksAreNotFollowed_data()
{
    QTest::addColumn<QString>("link"); // below .whimbrel/releases
    QTest::addColumn<bool>("exists");
    QTest::newRow("log") << u"anna@laptop.jsonl"_s << true;
    QTest::newRow("log to nowhere") << u"anna@laptop.jsonl"_s << false;
    QTest::newRow("another's log") << u"ben@desk.jsonl"_s << true;
    QTest::newRow("release") << QString() << true;
}

/// A project that was cloned may hold a link to any file of the person.
void TstReleaseStore::linksAreNotFollowed()
{
    QFETCH(const QString, link);
    QFETCH(const bool, exists);
    const QTemporaryDir folder;
    const QTemporaryDir outside;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QString id = store.start(u"production"_s, smallChecklist())->id;
    const QString path = link.isEmpty() ? store.folder(id).path() : store.folder(id).filePath(link);
    const QString target = outside.filePath(u"target"_s);
    const QString log = store.folder(id).filePath(u"anna@laptop.jsonl"_s);
    const QByteArray before = contentOf(log);
    if (link.isEmpty())
        QVERIFY(QDir().rename(path, target));
    else if (exists)
        write(target, before);
    if (QFile::exists(path))
        QVERIFY(QFile::remove(path));
    QVERIFY(QFile::link(target, path));

    const Result<> appended = store.append(id, ReleaseEvent::ticked(u"staging"_s));
    QVERIFY(!appended);
    QVERIFY2(appended.error().message.contains(u"is a link"_s), qPrintable(appended.error().toString()));
    const QString written = link.isEmpty() ? target + u"/anna@laptop.jsonl"_s : target;
    QCOMPARE(contentOf(written), exists ? before : QByteArray());
    QCOMPARE(QFile::exists(target), exists);
}

void TstReleaseStore::orderHasAnEnd_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<bool>("recorded");
    QTest::newRow("greatest number") << QByteArray("9223372036854775807") << true; // the line is left out
    QTest::newRow("below zero") << QByteArray("-9223372036854775808") << true;
    QTest::newRow("last") << QByteArray::number(ReleaseEvent::lastOrder) << false;
    QTest::newRow("last but one") << QByteArray::number(ReleaseEvent::lastOrder - 1) << true;
}

/// A line that was crafted must not make the next one the first.
void TstReleaseStore::orderHasAnEnd()
{
    QFETCH(const QByteArray, order);
    QFETCH(const bool, recorded);
    const QTemporaryDir folder;
    ReleaseStore store(QDir(folder.path()), u"anna@laptop"_s);
    const QString id = store.start(u"production"_s, smallChecklist())->id;
    QVERIFY(store.append(id, ReleaseEvent::ticked(u"staging"_s)));
    const QString log = store.folder(id).filePath(u"anna@laptop.jsonl"_s);
    QByteArray content = contentOf(log);
    const qsizetype at = content.lastIndexOf("\"order\":") + 8;
    content.replace(at, content.indexOf(',', at) - at, order);
    write(log, content);
    const Result<> appended = store.append(id, ReleaseEvent::unticked(u"staging"_s));
    QCOMPARE(appended.has_value(), recorded);
    if (recorded)
        QVERIFY(!store.read(id)->item(u"staging"_s).done);
    else
        QVERIFY2(appended.error().message.contains(id), qPrintable(appended.error().toString()));
}

WHIMBREL_TEST(TstReleaseStore)
#include "tst_releasestore.moc"
