// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/excerpt.h"
#include "patience.h"
#include "test.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The drawing is what a terminal shows: a line, and marks under the range between » and « of the source.
class TstExcerpt : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void underlines_data();
    void underlines();
    void showsWhatHides_data();
    void showsWhatHides();
    void cutsLongLines();
    void isFastInOneLongLine();
};

void TstExcerpt::underlines_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("width");
    QTest::newRow("a word") << u"SELECT »1«;\n"_s << u"SELECT 1;"_s << 7 << 1;
    QTest::newRow("second line") << u"a\nDROP »TABLE t«;"_s << u"DROP TABLE t;"_s << 5 << 7;
    QTest::newRow("over several lines") << u"x »CREATE\n  TABLE t« y"_s << u"x CREATE"_s << 2 << 6;
    QTest::newRow("CRLF") << u"a\r\n»DROP\r\nTABLE« t\r\n"_s << u"DROP"_s << 0 << 4;
    QTest::newRow("tabs") << u"\tALTER\t»t«"_s << u"    ALTER   t"_s << 12 << 1;
    QTest::newRow("wide") << u"DROP TABLE »顧客表«, t"_s << u"DROP TABLE 顧客表, t"_s << 11 << 6;
    QTest::newRow("after wide") << u"-- 表 »x«"_s << u"-- 表 x"_s << 6 << 1;
    QTest::newRow("combining") << u"»e\u0301a«b"_s << u"e\u0301ab"_s << 0 << 2;
    QTest::newRow("beyond the first plane") << u"»\U0001F600« x"_s << u"\U0001F600 x"_s << 0 << 2;
    QTest::newRow("nothing") << u"ab»«c"_s << u"abc"_s << 2 << 1;
    QTest::newRow("at the end") << u"ab »«"_s << u"ab "_s << 3 << 1;
    QTest::newRow("to the end") << u"ab »cd«"_s << u"ab cd"_s << 3 << 2;
    QTest::newRow("escape") << u"a\x1b[31m »b«"_s << u"a\\x1b[31m b"_s << 10 << 1;
}

void TstExcerpt::underlines()
{
    QFETCH(QString, source);
    const qsizetype start = source.indexOf(u'»');
    const qsizetype end = source.indexOf(u'«') - 1;
    source.remove(u'»').remove(u'«');
    const Excerpt excerpt = excerptOf(source, start, end);
    QTEST(excerpt.line, "line");
    QTEST(excerpt.column, "column");
    QTEST(excerpt.width, "width");
}

void TstExcerpt::showsWhatHides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing to do") << u"db/0001_Übersicht.sql"_s << u"db/0001_Übersicht.sql"_s;
    QTest::newRow("colours") << u"a\x1b]0;title\x07"_s << u"a\\x1b]0;title\\x07"_s;
    QTest::newRow("lines") << u"a\nb\r\tc"_s << u"a\\nb\\r\\tc"_s;
    QTest::newRow("C1") << u"\u009b1m"_s << u"\\x9b1m"_s;
    QTest::newRow("direction") << u"a\u202eb\u2066"_s << u"a\\u202eb\\u2066"_s;
    QTest::newRow("no width") << u"a\u200bb\ufeff"_s << u"a\\u200bb\\ufeff"_s;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) + u"x"_s << u"\\ud83dx"_s;
    QTest::newRow("tags") << u"\U000E0041"_s << u"\\U000e0041"_s;
}

void TstExcerpt::showsWhatHides()
{
    QFETCH(const QString, text);
    QTEST(shownText(text), "shown");
}

void TstExcerpt::cutsLongLines()
{
    const QString line = u"a"_s.repeated(500) + u"BAD"_s + u"b"_s.repeated(500);
    const Excerpt excerpt = excerptOf(line, 500, 503);
    QVERIFY(excerpt.line.size() < 200);
    QVERIFY(excerpt.line.startsWith(u'…') && excerpt.line.endsWith(u'…'));
    QCOMPARE(excerpt.line.sliced(excerpt.column, excerpt.width), u"BAD"_s);
    // A range longer than what is shown ends with it.
    const Excerpt longRange = excerptOf(line, 0, line.size());
    QCOMPARE(longRange.column, 0);
    QVERIFY(longRange.width <= cellsOf(longRange.line));
}

void TstExcerpt::isFastInOneLongLine()
{
    const QString line = u"INSERT INTO t VALUES (1); "_s.repeated(200'000);
    QElapsedTimer timer;
    timer.start();
    for (qsizetype i = 0; i < 20'000; ++i)
        excerptOf(line, i * 260, i * 260 + 24);
    QVERIFY2(timer.elapsed() < 5000 * Test::patience, qPrintable(QString::number(timer.elapsed())));
}

WHIMBREL_TEST(TstExcerpt)
#include "tst_excerpt.moc"
