// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline knows: do the files still say what was applied, and is everything applied?
#include "checklist/probes/probes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::DriftProbe)
};

QStringList versionsIn(const Timeline &timeline, MigrationState state)
{
    QStringList versions;
    for (const TimelineEntry &entry : timeline.entries) {
        if (entry.state == state)
            versions << entry.migration.version;
    }
    return versions;
}

ProbeResult noTimeline(const ProbeContext &context)
{
    return context.timeline() ? notConnected(context) : unknownResult(context.timeline().error().toString());
}

class DriftProbe final : public Probe
{
public:
    QString id() const override { return u"drift"_s; }
    QString title() const override { return Tr::tr("Applied files unchanged"); }
    bool appliesTo(Dialect) const override { return true; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.timeline() || !context.timeline()->connected)
            return noTimeline(context);
        const Timeline &timeline = *context.timeline();
        const QStringList modified = versionsIn(timeline, MigrationState::Modified);
        const QStringList missing = versionsIn(timeline, MigrationState::Missing);
        const QString threshold = Tr::tr("failed over 0 changed files, warning over 0 missing files");
        if (!modified.isEmpty())
            return probeResult(State::Failed, Tr::tr("%n changed: %1", nullptr, static_cast<int>(modified.size())).arg(shortened(modified)), threshold,
                               Tr::tr("These files were edited after they had been applied. Compare them in the Changes tab, and put further "
                                      "changes into a new migration."));
        if (!missing.isEmpty())
            return probeResult(State::Warning, Tr::tr("%n missing: %1", nullptr, static_cast<int>(missing.size())).arg(shortened(missing)), threshold,
                               Tr::tr("The history names migrations that have no file here. Is this checkout up to date?"));
        return probeResult(State::Passed, Tr::tr("%n applied, none changed", nullptr, timeline.applied), threshold,
                           Tr::tr("Every applied file whose content at that time is known is unchanged."));
    }
};

class MigrationsAppliedProbe final : public Probe
{
public:
    QString id() const override { return u"migrations-applied"_s; }
    QString title() const override { return Tr::tr("Everything applied, nothing failed"); }
    bool appliesTo(Dialect) const override { return true; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.timeline() || !context.timeline()->connected)
            return noTimeline(context);
        const Timeline &timeline = *context.timeline();
        const QString threshold = Tr::tr("failed over 0 failed, warning over 0 pending");
        const QStringList failed = versionsIn(timeline, MigrationState::Failed);
        if (!failed.isEmpty())
            return probeResult(State::Failed, Tr::tr("%n failed: %1", nullptr, static_cast<int>(failed.size())).arg(shortened(failed)), threshold,
                               Tr::tr("A migration stopped half-way. The run's log says which of its statements took effect."));
        if (timeline.pending > 0)
            return probeResult(State::Warning, Tr::tr("%n pending", nullptr, timeline.pending), threshold,
                               Tr::tr("Some migrations have not run. If they belong to a later release, say so in a note."));
        return probeResult(State::Passed, Tr::tr("%n applied, none pending", nullptr, timeline.applied), threshold,
                           Tr::tr("The history holds every migration of the project."));
    }
};
} // namespace

std::unique_ptr<Probe> driftProbe()
{
    return std::make_unique<DriftProbe>();
}

std::unique_ptr<Probe> migrationsAppliedProbe()
{
    return std::make_unique<MigrationsAppliedProbe>();
}

} // namespace Whimbrel
