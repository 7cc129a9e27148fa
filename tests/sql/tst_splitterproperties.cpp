// SPDX-License-Identifier: GPL-3.0-or-later
#include "longtests.h"
#include "sql/lexer.h"
#include "sql/splitter.h"
#include "test.h"

#include <QRandomGenerator>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// What must hold for any text, tried on random ones: well-formed scripts, and soups of what splitters stumble over.
class TstSplitterProperties : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasJoined_data();
    void findsWhatWasJoined();
    void survivesAnything_data();
    void survivesAnything();
    void skipsWholeTokens_data();
    void skipsWholeTokens();
    void agreesWithSQLite();
};

namespace {

const int rounds = Test::rounds(2000, 40'000);

/// Fragments without a terminator, each one statement.
QStringList statements(Dialect dialect)
{
    const QStringList common{u"SELECT 1"_s, u"INSERT INTO t VALUES ('a;''b', 2)"_s, u"SELECT /* ; */ \"c;\" -- d;'\n FROM x"_s,
                             u"CREATE TABLE t (a int,\r\n b text DEFAULT ';')"_s, u"SELECT CASE WHEN a THEN b END"_s,
                             u"SELECT 'é😀;'"_s};
    switch (dialect) {
    case Dialect::PostgreSql:
        return common
            + QStringList{u"DO $x$ BEGIN ; $$ ' $$; END $x$"_s, u"SELECT E'\\';'\n'\\\\;', U&'\\0061;', $1"_s,
                          u"SELECT /* /* ; */ ; */ 1"_s, u"CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT (2);)"_s,
                          u"CREATE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END"_s, u"SELECT a$b$c"_s};
    case Dialect::MySql:
    case Dialect::MariaDb:
        return common
            + QStringList{u"SELECT 'a\\';', `b;`, 5--1 # c;'\n + 2"_s, u"/*!40101 SET a = ';' */"_s,
                          u"CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN IF a THEN SELECT IF(1,2,3); END IF; END"_s,
                          u"CREATE PROCEDURE p() a: LOOP CASE b WHEN 1 THEN LEAVE a; END CASE; END LOOP a"_s,
                          u"BEGIN NOT ATOMIC WHILE a DO SELECT 1; END WHILE; END"_s, u"BEGIN"_s};
    case Dialect::SQLite:
        return common
            + QStringList{u"SELECT [a;], `b;`"_s, u"END"_s,
                          u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM b; END"_s,
                          u"CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN /* END; */ SELECT 1; -- END;\n SELECT 2; END"_s};
    }
    return common;
}

QStringList gaps(Dialect dialect)
{
    const QStringList common{u"\n"_s, u" "_s, u"\r\n\r\n"_s, u";"_s, u"-- it's; a comment\n"_s, u"/* don't; */"_s, u"\t-- \r\n"_s};
    return isMySqlFamily(dialect) ? common + QStringList{u"# a;\n"_s} : common;
}

/// Pieces that matter to a splitter, for texts without sense.
QStringList pieces(Dialect dialect)
{
    return statements(dialect) + gaps(dialect)
        + QStringList{u"'"_s, u"\""_s, u"`"_s, u"["_s, u"]"_s, u"$$"_s, u"$a$"_s, u"E'"_s, u"U&\""_s, u"\\"_s, u"/*"_s, u"*/"_s,
                      u"/*!50001 "_s, u"--"_s, u"#"_s, u"("_s, u")"_s, u";"_s, u"BEGIN"_s, u" ATOMIC "_s, u" END "_s, u" IF "_s,
                      u" CASE "_s, u" LOOP "_s, u" FOR "_s, u":"_s, u"."_s, u"CREATE TRIGGER "_s, u"CREATE PROCEDURE p() "_s,
                      u"CREATE RULE r "_s, u"COPY t FROM stdin;\n"_s, u"\n\\.\n"_s, u"\n"_s, u" "_s, u"\r"_s, u"\\g"_s,
                      QString(QChar(0)), QString(QChar(0xd83d)), QString(QChar(0xde00)), u"é"_s};
}

class Generator
{
public:
    explicit Generator(int seed)
        : m_random(static_cast<quint32>(seed))
    {
    }
    int number(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    QString any(const QStringList &list) { return list[number(static_cast<int>(list.size()))]; }

private:
    QRandomGenerator m_random;
};

void addDialects()
{
    QTest::addColumn<Dialect>("dialect");
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MySql, Dialect::MariaDb, Dialect::SQLite})
        QTest::newRow(qPrintable(dialectId(dialect))) << dialect;
}

/// Blanks, comments, terminators, and nothing else.
bool isGap(QStringView gap, Dialect dialect)
{
    Lexer lexer(gap, dialect);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        const bool emptyCode = token.kind == TokenKind::CodeComment || token.kind == TokenKind::CodeCommentEnd;
        // A lone terminator, as ";" is; and the end of an executable comment that began in the statement before.
        const QStringView rest = gap.sliced(token.begin);
        if (isMySqlFamily(dialect) && (rest.startsWith("\\g"_L1) || rest.startsWith("*/"_L1))) {
            lexer.setPosition(token.begin + 2);
            continue;
        }
        if (!token.isBlank() && !token.isSymbol(u';') && !emptyCode)
            return false;
    }
    return true;
}

} // namespace

