// SPDX-License-Identifier: GPL-3.0-or-later
#include "onlineddl.h"

#include "safety/catalog/catalogreader.h"
#include "safety/reader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

OnlineDdlProbe::OnlineDdlProbe(Session &session, const StatementForms &forms)
    : m_session(session)
    , m_forms(forms)
{
}

QStringList OnlineDdlProbe::contradictions(const StatementForm &form, const ObjectName &table, const StatementImpact &claim)
{
    reset(form);
    const bool asksItself = form.statement.text.contains("ALGORITHM"_L1, Qt::CaseInsensitive);
    const bool triesClauses = !asksItself && claim.fails != Answer::Yes && !claim.algorithm.isEmpty()
        && !withClauses(form, u"ALGORITHM=COPY"_s).isEmpty();
    QStringList result;
    if (triesClauses)
        result = contradictionsOfClauses(form, claim);
    reset(form);
    const QSet<QString> before = filesOf(table);
    const QString sql = triesClauses && result.isEmpty()
        ? withClauses(form, u"ALGORITHM=%1, LOCK=%2"_s.arg(claim.algorithm, claim.relations.constFirst().lock))
        : form.statement.text;
    const QString error = run(sql);
    if (!error.isEmpty() && claim.fails == Answer::No)
        result << u"fails: "_s + error;
    if (error.isEmpty() && claim.fails == Answer::Yes)
        result << u"does not fail"_s;
    if (!error.isEmpty() || before.isEmpty() || claim.relations.isEmpty())
        return result;
    const bool rewritten = !before.intersects(allFiles());
    const bool partly = !allFiles().contains(before);
    const Answer rewrite = claim.relations.constFirst().rewrite;
    if (rewritten && rewrite == Answer::No && !claim.algorithm.isEmpty())
        result << u"rewrites the table"_s;
    if (!partly && rewrite == Answer::Yes)
        result << u"leaves the table's files as they are"_s;
    return result;
}

Catalog OnlineDdlProbe::catalog(const StatementForm &form)
{
    reset(form);
    ConnectionSettings settings = m_session.settings();
    settings.database = u"truth"_s;
    const auto session = Session::open(settings, SessionRole::Browse);
    if (!session)
        qFatal("%s", qPrintable(session.error().toString()));
    Result<ReadCatalog> read = readCatalog(**session);
    if (!read)
        qFatal("%s", qPrintable(read.error().toString()));
    for (const Statement &statement : form.before) { // what the session itself has set
        for (const Operation &operation : readStatement(statement, Dialect::MariaDb).operations) {
            if (operation.kind == OperationKind::SetSetting)
                read->catalog.apply(operation);
        }
    }
    return std::move(read->catalog);
}

QStringList OnlineDdlProbe::contradictionsOfClauses(const StatementForm &form, const StatementImpact &claim)
{
    QStringList result;
    for (const QString &algorithm : {u"INSTANT"_s, u"NOCOPY"_s, u"INPLACE"_s}) {
        if (algorithm == claim.algorithm)
            break;
        if (run(withClauses(form, u"ALGORITHM="_s + algorithm)).isEmpty())
            return {u"%1 is claimed, %2 suffices"_s.arg(claim.algorithm, algorithm)};
    }
    const QString lock = claim.relations.constFirst().lock;
    for (const QString &weaker : {u"NONE"_s, u"SHARED"_s}) {
        if (weaker == lock)
            break;
        if (run(withClauses(form, u"ALGORITHM=%1, LOCK=%2"_s.arg(claim.algorithm, weaker))).isEmpty())
            return {u"LOCK=%1 is claimed, %2 suffices"_s.arg(lock, weaker)};
    }
    return result;
}

/// The statement with clauses that ALTER TABLE and CREATE INDEX take; empty for others.
QString OnlineDdlProbe::withClauses(const StatementForm &form, const QString &clauses)
{
    const QString &text = form.statement.text;
    const Operation operation = readStatement(form.statement, Dialect::MariaDb).operations.constFirst();
    if (text.startsWith("CREATE"_L1, Qt::CaseInsensitive) && operation.kind == OperationKind::CreateIndex)
        return text + u' ' + QString(clauses).remove(u',');
    static const QRegularExpression head(uR"(^ALTER TABLE (`[^`]*`|\w+) (WAIT \d+ )?)"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = head.match(text);
    if (!match.hasMatch())
        return {};
    const bool comma = operation.kind != OperationKind::ChangePartitions;
    return match.captured() + clauses + (comma ? u", "_s : u" "_s) + text.sliced(match.capturedLength());
}

void OnlineDdlProbe::reset(const StatementForm &form)
{
    if (m_clean == form.name)
        return;
    for (const QString &sql : {u"SET foreign_key_checks = 0"_s, u"DROP DATABASE IF EXISTS truth"_s,
                               u"CREATE DATABASE truth CHARACTER SET utf8mb4"_s, u"USE truth"_s, u"SET foreign_key_checks = 1"_s})
        run(sql);
    for (const Statement &statement : m_forms.setup + form.before) {
        if (const QString error = run(statement.text); !error.isEmpty())
            qFatal("%s: %s", qPrintable(statement.text), qPrintable(error));
    }
    m_clean = form.name;
}

QString OnlineDdlProbe::run(const QString &sql)
{
    const auto rows = m_session.query(QString(sql).replace(u'?', u"??"_s));
    if (rows)
        m_clean.clear();
    return rows ? QString() : rows.error().code + u": "_s + rows.error().message;
}

QSet<QString> OnlineDdlProbe::filesOf(const ObjectName &table)
{
    return files(u"truth/"_s + table.name);
}

QSet<QString> OnlineDdlProbe::allFiles()
{
    return files(u"truth/"_s);
}

/// Table ids of InnoDB's dictionary: one a table or partition, a new one whenever it is written anew.
QSet<QString> OnlineDdlProbe::files(const QString &prefix)
{
    QSet<QString> result;
    const auto rows
        = m_session.query(u"SELECT NAME AS n, TABLE_ID AS i FROM information_schema.INNODB_SYS_TABLES WHERE NAME LIKE 'truth/%'"_s);
    for (qsizetype i = 0; rows && i < rows->rows.size(); ++i) {
        const QString name = rows->text(i, u"n").replace("@0020"_L1, " "_L1);
        if (prefix.endsWith(u'/') || name.compare(prefix, Qt::CaseInsensitive) == 0
            || name.startsWith(prefix + u"#P#"_s, Qt::CaseInsensitive))
            result.insert(rows->text(i, u"i"));
    }
    return result;
}

} // namespace Whimbrel::Test
