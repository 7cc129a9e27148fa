// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/probe.h"

namespace Whimbrel {

// Each in the file of its name; probes.cpp lists them.
std::unique_ptr<Probe> driftProbe();
std::unique_ptr<Probe> migrationsAppliedProbe();

/// A result of this moment.
ProbeResult probeResult(ProbeResult::State state, const QString &value, const QString &threshold, const QString &message);
/// It could not look: `reason` says what hindered it and what to do.
ProbeResult unknownResult(const QString &reason);
/// Unknown for want of a connection.
ProbeResult notConnected();
/// Unknown because a statement of ours failed.
ProbeResult queryFailed(const Error &error);

} // namespace Whimbrel
