// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/planreport.h"

#include "run/stepchecks.h"
#include "sql/passwords.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, n);
}

QString transactionText(const PlanStep &step, const RunPlan &plan)
{
    if (!step.transaction)
        return tr("statement by statement, without a transaction");
    if (step.ownCommits)
        return tr("definitions commit by themselves");
    return plan.singleTransaction ? tr("in the run's transaction") : tr("in one transaction");
}

QString heading(const RunPlan &plan, const QString &database)
{
    const int steps = static_cast<int>(plan.steps.size());
    switch (plan.request.action) {
    case RunRequest::Action::Up:
        return tr("%n migration(s) to apply on %1", nullptr, steps).arg(database);
    case RunRequest::Action::Down:
        return tr("%n migration(s) to roll back on %1", nullptr, steps).arg(database);
    case RunRequest::Action::Redo:
        break;
    }
    return tr("One migration to roll back and apply again on %1").arg(database);
}

QString stepText(const PlanStep &step, const RunPlan &plan)
{
    QString text = u"%1 %2  (%3)\n"_s.arg(directionId(step.direction).leftJustified(4), step.migration.displayFile, transactionText(step, plan));
    for (const PlanStatement &planned : step.statements) {
        const QString line = QString::number(planned.statement.start.line).rightJustified(8);
        const QString done = planned.index <= step.resumeAfter ? tr("(done) ") : QString();
        text += u"%1  %2%3\n"_s.arg(line, done, shortSql(planned.statement.text, 100));
    }
    for (const QString &note : step.notes)
        text += u"     "_s + tr("Note: %1").arg(note) + u'\n';
    return text;
}

QJsonObject stepJson(const PlanStep &step)
{
    QJsonArray statements;
    for (const PlanStatement &planned : step.statements) {
        statements << QJsonObject{{u"sql"_s, planned.statement.text},
                                  {u"file"_s, step.migration.displayFile},
                                  {u"line"_s, planned.statement.start.line},
                                  {u"kind"_s, statementKindId(planned.statement.kind)}};
    }
    return {{u"version"_s, step.migration.version},
            {u"direction"_s, directionId(step.direction)},
            {u"transaction"_s, step.transaction},
            {u"ownCommits"_s, step.ownCommits},
            {u"resumeAfter"_s, step.resumeAfter},
            {u"checksum"_s, step.checksum},
            {u"statements"_s, statements},
            {u"notes"_s, QJsonArray::fromStringList(step.notes)}};
}

void insertText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

} // namespace

QString planText(const RunPlan &plan, const QString &database)
{
    if (plan.isEmpty())
        return tr("Nothing to do on %1.").arg(database) + u'\n';
    QString text = heading(plan, database) + u"\n\n"_s;
    for (const PlanStep &step : plan.steps)
        text += stepText(step, plan) + u'\n';
    for (const QString &note : plan.notes)
        text += tr("Note: %1").arg(note) + u'\n';
    if (!plan.refusals.isEmpty())
        text += tr("It would be refused:") + u'\n';
    for (const Error &refusal : plan.refusals)
        text += refusal.toString() + u'\n';
    return text;
}

QJsonObject planJson(const RunPlan &plan)
{
    QJsonArray steps;
    for (const PlanStep &step : plan.steps)
        steps << stepJson(step);
    QJsonArray refusals;
    for (const Error &refusal : plan.refusals)
        refusals << errorJson(refusal);
    return {{u"dialect"_s, dialectId(plan.dialect)},
            {u"singleTransaction"_s, plan.singleTransaction},
            {u"steps"_s, steps},
            {u"notes"_s, QJsonArray::fromStringList(plan.notes)},
            {u"refusals"_s, refusals}};
}

QJsonObject runEventJson(const RunEvent &event)
{
    QJsonObject object{{u"event"_s, runEventId(event.kind)}, {u"at"_s, event.at.toUTC().toString(Qt::ISODateWithMs)}};
    if (!event.version.isEmpty()) {
        object.insert(u"version"_s, event.version);
        object.insert(u"direction"_s, directionId(event.direction));
        insertText(object, u"file"_s, event.file);
    }
    if (event.statement > 0) {
        object.insert(u"statement"_s, event.statement);
        object.insert(u"line"_s, event.line);
    }
    if (event.statementCount > 0)
        object.insert(u"statements"_s, event.statementCount);
    if (event.elapsedMs >= 0)
        object.insert(u"elapsedMs"_s, event.elapsedMs);
    if (event.attempt > 1)
        object.insert(u"attempt"_s, event.attempt);
    if (event.rows >= 0)
        object.insert(u"rows"_s, event.rows);
    insertText(object, u"sql"_s, withoutPasswords(event.sql));
    insertText(object, u"message"_s, event.message);
    if (event.error)
        object.insert(u"error"_s, errorJson(*event.error));
    if (event.kind == RunEvent::Kind::RunFinished)
        object.insert(u"applied"_s, event.applied);
    return object;
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject object{{u"kind"_s, errorKindId(error.kind)}, {u"message"_s, error.message}};
    insertText(object, u"detail"_s, error.detail);
    insertText(object, u"hint"_s, error.hint);
    insertText(object, u"code"_s, error.code);
    insertText(object, u"file"_s, error.position.file);
    if (error.position.line > 0)
        object.insert(u"line"_s, error.position.line);
    if (error.position.column > 0)
        object.insert(u"column"_s, error.position.column);
    return object;
}

QString statementKindId(StatementKind kind)
{
    switch (kind) {
    case StatementKind::Other:
        return u"other"_s;
    case StatementKind::TransactionControl:
        return u"transaction-control"_s;
    case StatementKind::SessionSetting:
        return u"session-setting"_s;
    case StatementKind::NoTransaction:
        return u"no-transaction"_s;
    case StatementKind::CopyFromStdin:
        return u"copy-from-stdin"_s;
    case StatementKind::CopyToStdout:
        return u"copy-to-stdout"_s;
    case StatementKind::ClientCommand:
        return u"client-command"_s;
    }
    return {};
}

} // namespace Whimbrel
