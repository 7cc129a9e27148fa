// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impacttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text, const char *note = nullptr, int n = -1)
{
    return QCoreApplication::translate("Whimbrel", text, note, n);
}

bool isFelt(const Impact &impact)
{
    return !impact.isNew && !impact.invisible && impact.reach > LockReach::Nothing;
}

/// What takes its time under a lock, the worst first.
int costOf(const Impact &impact)
{
    const auto weight = [](Answer answer, int yes) { return answer == Answer::Yes ? yes : answer == Answer::Depends ? yes - 1 : 0; };
    return std::max({weight(impact.rewrite, 6), weight(impact.indexRebuild, 4), weight(impact.scan, 2)});
}

const Impact *strongestOf(const StatementImpact &impact)
{
    const Impact *strongest = nullptr;
    for (const Impact &candidate : impact.relations) {
        if (!isFelt(candidate))
            continue;
        const auto rank = [](const Impact &one) { return std::tuple(one.reach, costOf(one), one.type != ObjectType::Index); };
        if (!strongest || rank(candidate) > rank(*strongest))
            strongest = &candidate;
    }
    return strongest;
}

QString count(qint64 number)
{
    const QLocale locale;
    if (number < 10'000)
        return locale.toString(number);
    if (number < 1'000'000)
        return tr("%1 k", "thousands").arg(locale.toString(double(number) / 1000.0, 'f', number < 100'000 ? 1 : 0));
    if (number < 1'000'000'000)
        return tr("%1 M", "millions").arg(locale.toString(double(number) / 1e6, 'f', number < 100'000'000 ? 1 : 0));
    return tr("%1 G", "thousands of millions").arg(locale.toString(double(number) / 1e9, 'f', 1));
}

bool hasSize(const Estimate &estimate)
{
    return estimate.rows >= 0 || estimate.bytes >= 0;
}

/// "rewrites" or "rewrites 1.2 M rows, 180 MB"
QString withSize(const QString &work, const Estimate &estimate)
{
    return hasSize(estimate) ? tr("%1 %2", "work, and how much there is of it").arg(work, sizeText(estimate)) : work;
}

QString workText(const Impact &impact, const Estimate &estimate)
{
    if (impact.rewrite == Answer::Yes)
        return withSize(tr("rewrites"), estimate);
    if (impact.indexRebuild == Answer::Yes)
        return withSize(tr("rebuilds indexes"), estimate);
    if (impact.rewrite == Answer::Depends)
        return withSize(tr("may rewrite"), estimate);
    if (impact.scan == Answer::Yes)
        return withSize(tr("scans"), estimate);
    if (impact.indexRebuild == Answer::Depends)
        return withSize(tr("may rebuild indexes"), estimate);
    if (impact.scan == Answer::Depends)
        return withSize(tr("may scan"), estimate);
    return {};
}

ImpactNote::Level levelOf(const Impact &impact, const StatementImpact &whole)
{
    using enum ImpactNote::Level;
    if (whole.fails == Answer::Yes)
        return Danger;
    const int cost = costOf(impact);
    const bool certain = cost == 6 || cost == 4 || cost == 2;
    if (cost > 0 && impact.reach == LockReach::ReadsAndWrites)
        return certain ? Danger : Caution;
    if (cost > 0 && impact.reach == LockReach::Writes)
        return cost >= 4 && certain ? Danger : Caution;
    return whole.fails == Answer::Depends ? Caution : Calm;
}

bool writesRows(const StatementAnalysis &statement)
{
    using Kind = Operation::Kind;
    return std::ranges::any_of(statement.reading.operations, [](const Operation &operation) {
        const bool changes = operation.kind == Kind::Update || operation.kind == Kind::Delete || operation.kind == Kind::Merge;
        return changes || (operation.kind == Kind::Insert && !operation.has(Operation::Flag::SingleRow));
    });
}

bool saysNothing(const StatementAnalysis &statement)
{
    using Kind = Operation::Kind;
    return std::ranges::all_of(statement.reading.operations, [](const Operation &operation) {
        switch (operation.kind) {
        case Kind::SetSetting:
        case Kind::Begin:
        case Kind::Commit:
        case Kind::Rollback:
        case Kind::Savepoint:
        case Kind::ReleaseSavepoint:
        case Kind::RollbackToSavepoint:
        case Kind::SetConstraints:
        case Kind::Other:
            return true;
        case Kind::Insert:
            return operation.has(Operation::Flag::SingleRow);
        default:
            return false;
        }
    });
}

void addTransactionRule(ImpactNote &note, const StatementAnalysis &statement)
{
    if (statement.impact.transaction == TransactionRule::Forbidden && statement.inTransaction) {
        note.parts.append(tr("refused in a transaction"));
        note.level = ImpactNote::Level::Danger;
    } else if (statement.impact.transaction == TransactionRule::Required && !statement.inTransaction) {
        note.parts.append(tr("refused outside a transaction"));
        note.level = ImpactNote::Level::Danger;
    }
}

void addFailure(ImpactNote &note, const StatementAnalysis &statement)
{
    if (statement.impact.fails == Answer::Yes)
        note.parts.append(statement.estimate.rows > 0 ? tr("fails on %1").arg(sizeText({.rows = statement.estimate.rows})) : tr("fails"));
    else if (statement.impact.fails == Answer::Depends && note.level != ImpactNote::Level::Danger && !statement.impact.failure.isEmpty())
        note.parts.append(tr("may fail"));
}

/// What is worth a word of SQLite's one lock, which is the whole file's and which every write takes: where it begins.
QStringList fileLockParts(const Impact &lock, const StatementAnalysis &statement)
{
    if (lock.reach != LockReach::Writes)
        return {lock.lock};
    if (std::ranges::any_of(statement.held, [&](const Impact &held) { return held.relation == lock.relation; }))
        return {};
    return {statement.inTransaction ? tr("writers wait until the commit") : tr("writers wait")};
}

/// SQLite: the lock is on the file, the work is on a table.
Impact withWork(Impact lock, const StatementImpact &impact)
{
    for (const Impact &table : impact.relations) {
        if (table.isNew || table.invisible || costOf(table) <= costOf(lock))
            continue;
        lock.rewrite = table.rewrite;
        lock.scan = table.scan;
        lock.indexRebuild = table.indexRebuild;
    }
    return lock;
}

QStringList lockParts(const Impact &strongest, const StatementAnalysis &statement, Dialect dialect)
{
    if (dialect == Dialect::SQLite)
        return fileLockParts(strongest, statement);
    QStringList parts;
    if (isMySqlFamily(dialect) && !statement.impact.algorithm.isEmpty())
        parts << statement.impact.algorithm << "LOCK="_L1 + strongest.lock;
    else
        parts << lockModeName(strongest.lock, strongest.reach);
    if (strongest.reach == LockReach::Writes)
        parts << tr("blocks writes");
    return parts;
}

void addWork(ImpactNote &note, const Impact &felt, const StatementAnalysis &statement, Dialect dialect)
{
    const QString work = workText(felt, statement.estimate);
    if (!work.isEmpty()) {
        note.parts.append(work);
        const QString writes = writesText(statement.estimate);
        if (!writes.isEmpty() && statement.impact.fails != Answer::Yes)
            note.parts.append(writes);
    } else if (statement.impact.waitsForTransactions) {
        note.parts.append(tr("waits for older transactions"));
    } else if (statement.impact.fails != Answer::Yes && felt.reach > LockReach::SchemaChanges) {
        if (dialect != Dialect::SQLite)
            note.parts.append(writesRows(statement) ? tr("until it ends") : tr("instant"));
        else if (note.parts.isEmpty() && !writesRows(statement))
            note.parts.append(tr("instant"));
    }
}

} // namespace

QString ImpactNote::text() const
{
    return parts.join(u" · "_s);
}

ImpactNote impactNote(const StatementAnalysis &statement, Dialect dialect)
{
    ImpactNote note;
    const StatementImpact &impact = statement.impact;
    if (!impact.known) {
        note.parts = {tr("not analysed")};
        note.level = ImpactNote::Level::Caution;
        return note;
    }
    if (saysNothing(statement))
        return note;
    const Impact *strongest = strongestOf(impact);
    if (!strongest) {
        if (impact.waitsForTransactions)
            note.parts.append(tr("waits for older transactions, blocks nobody"));
        else if (!impact.relations.isEmpty() || impact.fails == Answer::Yes)
            note.parts.append(writesRows(statement) ? tr("locks the rows it changes") : tr("nobody waits"));
        addFailure(note, statement);
        addTransactionRule(note, statement);
        if (impact.fails == Answer::Yes)
            note.level = ImpactNote::Level::Danger;
        return note;
    }

    const Impact felt = dialect == Dialect::SQLite ? withWork(*strongest, impact) : *strongest;
    note.level = levelOf(felt, impact);
    note.parts = lockParts(felt, statement, dialect);
    addWork(note, felt, statement, dialect);
    const auto others = std::ranges::count_if(impact.relations, [&](const Impact &other) {
        return &other != strongest && isFelt(other) && other.type == ObjectType::Table && other.reach >= LockReach::Writes;
    });
    if (others > 0)
        note.parts.append(tr("and %n more table(s)", nullptr, int(others)));
    addFailure(note, statement);
    addTransactionRule(note, statement);
    return note;
}

QString lockModeName(const QString &lock, LockReach reach)
{
    if (lock == "NONE"_L1)
        return reach >= LockReach::Writes ? tr("row locks") : u"LOCK=NONE"_s;
    if (!lock.endsWith("Lock"_L1))
        return lock;
    QString name;
    for (const QChar letter : QStringView(lock).chopped(4)) {
        if (letter.isUpper() && !name.isEmpty())
            name.append(u' ');
        name.append(letter.toUpper());
    }
    return name;
}

QString sizeText(const Estimate &estimate)
{
    QStringList parts;
    if (estimate.rows >= 0)
        parts.append(tr("%1 rows").arg(count(estimate.rows)));
    if (estimate.bytes >= 0)
        parts.append(QLocale().formattedDataSize(estimate.bytes, 0, QLocale::DataSizeSIFormat));
    return parts.isEmpty() ? tr("size unknown") : parts.join(", "_L1);
}

QString writesText(const Estimate &estimate)
{
    const double writes = estimate.writesPerSecond;
    if (writes < 0.1)
        return {};
    return tr("%1 writes/s wait").arg(writes < 10 ? QLocale().toString(writes, 'f', 1) : count(qRound64(writes)));
}

QString waitingText(LockReach reach)
{
    switch (reach) {
    case LockReach::Nothing:
        return tr("nobody waits");
    case LockReach::SchemaChanges:
        return tr("schema changes wait");
    case LockReach::Writes:
        return tr("writes wait");
    case LockReach::ReadsAndWrites:
        return tr("reads and writes wait");
    }
    Q_UNREACHABLE_RETURN({});
}

QString impactText(const Impact &impact)
{
    QStringList parts;
    if (!impact.lock.isEmpty()) {
        const QString lock = tr("%1 on %2: %3", "a lock mode, a table, who waits")
                                 .arg(lockModeName(impact.lock, impact.reach), impact.relation.toString(), waitingText(impact.reach));
        parts.append(impact.certain ? lock : tr("possibly %1").arg(lock));
    }
    const auto add = [&](Answer answer, const QString &yes, const QString &depends) {
        if (answer != Answer::No)
            parts.append(answer == Answer::Yes ? yes : depends);
    };
    add(impact.rewrite, tr("every row is written anew"), tr("every row may be written anew"));
    add(impact.indexRebuild, tr("indexes are built again"), tr("indexes may be built again"));
    if (impact.rewrite != Answer::Yes)
        add(impact.scan, tr("every row is read"), tr("every row may be read"));
    if (impact.isNew || impact.invisible)
        parts.append(tr("new, so nobody uses it yet"));
    if (!impact.dependsOn.isEmpty())
        parts.append(impact.dependsOn);
    return parts.join("; "_L1);
}

} // namespace Whimbrel
