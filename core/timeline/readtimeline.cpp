// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeline.h"

namespace Whimbrel {

namespace {

Result<QHash<QString, JournalSummary>> readJournal(const Journal &journal, Session &session)
{
    const Result<Journal::State> state = journal.state(session);
    if (!state)
        return std::unexpected(state.error());
    return *state == Journal::State::Present ? journal.read(session) : QHash<QString, JournalSummary>();
}

/// Files that the journal knows a hash of; the others cannot be told to be edited, so that they need not be read.
QList<Migration> hashedBefore(const QList<Migration> &migrations, const QHash<QString, JournalSummary> &journal)
{
    QList<Migration> known;
    for (const Migration &migration : migrations) {
        if (journal.contains(migration.version))
            known << migration;
    }
    return known;
}

} // namespace

Result<Timeline> readTimeline(const MigrationProject &project, Session &session, MigrationProject::FileDetail detail)
{
    const std::unique_ptr<HistoryTable> history = project.format().historyTable(project.configuration(), session.settings());
    const Result<QList<AppliedMigration>> applied = history->read(session);
    if (!applied)
        return std::unexpected(applied.error());
    const Result<QHash<QString, JournalSummary>> journal = readJournal(Journal(project.configuration().journal, history->name()), session);
    if (!journal)
        return std::unexpected(journal.error());
    const bool all = detail == MigrationProject::FileDetail::All;
    return buildTimeline(project, *applied, *journal,
                         project.readFiles(all ? project.migrations() : hashedBefore(project.migrations(), *journal), detail, session.dialect()));
}

} // namespace Whimbrel
