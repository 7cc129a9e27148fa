// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/statusreport.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject entryJson(const TimelineEntry &entry)
{
    return {{u"version"_s, entry.migration.version},
            {u"description"_s, entry.migration.description},
            {u"state"_s, migrationStateId(entry.state)},
            {u"file"_s, orNull(entry.migration.displayFile)},
            {u"appliedAt"_s, entry.appliedAt.isValid() ? QJsonValue(entry.appliedAt.toUTC().toString(Qt::ISODate)) : QJsonValue()},
            {u"durationMs"_s, entry.durationMs >= 0 ? QJsonValue(entry.durationMs) : QJsonValue()},
            {u"checksum"_s, orNull(entry.appliedChecksum)},
            {u"reversible"_s, entry.reversible ? QJsonValue(*entry.reversible) : QJsonValue()},
            {u"phase"_s, orNull(phaseId(entry.migration.phase))},
            {u"batch"_s, entry.batch > 0 ? QJsonValue(entry.batch) : QJsonValue()}};
}

QJsonObject problemJson(const ProjectProblem &problem)
{
    const bool isError = problem.severity == ProjectProblem::Severity::Error;
    return {{u"severity"_s, isError ? u"error"_s : u"warning"_s},
            {u"file"_s, orNull(problem.error.position.file)},
            {u"line"_s, problem.error.position.line > 0 ? QJsonValue(problem.error.position.line) : QJsonValue()},
            {u"message"_s, problem.error.message},
            {u"hint"_s, problem.error.hint}};
}

// ANSI: red what needs a person, yellow what up would run, green what is done.
QString colored(const QString &text, int code, bool color)
{
    return color ? u"\x1b[%1m%2\x1b[0m"_s.arg(code).arg(text) : text;
}

int colorOf(MigrationState state)
{
    switch (state) {
    case MigrationState::Failed:
    case MigrationState::Missing:
    case MigrationState::Modified:
    case MigrationState::Outdated:
    case MigrationState::Ignored:
        return 31;
    case MigrationState::OutOfOrder:
    case MigrationState::Pending:
        return 33;
    case MigrationState::Baseline:
    case MigrationState::Applied:
        return 32;
    }
    Q_UNREACHABLE_RETURN(0);
}

QString headLine(const MigrationProject &project, const Timeline &timeline, const StatusSource &source)
{
    const QString title = Text::tr("%1 (%2)").arg(project.name(), project.format().name());
    if (!timeline.connected)
        return Text::tr("%1: not connected to a database").arg(title);
    const QString server = source.dialect ? Text::tr("%1 %2").arg(dialectName(*source.dialect), source.serverVersion) : QString();
    return source.environment.isEmpty() ? Text::tr("%1: %2, %3").arg(title, source.database, server)
                                        : Text::tr("%1: %2, %3, %4").arg(title, source.environment, source.database, server);
}

// What a person asks next about this migration.
QString remark(const TimelineEntry &entry)
{
    if (entry.state == MigrationState::Failed && entry.statementsTotal > 0 && entry.statementsDone > 0)
        return Text::tr("%1 of %2 statements took effect").arg(entry.statementsDone).arg(entry.statementsTotal);
    if (entry.state == MigrationState::Modified)
        return Text::tr("the file was changed after it was applied");
    return entry.appliedAt.isValid() ? entry.appliedAt.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s) : QString();
}

struct Widths
{
    qsizetype state = 0;
    qsizetype version = 0;
    qsizetype description = 0;
};

Widths widthsOf(const Timeline &timeline)
{
    Widths widths;
    for (const TimelineEntry &entry : timeline.entries) {
        widths.state = std::max(widths.state, migrationStateName(entry.state).size());
        widths.version = std::max(widths.version, entry.migration.version.size());
        widths.description = std::max(widths.description, entry.migration.description.size());
    }
    return widths;
}

QString entryLine(const TimelineEntry &entry, const Widths &widths, bool connected, bool color)
{
    QString line = u"  "_s;
    if (connected)
        line += colored(migrationStateName(entry.state).leftJustified(widths.state), colorOf(entry.state), color) + u"  "_s;
    line += entry.migration.version.leftJustified(widths.version) + u"  "_s + entry.migration.description.leftJustified(widths.description);
    line += u"  "_s + remark(entry);
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

QJsonObject statusJson(const MigrationProject &project, const Timeline &timeline, const StatusSource &source)
{
    QJsonArray migrations;
    for (const TimelineEntry &entry : timeline.entries)
        migrations << entryJson(entry);
    QJsonArray projectProblems;
    for (const ProjectProblem &problem : project.problems() + timeline.unreadable)
        projectProblems << problemJson(problem);
    return {{u"project"_s, project.name()},
            {u"format"_s, project.format().id()},
            {u"environment"_s, orNull(source.environment)},
            {u"database"_s, orNull(source.database)},
            {u"dialect"_s, source.dialect ? QJsonValue(dialectId(*source.dialect)) : QJsonValue()},
            {u"serverVersion"_s, orNull(source.serverVersion)},
            {u"connected"_s, timeline.connected},
            {u"applied"_s, timeline.applied},
            {u"pending"_s, timeline.pending},
            {u"problems"_s, timeline.problems},
            {u"migrations"_s, migrations},
            {u"projectProblems"_s, projectProblems}};
}

QString statusText(const MigrationProject &project, const Timeline &timeline, const StatusSource &source, bool color)
{
    QStringList lines{colored(headLine(project, timeline, source), 1, color), QString()};
    const Widths widths = widthsOf(timeline);
    for (const TimelineEntry &entry : timeline.entries)
        lines << entryLine(entry, widths, timeline.connected, color);
    if (timeline.entries.isEmpty())
        lines << Text::tr("There are no migrations yet.");
    lines << QString();
    lines << (timeline.connected ? Text::tr("Applied: %1, pending: %2, problems: %3").arg(timeline.applied).arg(timeline.pending).arg(timeline.problems)
                                 : Text::tr("Migrations: %1").arg(timeline.entries.size()));
    for (const ProjectProblem &problem : project.problems() + timeline.unreadable) {
        const bool isError = problem.severity == ProjectProblem::Severity::Error;
        const QString label = isError ? Text::tr("Error:") : Text::tr("Warning:");
        lines << QString() << colored(label, isError ? 31 : 33, color) + u' ' + problem.error.toString();
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace Whimbrel
