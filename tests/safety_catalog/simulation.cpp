// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include "catalogtext.h"
#include "safety/catalog/catalogreader.h"
#include "safety/reader.h"
#include "sql/splitter.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

/// The lines of one that the other lacks: what to look at when two texts differ.
QString difference(const QString &server, const QString &simulated)
{
    const QStringList truth = server.split(u'\n');
    const QStringList lines = simulated.split(u'\n');
    QStringList found;
    for (const QString &line : truth) {
        if (!lines.contains(line))
            found.append(u"server only:    "_s + line);
    }
    for (const QString &line : lines) {
        if (!truth.contains(line))
            found.append(u"simulated only: "_s + line);
    }
    return found.join(u'\n');
}

} // namespace

int Simulation::addScripts(const QString &path, Dialect dialect)
{
    QTest::addColumn<QString>("script");
    QFile file(fixture(path));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    int statements = 0;
    const QStringList scripts = QString::fromUtf8(file.readAll()).split(u"-- # "_s).sliced(1);
    for (const QString &part : scripts) {
        const qsizetype end = part.indexOf(u'\n');
        const QString script = part.sliced(end + 1);
        statements += int(splitScript(script, dialect).statements.size());
        QTest::newRow(qPrintable(part.first(end))) << script;
    }
    return statements;
}

void Simulation::compare(const ConnectionSettings &settings, const QString &script)
{
    const Result<std::unique_ptr<Session>> opened = Session::open(settings, SessionRole::Run);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
    Session &session = **opened;
    Result<ReadCatalog> before = readCatalog(session);
    QVERIFY2(before, before ? "" : qPrintable(before.error().toString()));
    Catalog simulated = before->catalog;
    simulated.beginMigration();
    bool isOpen = false;
    for (const Statement &statement : splitScript(script, session.dialect()).statements) {
        if (!isOpen)
            simulated.beginTransaction();
        const Result<StatementOutcome> done = session.execute(statement);
        QVERIFY2(done, done ? "" : qPrintable(statement.text + u": "_s + done.error().toString()));
        for (const Operation &operation : readStatement(statement, session.dialect()).operations) {
            QVERIFY2(operation.kind != Operation::Kind::Unknown, qPrintable(statement.text));
            simulated.apply(operation);
            if (operation.kind == Operation::Kind::Begin)
                isOpen = true;
            else if (operation.kind == Operation::Kind::Commit || operation.kind == Operation::Kind::Rollback)
                isOpen = false;
        }
    }
    const Result<ReadCatalog> read = readCatalog(session);
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    const QString differences = difference(describe(read->catalog), describe(simulated));
    QVERIFY2(differences.isEmpty(), qPrintable(u'\n' + differences));
}

} // namespace Whimbrel::Test
