// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Whole collections of statements: what is read of each stands in a file beside them.
class TstPostgreSqlForms : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lockForms();
};

void TstPostgreSqlForms::lockForms()
{
    const QList<Test::Form> forms = Test::readForms(u"safety/postgresql-lock-forms.sql"_s);
    QCOMPARE_GE(forms.size(), 350);
    const auto isUnknown = [](const Test::Form &form) { return form.operations.contains("unknown"_L1); };
    Test::compareForms(forms, u"safety/postgresql-lock-forms.txt"_s);
    QCOMPARE_LE(std::ranges::count_if(forms, isUnknown), 3);
}

WHIMBREL_TEST(TstPostgreSqlForms)
#include "tst_postgresqlforms.moc"
