// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/failuretext.h"

#include "database/fulldisk.h"
#include "run/resume/interruptedstatement.h"
#include "run/stepchecks.h"
#include "sql/passwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, n);
}

void append(QString &text, const QString &line)
{
    if (line.isEmpty())
        return;
    if (!text.isEmpty())
        text += u'\n';
    text += line;
}

const Statement *statementOf(const FailureState &state)
{
    return state.statement > 0 ? &state.step.statements[state.statement - 1].statement : nullptr;
}

void setPosition(Error &error, const FailureState &state)
{
    error.position.file = state.step.migration.displayFile;
    const Statement *statement = statementOf(state);
    if (statement && error.position.line == 0) {
        error.position.line = statement->start.line;
        error.position.column = statement->start.column;
    }
}

bool isStepwise(const FailureState &state)
{
    return !state.step.transaction || state.step.ownCommits;
}

QString lostCommitText(const FailureState &state)
{
    switch (state.commit) {
    case LostCommit::Committed:
        return tr("The connection was lost while the transaction was committed. A look at the history says: the commit had reached the "
                  "server, the migration is complete.");
    case LostCommit::RolledBack:
        return tr("The connection was lost while the transaction was committed. A look at the history says: the server rolled it back, "
                  "nothing of the migration is in the database.");
    case LostCommit::Unknown:
        break;
    }
    return tr("The connection was lost while the transaction was committed, and the database cannot be asked yet whether it was. The "
              "history will say: it is written in the same transaction.");
}

/// What is in the database now of this migration.
QString stateText(const Error &error, const FailureState &state)
{
    const bool lost = error.kind == ErrorKind::ConnectionLost;
    if (lost && state.committing)
        return lostCommitText(state);
    if (state.batchRows >= 0 && state.effective == 0)
        return tr("%1 rows were changed in batches that are committed and stay; the batch in flight is rolled back. The history does not list the migration yet.").arg(state.batchRows);
    if (state.rollbackError && !lost)
        return tr("The rollback did not take everything back: what the statements before changed may still be in the database.");
    if (state.singleTransaction)
        return rolledBackRunText();
    if (!isStepwise(state) && state.effective > 0)
        return tr("The first %n statement(s) took effect and stay; the history was not written.", nullptr, state.effective);
    if (!isStepwise(state) && lost)
        return tr("The server rolls the migration's transaction back: nothing of it stays in the database, and the history does not list it as done.");
    if (!isStepwise(state))
        return tr("The migration's transaction was rolled back: nothing of it is in the database.");
    if (lost && state.statement > 0)
        return tr("The first %n statement(s) took effect and stay; the one in flight may have, too. The history was not written.", nullptr, state.effective);
    if (state.effective == 0 && state.inPart)
        return tr("It may have committed a part of its work before it failed, and that stays. The history was not written.");
    if (state.effective == 0)
        return tr("None of its statements took effect.");
    const QString before = tr("Its first %n statement(s) took effect and stay; the history was not written.", nullptr, state.effective);
    return state.inPart ? before + u' ' + tr("The one that failed may have committed a part of its work before, which stays, too.") : before;
}

bool isConcurrently(const Statement *statement)
{
    return statement && statement->kind == StatementKind::NoTransaction && statement->text.contains(u"CONCURRENTLY", Qt::CaseInsensitive);
}

/// A disk that is full or failing, a file that may not be written: nothing that another migration text would change.
bool isOfTheSystem(const Error &error, Dialect dialect)
{
    if (dialect == Dialect::PostgreSql) // insufficient resources, system error
        return error.code.startsWith("53"_L1) || error.code.startsWith("58"_L1);
    if (dialect == Dialect::SQLite) {
        const int number = error.code.toInt() & 0xff; // read-only, I/O error
        return number == 8 || number == 10 || isFullDisk(error, dialect);
    }
    const int number = error.code.toInt(); // below 1000: what became of a file
    return (number > 0 && number < 1000) || number == 1878 || isFullDisk(error, dialect);
}

