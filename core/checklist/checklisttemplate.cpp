// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklisttemplate.h"

#include "checklist/checklistfile.h"
#include "checklist/probe.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ChecklistTemplate)
};

ChecklistItem manual(const QString &id, const QString &title, const QString &help)
{
    return {.id = id, .phase = ReleasePhase::Before, .title = title, .help = help, .probe = {}};
}

ChecklistItem probed(const QString &id, const QString &probe, const QString &title, const QString &help)
{
    return {.id = id, .phase = ReleasePhase::Before, .title = title, .help = help, .probe = probe};
}

QList<ChecklistItem> beforeItems()
{
    return {
        manual(u"tested-on-staging"_s, Tr::tr("Tested on staging"),
               Tr::tr("These very files ran to the end on a database like this one, in size too, and the application worked on both sides of the change.")),
        manual(u"rollback-plan"_s, Tr::tr("Rollback plan documented"),
               Tr::tr("It is written down who decides to go back, until when, with which commands, and what is lost by it.")),
        manual(u"team-notified"_s, Tr::tr("Team notified"),
               Tr::tr("Everybody who is called when it goes wrong knows when it starts, how long it takes and where to follow it.")),
        probed(u"backup-verified"_s, u"backup"_s, Tr::tr("Backup verified"),
               Tr::tr("A recent backup exists and can be read to its end; that it exists is not enough.")),
        manual(u"off-peak-time"_s, Tr::tr("Off-peak time selected"),
               Tr::tr("The load is low for at least twice the longest estimate.")),
        probed(u"right-server"_s, u"server-role"_s, Tr::tr("Right server, right role"),
               Tr::tr("The server takes writes: not a standby, not read-only.")),
        probed(u"no-drift"_s, u"drift"_s, Tr::tr("Applied files unchanged"),
               Tr::tr("The files say what was applied; a file that was edited since describes another database than this one.")),
        probed(u"old-transactions"_s, u"old-transactions"_s, Tr::tr("No old transactions"),
               Tr::tr("A statement that needs a strong lock waits for the oldest transaction, and everybody else waits behind it.")),
        probed(u"connection-headroom"_s, u"connection-headroom"_s, Tr::tr("Connections to spare"),
               Tr::tr("Requests that queue behind a lock fill the connections.")),
        probed(u"table-sizes"_s, u"table-sizes"_s, Tr::tr("Sizes of the tables concerned"),
               Tr::tr("A rewrite or a scan takes as long as the table is big.")),
        probed(u"guards"_s, u"guards"_s, Tr::tr("Guards set for the run"),
               Tr::tr("A statement that waits for a lock gives up before others pile up behind it.")),
        probed(u"invalid-indexes"_s, u"invalid-indexes"_s, Tr::tr("No invalid indexes"),
               Tr::tr("What a failed CREATE INDEX CONCURRENTLY leaves behind costs writes and serves no reads.")),
        probed(u"integrity"_s, u"integrity"_s, Tr::tr("Database file sound"),
               Tr::tr("A damaged file gets worse by being rewritten.")),
        probed(u"can-write"_s, u"can-write"_s, Tr::tr("Nobody keeps the file locked"),
               Tr::tr("A migration needs to be the only writer.")),
    };
}

QList<ChecklistItem> duringItems()
{
    return {
        manual(u"query-performance"_s, Tr::tr("Query performance monitored"),
               Tr::tr("The application's slow and frequent queries keep their times while the migration runs.")),
        manual(u"lock-contention"_s, Tr::tr("Lock contention watched"), Tr::tr("The Locks pane shows who waits for whom.")),
        manual(u"progress"_s, Tr::tr("Progress tracked"), Tr::tr("Long statements move, and the end is in sight of the time planned.")),
        probed(u"lock-waits"_s, u"lock-waits"_s, Tr::tr("Nobody waits for a lock"),
               Tr::tr("Sessions that wait for a lock are requests that hang.")),
        probed(u"connections-during"_s, u"connection-headroom"_s, Tr::tr("Connections to spare during the run"),
               Tr::tr("Requests that queue behind a lock fill the connections.")),
    };
}

