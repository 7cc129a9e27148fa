// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/proberesult.h"
#include "database/session.h"
#include "project/migrationproject.h"
#include "run/runplan.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace Whimbrel {

/// What a probe may look at. `session` is a browse session and null when there is no connection.
struct ProbeContext
{
    Session *session = nullptr;
    const MigrationProject *project = nullptr;
    const Timeline *timeline = nullptr;
    QList<PlanStep> pending; ///< what `up` would run, for facts about the tables it names
    Target target;           ///< with the password resolved
    std::stop_token stop;
};

/// Answers one question about the target. Stateless; one file each in probes/, one line in probes.cpp.
class Probe
{
public:
    virtual ~Probe() = default;
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    virtual bool appliesTo(Dialect dialect) const = 0;
    /// May take a few seconds; not on the GUI thread. Everything that hinders it is a result, Unknown, with the reason.
    virtual ProbeResult run(const ProbeContext &context) const = 0;
};

const std::vector<std::unique_ptr<Probe>> &probes();
const Probe *probe(QStringView id);

} // namespace Whimbrel
