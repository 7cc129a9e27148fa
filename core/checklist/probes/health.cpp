// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/probes.h"
#include "network/network.h"
#include "network/webaddress.h"

#include <QCoreApplication>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::HealthProbe)
};

constexpr auto timeLimit = 10s;
constexpr qint64 warningMilliseconds = 2000;

QString threshold()
{
    return Tr::tr("status 200 to 299; warning over %1 ms, failed over %2").arg(warningMilliseconds).arg(durationText(timeLimit.count()));
}

class HealthProbe final : public Probe
{
public:
    QString id() const override { return u"health"_s; }
    QString title() const override { return Tr::tr("Application answers"); }
    bool appliesTo(Dialect) const override { return true; }
    bool usesSession() const override { return false; }

    ProbeResult run(const ProbeContext &context) const override
    {
        const Target &target = context.target();
        if (target.healthUrl.isEmpty())
            return probeResult(State::Manual, {}, threshold(),
                               Tr::tr("No health page is named, so a person has to look. With health-url = \"URL\" in [environment.%1] of "
                                      "whimbrel.toml Whimbrel does.").arg(target.environment));
        const std::optional<QUrl> url = readWebAddress(target.healthUrl);
        if (!url)
            return unknownResult(Tr::tr("The health-url is not an address that begins with http:// or https://."));
        QString error;
        const Network *pages = network(&error);
        if (!pages)
            return unknownResult(Tr::tr("Whimbrel's part that asks web pages does not load: %1").arg(error));
        const HttpAnswer answer = pages->get(*url, timeLimit, context.stop());
        if (context.stop().stop_requested())
            return unknownResult(Tr::tr("Stopped."));
        return judge(shownWebAddress(*url), answer);
    }

private:
    static ProbeResult judge(const QString &url, const HttpAnswer &answer)
    {
        if (answer.status == 0) {
            const QString error = answer.timedOut ? Tr::tr("no answer within %1").arg(durationText(timeLimit.count())) : answer.error;
            return probeResult(State::Failed, url, threshold(), Tr::tr("The application does not answer: %1.").arg(error));
        }
        const QString value = Tr::tr("%1 %2 in %3 ms from %4").arg(answer.status).arg(answer.reason).arg(answer.milliseconds).arg(url);
        if (answer.status < 200 || answer.status > 299)
            return probeResult(State::Failed, value, threshold(), Tr::tr("The application says that it is not well."));
        if (answer.milliseconds > warningMilliseconds)
            return probeResult(State::Warning, value, threshold(), Tr::tr("The application answers slowly."));
        return probeResult(State::Passed, value, threshold(), Tr::tr("The application answers."));
    }
};
} // namespace

std::unique_ptr<Probe> healthProbe()
{
    return std::make_unique<HealthProbe>();
}

} // namespace Whimbrel
