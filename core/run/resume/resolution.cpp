// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/resume/resolution.h"

#include "project/formats/historytable.h"
#include "run/record/journal.h"
#include "run/record/runidentity.h"
#include "run/runlock.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// What the journal says of it from now on: an attempt that is over.
Result<JournalSummary> entryOf(const MigrationProject &project, Session &session, const Migration &migration, Resolution resolution)
{
    const Result<MigrationScripts> scripts = project.format().read(migration);
    if (!scripts)
        return std::unexpected(scripts.error());
    JournalSummary entry;
    entry.version = migration.version;
    entry.outcome = resolution == Resolution::Applied ? u"applied"_s : u"reverted"_s;
    entry.direction = resolution == Resolution::Applied ? Direction::Up : Direction::Down;
    entry.checksum = scripts->checksum.value();
    entry.at = QDateTime::currentDateTimeUtc();
    entry.by = performer(session);
    entry.durationMs = -1;
    entry.runId = newRunId();
    entry.message = tr("Settled by hand.");
    return entry;
}

Result<> writeHistory(const HistoryTable &history, Session &session, const Migration &migration, const AppliedMigration *row, Resolution resolution)
{
    const bool isApplied = row && !row->failed;
    if (isApplied == (resolution == Resolution::Applied))
        return {};
    // A row that says "failed" goes before another takes its place.
    Result<> written = row ? history.recordReverted(session, migration) : Result<>();
    if (written && resolution == Resolution::Applied)
        written = history.recordApplied(session, migration);
    return written;
}

bool isUnsettled(const QHash<QString, JournalSummary> &attempts, const QString &version)
{
    const auto attempt = attempts.constFind(version);
    return attempt != attempts.cend() && (attempt->outcome == "running"_L1 || attempt->outcome == "failed"_L1);
}

} // namespace

Result<> resolveMigration(const MigrationProject &project, Session &session, const QString &version, Resolution resolution)
{
    const Migration *migration = project.migration(version);
    if (!migration)
        return failure(ErrorKind::Usage, tr("There is no migration %1.").arg(version), tr("“whimbrel status” lists the versions."));
    const std::unique_ptr<HistoryTable> history = project.format().historyTable(project.configuration(), session.settings());
    const Result<std::unique_ptr<RunLock>> lock = RunLock::acquire(session.settings(), history->name());
    if (!lock)
        return std::unexpected(lock.error());
    const Journal journal(project.configuration().journal, history->name());
    const Result<Journal::State> state = journal.state(session);
    if (!state)
        return std::unexpected(state.error());
    const bool journaled = *state == Journal::State::Present;
    const Result<QList<AppliedMigration>> rows = history->read(session);
    if (!rows)
        return std::unexpected(rows.error());
    const Result<QHash<QString, JournalSummary>> attempts = journaled ? journal.create(session).and_then([&] { return journal.read(session); })
                                                                      : Result<QHash<QString, JournalSummary>>();
    if (!attempts)
        return std::unexpected(attempts.error());
    const auto row = std::ranges::find(*rows, version, &AppliedMigration::version);
    const AppliedMigration *known = row == rows->end() ? nullptr : &*row;
    const bool isApplied = known && !known->failed;
    if (isApplied == (resolution == Resolution::Applied) && !(known && known->failed) && !isUnsettled(*attempts, version)) {
        return failure(ErrorKind::Usage, isApplied ? tr("The migration %1 is applied already.").arg(version) : tr("The migration %1 is not applied.").arg(version),
                       tr("There is nothing to settle."));
    }
    const Result<JournalSummary> entry = entryOf(project, session, *migration, resolution);
    if (!entry)
        return std::unexpected(entry.error());
    const Result<> exists = history->exists(session).and_then([&](bool is) { return is ? Result<>() : history->create(session); });
    const Result<> written = exists.and_then([&] { return session.begin(); })
                                 .and_then([&] { return writeHistory(*history, session, *migration, known, resolution); })
                                 .and_then([&] { return journaled ? journal.finish(session, *entry) : Result<>(); })
                                 .and_then([&] { return session.commit(); });
    if (!written && session.transactionState() != TransactionState::None)
        (void)session.rollback();
    return written;
}

} // namespace Whimbrel
