// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/release.h"

#include <QTimeZone>

namespace Whimbrel::Test {

/// A checklist of two manual items and one probe before, one item during, one after.
inline ChecklistTemplate smallChecklist()
{
    using namespace Qt::StringLiterals;
    return {.name = u"small"_s,
            .items = {{.id = u"staging"_s, .phase = ReleasePhase::Before, .title = u"Tested"_s, .help = {}, .probe = {}},
                      {.id = u"told"_s, .phase = ReleasePhase::Before, .title = u"Told"_s, .help = {}, .probe = {}},
                      {.id = u"backup"_s, .phase = ReleasePhase::Before, .title = u"Backup"_s, .help = {}, .probe = u"backup"_s},
                      {.id = u"watched"_s, .phase = ReleasePhase::During, .title = u"Watched"_s, .help = {}, .probe = {}},
                      {.id = u"verified"_s, .phase = ReleasePhase::After, .title = u"Verified"_s, .help = {}, .probe = {}}}};
}

inline ProbeResult probeAnswer(ProbeResult::State state, const QDateTime &at = QDateTime::currentDateTimeUtc())
{
    using namespace Qt::StringLiterals;
    return {.state = state, .value = u"41 of 97"_s, .threshold = u"failed over 90"_s, .message = u"What it means."_s, .at = at};
}

/// Events one after the other, a second apart, by anna unless said otherwise.
class ReleaseBuilder
{
public:
    explicit ReleaseBuilder(const ChecklistTemplate &checklist = smallChecklist())
    {
        using namespace Qt::StringLiterals;
        ReleaseEvent started;
        started.kind = ReleaseEvent::Kind::Started;
        started.environment = u"production"_s;
        started.checklist = checklist;
        add(started);
    }

    ReleaseBuilder &add(ReleaseEvent event, const QString &who = QStringLiteral("anna@laptop"))
    {
        ++m_count;
        event.id = QStringLiteral("e%1").arg(m_count, 4, 10, QLatin1Char('0'));
        event.at = QDateTime(QDate(2026, 11, 22), QTime(14, 0), QTimeZone::fromSecondsAheadOfUtc(3600)).addSecs(m_count);
        event.order = event.at.toMSecsSinceEpoch();
        event.who = who;
        m_events << event;
        return *this;
    }

    const QList<ReleaseEvent> &events() const { return m_events; }
    Release release() const { return Release::fold(QStringLiteral("2026-11-22-production"), m_events); }

private:
    QList<ReleaseEvent> m_events;
    int m_count = 0;
};

} // namespace Whimbrel::Test
