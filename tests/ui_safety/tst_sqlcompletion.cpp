// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/project/projectanalysis.h"
#include "safety/sqlcompletion.h"
#include "sql/splitter.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSqlCompletion : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString sql = u"CREATE TABLE users (id bigint PRIMARY KEY, email text);"
                            "CREATE TABLE \"Order\" (id bigint PRIMARY KEY, user_id bigint, total numeric(10, 2));"
                            "CREATE SCHEMA audit; CREATE TABLE audit.events (id bigint, what text);"
                            "CREATE VIEW active AS SELECT id, email FROM users;"_s;
        for (const Statement &statement : splitScript(sql, Dialect::PostgreSql).statements) {
            for (const Operation &operation : readStatement(statement, Dialect::PostgreSql).operations)
                m_schema.apply(operation);
        }
    }

    void offers_data()
    {
        QTest::addColumn<QString>("statement"); // | is the caret
        QTest::addColumn<QStringList>("names");
        const QStringList tables{u"\"Order\""_s, u"active"_s, u"audit.events"_s, u"users"_s};
        QTest::newRow("after FROM") << u"SELECT * FROM |"_s << tables;
        QTest::newRow("a table that is being typed") << u"SELECT * FROM us|"_s << tables;
        QTest::newRow("ALTER TABLE IF EXISTS") << u"ALTER TABLE IF EXISTS |"_s << tables;
        QTest::newRow("REFERENCES") << u"CREATE TABLE x (a bigint REFERENCES |"_s << tables;
        QTest::newRow("columns of an alias") << u"SELECT o.| FROM \"Order\" o JOIN users AS u ON u.id = o.user_id"_s
                                             << QStringList{u"id"_s, u"total"_s, u"user_id"_s};
        QTest::newRow("columns behind a dot, half typed") << u"SELECT users.em| FROM users"_s << QStringList{u"email"_s, u"id"_s};
        QTest::newRow("nothing of an unknown name") << u"SELECT z.| FROM users u"_s << QStringList{};
        QTest::newRow("columns of the tables named") << u"UPDATE users SET | WHERE id = 1"_s << (QStringList{u"email"_s, u"id"_s} + tables);
    }

    void offers()
    {
        QFETCH(QString, statement);
        const qsizetype caret = statement.indexOf(u'|');
        statement.remove(caret, 1);
        QStringList names;
        for (const CompletionItem &item : completionsAt(statement, caret, m_schema))
            names.append(item.name);
        QTEST(names, "names");
    }

private:
    Catalog m_schema{Dialect::PostgreSql};
};

WHIMBREL_TEST(TstSqlCompletion)
#include "tst_sqlcompletion.moc"
