// SPDX-License-Identifier: GPL-3.0-or-later
#include "onlineddl.h"

#include "safety/reader.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

OnlineDdlProbe::OnlineDdlProbe(Session &session, const StatementForms &forms)
    : m_session(session)
    , m_forms(forms)
{
}

OnlineDdl OnlineDdlProbe::probe(const StatementForm &form, const ObjectName &table)
{
    OnlineDdl result;
    const QString syntaxError = u"1064"_s;
    const bool asksItself = form.statement.text.contains("ALGORITHM"_L1, Qt::CaseInsensitive);
    if (const QString first = withClauses(form, u"ALGORITHM=INSTANT"_s); !asksItself && !first.isEmpty()) {
        for (const QString &algorithm : {u"INSTANT"_s, u"NOCOPY"_s, u"INPLACE"_s, u"COPY"_s}) {
            reset(form);
            const QString error = run(withClauses(form, u"ALGORITHM="_s + algorithm));
            if (error.startsWith(syntaxError))
                break;
            if (error.isEmpty()) {
                result.algorithm = algorithm;
                break;
            }
        }
        for (const QString &lock : {u"NONE"_s, u"SHARED"_s, u"EXCLUSIVE"_s}) {
            if (result.algorithm.isEmpty())
                break;
            reset(form);
            if (run(withClauses(form, u"ALGORITHM=%1, LOCK=%2"_s.arg(result.algorithm, lock))).isEmpty()) {
                result.lock = lock;
                break;
            }
        }
    }
    reset(form);
    const QSet<QString> before = spacesOf(table);
    result.error = run(form.statement.text);
    result.accepted = result.error.isEmpty();
    const QSet<QString> left = allSpaces();
    result.rewritten = result.accepted && !before.isEmpty() && !before.intersects(left);
    return result;
}

/// The statement with clauses that ALTER TABLE and CREATE INDEX take; empty for others.
QString OnlineDdlProbe::withClauses(const StatementForm &form, const QString &clauses) const
{
    const QString &text = form.statement.text;
    const Operation operation = readStatement(form.statement, Dialect::MariaDb).operations.constFirst();
    if (text.startsWith("CREATE"_L1, Qt::CaseInsensitive) && operation.kind == OperationKind::CreateIndex)
        return text + u' ' + QString(clauses).remove(u',');
    if (!text.startsWith("ALTER TABLE"_L1, Qt::CaseInsensitive) || operation.length == 0)
        return {};
    const bool comma = operation.kind != OperationKind::ChangePartitions;
    return text.first(operation.offset) + clauses + (comma ? u", "_s : u" "_s) + text.sliced(operation.offset);
}

bool OnlineDdlProbe::reset(const StatementForm &form)
{
    if (m_clean && m_formName == form.name)
        return true;
    run(u"SET foreign_key_checks = 0"_s);
    run(u"DROP DATABASE IF EXISTS truth"_s);
    run(u"CREATE DATABASE truth CHARACTER SET utf8mb4"_s);
    run(u"USE truth"_s);
    run(u"SET foreign_key_checks = 1"_s);
    for (const Statement &statement : m_forms.setup + form.before) {
        if (const QString error = run(statement.text); !error.isEmpty())
            qFatal("%s: %s", qPrintable(statement.text), qPrintable(error));
    }
    m_formName = form.name;
    m_clean = true;
    return true;
}

QString OnlineDdlProbe::run(const QString &sql)
{
    const auto rows = m_session.query(QString(sql).replace(u'?', u"??"_s));
    if (rows)
        m_clean = false;
    return rows ? QString() : rows.error().code + u": "_s + rows.error().message;
}

QSet<QString> OnlineDdlProbe::spacesOf(const ObjectName &table)
{
    return spaces(u"truth/"_s + table.name);
}

QSet<QString> OnlineDdlProbe::allSpaces()
{
    return spaces(u"truth/"_s);
}

/// Table ids of InnoDB's dictionary: one a table or partition, a new one whenever it is written anew.
QSet<QString> OnlineDdlProbe::spaces(const QString &prefix)
{
    QSet<QString> result;
    const auto rows = m_session.query(u"SELECT NAME AS n, TABLE_ID AS i FROM information_schema.INNODB_SYS_TABLES WHERE NAME LIKE 'truth/%'"_s);
    for (qsizetype i = 0; rows && i < rows->rows.size(); ++i) {
        const QString name = rows->text(i, u"n").replace("@0020"_L1, " "_L1);
        if (prefix.endsWith(u'/') || name.compare(prefix, Qt::CaseInsensitive) == 0 || name.startsWith(prefix + u"#P#"_s, Qt::CaseInsensitive))
            result.insert(rows->text(i, u"i"));
    }
    return result;
}

} // namespace Whimbrel::Test
