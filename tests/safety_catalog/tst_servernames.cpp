// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/catalog/servernames.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Rare forms; what servers really make is compared with them in tst_simulation*.cpp.
class TstServerNames : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void joinsParts();
    void cutsTheLongerPartFirst();
    void doesNotCutCharacters();
    void countsUpWhereANameIsTaken();
    void namesIndexesAfterTheirParts_data();
    void namesIndexesAfterTheirParts();
    void namesMySqlIndexesAfterTheirFirstColumn();
};

void TstServerNames::joinsParts()
{
    QCOMPARE(postgreSqlObjectName(u"t"_s, u"c"_s, u"key"_s), u"t_c_key"_s);
    QCOMPARE(postgreSqlObjectName(u"t"_s, {}, u"pkey"_s), u"t_pkey"_s);
}

void TstServerNames::cutsTheLongerPartFirst()
{
    const QString longName = QString(60, u'a');
    QCOMPARE(postgreSqlObjectName(longName, u"c"_s, u"key"_s), QString(57, u'a') + u"_c_key"_s);
    QCOMPARE(postgreSqlObjectName(longName, QString(60, u'b'), u"key"_s), QString(29, u'a') + u'_' + QString(29, u'b') + u"_key"_s);
}

void TstServerNames::doesNotCutCharacters()
{
    const QString umlauts = QString(40, u'ä'); // 80 bytes
    QCOMPARE(postgreSqlObjectName(umlauts, {}, u"pkey"_s), QString(29, u'ä') + u"_pkey"_s);
}

void TstServerNames::countsUpWhereANameIsTaken()
{
    const QStringList taken{u"t_c_idx"_s, u"t_c_idx1"_s};
    QCOMPARE(postgreSqlFreeName(u"t"_s, u"c"_s, u"idx"_s, [&](const QString &name) { return taken.contains(name); }), u"t_c_idx2"_s);
}

void TstServerNames::namesIndexesAfterTheirParts_data()
{
    QTest::addColumn<QStringList>("expressions");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("function") << QStringList{u"lower(email)"_s} << QStringList{u"lower"_s};
    QTest::newRow("function of a schema") << QStringList{u"app.slug (name)"_s} << QStringList{u"slug"_s};
    QTest::newRow("in parentheses") << QStringList{u"(lower(email))"_s} << QStringList{u"lower"_s};
    QTest::newRow("operator") << QStringList{u"(a || b)"_s} << QStringList{u"expr"_s};
    QTest::newRow("operator of two calls") << QStringList{u"(lower(a) || lower(b))"_s} << QStringList{u"expr"_s};
    QTest::newRow("twice") << QStringList{u"(a+1)"_s, u"(b+1)"_s, u"lower(a)"_s, u"lower(b)"_s}
                           << QStringList{u"expr"_s, u"expr1"_s, u"lower"_s, u"lower1"_s};
}

void TstServerNames::namesIndexesAfterTheirParts()
{
    QFETCH(const QStringList, expressions);
    QFETCH(const QStringList, names);
    IndexDefinition index;
    for (const QString &expression : expressions) {
        IndexDefinition::Part part;
        part.expression.text = expression;
        index.parts.append(part);
    }
    QCOMPARE(postgreSqlIndexColumns(index), names);
}

void TstServerNames::namesMySqlIndexesAfterTheirFirstColumn()
{
    QStringList taken;
    const auto isTaken = [&](const QString &name) { return taken.contains(name); };
    QCOMPARE(mySqlIndexName(u"c"_s, isTaken), u"c"_s);
    taken = {u"c"_s, u"c_2"_s};
    QCOMPARE(mySqlIndexName(u"c"_s, isTaken), u"c_3"_s);
    taken.clear();
    QCOMPARE(mySqlIndexName(u"primary"_s, isTaken), u"primary_2"_s);
}

WHIMBREL_TEST(TstServerNames)
#include "tst_servernames.moc"