void TstSplitterProperties::findsWhatWasJoined_data()
{
    addDialects();
}

void TstSplitterProperties::findsWhatWasJoined()
{
    QFETCH(const Dialect, dialect);
    const QStringList fragments = statements(dialect);
    const QStringList between = gaps(dialect);
    static const QRegularExpression delimiterLine(u"^\\s*DELIMITER \\S+$"_s, QRegularExpression::MultilineOption);

    for (int seed = 0; seed < rounds; ++seed) {
        Generator generator(seed);
        QString script;
        QStringList expected;
        QString delimiter = u";"_s;
        for (int i = generator.number(12); i > 0; --i) {
            for (int j = generator.number(4); j > 0; --j)
                script += delimiter == u";"_s ? generator.any(between) : u"\n"_s;
            if (isMySqlFamily(dialect) && generator.number(5) == 0) {
                delimiter = generator.any({u";"_s, u"//"_s, u"$$"_s});
                script += u"\nDELIMITER "_s + delimiter + u'\n';
            }
            expected << generator.any(fragments);
            script += expected.last() + generator.any({u""_s, u" "_s, u"\n"_s, u" /* end */"_s}) + delimiter;
        }

        const SplitScript split = splitScript(script, dialect);
        QStringList found;
        qsizetype end = 0;
        for (const Statement &statement : split.statements) {
            found << statement.text;
            QString gap = script.sliced(end, statement.start.offset - end);
            gap.remove(delimiterLine);
            QVERIFY2(isGap(gap, dialect), qPrintable(u"seed %1: gap '%2'"_s.arg(seed).arg(gap)));
            end = statement.end();
            QCOMPARE(positionAt(script, statement.start.offset), statement.start);

            const SplitScript again = splitScript(statement.text, dialect);
            QCOMPARE(again.statements.size(), 1);
            QCOMPARE(again.statements.first().text, statement.text);
            QCOMPARE(again.statements.first().kind, statement.kind);
        }
        QVERIFY2(found == expected, qPrintable(u"seed %1\n%2\ngave\n%3"_s.arg(seed).arg(script, found.join(u"\n==\n"_s))));
        QVERIFY2(split.problems.isEmpty(), qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void TstSplitterProperties::survivesAnything_data()
{
    addDialects();
}

void TstSplitterProperties::survivesAnything()
{
    QFETCH(const Dialect, dialect);
    const QStringList soup = pieces(dialect);
    for (int seed = 0; seed < rounds; ++seed) {
        Generator generator(seed);
        QString script;
        for (int i = generator.number(30); i > 0; --i)
            script += generator.any(soup);
        const QByteArray context = u"seed %1: %2"_s.arg(seed).arg(script).toUtf8();

        const SplitScript split = splitScript(script, dialect);
        qsizetype end = 0;
        for (const Statement &statement : split.statements) {
            QVERIFY2(statement.start.offset >= end && statement.length >= statement.text.size(), context.constData());
            QVERIFY2(isGap(QStringView(script).sliced(end, statement.start.offset - end), dialect), context.constData());
            QVERIFY2(!statement.text.trimmed().isEmpty(), context.constData());
            QVERIFY2(script.sliced(statement.start.offset).startsWith(statement.text), context.constData());
            QCOMPARE(positionAt(script, statement.start.offset), statement.start);
            end = statement.end();
            // A dot in the middle of a line is a broken statement, at the start of one it is the shell's; two dashes before
            // a semicolon are an operator to MySQL, at the end of a text a comment.
            if (!statement.text.startsWith(u'.') && !statement.text.endsWith(u"--"))
                QVERIFY2(splitScript(statement.text, dialect).statements.size() == 1, context.constData());
        }
        QVERIFY2(end <= script.size(), context.constData());
        const QStringView rest = QStringView(script).sliced(end);
        QVERIFY2(isGap(rest, dialect), context.constData());
        for (const ScriptProblem &problem : split.problems)
            QCOMPARE(positionAt(script, problem.position.offset), problem.position);
    }
}

void TstSplitterProperties::skipsWholeTokens_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("postgresql") << Dialect::PostgreSql;
    QTest::newRow("sqlite") << Dialect::SQLite;
}

/// Whoever skips what is plain meets the same tokens as who reads each one.
void TstSplitterProperties::skipsWholeTokens()
{
    QFETCH(const Dialect, dialect);
    const QStringList soup = pieces(dialect) + QStringList{u"E'\\';'"_s, u"U&'a'"_s, u"&"_s, u"b$1"_s, u"1.5"_s, u" "_s, u"é"_s};
    for (int seed = 0; seed < rounds; ++seed) {
        Generator generator(seed);
        QString script;
        for (int i = generator.number(30); i > 0; --i)
            script += generator.any(soup);
        const QByteArray context = u"seed %1: %2"_s.arg(seed).arg(script).toUtf8();

        QMap<qsizetype, Token> tokens;
        Lexer reader(script, dialect);
        do {
            const Token token = reader.next();
            tokens.insert(token.begin, token);
        } while (reader.position() < script.size());
        Lexer skipper(script, dialect);
        for (Token token; token.kind != TokenKind::End && skipper.position() < script.size();) {
            const qsizetype from = skipper.position();
            const qsizetype end = skipper.skipPlain();
            QVERIFY2(end == 0 || (end > from && end <= skipper.position()), context.constData());
            const qsizetype blank = std::max(end, from);
            QVERIFY2(QStringView(script).sliced(blank, skipper.position() - blank).trimmed().isEmpty(), context.constData());
            token = skipper.next();
            const auto same = tokens.constFind(token.begin);
            const bool ends = token.kind == TokenKind::End && token.begin == script.size();
            QVERIFY2(ends || same != tokens.cend(), context.constData());
            if (!ends && token.kind != TokenKind::Space)
                QVERIFY2(same->kind == token.kind && same->end == token.end, context.constData());
        }
    }
}

/// sqlite3_complete() is what the shell itself asks.
void TstSplitterProperties::agreesWithSQLite()
{
    QStringList fragments = statements(Dialect::SQLite);
    fragments << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END; /* ; */ SELECT 2"_s << u"EXPLAIN SELECT ';'"_s
              << u"EXPLAIN CREATE TEMPORARY TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END"_s << u"'"_s << u"["_s << u"/*"_s << u"--"_s;
    int checked = 0;
    for (int seed = 0; seed < rounds; ++seed) {
        Generator generator(seed);
        QString script;
        for (int i = generator.number(12); i > 0; --i)
            script += generator.any(fragments) + generator.any({u";"_s, u" ;\n"_s, u"; -- x\n"_s});
        const SplitScript split = splitScript(script, Dialect::SQLite);
        for (const Statement &statement : split.statements) {
            if (statement.end() == script.size() && !split.problems.isEmpty())
                continue;
            const QString whole = script.sliced(statement.start.offset, statement.length);
            QVERIFY2(sqlite3_complete(whole.toUtf8().constData()) == 1, qPrintable(whole));
            // Nothing before its last semicolon is complete to SQLite either: it would have cut there.
            for (qsizetype at = whole.indexOf(u';'); at >= 0 && at + 1 < whole.size(); at = whole.indexOf(u';', at + 1)) {
                const QString part = whole.first(at + 1);
                QVERIFY2(sqlite3_complete(part.toUtf8().constData()) == 0, qPrintable(whole));
            }
            ++checked;
        }
    }
    QVERIFY(checked > rounds);
}

WHIMBREL_TEST(TstSplitterProperties)
#include "tst_splitterproperties.moc"
