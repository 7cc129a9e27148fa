// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite.h"

#include "safety/impactof.h"
#include "sql/splitter.h"
#include "test.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

void follow(Catalog &catalog, const StatementReading &reading)
{
    for (const Operation &operation : reading.operations)
        catalog.apply(operation);
}

/// What is said of each statement of the form, each with the schema as those before it leave it.
QList<StatementImpact> impactsOf(const StatementForm &form, Catalog catalog)
{
    QList<StatementImpact> impacts;
    qsizetype savepoint = 0;
    catalog.beginTransaction();
    const QList<Statement> statements = splitScript(form.text, Dialect::PostgreSql).statements;
    for (const Statement &statement : statements) {
        const StatementReading reading = readStatement(statement, Dialect::PostgreSql);
        impacts.append(impactOf(reading, catalog));
        follow(catalog, reading);
        const Operation::Kind kind = reading.operations.constFirst().kind;
        if (kind == Operation::Kind::Savepoint)
            savepoint = impacts.size();
        if (kind == Operation::Kind::RollbackToSavepoint) { // gives back the locks taken since
            for (qsizetype i = savepoint; i < impacts.size(); ++i)
                impacts[i].relations.clear();
        }
    }
    return impacts;
}

/// Forms that are not said rightly yet. An impact is of one statement, and does not know that an enum's value was added by another one
/// of the transaction; a rule says that.
const QStringList knownGaps{u"ALTER TYPE ADD VALUE; use the value"_s, u"ALTER TYPE ADD VALUE and its use"_s};

Catalog replay(const QString &script, Catalog catalog)
{
    for (const Statement &statement : splitScript(script, Dialect::PostgreSql).statements)
        follow(catalog, readStatement(statement, Dialect::PostgreSql));
    return catalog;
}

} // namespace

ImpactSuite::ImpactSuite(const QString &file)
    : m_forms(readForms(fixture(file)))
{
}

void ImpactSuite::run(const QString &name)
{
    Catalog nothing(Dialect::PostgreSql, Catalog::Origin::Empty, {17, 0, 0});
    const Catalog catalog = replay(m_forms.schema, Catalog(Dialect::PostgreSql, Catalog::Origin::Connected, {17, 0, 0}));
    LockTruth truth(PostgresServer::shared(), m_forms.schema);
    for (const StatementForm &form : m_forms.forms) {
        if (!name.isEmpty() && form.name != name)
            continue;
        truth.prepare(form);
        nothing.setSearchPath(truth.searchPath());
        const Catalog connected = replay(form.setup, catalog);
        const Catalog read = truth.catalog();
        const Measurement measured = truth.measure(form);
        const auto judge = [&](Knowledge knowledge, const Catalog &known) {
            add(m_counts[knowledge], form, compare(form, impactsOf(form, known), measured, knowledge));
        };
        judge(Knowledge::Replayed, connected);
        judge(Knowledge::Read, read);
        judge(Knowledge::Nothing, nothing);
    }
}

void ImpactSuite::verify() const
{
    static const std::map<Knowledge, QString> names{
        {Knowledge::Replayed, u"with the schema replayed"_s},
        {Knowledge::Read, u"with the schema read from the server"_s},
        {Knowledge::Nothing, u"with nothing known"_s},
    };
    QStringList wrong;
    for (const auto &[knowledge, count] : m_counts) {
        QTextStream(stdout) << names.at(knowledge) << u": "_s << count.summary() << '\n';
        for (const QString &each : count.wrong)
            wrong.append(names.at(knowledge) + u": "_s + each);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void ImpactSuite::add(Count &count, const StatementForm &form, const Verdict &verdict)
{
    ++count.forms;
    if (knownGaps.contains(form.name))
        ++count.gaps;
    else if (!verdict.wrong.isEmpty())
        count.wrong.append(form.name + u": "_s + verdict.wrong.join(u"; "_s));
    else if (verdict.isExact)
        ++count.exact;
    else
        ++count.depends;
}

QString ImpactSuite::Count::summary() const
{
    const QString summary = u"%1 forms, %2 exact, %3 depends, %4 wrong"_s.arg(forms).arg(exact).arg(depends).arg(wrong.size());
    return gaps == 0 ? summary : summary + u", %1 known gaps"_s.arg(gaps);
}

} // namespace Whimbrel::Test
