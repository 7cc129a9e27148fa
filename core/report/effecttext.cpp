// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/effecttext.h"

#include "report/locksreport.h"
#include "run/guard/fit/fitcheck.h"
#include "run/onlinecopy/copyalter.h"
#include "safety/annotation.h"
#include "safety/impacttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text, const char *note = nullptr)
{
    return QCoreApplication::translate("Whimbrel", text, note);
}

bool isNew(const Impact &impact)
{
    return impact.isNew || impact.invisible;
}

bool isWork(const Impact &impact)
{
    return !isNew(impact) &&
           (impact.rewrite != Answer::No || impact.scan != Answer::No || impact.indexRebuild != Answer::No);
}

/// An index is locked with its table, of which enough is said.
bool isOfATable(const Impact &impact, const StatementAnalysis &statement)
{
    return impact.type == ObjectType::Index && !isWork(impact)
        && std::ranges::any_of(statement.impact.relations, [&](const Impact &other) {
               return other.type == ObjectType::Table && !isNew(other) && other.reach >= impact.reach;
           });
}

/// From where on writers wait matters, and what the commit does to readers; the lock itself is always the same.
QString fileLockText(const Impact &lock, bool inTransaction)
{
    const bool readersWait = !lock.briefly.isEmpty();
    QString text;
    if (inTransaction) {
        text =
            readersWait
                ? tr("%1: writers wait from here until the commit, readers only while it commits (in WAL mode never)")
                : tr("%1: writers wait from here until the commit, readers never");
    } else {
        text = readersWait ? tr("%1: writers wait while it runs, readers only while it commits (in WAL mode never)")
                           : tr("%1: writers wait while it runs, readers never");
    }
    return text.arg(lock.relation.toString());
}

bool blocksWrites(const Impact &impact)
{
    return !isNew(impact) && impact.blocksWrites();
}

/// A lock and the work under it; with its size and with the traffic that waits, where there is no other to share them
/// with.
QString lockText(const Impact &impact, const StatementAnalysis &statement)
{
    const QString text = impact.lock.isEmpty()
        ? tr("%1: %2", "a table, what is done to it").arg(impact.relation.toString(), impactText(impact))
        : impactText(impact);
    const QList<Impact> &all = statement.impact.relations;
    QStringList numbers;
    if (isWork(impact) && std::ranges::count_if(all, isWork) == 1)
        numbers << sizeText(statement.estimate);
    if (blocksWrites(impact) && std::ranges::count_if(all, blocksWrites) == 1)
        numbers << writesText(statement.estimate);
    numbers.removeAll(QString());
    return numbers.isEmpty() ? text
                             : tr("%1 (%2)", "a lock and its work, how much that is").arg(text, numbers.join("; "_L1));
}

QStringList lockTexts(const StatementAnalysis &statement, Dialect dialect)
{
    QStringList texts;
    for (const Impact &impact : statement.impact.relations) {
        if (isNew(impact) || (impact.reach == LockReach::Nothing && !isWork(impact)) || isOfATable(impact, statement))
            continue;
        if (dialect != Dialect::SQLite || impact.type != ObjectType::Database || impact.reach != LockReach::Writes) {
            texts << lockText(impact, statement);
            continue;
        }
        const bool isHeld =
            std::ranges::any_of(statement.held, [&](const Impact &held) { return held.relation == impact.relation; });
        if (!isHeld)
            texts << fileLockText(impact, statement.inTransaction);
    }
    return texts;
}

/// How much work and traffic it is together, where several tables share them.
QStringList sumTexts(const StatementAnalysis &statement)
{
    const QList<Impact> &all = statement.impact.relations;
    QStringList texts;
    if (std::ranges::count_if(all, isWork) > 1)
        texts << tr("together %1", "the size of several tables").arg(sizeText(statement.estimate));
    if (const QString writes = writesText(statement.estimate);
        !writes.isEmpty() && std::ranges::count_if(all, blocksWrites) > 1)
        texts << tr("together %1", "the size of several tables").arg(writes);
    return texts;
}

