// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/stepchecks.h"

#include "run/resume/interruptedstatement.h"
#include "sql/lexer.h"
#include "sql/passwords.h"
#include "sql/splitter.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, n);
}

Error refusal(const PlanStep &step, TextPosition at, const QString &message, const QString &hint)
{
    return {.kind = ErrorKind::Refused,
            .message = message,
            .detail = {},
            .hint = hint,
            .code = {},
            .position = {.file = step.migration.displayFile, .line = at.line, .column = at.column}};
}

/// SAVEPOINT, RELEASE and ROLLBACK TO stay inside the transaction they are in.
bool keepsTransaction(const Statement &statement, Dialect dialect)
{
    const QString keyword = firstKeyword(statement.text, dialect);
    if (keyword == u"SAVEPOINT" || keyword == u"RELEASE")
        return true;
    static const QRegularExpression rollbackTo(u"\\bROLLBACK\\s+(WORK\\s+|TRANSACTION\\s+)?TO\\b"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return keyword == u"ROLLBACK" && rollbackTo.match(statement.text).hasMatch();
}

std::optional<Error> statementRefusal(const PlanStep &step, const Statement &statement, Dialect dialect)
{
    const auto refuse = [&](const QString &message, const QString &hint) {
        return refusal(step, statement.start, message.arg(shortSql(statement.text)), hint);
    };
    switch (statement.kind) {
    case StatementKind::NoTransaction:
        if (step.transaction)
            return refuse(tr("“%1” cannot run inside a transaction."),
                          tr("Put it into a migration of its own and add transaction:false to the marker of its section."));
        break;
    case StatementKind::TransactionControl:
        if (step.transaction && !keepsTransaction(statement, dialect))
            return refuse(tr("“%1” would end the transaction in which the migration runs and is recorded."),
                          tr("Remove it: the migration has a transaction already. Or add transaction:false to the marker of its section, "
                             "and the script rules its transactions itself."));
        break;
    case StatementKind::ClientCommand:
        return refuse(tr("“%1” is a command of the database's own client; no server knows it."),
                      tr("Write it as SQL, or remove it."));
    case StatementKind::CopyToStdout:
        return refuse(tr("“%1” writes to the client, and a migration has nobody to read it."),
                      tr("Remove it, or copy to a file on the server."));
    case StatementKind::Other:
    case StatementKind::SessionSetting:
    case StatementKind::CopyFromStdin:
        break;
    }
    return {};
}

/// The statement's first words in upper case, at most `count`.
QStringList firstWords(QStringView statement, Dialect dialect, int count)
{
    QStringList words;
    Lexer lexer(statement, dialect);
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End && words.size() < count; token = lexer.nextSignificant()) {
        if (token.kind == TokenKind::Word)
            words << token.text.toString().toUpper();
    }
    return words;
}

bool setsForeignKeys(const Statement &statement)
{
    static const QRegularExpression pragma(u"^\\s*PRAGMA\\s+(\\w+\\s*\\.\\s*)?foreign_keys\\s*[=(]"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return statement.kind == StatementKind::SessionSetting && pragma.match(statement.text).hasMatch();
}

} // namespace

bool mayCommitByItself(const Statement &statement, Dialect dialect)
{
    if (!isMySqlFamily(dialect))
        return false;
    // The manual lists what commits; but CALL, EXECUTE, SET STATEMENT ... FOR and compound statements run others. So the other
    // way round: what is known not to.
    static const QSet<QString> never{u"SELECT"_s,  u"INSERT"_s,    u"UPDATE"_s,  u"DELETE"_s,   u"REPLACE"_s, u"WITH"_s,    u"VALUES"_s,     u"TABLE"_s,
                                     u"DO"_s,      u"SHOW"_s,      u"EXPLAIN"_s, u"DESCRIBE"_s, u"DESC"_s,    u"PREPARE"_s, u"DEALLOCATE"_s, u"USE"_s,
                                     u"HANDLER"_s, u"SAVEPOINT"_s, u"RELEASE"_s, u"ROLLBACK"_s, u"KILL"_s,    u"SIGNAL"_s};
    const QString first = firstWords(statement.text, dialect, 1).value(0);
    if (never.contains(first)) // as nearly all of a long script
        return false;
    const QStringList words = firstWords(statement.text, dialect, 4);
    if (first == u"SET")
        return words.value(1) == u"PASSWORD" || words.value(1) == u"STATEMENT" || words.value(1) == u"DEFAULT";
    if (first == u"LOAD")
        return words.value(1) == u"INDEX";
    if (first == u"CREATE" || first == u"DROP")
        return words.value(words.value(1) == u"OR" ? 3 : 1) != u"TEMPORARY";
    return true;
}

