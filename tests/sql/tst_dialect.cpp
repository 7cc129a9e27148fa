// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/dialect.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstDialect : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void versionsCompareByNumber();
    void versionsAreWrittenAsTheServerDoes();
};

void TstDialect::versionsCompareByNumber()
{
    QVERIFY((ServerVersion{10, 6, 21} < ServerVersion{11, 8, 2}));
    QVERIFY((ServerVersion{9, 6, 0} < ServerVersion{10, 0, 0}));
    QCOMPARE((ServerVersion{17, 4, 0}), (ServerVersion{17, 4, 0}));
}

void TstDialect::versionsAreWrittenAsTheServerDoes()
{
    QCOMPARE((ServerVersion{17, 4, 0}.toString(Dialect::PostgreSql)), u"17.4"_s);
    QCOMPARE((ServerVersion{11, 8, 6}.toString(Dialect::MariaDb)), u"11.8.6"_s);
}

WHIMBREL_TEST(TstDialect)
#include "tst_dialect.moc"