QList<ChecklistItem> afterItems()
{
    return {
        manual(u"schema-verified"_s, Tr::tr("Schema changes verified"),
               Tr::tr("Columns, indexes, constraints and rights are as the migrations say, for the application's role too.")),
        probed(u"all-applied"_s, u"migrations-applied"_s, Tr::tr("Everything applied, nothing failed"),
               Tr::tr("The history says what the files say.")),
        probed(u"application-health"_s, u"health"_s, Tr::tr("Application health checked"),
               Tr::tr("The application answers, and its errors are not more than before.")),
        manual(u"data-integrity"_s, Tr::tr("Data integrity validated"),
               Tr::tr("Counts and sums that must not change did not; those that must change did.")),
        probed(u"invalid-indexes-after"_s, u"invalid-indexes"_s, Tr::tr("No invalid indexes left behind"),
               Tr::tr("What a failed CREATE INDEX CONCURRENTLY leaves behind costs writes and serves no reads.")),
        probed(u"integrity-after"_s, u"integrity"_s, Tr::tr("Database file sound after the run"),
               Tr::tr("The file reads back whole.")),
        manual(u"documentation"_s, Tr::tr("Documentation updated"),
               Tr::tr("Schema documents, diagrams and runbooks describe the new state.")),
    };
}
} // namespace

QString releasePhaseId(ReleasePhase phase)
{
    switch (phase) {
    case ReleasePhase::Before:
        return u"before"_s;
    case ReleasePhase::During:
        return u"during"_s;
    case ReleasePhase::After:
        return u"after"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString releasePhaseName(ReleasePhase phase)
{
    switch (phase) {
    case ReleasePhase::Before:
        return Tr::tr("Before");
    case ReleasePhase::During:
        return Tr::tr("During");
    case ReleasePhase::After:
        return Tr::tr("After");
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<ReleasePhase> releasePhaseFromId(QStringView id)
{
    for (ReleasePhase phase : allReleasePhases) {
        if (releasePhaseId(phase) == id)
            return phase;
    }
    return std::nullopt;
}

const ChecklistItem *ChecklistTemplate::item(QStringView id) const
{
    const auto found = std::ranges::find_if(items, [&](const ChecklistItem &each) { return each.id == id; });
    return found == items.cend() ? nullptr : &*found;
}

ChecklistTemplate ChecklistTemplate::forDialect(Dialect dialect) const
{
    ChecklistTemplate filtered = *this;
    filtered.items.removeIf([&](const ChecklistItem &each) {
        const Probe *answers = each.isManual() ? nullptr : probe(each.probe);
        return answers && !answers->appliesTo(dialect);
    });
    return filtered;
}

QJsonObject ChecklistTemplate::toJson() const
{
    QJsonArray array;
    for (const ChecklistItem &each : items) {
        QJsonObject object{{u"id"_s, each.id}, {u"phase"_s, releasePhaseId(each.phase)}, {u"title"_s, each.title}};
        if (!each.help.isEmpty())
            object.insert(u"help"_s, each.help);
        if (!each.probe.isEmpty())
            object.insert(u"probe"_s, each.probe);
        array << object;
    }
    return {{u"name"_s, name}, {u"items"_s, array}};
}

Result<ChecklistTemplate> ChecklistTemplate::fromJson(const QJsonObject &object)
{
    ChecklistTemplate result;
    result.name = object.value("name"_L1).toString();
    const QJsonArray array = object.value("items"_L1).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject each = value.toObject();
        const std::optional<ReleasePhase> phase = releasePhaseFromId(each.value("phase"_L1).toString());
        ChecklistItem item{.id = each.value("id"_L1).toString(),
                           .phase = phase.value_or(ReleasePhase::Before),
                           .title = each.value("title"_L1).toString(),
                           .help = each.value("help"_L1).toString(),
                           .probe = each.value("probe"_L1).toString()};
        if (!phase || item.id.isEmpty() || item.title.isEmpty() || result.item(item.id))
            return failure(ErrorKind::Project, Tr::tr("an item of its checklist has no id, title or phase of its own"));
        result.items << item;
    }
    if (result.items.isEmpty())
        return failure(ErrorKind::Project, Tr::tr("its checklist is empty"));
    return result;
}

ChecklistTemplate ChecklistTemplate::standard()
{
    const auto inPhase = [](QList<ChecklistItem> items, ReleasePhase phase) {
        for (ChecklistItem &each : items)
            each.phase = phase;
        return items;
    };
    return {.name = u"standard"_s,
            .items = inPhase(beforeItems(), ReleasePhase::Before) + inPhase(duringItems(), ReleasePhase::During)
                + inPhase(afterItems(), ReleasePhase::After)};
}

Result<ChecklistTemplate> ChecklistTemplate::load(const QDir &projectFolder)
{
    const QString file = u".whimbrel/checklist.toml"_s;
    if (!projectFolder.exists(file))
        return standard();
    return readChecklistFile(projectFolder.filePath(file), file);
}

} // namespace Whimbrel
