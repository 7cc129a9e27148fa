// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/earliertext.h"
#include "changes/linediff.h"
#include "test.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstLineDiff : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void leavesOutWhatIsEqual();
    void sidesAreTheTexts();
    void textsWithNothingInCommonAreReplaced();
    void gitHasTheAppliedText();
    void noRepositoryIsSaid();
};

namespace {

QString drawing(const QList<DiffLine> &lines)
{
    QStringList drawn;
    for (const DiffLine &line : lines) {
        const QChar sign = line.kind == DiffLine::Kind::Added ? u'+' : line.kind == DiffLine::Kind::Removed ? u'-' : u' ';
        drawn << (line.kind == DiffLine::Kind::Skipped ? u"(%1)"_s.arg(line.skipped) : sign + line.text);
    }
    return drawn.join(u'|');
}

QString side(const QList<DiffLine> &lines, DiffLine::Kind other)
{
    QString text;
    for (const DiffLine &line : lines) {
        if (line.kind != other)
            text += line.text + u'\n';
    }
    return text;
}

void git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=Anna"_s, u"-c"_s, u"user.email=anna@example.com"_s} + arguments);
    QVERIFY2(process.waitForFinished() && process.exitCode() == 0, process.readAllStandardError().constData());
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

void TstLineDiff::shows_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("equal") << u"a\nb\n"_s << u"a\nb\n"_s << u" a| b"_s;
    QTest::newRow("changed line") << u"a\nb\nc\n"_s << u"a\nB\nc\n"_s << u" a|-b|+B| c"_s;
    QTest::newRow("added at the end") << u"a\n"_s << u"a\nb\n"_s << u" a|+b"_s;
    QTest::newRow("added at the start") << u"b\n"_s << u"a\nb\n"_s << u"+a| b"_s;
    QTest::newRow("removed") << u"a\nb\nc\n"_s << u"a\nc\n"_s << u" a|-b| c"_s;
    QTest::newRow("two changes") << u"a\nb\nc\nd\ne\n"_s << u"a\nB\nc\nD\ne\n"_s << u" a|-b|+B| c|-d|+D| e"_s;
}

void TstLineDiff::shows()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QTEST(drawing(lineDiff(before, after, -1)), "expected");
}

void TstLineDiff::leavesOutWhatIsEqual()
{
    QCOMPARE(drawing(lineDiff(u"1\n2\n3\n4\n5\n6\n7\n"_s, u"1\n2\n3\nX\n5\n6\n7\n"_s, 1)), u"(2)| 3|-4|+X| 5|(2)"_s);
}

void TstLineDiff::sidesAreTheTexts()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        const auto text = [&random] {
            QString lines;
            for (int i = random.bounded(1, 12); i > 0; --i)
                lines += QChar(u'a' + random.bounded(3)) + u"\n"_s;
            return lines;
        };
        const QString before = text();
        const QString after = text();
        const QList<DiffLine> lines = lineDiff(before, after, -1);
        QCOMPARE(side(lines, DiffLine::Kind::Added), before);
        QCOMPARE(side(lines, DiffLine::Kind::Removed), after);
    }
}

void TstLineDiff::textsWithNothingInCommonAreReplaced()
{
    QString before;
    QString after;
    for (int i = 0; i < 20'000; ++i) {
        before += u"old %1\n"_s.arg(i);
        after += u"new %1\n"_s.arg(i);
    }
    const QList<DiffLine> lines = lineDiff(before, after, -1);
    QCOMPARE(lines.size(), 40'000);
    QCOMPARE(side(lines, DiffLine::Kind::Added), before);
}

void TstLineDiff::gitHasTheAppliedText()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"20240101_a.sql"_s);
    git(folder.path(), {u"init"_s, u"-q"_s});
    for (const QByteArray text : {"-- one\n", "-- two\r\n", "-- three\n"}) {
        write(file, text);
        git(folder.path(), {u"add"_s, u"-A"_s});
        git(folder.path(), {u"commit"_s, u"-q"_s, u"-m"_s, u"change"_s});
    }
    // Line ends do not count: the checksum is of the text with \n.
    const QString applied = QString::fromLatin1(QCryptographicHash::hash("-- two\n", QCryptographicHash::Sha256).toHex());
    const Result<std::optional<EarlierText>> earlier = findEarlierText(file, applied);
    QVERIFY2(earlier, earlier ? "" : qPrintable(earlier.error().toString()));
    QVERIFY(earlier->has_value());
    QCOMPARE((*earlier)->text, u"-- two\n"_s);
    QCOMPARE((*earlier)->author, u"Anna"_s);
    QVERIFY(!(*earlier)->commit.isEmpty());

    const Result<std::optional<EarlierText>> none = findEarlierText(file, QString(64, u'0'));
    QVERIFY(none);
    QVERIFY(!none->has_value());
}

void TstLineDiff::noRepositoryIsSaid()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"a.sql"_s), "-- a\n");
    const Result<std::optional<EarlierText>> earlier = findEarlierText(folder.filePath(u"a.sql"_s), QString(64, u'0'));
    QVERIFY(!earlier);
    QCOMPARE(earlier.error().kind, ErrorKind::Io);
}

WHIMBREL_TEST(TstLineDiff)
#include "tst_linediff.moc"