QString shortSql(const QString &sql, qsizetype length)
{
    // Only the beginning is looked at: a statement may be megabytes long. Passwords go before it is cut, where they are still known.
    const QString text = withoutPasswords(sql.left(length * 4)).simplified();
    return text.size() <= length && sql.size() <= length * 4 ? text : text.left(length - 1).trimmed() + u'…';
}

QList<Error> stepRefusals(const PlanStep &step, const QList<ScriptProblem> &problems, Dialect dialect)
{
    QList<Error> refusals;
    for (const ScriptProblem &problem : problems)
        refusals << refusal(step, problem.position, problem.message, tr("Correct the file; a text that does not end is not run."));
    for (const PlanStatement &planned : step.statements) {
        if (const std::optional<Error> error = statementRefusal(step, planned.statement, dialect))
            refusals << *error;
    }
    return refusals;
}

QStringList stepNotes(const PlanStep &step, Dialect dialect)
{
    QStringList notes;
    if (step.statements.isEmpty())
        notes << tr("There is no statement in it: only the history changes.");
    if (!step.transaction && !step.statements.isEmpty() && !step.batch && !step.onlineCopy)
        notes << tr("Runs outside a transaction: every statement takes effect at once, and stays if a later one fails.");
    if (step.ownCommits)
        notes << tr("%1 commits its definitions (CREATE, ALTER, DROP and the like) by itself: if a later statement fails, they stay.")
                     .arg(dialectName(dialect));
    if (dialect != Dialect::SQLite || !step.transaction)
        return notes;
    const auto foreignKeys = std::ranges::find_if(step.statements, [](const PlanStatement &p) { return setsForeignKeys(p.statement); });
    if (foreignKeys != step.statements.end())
        notes << tr("PRAGMA foreign_keys (line %1) does nothing inside a transaction. With transaction:false in the marker it takes effect.")
                     .arg(foreignKeys->statement.start.line);
    return notes;
}

QList<Annotation> stepAnnotations(const PlanStep &step, const QString &script, TextPosition start, Dialect dialect, QLatin1StringView word)
{
    if (!script.contains("whimbrel:"_L1) || !script.contains(word))
        return {};
    AnalysisInput input;
    input.text = script;
    input.start = start;
    for (const PlanStatement &planned : step.statements)
        input.statements << planned.statement;
    QList<Annotation> found = annotations(input, dialect);
    found.removeIf([&](const Annotation &annotation) { return annotation.word != word; });
    return found;
}

void resumeStep(PlanStep &step, const JournalSummary &attempt, QList<Error> &refusals)
{
    const bool keepsPart = !step.transaction || step.ownCommits;
    const bool unfinished = attempt.outcome == u"running" || attempt.outcome == u"failed";
    if (!keepsPart || !unfinished || attempt.direction != step.direction)
        return;
    const QString when = attempt.at.toString(Qt::ISODate);
    const int done = attempt.statementsDone;
    if (done > step.statements.size() || (done > 0 && DoneChecksum(step).of(done) != attempt.doneChecksum)) {
        refusals << refusal(step, {},
                            tr("An attempt of %1 left its first %n statement(s) in effect, and the file no longer begins with them.", nullptr, done).arg(when),
                            tr("Bring back these statements and change only what follows; or undo their effect by hand and delete the "
                               "migration's row from Whimbrel's journal."));
        return;
    }
    step.resumeAfter = done;
    step.resumeState = attempt.state;
    if (done > 0)
        step.notes << tr("The first %n statement(s) took effect in an attempt of %1 and are not run again.", nullptr, done).arg(when);
    if (std::ranges::any_of(step.statements.first(done), [](const PlanStatement &p) { return p.statement.kind == StatementKind::SessionSetting; }))
        step.notes << tr("The settings among them (SET, USE, PRAGMA) are made again, as they ended with that session.");
    if (intendedStatement(attempt.state) == done + 1 && done < step.statements.size())
        step.notes << tr("That attempt of %1 had begun statement %2, which may have taken effect too: the run looks before it goes on.").arg(when).arg(done + 1);
}

} // namespace Whimbrel
