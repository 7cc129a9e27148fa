// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/dbmateparser.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

// What is accepted and refused here was tried on dbmate 2.36.0; tests/interop asks the real one again.
class TstDbmateParser : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsBothSections();
    void readsOptions_data();
    void readsOptions();
    void refusesWhatDbmateRefuses_data();
    void refusesWhatDbmateRefuses();
    void commentsMayComeFirst();
    void severalPairsKeepTheirPositions();
    void readsFiftyMegabytes();
};

void TstDbmateParser::readsBothSections()
{
    const Result<MigrationScripts> scripts = parseDbmate(u"-- migrate:up\r\ncreate table ä (id int);\r\n\r\n--\tmigrate:down\r\ndrop table ä;\r\n"_s, u"a.sql"_s);
    QVERIFY(scripts);
    QVERIFY(scripts->up.exists);
    QVERIFY(scripts->up.transaction);
    QCOMPARE(scripts->up.text, u"-- migrate:up\r\ncreate table ä (id int);\r\n\r\n"_s);
    QCOMPARE(scripts->up.start, (TextPosition{0, 1, 1}));
    QVERIFY(scripts->down.exists);
    QCOMPARE(scripts->down.text, u"--\tmigrate:down\r\ndrop table ä;\r\n"_s);
    QCOMPARE(scripts->down.start, (TextPosition{43, 4, 1}));
    QVERIFY(scripts->problems.isEmpty());
}

void TstDbmateParser::readsOptions_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("transaction");
    QTest::newRow("false") << u" transaction:false"_s << false;
    QTest::newRow("false, CRLF") << u" transaction:false\r"_s << false;
    QTest::newRow("true") << u" transaction:true"_s << true;
    QTest::newRow("anything else") << u" transaction:no"_s << true;
    QTest::newRow("other options beside it") << u"  foo:bar\ttransaction:false x"_s << false;
    QTest::newRow("two colons") << u" transaction:false:x"_s << true;
    QTest::newRow("the last wins") << u" transaction:false transaction:true"_s << true;
}

void TstDbmateParser::readsOptions()
{
    QFETCH(QString, options);
    QFETCH(bool, transaction);
    const Result<MigrationScripts> up = parseDbmate(u"-- migrate:up%1\n-- migrate:down\n"_s.arg(options), u"a.sql"_s);
    QVERIFY(up);
    QCOMPARE(up->up.transaction, transaction);
    QVERIFY(up->down.transaction);
    const Result<MigrationScripts> down = parseDbmate(u"-- migrate:up\n-- migrate:down%1\n"_s.arg(options), u"a.sql"_s);
    QVERIFY(down);
    QVERIFY(down->up.transaction);
    QCOMPARE(down->down.transaction, transaction);
}