QString wayOn(const Error &error, const FailureState &state)
{
    if (state.batchRows > 0 && state.effective == 0 && state.journaled)
        return tr("Run again to go on from there: the journal knows which rows are done.");
    if (error.kind == ErrorKind::ConnectionLost)
        return state.commit == LostCommit::Committed ? tr("Run again for what is left.") : tr("Run again when the server can be reached.");
    if (state.inPart)
        return settlingHint(state.step);
    if (error.kind == ErrorKind::Cancelled)
        return isStepwise(state) && state.effective > 0 && state.journaled
            ? tr("Run again to go on: the statements that took effect are skipped.")
            : QString();
    if (error.kind == ErrorKind::LockTimeout)
        return tr("Someone else holds a lock that is needed. Run again later, or end the other session (“whimbrel locks” shows it).");
    if (isOfTheSystem(error, state.dialect)) {
        return isStepwise(state) && state.effective > 0 && state.journaled
            ? tr("Run again once that is put right: the statements that took effect are skipped.")
            : tr("Run again once that is put right.");
    }
    if (state.recording)
        return tr("Run again once that is put right.");
    if (!isStepwise(state) || state.effective == 0)
        return tr("Correct the migration and run again.");
    if (state.journaled)
        return tr("Correct statement %1 or what follows and run again: the statements that took effect are skipped.").arg(state.effective + 1);
    return tr("There is no journal to resume from: undo what took effect, or take it out of the file, before you run again.");
}

} // namespace

Error explainFailure(Error error, const FailureState &state)
{
    setPosition(error, state);
    const Statement *statement = statementOf(state);
    if (error.kind == ErrorKind::ConnectionLost)
        error.detail.clear(); // says in general terms what stateText() knows exactly
    if (error.kind == ErrorKind::Cancelled)
        error.message = statement ? tr("Stopped: statement %1 (“%2”) was cancelled.").arg(QString::number(state.statement), shortSql(statement->text))
                                  : tr("Stopped.");
    else if (statement)
        append(error.detail, tr("In statement %1: %2").arg(QString::number(state.statement), shortSql(statement->text, 200)));
    append(error.detail, stateText(error, state));
    if (isConcurrently(statement))
        append(error.detail, tr("An index that CREATE INDEX CONCURRENTLY could not finish stays behind as invalid, until the next run drops it and builds it anew."));
    if (state.rollbackError)
        append(error.detail, state.rollbackError->message);
    if (state.migrationsBefore > 0 && !state.singleTransaction)
        append(error.detail, tr("%n migration(s) of this run were completed before and stay.", nullptr, state.migrationsBefore));
    append(error.hint, wayOn(error, state));
    // The server's words may repeat the statement.
    error.message = withoutPasswords(error.message);
    error.detail = withoutPasswords(error.detail);
    return error;
}

Error explainFailedRunCommit(Error error, LostCommit fate)
{
    if (error.kind != ErrorKind::ConnectionLost) {
        append(error.detail, rolledBackRunText());
        return error;
    }
    switch (fate) {
    case LostCommit::Committed:
        error.detail = tr("The connection was lost while the transaction was committed. A look at the history says: the commit had reached the "
                          "server, the run is complete.");
        break;
    case LostCommit::RolledBack:
        error.detail = tr("The connection was lost while the transaction was committed. A look at the history says: the server rolled it back, "
                          "nothing of the run is in the database.");
        break;
    case LostCommit::Unknown:
        error.detail = tr("The connection was lost while the transaction was committed, and the database cannot be asked yet whether it was. The "
                          "history will say: it is written in the same transaction.");
        break;
    }
    return error;
}

QString rolledBackRunText()
{
    return tr("The run was one transaction and was rolled back: nothing of it is in the database.");
}

} // namespace Whimbrel
