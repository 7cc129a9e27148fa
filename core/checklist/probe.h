// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/checklisttemplate.h"
#include "checklist/proberesult.h"
#include "database/session.h"
#include "project/migrationproject.h"
#include "run/runplan.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace Whimbrel {

/// What probes may look at; what costs a query is read when the first probe asks, and once. Used on one thread.
class ProbeContext
{
public:
    /// `session` is a browse session of the target, null where there is none; `connectionError` says why.
    ProbeContext(const MigrationProject &project, Target target, Session *session, std::stop_token stop = {},
                 std::optional<Error> connectionError = {});

    const MigrationProject &project() const { return m_project; }
    const Target &target() const { return m_target; } ///< with the password resolved
    Session *session() const { return m_session; }
    const std::optional<Error> &connectionError() const { return m_connectionError; }
    const std::stop_token &stop() const { return m_stop; }

    const Result<Timeline> &timeline() const;
    /// What `up` would run.
    const Result<QList<PlanStep>> &pending() const;
    /// The tables that pending statements name, as written, each once. May name too much, see namedTables().
    Result<QStringList> pendingTables() const;

    /// For a caller that knows them already.
    void setTimeline(const Timeline &timeline) { m_timeline = timeline; }
    void setPending(const QList<PlanStep> &steps) { m_pending = steps; }

private:
    const MigrationProject &m_project;
    Target m_target;
    Session *m_session;
    std::stop_token m_stop;
    std::optional<Error> m_connectionError;
    mutable std::optional<Result<Timeline>> m_timeline;
    mutable std::optional<Result<QList<PlanStep>>> m_pending;
};

/// Answers one question about the target. Stateless; one file each in probes/, one line in probes.cpp.
class Probe
{
public:
    virtual ~Probe() = default;
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    virtual bool appliesTo(Dialect dialect) const = 0;
    /// False for what reads files or the network and may take long: such a probe need not keep a session busy.
    virtual bool usesSession() const { return true; }
    /// May take a few seconds; not on the GUI thread. Everything that hinders it is a result, Unknown, with the reason.
    virtual ProbeResult run(const ProbeContext &context) const = 0;
};

const std::vector<std::unique_ptr<Probe>> &probes();
const Probe *probe(QStringView id);

/// A probe's answer to one item of a checklist.
struct ItemAnswer
{
    QString item;
    ProbeResult result;
};

/// Runs the probes of `items`, each probe once though two items share it; manual items are left out. After `stop` the rest
/// is left out. Not on the GUI thread.
QList<ItemAnswer> runChecks(const QList<ChecklistItem> &items, const ProbeContext &context);

} // namespace Whimbrel
