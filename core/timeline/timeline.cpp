// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeline.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

// A file's name as it sorts in its format: a version stands before every name that begins with it.
QByteArray sortKey(const Migration &migration)
{
    return (migration.file.isEmpty() ? migration.version : migration.displayFile.section(u'/', -1)).toUtf8();
}

// Joins in one pass over each list; the states that depend on what comes later (out of order) in a second.
class TimelineBuilder
{
public:
    TimelineBuilder(const MigrationProject &project, const QHash<QString, JournalSummary> &journal, const QHash<QString, FileFacts> &files)
        : m_project(project), m_journal(journal), m_files(files)
    {
    }

    Timeline build(const QList<AppliedMigration> &rows)
    {
        m_rows.reserve(rows.size());
        for (const AppliedMigration &row : rows)
            m_rows.insert(row.version, Row{&row});
        m_timeline.connected = true;
        m_timeline.applied = static_cast<int>(m_rows.size());
        addFiles();
        addRowsWithoutFiles(rows);
        settleStates();
        return std::move(m_timeline);
    }

private:
    struct Row
    {
        const AppliedMigration *applied = nullptr;
        bool hasFile = false;
    };

    void addFiles()
    {
        const QList<Migration> &migrations = m_project.migrations();
        m_timeline.entries.reserve(migrations.size());
        for (const Migration &migration : migrations) {
            TimelineEntry entry{.migration = migration};
            fillFromFile(entry);
            if (const auto row = m_rows.find(migration.version); row != m_rows.end()) {
                row->hasFile = true;
                fill(entry, *row->applied);
            }
            fillFromJournal(entry);
            m_timeline.entries << std::move(entry);
        }
    }

    void addRowsWithoutFiles(const QList<AppliedMigration> &rows)
    {
        QList<TimelineEntry> missing;
        for (const AppliedMigration &row : rows) {
            if (m_rows.value(row.version).hasFile)
                continue;
            TimelineEntry entry{.migration = {.version = row.version, .description = row.description}};
            fill(entry, row);
            fillFromJournal(entry);
            missing << std::move(entry);
        }
        if (missing.isEmpty())
            return;
        const auto key = [](const TimelineEntry &entry) { return sortKey(entry.migration); };
        std::ranges::sort(missing, {}, key);
        QList<TimelineEntry> merged;
        merged.reserve(m_timeline.entries.size() + missing.size());
        std::ranges::merge(missing, m_timeline.entries, std::back_inserter(merged), {}, key, key);
        m_timeline.entries = std::move(merged);
    }

    void fillFromFile(TimelineEntry &entry) const
    {
        const auto found = m_files.constFind(entry.migration.version);
        if (found == m_files.cend())
            return;
        entry.migration.checksum = found->checksum;
        entry.migration.phase = found->phase;
        entry.reversible = found->reversible;
        entry.transaction = found->transaction;
    }

    static void fill(TimelineEntry &entry, const AppliedMigration &row)
    {
        entry.applied = !row.failed;
        entry.appliedAt = row.appliedAt;
        entry.durationMs = row.durationMs;
        entry.appliedChecksum = row.checksum;
        entry.batch = row.batch;
        if (row.failed)
            entry.state = MigrationState::Failed;
    }

    // The journal tells of the last attempt that Whimbrel made; the tool may have done something since, and its table wins.
    void fillFromJournal(TimelineEntry &entry) const
    {
        const auto found = m_journal.constFind(entry.migration.version);
        if (found == m_journal.cend())
            return;
        entry.attempt = *found;
        const bool up = found->direction == Direction::Up;
        if (up && entry.applied && found->outcome == "applied"_L1) {
            if (!entry.appliedAt.isValid())
                entry.appliedAt = found->at;
            if (entry.durationMs < 0)
                entry.durationMs = found->durationMs;
            if (entry.appliedChecksum.isEmpty())
                entry.appliedChecksum = found->checksum;
            entry.appliedBy = found->by;
        }
        const bool unfinished = found->outcome == "failed"_L1 || found->outcome == "running"_L1;
        const bool stillMatters = up ? !entry.applied : entry.applied && found->statementsDone > 0;
        if (unfinished && stillMatters) {
            entry.state = MigrationState::Failed;
            entry.statementsDone = found->statementsDone;
            entry.statementsTotal = found->statementsTotal;
        }
    }

