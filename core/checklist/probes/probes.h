// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/probe.h"

namespace Whimbrel {

// Each in the file of its name, or of its group; probes.cpp lists them.
std::unique_ptr<Probe> serverRoleProbe();
std::unique_ptr<Probe> driftProbe();
std::unique_ptr<Probe> migrationsAppliedProbe();
std::unique_ptr<Probe> oldTransactionsProbe();
std::unique_ptr<Probe> lockWaitsProbe();
std::unique_ptr<Probe> connectionHeadroomProbe();
std::unique_ptr<Probe> tableSizesProbe();
std::unique_ptr<Probe> invalidIndexesProbe();
std::unique_ptr<Probe> guardsProbe();
std::unique_ptr<Probe> backupProbe();
std::unique_ptr<Probe> healthProbe();
std::unique_ptr<Probe> integrityProbe();
std::unique_ptr<Probe> canWriteProbe();

/// A result of this moment.
ProbeResult probeResult(ProbeResult::State state, const QString &value, const QString &threshold, const QString &message);
/// It could not look: `reason` says what hindered it and what to do.
ProbeResult unknownResult(const QString &reason);
/// Unknown for want of a connection.
ProbeResult notConnected(const ProbeContext &context);
/// Unknown because a question of ours was not answered.
ProbeResult queryFailed(const Error &error);

/// "41 s", "12 min", "3 h", "5 days".
QString durationText(qint64 seconds);
/// "1.2 GiB" as the person's locale writes it.
QString sizeText(qint64 bytes);
/// At most five, and how many more.
QString shortened(const QStringList &texts);
/// The parts of a name as written in SQL: `"my schema".users` is my schema, users. Quotes of every dialect.
QStringList nameParts(const QString &name);

} // namespace Whimbrel