void TstDbmateParser::refusesWhatDbmateRefuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const QString howTo = u"Put “-- migrate:up” above the statements to apply and “-- migrate:down” above those that undo them, each on a line of its own, in lower case."_s;
    const QString addDown = u"Add a line “-- migrate:down” at the end; the section may stay empty. dbmate refuses the file otherwise."_s;

    QTest::newRow("empty") << u" \n\t\n"_s << u"a.sql: The file is empty.\nWrite a “-- migrate:up” and a “-- migrate:down” section into it, or remove it."_s;
    QTest::newRow("no markers") << u"create table a (id int);\n"_s << u"a.sql:1: The file has no “-- migrate:up” line.\n"_s + howTo;
    QTest::newRow("only down") << u"-- migrate:down\n"_s << u"a.sql:1: The file has no “-- migrate:up” line.\n"_s + howTo;
    QTest::newRow("upper case") << u"-- MIGRATE:up\n-- migrate:down\n"_s << u"a.sql:1: The file has no “-- migrate:up” line.\n"_s + howTo;
    QTest::newRow("another word") << u"-- migrate:upgrade\n-- migrate:down\n"_s << u"a.sql:1: The file has no “-- migrate:up” line.\n"_s + howTo;
    QTest::newRow("indented") << u"\n -- migrate:up\n-- migrate:down\n"_s
                              << u"a.sql:1: The file has no “-- migrate:up” line.\nLine 2 looks like a marker: it has to begin at the start of its line."_s;
    QTest::newRow("no down") << u"-- x\n-- migrate:up\nselect 1;\n"_s << u"a.sql:2: No “-- migrate:down” follows this “-- migrate:up”.\n"_s + addDown;
    QTest::newRow("indented down") << u"-- migrate:up\n\t-- migrate:down\n"_s
                                   << u"a.sql:1: No “-- migrate:down” follows this “-- migrate:up”.\nLine 2 looks like a marker: it has to begin at the start of its line."_s;
    QTest::newRow("two ups") << u"-- migrate:up\n-- migrate:up\n-- migrate:down\n"_s << u"a.sql:1: No “-- migrate:down” follows this “-- migrate:up”.\n"_s + howTo;
    QTest::newRow("down first") << u"-- migrate:down\n-- migrate:up\n"_s << u"a.sql:2: No “-- migrate:down” follows this “-- migrate:up”.\n"_s + addDown;
    QTest::newRow("two downs") << u"-- migrate:up\n-- migrate:down\n-- migrate:down\n"_s
                               << u"a.sql:3: This “-- migrate:down” has no “-- migrate:up” before it.\nEach pair of sections begins with “-- migrate:up”; "
                                  "dbmate refuses the file otherwise."_s;
    QTest::newRow("second pair without down") << u"-- migrate:up\n-- migrate:down\n-- migrate:up\n"_s
                                              << u"a.sql:3: No “-- migrate:down” follows this “-- migrate:up”.\n"_s + addDown;
    QTest::newRow("statement before") << u"-- c\n\ncreate table a (id int);\n-- migrate:up\n-- migrate:down\n"_s
                                      << u"a.sql:3: Something other than a comment stands before the first “-- migrate:up” line.\nMove it below the marker; dbmate "
                                         "refuses the file otherwise."_s;
    QTest::newRow("block comment before") << u"/* c */\n-- migrate:up\n-- migrate:down\n"_s
                                          << u"a.sql:1: Something other than a comment stands before the first “-- migrate:up” line.\nMove it below the marker; "
                                             "dbmate refuses the file otherwise."_s;
    QTest::newRow("NUL") << u"-- migrate:up\nselect '%1';\n-- migrate:down\n"_s.arg(QChar(u'\0'))
                         << u"a.sql:2: The text holds a NUL character; SQL text never does.\nRemove it."_s;
}

void TstDbmateParser::refusesWhatDbmateRefuses()
{
    QFETCH(QString, text);
    const Result<MigrationScripts> scripts = parseDbmate(text, u"a.sql"_s);
    QVERIFY(!scripts);
    QCOMPARE(scripts.error().kind, ErrorKind::Project);
    QTEST(scripts.error().toString(), "message");
}

void TstDbmateParser::commentsMayComeFirst()
{
    // A down marker before the first up marker is a comment, too.
    const Result<MigrationScripts> scripts = parseDbmate(u"-- c\n\n  -- d\n-- migrate:down\n-- migrate:up\n-- migrate:down"_s, u"a.sql"_s);
    QVERIFY(scripts);
    QCOMPARE(scripts->up.start, (TextPosition{29, 5, 1}));
    QCOMPARE(scripts->down.text, u"-- migrate:down"_s);
}

void TstDbmateParser::severalPairsKeepTheirPositions()
{
    const QString text = u"-- migrate:up\nu1;\n-- migrate:down\nd1;\n-- migrate:up transaction:false\nu2;\n-- migrate:down\nd2;\n"_s;
    const Result<MigrationScripts> scripts = parseDbmate(text, u"a.sql"_s);
    QVERIFY(scripts);
    QCOMPARE(scripts->up.text.size(), text.indexOf(u"-- migrate:down\nd2"_s));
    QCOMPARE(scripts->up.text.indexOf(u"u2"_s), text.indexOf(u"u2"_s));
    QVERIFY(!scripts->up.text.contains(u"d1"_s));
    QCOMPARE(scripts->up.text.count(u'\n'), 6);
    QVERIFY(!scripts->up.transaction);
    QVERIFY(scripts->down.transaction);
    QCOMPARE(scripts->down.start.line, 3);
    QVERIFY(!scripts->down.text.contains(u"u2"_s));
    QCOMPARE(scripts->problems.size(), 1);
    QCOMPARE(scripts->problems.first().position.line, 5);
}

void TstDbmateParser::readsFiftyMegabytes()
{
    QString text = u"-- migrate:up\n"_s;
    text.reserve(52 << 20);
    while (text.size() < (50 << 20))
        text += u"insert into orders (id, note) values (1, 'a note of some length, with -- dashes');\n"_s;
    text += u"-- migrate:down\n"_s;
    QElapsedTimer timer;
    timer.start();
    const Result<MigrationScripts> scripts = parseDbmate(text, u"a.sql"_s);
    QVERIFY(scripts);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(scripts->up.text.size() + scripts->down.text.size(), text.size());
}

WHIMBREL_TEST(TstDbmateParser)
#include "tst_dbmateparser.moc"
