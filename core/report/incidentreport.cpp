// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/incidentreport.h"

#include "report/locksreport.h"
#include "sql/lexer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

constexpr int recordedSessions = 30;

struct IncidentReport
{
    Q_DECLARE_TR_FUNCTIONS(IncidentReport)
};

QString utcText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

/// "4711 shop-api and 2 more"
QString namesOf(const QList<LockSession> &sessions)
{
    if (sessions.isEmpty())
        return {};
    const QString first = sessionTitle(sessions.first());
    return sessions.size() == 1 ? first : IncidentReport::tr("%1 and %n more", nullptr, static_cast<int>(sessions.size()) - 1).arg(first);
}

QJsonObject factsJson(const Incident &incident)
{
    return {{u"since"_s, timeJson(incident.since)},
            {u"until"_s, timeJson(incident.until)},
            {u"worstAt"_s, timeJson(incident.worstAt)},
            {u"longestWaitMs"_s, static_cast<qint64>(incident.longestWait.count())},
            {u"waiting"_s, incident.waiting},
            {u"waitingForUs"_s, incident.waitingForUs},
            {u"becauseOfUs"_s, incident.becauseOfUs},
            {u"watchedToItsEnd"_s, !incident.cutShort}};
}

QString timesText(const Incident &incident)
{
    if (incident.isOn())
        return IncidentReport::tr("Since %1.").arg(utcText(incident.since));
    return incident.cutShort
               ? IncidentReport::tr("From %1 until at least %2, when the locks were watched no more.").arg(utcText(incident.since), utcText(incident.until))
               : IncidentReport::tr("From %1 until %2.").arg(utcText(incident.since), utcText(incident.until));
}

} // namespace

QString incidentDuration(const Incident &incident, const QDateTime &now)
{
    return durationText(milliseconds(std::max<qint64>(0, incident.since.msecsTo(incident.isOn() ? now : incident.until))));
}

QString incidentSummary(const Incident &incident)
{
    const QString longest = durationText(incident.longestWait);
    const QString behind = namesOf(incident.inTheWay);
    if (incident.becauseOfUs && behind.isEmpty())
        return IncidentReport::tr("%n session(s) waited up to %1, because of this run.", nullptr, incident.waiting).arg(longest);
    if (incident.becauseOfUs)
        return IncidentReport::tr("%n session(s) waited up to %1, also because of this run; first in the way was %2.", nullptr, incident.waiting)
            .arg(longest, behind);
    if (behind.isEmpty())
        return IncidentReport::tr("%n session(s) waited up to %1.", nullptr, incident.waiting).arg(longest);
    return IncidentReport::tr("%n session(s) waited up to %1 behind %2.", nullptr, incident.waiting).arg(longest, behind);
}

QString incidentText(const Incident &incident)
{
    return timesText(incident) + u'\n' + incidentSummary(incident) + u'\n'
         + IncidentReport::tr("At its worst, %1:").arg(utcText(incident.worstAt)) + u'\n'
         + locksText(incident.worst, buildBlockingTree(incident.worst));
}

QJsonObject incidentJson(const Incident &incident)
{
    QJsonObject object = factsJson(incident);
    object.insert(u"locks"_s, locksJson(incident.worst, buildBlockingTree(incident.worst)));
    return object;
}

QJsonObject incidentRecord(const Incident &incident, Dialect dialect)
{
    LockSample sample = incident.worst;
    for (LockSession &session : sample.sessions)
        session.query = withoutLiterals(session.query, dialect);
    const BlockingTree tree = buildBlockingTree(sample);
    QString text = locksText(sample, firstRows(tree, recordedSessions));
    if (const int hidden = rowCount(tree) - recordedSessions; hidden > 0)
        text += IncidentReport::tr("and %n more session(s)", nullptr, hidden) + u'\n';
    QJsonObject object = factsJson(incident);
    object.insert(u"tree"_s, text);
    return object;
}

QString withoutLiterals(const QString &statement, Dialect dialect)
{
    QString text;
    Lexer lexer(statement, dialect);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        const bool parameter = text.endsWith(u'$'); // "$1"
        if (token.kind == TokenKind::String || (token.kind == TokenKind::Number && !parameter))
            text += u'?';
        else if (token.kind == TokenKind::LineComment || token.kind == TokenKind::BlockComment)
            text += u' ';
        else
            text += token.text;
    }
    return text;
}

} // namespace Whimbrel
