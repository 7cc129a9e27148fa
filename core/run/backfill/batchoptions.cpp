// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/batchoptions.h"

#include "run/backfill/batchstatement.h"
#include "run/stepchecks.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qlonglong largestBatch = 1'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

QString optionsHint()
{
    return tr("Write “-- whimbrel: batch”, with size=N, pause=25% or pause=50ms, and key=COLUMN where they are wanted.");
}

Error refusal(const PlanStep &step, const Annotation &comment, Error error)
{
    error.position = {.file = step.migration.displayFile, .line = comment.start.line, .column = comment.start.column};
    return error;
}

QStringList columnsOf(const QString &list)
{
    static const QRegularExpression names(u"\"[^\"]*\"|`[^`]*`|[^,\"`]+"_s);
    QStringList columns;
    for (const QRegularExpressionMatch &match : names.globalMatch(list)) {
        const QString name = match.captured();
        const bool quoted = name.startsWith(u'"') || name.startsWith(u'`');
        columns << (quoted ? name.sliced(1).chopped(1) : name);
    }
    return columns;
}

/// The only place where the comment means something: directly above the only statement of a section without a transaction.
Result<> checkPlace(const PlanStep &step, const Annotation &comment)
{
    const auto refuse = [](const QString &message, const QString &hint) { return failure(ErrorKind::Refused, message, hint); };
    if (comment.target != Annotation::Target::Statement)
        return refuse(tr("“batch” stands above no statement."), tr("Write the comment directly above the UPDATE, DELETE or INSERT that it means."));
    if (step.statements.size() > 1) {
        return refuse(tr("A statement in batches has to be the only one of its section: the others would run between rows that are done and rows that are not."),
                      tr("Put it into a migration of its own, or remove the comment."));
    }
    if (step.transaction) {
        return refuse(tr("A statement cannot run in batches inside one transaction: its rows would stay locked to the end all the same."),
                      tr("Let the section run without a transaction, as dbmate's transaction:false behind its marker does, or remove the comment."));
    }
    return {};
}

} // namespace

Result<BatchOptions> readBatchOptions(const QString &text)
{
    static const QRegularExpression words(u"(?:[^\\s\"`]|\"[^\"]*\"|`[^`]*`)+"_s); // names with blanks are quoted
    BatchOptions options;
    for (const QRegularExpressionMatch &match : words.globalMatch(text)) {
        const QString word = match.captured();
        const QString name = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1);
        if (name == "size"_L1 && word.contains(u'=')) {
            bool isNumber = false;
            options.size = value.toLongLong(&isNumber);
            if (!isNumber || options.size < 1 || options.size > largestBatch)
                return failure(ErrorKind::Refused, tr("“%1” is no size of a batch.").arg(value), tr("Write a number from 1 to %1.").arg(largestBatch));
        } else if (name == "pause"_L1 && word.contains(u'=')) {
            options.pause = parseBatchPause(value);
            if (!options.pause)
                return failure(ErrorKind::Refused, tr("“%1” is no pause between batches.").arg(value), optionsHint());
        } else if (name == "key"_L1 && word.contains(u'=')) {
            options.key = columnsOf(value);
            if (options.key.isEmpty())
                return failure(ErrorKind::Refused, tr("“key=” names no column."), optionsHint());
        } else if (word.contains(u'=')) {
            return failure(ErrorKind::Refused, tr("“%1” is nothing that “batch” knows.").arg(name), optionsHint());
        } else {
            break; // from here on it is a remark
        }
    }
    return options;
}

QList<Error> applyBatchComments(PlanStep &step, const QString &script, TextPosition start, Dialect dialect)
{
    QList<Error> refusals;
    for (const Annotation &comment : stepAnnotations(step, script, start, dialect, "batch"_L1)) {
        const Result<BatchOptions> options = checkPlace(step, comment).and_then([&] { return readBatchOptions(comment.rest); });
        if (!options) {
            refusals << refusal(step, comment, options.error());
            continue;
        }
        const Result<BatchStatement> statement = BatchStatement::read(step.statements.first().statement, dialect);
        if (!statement) {
            refusals << refusal(step, comment, statement.error());
            continue;
        }
        step.batch = *options;
        step.notes << tr("Runs in batches, each in a transaction of its own; an interrupted run goes on where it stopped.");
        if (!statement->repeats())
            step.notes << statement->onePassNote();
    }
    return refusals;
}

} // namespace Whimbrel
