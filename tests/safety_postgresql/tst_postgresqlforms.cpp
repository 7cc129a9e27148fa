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
    void statements();
    void newerStatements();
};

namespace {

void failOnUnknown(const QList<Test::Form> &forms)
{
    for (const Test::Form &form : forms) {
        if (form.operations.contains("unknown"_L1))
            QFAIL(qPrintable("not read: "_L1 + form.sql));
    }
}

} // namespace

void TstPostgreSqlForms::lockForms()
{
    const QList<Test::Form> forms = Test::readForms(u"safety/postgresql-lock-forms.sql"_s);
    QCOMPARE_GE(forms.size(), 350);
    failOnUnknown(forms);
    Test::compareForms(forms, u"safety/postgresql-lock-forms.txt"_s);
}

void TstPostgreSqlForms::statements()
{
    const QList<Test::Form> forms = Test::readForms(u"safety/postgresql-statements.sql"_s);
    failOnUnknown(forms);
    Test::compareForms(forms, u"safety/postgresql-statements.txt"_s);
}

/// Clauses of 18 and later, which the grammar of 17 does not know.
void TstPostgreSqlForms::newerStatements()
{
    const QList<Test::Form> forms = Test::readForms(u"safety/postgresql-newer.sql"_s);
    failOnUnknown(forms);
    for (const Test::Form &form : forms)
        QVERIFY2(form.operations.startsWith("(tokens)"_L1), qPrintable("no newer syntax: "_L1 + form.sql));
    Test::compareForms(forms, u"safety/postgresql-newer.txt"_s);
}

WHIMBREL_TEST(TstPostgreSqlForms)
#include "tst_postgresqlforms.moc"
