// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/probes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::Probe)
};
} // namespace

const std::vector<std::unique_ptr<Probe>> &probes()
{
    static const std::vector<std::unique_ptr<Probe>> list = [] {
        std::vector<std::unique_ptr<Probe>> all;
        all.push_back(driftProbe());
        all.push_back(migrationsAppliedProbe());
        return all;
    }();
    return list;
}

const Probe *probe(QStringView id)
{
    const auto found = std::ranges::find_if(probes(), [&](const auto &each) { return each->id() == id; });
    return found == probes().end() ? nullptr : found->get();
}

ProbeResult probeResult(ProbeResult::State state, const QString &value, const QString &threshold, const QString &message)
{
    return {.state = state, .value = value, .threshold = threshold, .message = message, .at = QDateTime::currentDateTimeUtc()};
}

ProbeResult unknownResult(const QString &reason)
{
    return probeResult(ProbeResult::State::Unknown, {}, {}, reason);
}

ProbeResult notConnected()
{
    return unknownResult(Tr::tr("There is no connection to the database."));
}

ProbeResult queryFailed(const Error &error)
{
    return unknownResult(Tr::tr("The database did not answer: %1").arg(error.toString()));
}

} // namespace Whimbrel