    void settleStates()
    {
        QList<TimelineEntry> &entries = m_timeline.entries;
        const auto newest = std::ranges::find_if(entries.rbegin(), entries.rend(), &TimelineEntry::applied);
        const qsizetype newestApplied = entries.rend() - newest; // one past it; 0: none is applied
        const bool strict = m_project.configuration().strictOrder;
        for (qsizetype i = 0; i < entries.size(); ++i) {
            TimelineEntry &entry = entries[i];
            entry.state = state(entry, i < newestApplied);
            m_timeline.pending += !entry.applied && !entry.migration.file.isEmpty();
            m_timeline.problems += isProblem(entry.state, strict);
        }
    }

    static MigrationState state(const TimelineEntry &entry, bool beforeNewest)
    {
        if (entry.state == MigrationState::Failed)
            return MigrationState::Failed;
        if (entry.migration.file.isEmpty())
            return MigrationState::Missing;
        if (!entry.applied)
            return beforeNewest ? MigrationState::OutOfOrder : MigrationState::Pending;
        const bool known = !entry.appliedChecksum.isEmpty() && !entry.migration.checksum.isEmpty();
        return known && entry.appliedChecksum != entry.migration.checksum ? MigrationState::Modified : MigrationState::Applied;
    }

    // A tool that insists on the order will not run anything past one that is out of it.
    static bool isProblem(MigrationState state, bool strict)
    {
        switch (state) {
        case MigrationState::Failed:
        case MigrationState::Missing:
        case MigrationState::Modified:
        case MigrationState::Outdated:
        case MigrationState::Ignored:
            return true;
        case MigrationState::OutOfOrder:
            return strict;
        case MigrationState::Baseline:
        case MigrationState::Applied:
        case MigrationState::Pending:
            return false;
        }
        Q_UNREACHABLE_RETURN(false);
    }

    const MigrationProject &m_project;
    const QHash<QString, JournalSummary> &m_journal;
    const QHash<QString, FileFacts> &m_files;
    QHash<QStringView, Row> m_rows;
    Timeline m_timeline;
};

QList<Migration> migrationsOf(const QList<TimelineEntry> &entries, bool applied)
{
    QList<Migration> found;
    for (const TimelineEntry &entry : entries) {
        if (entry.applied == applied && !entry.migration.file.isEmpty())
            found << entry.migration;
    }
    return found;
}

} // namespace

QString migrationStateId(MigrationState state)
{
    switch (state) {
    case MigrationState::Failed:
        return u"failed"_s;
    case MigrationState::Missing:
        return u"missing"_s;
    case MigrationState::Modified:
        return u"modified"_s;
    case MigrationState::Outdated:
        return u"outdated"_s;
    case MigrationState::OutOfOrder:
        return u"out-of-order"_s;
    case MigrationState::Ignored:
        return u"ignored"_s;
    case MigrationState::Baseline:
        return u"baseline"_s;
    case MigrationState::Applied:
        return u"applied"_s;
    case MigrationState::Pending:
        return u"pending"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString migrationStateName(MigrationState state)
{
    switch (state) {
    case MigrationState::Failed:
        return Text::tr("failed");
    case MigrationState::Missing:
        return Text::tr("file missing");
    case MigrationState::Modified:
        return Text::tr("modified");
    case MigrationState::Outdated:
        return Text::tr("outdated");
    case MigrationState::OutOfOrder:
        return Text::tr("out of order");
    case MigrationState::Ignored:
        return Text::tr("ignored");
    case MigrationState::Baseline:
        return Text::tr("baseline");
    case MigrationState::Applied:
        return Text::tr("applied");
    case MigrationState::Pending:
        return Text::tr("pending");
    }
    Q_UNREACHABLE_RETURN({});
}

void Timeline::addUnreadable(const QList<ProjectProblem> &found)
{
    unreadable << found;
    problems += static_cast<int>(found.size());
}

const TimelineEntry *Timeline::entry(const QString &version) const
{
    const auto found = std::ranges::find_if(entries, [&version](const TimelineEntry &entry) { return entry.migration.version == version; });
    return found == entries.end() ? nullptr : &*found;
}

QList<Migration> Timeline::pendingMigrations() const
{
    return migrationsOf(entries, false);
}

QList<Migration> Timeline::appliedMigrations() const
{
    return migrationsOf(entries, true);
}

Timeline buildTimeline(const MigrationProject &project, const std::optional<QList<AppliedMigration>> &applied,
                       const QHash<QString, JournalSummary> &journal, const QHash<QString, FileFacts> &files)
{
    Timeline timeline = TimelineBuilder(project, journal, files).build(applied.value_or(QList<AppliedMigration>()));
    timeline.connected = applied.has_value();
    return timeline;
}

} // namespace Whimbrel
