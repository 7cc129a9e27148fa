// SPDX-License-Identifier: GPL-3.0-or-later
#include "test.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The definitions of resources/syntax, read through KSyntaxHighlighting from the window's library.
class TstSyntaxDefinitions : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areFound_data();
    void areFound();
    void highlight_data();
    void highlight();
    void markersStandOut();

private:
    KSyntaxHighlighting::Repository m_repository;
};

namespace {

/// Writes down what every piece of a text is: "SELECT=Keyword 1=Decimal".
class Describer final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QStringList describe(const QString &text)
    {
        KSyntaxHighlighting::State state;
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines) {
            m_line = line;
            state = highlightLine(line, state);
        }
        return m_pieces;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const QString piece = m_line.sliced(offset, length).trimmed();
        if (!piece.isEmpty() && format.name() != "Normal Text"_L1)
            m_pieces << piece + u'=' + format.name();
    }

private:
    QString m_line;
    QStringList m_pieces;
};

} // namespace

void TstSyntaxDefinitions::initTestCase()
{
    // Nothing else here needs the window's library, which the linker would leave out.
    Q_INIT_RESOURCE(whimbrel_syntax);
}

void TstSyntaxDefinitions::areFound_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"SQL (SQLite)"_s, u"Whimbrel PostgreSQL"_s, u"Whimbrel MySQL"_s, u"Whimbrel SQLite"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TstSyntaxDefinitions::areFound()
{
    QFETCH(const QString, name);
    const KSyntaxHighlighting::Definition definition = m_repository.definitionForName(name);
    QVERIFY(definition.isValid());
    QVERIFY(!definition.formats().isEmpty());
    QCOMPARE(definition.singleLineCommentMarker(), u"--"_s);
    // A file that Whimbrel did not open keeps the language that everybody else gives it.
    QVERIFY(m_repository.definitionForFileName(u"x.sql"_s).name() != name);
}

void TstSyntaxDefinitions::highlight_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("pieces");

    for (const QString &name : {u"Whimbrel PostgreSQL"_s, u"Whimbrel MySQL"_s, u"Whimbrel SQLite"_s}) {
        QTest::addRow("%s: markers", qPrintable(name))
            << name << u"-- migrate:up transaction:false\nSELECT 1;\n-- migrate:down"_s
            << QStringList{u"-- migrate:up=Section"_s, u"transaction:false=Option"_s, u"SELECT=Keyword"_s, u"1=Decimal"_s,
                           u"-- migrate:down=Section"_s};
        QTest::addRow("%s: words of ours", qPrintable(name))
            << name << u"-- whimbrel: batch size=500\n-- whimbrel: bacth\nSELECT"_s
            << QStringList{u"-- whimbrel:=Whimbrel"_s, u"batch=Whimbrel Word"_s, u"size=Option"_s, u"=500=Whimbrel Text"_s,
                           u"-- whimbrel:=Whimbrel"_s, u"bacth=Unknown Word"_s, u"SELECT=Keyword"_s};
        QTest::addRow("%s: a comment is no marker", qPrintable(name))
            << name << u"-- to migrate:up is human"_s << QStringList{u"-- to migrate:up is human=Comment"_s};
    }

    const auto row = [](const char *name, const char *definition, const char16_t *text, const QStringList &pieces) {
        QTest::newRow(name) << QString::fromUtf8(definition) << QString(text) << pieces;
    };
    row("sqlite: quotes", "SQL (SQLite)", u"'a''b' \"c\" `d` [e]",
        {u"'a=String"_s, u"''=Escape"_s, u"b'=String"_s, u"\"c\"=Name"_s, u"`d`=Name"_s, u"[e]=Name"_s});
    row("sqlite: types and functions", "SQL (SQLite)", u"CREATE TABLE t (count INTEGER DEFAULT (strftime('%s')))",
        {u"CREATE=Keyword"_s, u"TABLE=Keyword"_s, u"INTEGER=Data Type"_s, u"DEFAULT=Keyword"_s, u"strftime=Function"_s,
         u"'%s'=String"_s});
    row("sqlite: pragma", "SQL (SQLite)", u"PRAGMA foreign_keys = 0; foreign_keys",
        {u"PRAGMA=Keyword"_s, u"foreign_keys=Pragma"_s, u"==Operator"_s, u"0=Decimal"_s});
    row("sqlite: numbers, blobs and parameters", "SQL (SQLite)", u"1.5, 0x1F, x'ab', ?1, :name",
        {u"1.5=Float"_s, u"0x1F=Hex"_s, u"x'ab'=Blob"_s, u"?1=Parameter"_s, u":name=Parameter"_s});
    row("sqlite: case", "SQL (SQLite)", u"case when null then 1 end",
        {u"case=Control Flow"_s, u"when=Control Flow"_s, u"null=Constant"_s, u"then=Control Flow"_s, u"1=Decimal"_s,
         u"end=Control Flow"_s});
    row("sqlite: comments", "SQL (SQLite)", u"/* a\n b */ select -- c",
        {u"/* a=Comment"_s, u"b */=Comment"_s, u"select=Keyword"_s, u"-- c=Comment"_s});
    row("postgresql: a body, and markers after it", "Whimbrel PostgreSQL",
        u"CREATE FUNCTION f() AS $x$\nSELECT $$a$$\n$x$;\n-- migrate:down",
        {u"CREATE=Keyword"_s, u"FUNCTION=Keyword"_s, u"AS=Keyword"_s, u"$x$=Dollar Quote"_s, u"SELECT=Keyword"_s,
         u"$$=Dollar Quote"_s, u"$$=Dollar Quote"_s, u"$x$=Dollar Quote"_s, u"-- migrate:down=Section"_s});
    row("postgresql: psql's own", "Whimbrel PostgreSQL", u"\\restrict abc\nSELECT",
        {u"\\restrict abc=Client Command"_s, u"SELECT=Keyword"_s});
    row("mysql: executable comment", "Whimbrel MySQL", u"/*!40101 SELECT */ /* a */",
        {u"/*!40101=Executable Comment"_s, u"SELECT=Keyword"_s, u"*/=Executable Comment"_s, u"/* a */=Comment"_s});
    row("mysql: delimiter", "Whimbrel MySQL", u"DELIMITER //\nSELECT", {u"DELIMITER //=Client Command"_s, u"SELECT=Keyword"_s});
}

void TstSyntaxDefinitions::highlight()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const QStringList, pieces);
    Describer describer;
    describer.setDefinition(m_repository.definitionForName(name));
    describer.setTheme(m_repository.defaultTheme());
    QCOMPARE(describer.describe(text), pieces);
}

void TstSyntaxDefinitions::markersStandOut()
{
    const auto formats = m_repository.definitionForName(u"Whimbrel Markers"_s).formats();
    for (const auto defaultTheme : {KSyntaxHighlighting::Repository::LightTheme, KSyntaxHighlighting::Repository::DarkTheme}) {
        const KSyntaxHighlighting::Theme theme = m_repository.defaultTheme(defaultTheme);
        for (const KSyntaxHighlighting::Format &format : formats) {
            if (format.name() == "Section"_L1)
                QVERIFY(format.isBold(theme) && format.textColor(theme).rgb() != theme.textColor(KSyntaxHighlighting::Theme::Comment));
        }
    }
}

WHIMBREL_TEST(TstSyntaxDefinitions)
#include "tst_syntaxdefinitions.moc"
