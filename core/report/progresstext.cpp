// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/progresstext.h"

#include "report/batchtext.h"
#include "report/locksreport.h"
#include "run/guard/guardtext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Sample = ProgressSample;

constexpr qint64 slowAnswer = 1000; // ms

struct ProgressReport
{
    Q_DECLARE_TR_FUNCTIONS(ProgressReport)
};

QString sourceText(Sample::Source source)
{
    switch (source) {
    case Sample::Source::Phases:
        return ProgressReport::tr("estimate from the server's phases");
    case Sample::Source::FileGrowth:
        return ProgressReport::tr("growth of the file");
    case Sample::Source::DatabaseGrowth:
        return ProgressReport::tr("rough: growth of the whole database");
    case Sample::Source::Stages:
        return ProgressReport::tr("the server's own stages");
    case Sample::Source::None:
        break;
    }
    return {};
}

QString sourceId(Sample::Source source)
{
    switch (source) {
    case Sample::Source::Phases:
        return u"phases"_s;
    case Sample::Source::FileGrowth:
        return u"file-growth"_s;
    case Sample::Source::DatabaseGrowth:
        return u"database-growth"_s;
    case Sample::Source::Stages:
        return u"stages"_s;
    case Sample::Source::None:
        break;
    }
    return {};
}

QString unitId(Sample::Unit unit)
{
    switch (unit) {
    case Sample::Unit::Blocks:
        return u"blocks"_s;
    case Sample::Unit::Rows:
        return u"rows"_s;
    case Sample::Unit::Bytes:
        return u"bytes"_s;
    case Sample::Unit::Sessions:
        return u"sessions"_s;
    case Sample::Unit::None:
        break;
    }
    return {};
}

QString countText(const Sample &sample)
{
    if (sample.done < 0 || sample.unit == Sample::Unit::None)
        return {};
    const QLocale locale;
    const bool bytes = sample.unit == Sample::Unit::Bytes;
    const QString done = bytes ? locale.formattedDataSize(sample.done, 1) : locale.toString(sample.done);
    const QString total = bytes ? locale.formattedDataSize(sample.total, 1) : locale.toString(sample.total);
    const bool isTotalKnown = sample.total >= 0;
    switch (sample.unit) {
    case Sample::Unit::Blocks:
        return isTotalKnown ? ProgressReport::tr("%1 of %2 blocks").arg(done, total) : ProgressReport::tr("%1 blocks").arg(done);
    case Sample::Unit::Rows:
        return isTotalKnown ? ProgressReport::tr("%1 of %2 rows").arg(done, total) : ProgressReport::tr("%1 rows").arg(done);
    case Sample::Unit::Bytes:
        return isTotalKnown ? ProgressReport::tr("%1 of %2").arg(done, total) : ProgressReport::tr("%1 written").arg(done);
    case Sample::Unit::Sessions:
        return isTotalKnown ? ProgressReport::tr("%1 of %2 sessions gone by").arg(done, total) : QString();
    case Sample::Unit::None:
        break;
    }
    return {};
}

} // namespace

QString lockerText(const StatementProgress &progress)
{
    if (!progress.sample.locker)
        return {};
    const ProgressLocker &locker = *progress.sample.locker;
    const QString who = sessionName({locker.pid, {}}, locker.application, locker.user);
    if (locker.state.isEmpty())
        return ProgressReport::tr("waits for %1").arg(who);
    if (locker.ageMs < 0)
        return ProgressReport::tr("waits for %1, %2", "session, its state").arg(who, locker.state);
    return ProgressReport::tr("waits for %1, %2, in a transaction for %3", "session, its state, a duration")
        .arg(who, locker.state, durationText(std::chrono::milliseconds(locker.ageMs)));
}

QString heartbeatText(const StatementProgress &progress)
{
    if (!progress.trouble.isEmpty())
        return ProgressReport::tr("there is no monitor session to ask how far it is: %1").arg(progress.trouble);
    if (progress.silentSince.isValid())
        return ProgressReport::tr("the server has not answered the monitor since %1").arg(progress.silentSince.toLocalTime().toString(u"HH:mm:ss"));
    if (progress.answerMs >= slowAnswer)
        return ProgressReport::tr("the server is slow: it took %1 to answer the monitor").arg(durationText(std::chrono::milliseconds(progress.answerMs)));
    return {};
}

QString progressText(const StatementProgress &progress)
{
    const Sample &sample = progress.sample;
    QStringList parts;
    if (progress.perMille >= 0)
        parts << ProgressReport::tr("%1 % (%2)", "how far, where that is from").arg(QString::number(progress.perMille / 10), sourceText(sample.source));
    if (!sample.phase.isEmpty())
        parts << sample.phase;
    if (const QString count = countText(sample); !count.isEmpty())
        parts << (progress.perMille < 0 && sample.source != Sample::Source::None && sample.source != Sample::Source::Phases
                      ? ProgressReport::tr("%1 (%2)", "a count, where that is from").arg(count, sourceText(sample.source))
                      : count);
    if (progress.leftMs >= 0)
        parts << leftText(progress.leftMs);
    for (const QString &text : {lockerText(progress), heartbeatText(progress)}) {
        if (!text.isEmpty())
            parts << text;
    }
    return parts.join(u", "_s);
}

QJsonObject progressJson(const StatementProgress &progress)
{
    const Sample &sample = progress.sample;
    QJsonObject object;
    const auto insertText = [&object](const QString &key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    const auto insertNumber = [&object](const QString &key, qint64 number) {
        if (number >= 0)
            object.insert(key, number);
    };
    insertNumber(u"perMille"_s, progress.perMille);
    insertText(u"source"_s, sourceId(sample.source));
    insertText(u"phase"_s, sample.phase);
    insertText(u"unit"_s, unitId(sample.unit));
    insertNumber(u"done"_s, sample.done);
    insertNumber(u"total"_s, sample.total);
    insertNumber(u"leftMs"_s, progress.leftMs);
    insertNumber(u"answerMs"_s, progress.answerMs);
    if (progress.silentSince.isValid())
        object.insert(u"silentSince"_s, progress.silentSince.toUTC().toString(Qt::ISODateWithMs));
    insertText(u"trouble"_s, progress.trouble);
    if (sample.locker) {
        QJsonObject locker{{u"pid"_s, sample.locker->pid}};
        if (!sample.locker->application.isEmpty())
            locker.insert(u"application"_s, sample.locker->application);
        if (!sample.locker->user.isEmpty())
            locker.insert(u"user"_s, sample.locker->user);
        if (!sample.locker->state.isEmpty())
            locker.insert(u"state"_s, sample.locker->state);
        if (sample.locker->ageMs >= 0)
            locker.insert(u"ageMs"_s, sample.locker->ageMs);
        object.insert(u"locker"_s, locker);
    }
    return object;
}

} // namespace Whimbrel
