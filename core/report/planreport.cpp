// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/planreport.h"

#include "report/effecttext.h"
#include "report/lint/excerpt.h"
#include "report/lint/lintreport.h"
#include "report/progresstext.h"
#include "run/guard/fit/stallbudget.h"
#include "run/stepchecks.h"
#include "safety/impacttext.h"
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

/// What others notice of a statement, and what was found in it.
QString effectText(const ScriptAnalysis &script, qsizetype index, Dialect dialect)
{
    const QString margin(10, u' ');
    QString text;
    for (const QString &effect : effectTexts(script.statements.at(index), dialect))
        text += margin + shownText(effect) + u'\n';
    for (const Finding &finding : script.findings) {
        if (finding.statement == index && finding.severity > Severity::Info)
            text +=
                margin + u"%1: %2 [%3]\n"_s.arg(severityId(finding.severity), shownText(finding.message), finding.rule);
    }
    return text;
}

/// "in one transaction; took 2.1 s on 12 Nov 2026"
QString stepFacts(const PlanStep &step, const RunPlan &plan, const std::optional<EarlierRun> &earlier)
{
    const QString transaction = transactionText(step, plan);
    return earlier ? tr("%1; %2", "how a migration runs, how long it took before")
                         .arg(transaction, earlierRunText(*earlier))
                   : transaction;
}

QString stepText(const PlanStep &step, const RunPlan &plan, const PlanAnalysis *analysis, qsizetype stepIndex)
{
    qsizetype analysed = 0; // statements of an earlier attempt are not
    const ScriptAnalysis *script = analysis ? &analysis->steps.at(stepIndex) : nullptr;
    const QString facts = stepFacts(step, plan, analysis ? analysis->earlier.value(stepIndex) : std::nullopt);

    QString text =
        u"%1 %2  (%3)\n"_s.arg(directionId(step.direction).leftJustified(4), step.migration.displayFile, facts);
    for (const PlanStatement &planned : step.statements) {
        const QString line = QString::number(planned.statement.start.line).rightJustified(8);
        const QString done = planned.index <= step.resumeAfter ? tr("(done) ") : QString();
        text += u"%1  %2%3\n"_s.arg(line, done, shortSql(planned.statement.text, 100));
        if (script && planned.index > step.resumeAfter && analysed < script->statements.size())
            text += effectText(*script, analysed++, analysis->dialect);
    }
    for (const QString &note : step.notes)
        text += u"     "_s + tr("Note: %1").arg(note) + u'\n';
    return text;
}

QString locksText(const QList<WorstLock> &locks)
{
    QString text;
    for (const WorstLock &lock : locks) {
        if (lock.reach == LockReach::Nothing)
            continue;
        const QString certainly = tr("%1: %2, %3 (%4)")
                                      .arg(shownText(lock.relation.toString()), lockModeName(lock.lock, lock.reach),
                                           waitingText(lock.reach), shownText(lock.position.toString()));
        text += u"  "_s + (lock.certain ? certainly : tr("possibly %1").arg(certainly)) + u'\n';
    }
    return text.isEmpty() ? QString() : tr("The strongest lock on each table:") + u'\n' + text + u'\n';
}

QJsonValue answerJson(Answer answer)
{
    return answer == Answer::Depends ? QJsonValue(u"depends"_s) : QJsonValue(answer == Answer::Yes);
}

QJsonObject lockJson(const Impact &impact)
{
    return {{u"relation"_s, impact.relation.toString()},
            {u"lock"_s, impact.lock},
            {u"certain"_s, impact.certain},
            {u"blocksReads"_s, impact.blocksReads()},
            {u"blocksWrites"_s, impact.blocksWrites()},
            {u"rewrite"_s, answerJson(impact.rewrite)},
            {u"scan"_s, answerJson(impact.scan)},
            {u"indexRebuild"_s, answerJson(impact.indexRebuild)},
            {u"new"_s, impact.isNew || impact.invisible}};
}

/// With the lock that others feel for a moment at the beginning and the end of the work, and how long they may.
QJsonObject impactJson(const Impact &impact, Dialect dialect)
{
    QJsonObject object = lockJson(impact);
    if (!isMySqlFamily(dialect) || impact.briefly.isEmpty())
        return object;
    object.insert(u"briefly"_s, impact.briefly);
    if (dialect == Dialect::MariaDb && impact.reach < LockReach::Writes)
        object.insert(u"limitAtEndMs"_s, qint64(budgetAtEnd.count()));
    return object;
}

/// Empty where nothing is known.
QJsonObject estimateJson(const Estimate &estimate)
{
    if (estimate.rows < 0 && estimate.bytes < 0 && estimate.writesPerSecond < 0)
        return {};
    const auto known = [](auto number) { return number >= 0 ? QJsonValue(number) : QJsonValue(); };
    return {{u"rows"_s, known(estimate.rows)},
            {u"bytes"_s, known(estimate.bytes)},
            {u"writesPerSecond"_s, known(estimate.writesPerSecond)}};
}

void insertAnalysis(QJsonObject &object, const ScriptAnalysis &script, qsizetype index, Dialect dialect)
{
    const StatementAnalysis &statement = script.statements.at(index);
    QJsonArray impacts;
    for (const Impact &impact : statement.impact.relations)
        impacts << impactJson(impact, dialect);
    object.insert(u"impacts"_s, impacts);
    QJsonArray findings;
    for (const Finding &finding : script.findings) {
        if (finding.statement == index ||
            (finding.statement < 0 && index == 0)) // of the whole script: with its first statement
            findings << findingJson(finding, script.file);
    }
    object.insert(u"findings"_s, findings);
    object.insert(u"fails"_s, answerJson(statement.impact.fails));
    if (!statement.impact.algorithm.isEmpty())
        object.insert(u"algorithm"_s, statement.impact.algorithm);
    if (const QJsonObject estimate = estimateJson(statement.estimate); !estimate.isEmpty())
        object.insert(u"estimate"_s, estimate);
}

