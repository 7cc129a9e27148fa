// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/probes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::Probe)
};

constexpr qsizetype shownTexts = 5;
} // namespace

const std::vector<std::unique_ptr<Probe>> &probes()
{
    static const std::vector<std::unique_ptr<Probe>> list = [] {
        std::vector<std::unique_ptr<Probe>> all;
        all.push_back(serverRoleProbe());
        all.push_back(driftProbe());
        all.push_back(migrationsAppliedProbe());
        all.push_back(oldTransactionsProbe());
        all.push_back(lockWaitsProbe());
        all.push_back(connectionHeadroomProbe());
        all.push_back(tableSizesProbe());
        all.push_back(invalidIndexesProbe());
        all.push_back(guardsProbe());
        all.push_back(backupProbe());
        all.push_back(healthProbe());
        all.push_back(integrityProbe());
        all.push_back(canWriteProbe());
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

ProbeResult notConnected(const ProbeContext &context)
{
    if (context.connectionError())
        return unknownResult(context.connectionError()->toString());
    return unknownResult(Tr::tr("There is no connection to the database."));
}

ProbeResult queryFailed(const Error &error)
{
    return unknownResult(Tr::tr("The database did not answer this question: %1").arg(error.toString()));
}

QString durationText(qint64 seconds)
{
    if (seconds < 120)
        return Tr::tr("%1 s").arg(seconds);
    if (seconds < 2 * 3600)
        return Tr::tr("%1 min").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return Tr::tr("%1 h").arg(seconds / 3600);
    return Tr::tr("%n day(s)", nullptr, static_cast<int>(seconds / 86'400));
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

QString shortened(const QStringList &texts)
{
    if (texts.size() <= shownTexts)
        return texts.join(", "_L1);
    return Tr::tr("%1 and %n more", nullptr, static_cast<int>(texts.size() - shownTexts)).arg(texts.first(shownTexts).join(", "_L1));
}

QStringList nameParts(const QString &name)
{
    QStringList parts{QString()};
    QChar closing;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        if (!closing.isNull()) {
            if (c != closing)
                parts.last() += c;
            else if (i + 1 < name.size() && name.at(i + 1) == closing)
                parts.last() += name.at(++i);
            else
                closing = {};
        } else if (c == u'"' || c == u'`') {
            closing = c;
        } else if (c == u'[') {
            closing = u']';
        } else if (c == u'.') {
            parts << QString();
        } else if (!c.isSpace()) {
            parts.last() += c;
        }
    }
    return parts;
}

} // namespace Whimbrel