/// What the tool's copy does to others, or that there is such a tool.
QStringList copyTexts(const StatementAnalysis &statement, Dialect dialect)
{
    if (!isMySqlFamily(dialect) || statement.impact.algorithm != "COPY"_L1)
        return {};
    if (isAnnotated(statement.statement, "online-copy"_L1))
        return {tr("but on a copy by pt-online-schema-change: others wait only for the moments in which triggers are made and the tables change places")};
    const bool isBig = statement.estimate.rows >= AnalysisSettings().smallTableRows;
    if (!isBig || !CopyAlter::read(statement.statement, dialect))
        return {};
    return {tr("“-- whimbrel: online-copy” above it hands it to pt-online-schema-change, which copies at a pace that can be bounded while others write")};
}

/// MySQL, MariaDB: the work lets others pass, but not its beginning and its end. A run guards MariaDB.
QStringList momentTexts(const StatementAnalysis &statement, Dialect dialect)
{
    const auto isMoment = [](const Impact &impact) { return !isNew(impact) && !impact.briefly.isEmpty() && impact.reach < LockReach::Writes; };
    if (!isMySqlFamily(dialect) || std::ranges::none_of(statement.impact.relations, isMoment))
        return {};
    if (statement.impact.algorithm == "INSTANT"_L1)
        return {tr("nobody else may use the table for a moment")};
    if (dialect == Dialect::MySql)
        return {tr("nobody else may use the table for a moment when it begins, and again when it ends")};
    return {tr("nobody else may use the table for a moment when it begins, and again when it ends: there others may have to wait for up to %1, because to "
               "cancel it then would lose the work")
                .arg(durationText(budgetAtEnd))};
}

bool changesRows(const StatementReading &reading)
{
    return std::ranges::any_of(reading.operations, [](const Operation &operation) {
        return operation.kind == OperationKind::Update || operation.kind == OperationKind::Delete;
    });
}

/// MySQL, MariaDB: a statement that is cancelled keeps its rows locked until all are restored, so that cancelling it late helps nobody.
QStringList rowTexts(const StatementAnalysis &statement, Dialect dialect)
{
    const auto isSeen = [](const Impact &impact) { return impact.role == Impact::Role::Target && !isNew(impact); };
    if (!isMySqlFamily(dialect) || !changesRows(statement.reading) || isAnnotated(statement.statement, "batch"_L1)
        || std::ranges::none_of(statement.impact.relations, isSeen))
        return {};
    const auto change = leastDuration({.kind = HeavyWork::Kind::Rows, .relation = {}, .size = statement.estimate});
    if (2 * change <= usualBudget({}, Dialect::MariaDb)) // while they are restored, too
        return {};
    return {tr("the rows it changes stay locked until the end: if it is all of them, whoever needs one may wait for %1 or more, and for as long again where it is "
               "cancelled, until they are restored")
                .arg(durationText(change)),
            tr("“-- whimbrel: batch” above it, as the only statement of a section without a transaction, changes them a few at a time")};
}

} // namespace

QStringList effectTexts(const StatementAnalysis &statement, Dialect dialect)
{
    const StatementImpact &impact = statement.impact;
    if (!impact.known)
        return {tr("not analysed")};
    QStringList texts = lockTexts(statement, dialect) + sumTexts(statement);
    texts << momentTexts(statement, dialect) << rowTexts(statement, dialect) << copyTexts(statement, dialect);
    if (impact.waitsForTransactions)
        texts << tr("waits for older transactions");
    if (impact.fails == Answer::Yes)
        texts << (impact.failure.isEmpty() ? tr("fails") : tr("fails: %1").arg(impact.failure));
    else if (impact.fails == Answer::Depends && !impact.failure.isEmpty())
        texts << tr("may fail: %1").arg(impact.failure);
    return texts;
}

QString earlierRunText(const EarlierRun &run)
{
    const QString time = durationText(std::chrono::milliseconds(run.ms));
    const QString day = QLocale().toString(run.at.toLocalTime().date(), tr("d MMM yyyy", "format of a date"));
    if (!run.at.isValid())
        return run.environment.isEmpty() ? tr("took %1 before").arg(time)
                                         : tr("took %1 on %2").arg(time, run.environment);
    return run.environment.isEmpty()
               ? tr("took %1 on %2", "a duration, a date").arg(time, day)
               : tr("took %1 on %2, %3", "a duration, an environment, a date").arg(time, run.environment, day);
}

} // namespace Whimbrel