QJsonArray locksJson(const QList<WorstLock> &locks)
{
    QJsonArray array;
    for (const WorstLock &lock : locks) {
        array << QJsonObject{{u"relation"_s, lock.relation.toString()},
                             {u"lock"_s, lock.lock},
                             {u"certain"_s, lock.certain},
                             {u"blocksReads"_s, lock.reach == LockReach::ReadsAndWrites},
                             {u"blocksWrites"_s, lock.reach >= LockReach::Writes},
                             {u"version"_s, lock.version},
                             {u"file"_s, lock.position.file},
                             {u"line"_s, lock.position.line}};
    }
    return array;
}

QJsonValue earlierJson(const std::optional<EarlierRun> &run)
{
    if (!run)
        return QJsonValue();
    return QJsonObject{{u"durationMs"_s, run->ms},
                       {u"at"_s, run->at.isValid() ? QJsonValue(run->at.toString(Qt::ISODate)) : QJsonValue()}};
}

QJsonObject stepJson(const PlanStep &step, Dialect dialect, const ScriptAnalysis *analysis, const std::optional<EarlierRun> &earlier)
{
    QJsonArray statements;
    qsizetype analysed = 0; // statements of an earlier attempt are not
    for (const PlanStatement &planned : step.statements) {
        QJsonObject object{{u"sql"_s, planned.statement.text},
                           {u"file"_s, step.migration.displayFile},
                           {u"line"_s, planned.statement.start.line},
                           {u"kind"_s, statementKindId(planned.statement.kind)}};
        if (analysis && planned.index > step.resumeAfter && analysed < analysis->statements.size())
            insertAnalysis(object, *analysis, analysed++, dialect);
        statements << object;
    }
    return {{u"version"_s, step.migration.version},
            {u"direction"_s, directionId(step.direction)},
            {u"transaction"_s, step.transaction},
            {u"ownCommits"_s, step.ownCommits},
            {u"resumeAfter"_s, step.resumeAfter},
            {u"checksum"_s, step.checksum},
            {u"phase"_s, analysis && analysis->phase != MigrationPhase::Unknown ? QJsonValue(phaseId(analysis->phase))
                                                                                : QJsonValue()},
            {u"earlierRun"_s, earlierJson(earlier)},
            {u"statements"_s, statements},
            {u"notes"_s, QJsonArray::fromStringList(step.notes)}};
}

void insertText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

} // namespace

QString planText(const RunPlan &plan, const QString &database, const PlanAnalysis *analysis)
{
    if (plan.isEmpty())
        return tr("Nothing to do on %1.").arg(database) + u'\n';
    QString text = heading(plan, database) + u"\n\n"_s;
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        text += stepText(plan.steps.at(i), plan, analysis, i) + u'\n';
    if (analysis && analysis->dialect != Dialect::SQLite) // which locks no tables, only its file
        text += locksText(analysis->worstLocks(plan));
    for (const QString &note : plan.notes)
        text += tr("Note: %1").arg(note) + u'\n';
    if (!plan.refusals.isEmpty())
        text += tr("It would be refused:") + u'\n';
    for (const Error &refusal : plan.refusals)
        text += refusal.toString() + u'\n';
    return text;
}

QJsonObject planJson(const RunPlan &plan, const PlanAnalysis *analysis)
{
    QJsonArray steps;
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        steps << stepJson(plan.steps.at(i), plan.dialect, analysis ? &analysis->steps.at(i) : nullptr,
                          analysis ? analysis->earlier.value(i) : std::nullopt);
    QJsonArray refusals;
    for (const Error &refusal : plan.refusals)
        refusals << errorJson(refusal);
    QJsonObject object{{u"dialect"_s, dialectId(plan.dialect)},
                       {u"singleTransaction"_s, plan.singleTransaction},
                       {u"steps"_s, steps},
                       {u"notes"_s, QJsonArray::fromStringList(plan.notes)},
                       {u"refusals"_s, refusals}};
    if (analysis)
        object.insert(u"locks"_s, locksJson(analysis->worstLocks(plan)));
    return object;
}

static void insertBatch(QJsonObject &object, const BatchProgress &batch)
{
    object.insert(u"pass"_s, batch.pass);
    object.insert(u"passed"_s, batch.passed);
    if (batch.total >= 0)
        object.insert(u"total"_s, batch.total);
    object.insert(u"changed"_s, batch.changed);
    object.insert(u"batchSize"_s, batch.batchSize);
    if (batch.rowsPerSecond > 0)
        object.insert(u"rowsPerSecond"_s, qRound64(batch.rowsPerSecond));
    if (batch.leftMs >= 0)
        object.insert(u"leftMs"_s, batch.leftMs);
    object.insert(u"waiting"_s, batch.waiting);
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
    if (event.batch)
        insertBatch(object, *event.batch);
    if (event.progress)
        object.insert(u"progress"_s, progressJson(*event.progress));
    if (!event.inTheWay.isEmpty()) {
        QJsonArray sessions;
        for (const BackendId &backend : event.inTheWay)
            sessions.append(backend.pid);
        object.insert(u"inTheWay"_s, sessions);
    }
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
