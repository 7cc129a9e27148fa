// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinerow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct TimelineTexts
{
    Q_DECLARE_TR_FUNCTIONS(TimelineTexts)
};

NodeShape shapeOf(const TimelineEntry &entry, bool connected)
{
    if (!connected)
        return NodeShape::Unknown;
    switch (entry.state) {
    case MigrationState::Failed:
        return entry.statementsDone > 0 && entry.statementsTotal > 0 ? NodeShape::Partly : NodeShape::Failed;
    case MigrationState::Missing:
        return NodeShape::Missing;
    case MigrationState::Modified:
        return NodeShape::Modified;
    case MigrationState::Outdated:
        return NodeShape::Outdated;
    case MigrationState::OutOfOrder:
        return NodeShape::OutOfOrder;
    case MigrationState::Ignored:
        return NodeShape::Ignored;
    case MigrationState::Baseline:
        return NodeShape::Baseline;
    case MigrationState::Applied:
        return NodeShape::Applied;
    case MigrationState::Pending:
        return NodeShape::Pending;
    }
    return NodeShape::Unknown;
}

/// "2024-01" of "20240115143000"; empty unless a version begins with a year, a month and a day.
QString monthOf(QStringView version)
{
    if (version.size() < 8)
        return {};
    const int month = version.sliced(4, 2).toInt();
    const int year = version.first(4).toInt();
    const bool isDate = QDate::isValid(year, month, version.sliced(6, 2).toInt()) && year >= 1990 && year < 2200;
    return isDate ? u"%1-%2"_s.arg(version.first(4), version.sliced(4, 2)) : QString();
}

} // namespace

ColorRole roleOf(NodeShape shape)
{
    switch (shape) {
    case NodeShape::Applied:
        return ColorRole::Positive;
    case NodeShape::Pending:
    case NodeShape::Next:
    case NodeShape::Running:
        return ColorRole::Active;
    case NodeShape::Partly:
    case NodeShape::Failed:
        return ColorRole::Negative;
    case NodeShape::Modified:
    case NodeShape::OutOfOrder:
    case NodeShape::Outdated:
        return ColorRole::Neutral;
    case NodeShape::Missing:
    case NodeShape::Baseline:
    case NodeShape::Ignored:
    case NodeShape::Unknown:
        break;
    }
    return ColorRole::Inactive;
}

QString TimelineRow::stateText() const
{
    switch (shape) {
    case NodeShape::Next:
        return TimelineTexts::tr("pending, runs next");
    case NodeShape::Running:
        return progress < 0 ? TimelineTexts::tr("running")
                            : TimelineTexts::tr("running, %1 %").arg(static_cast<int>(progress * 100));
    case NodeShape::Partly:
        return TimelineTexts::tr("partly applied, %1 of %n statement(s)", nullptr, entry.statementsTotal)
            .arg(entry.statementsDone);
    case NodeShape::Modified:
        return TimelineTexts::tr("modified since applied");
    case NodeShape::Missing:
        return TimelineTexts::tr("applied, file missing");
    case NodeShape::Unknown:
        return TimelineTexts::tr("state unknown");
    case NodeShape::Applied: // a run says so before the timeline is read again
        return migrationStateName(MigrationState::Applied);
    case NodeShape::Pending:
        return migrationStateName(MigrationState::Pending);
    default:
        return migrationStateName(entry.state);
    }
}

QString TimelineRow::secondLine(const QLocale &locale) const
{
    return secondLines(locale).constFirst();
}

QStringList TimelineRow::secondLines(const QLocale &locale) const
{
    QStringList state;
    if (shape != NodeShape::Applied && shape != NodeShape::Unknown)
        state << stateText();
    QStringList when;
    QStringList briefly;
    if (entry.appliedAt.isValid()) {
        const QDateTime at = entry.appliedAt.toLocalTime();
        when << locale.toString(at, QLocale::ShortFormat);
        briefly << locale.toString(at.date(), QLocale::ShortFormat);
    }
    QStringList duration;
    if (entry.durationMs >= 0)
        duration << durationText(entry.durationMs, locale);
    const QStringList version{entry.migration.version};
    QStringList lines{(state + version + when + duration).join(u" · "_s), (state + version + when).join(u" · "_s),
                      (state + version + briefly).join(u" · "_s), (state + version).join(u" · "_s)};
    if (!state.isEmpty())
        lines << state;
    lines.removeDuplicates();
    return lines;
}

QStringList TimelineRow::chips() const
{
    QStringList list;
    const MigrationPhase phase =
        entry.migration.phase != MigrationPhase::Unknown ? entry.migration.phase : safety.phase;
    if (phase != MigrationPhase::Unknown)
        list << phaseId(phase);
    if (!entry.transaction)
        list << TimelineTexts::tr("no transaction");
    if (entry.reversible == false)
        list << TimelineTexts::tr("irreversible");
    return list;
}

QString TimelineRow::safetyText() const
{
    if (!safety.worst)
        return {};
    switch (*safety.worst) {
    case Severity::Error:
        return TimelineTexts::tr("%n finding(s), the worst an error", nullptr, safety.findings);
    case Severity::Warning:
        return TimelineTexts::tr("%n finding(s), the worst a warning", nullptr, safety.findings);
    case Severity::Info:
        return TimelineTexts::tr("%n note(s)", nullptr, safety.findings);
    }
    Q_UNREACHABLE_RETURN({});
}

QString TimelineRow::accessibleText(const QLocale &locale) const
{
    QStringList parts{entry.migration.description, stateText()};
    if (entry.appliedAt.isValid())
        parts
            << TimelineTexts::tr("applied %1").arg(locale.toString(entry.appliedAt.toLocalTime(), QLocale::LongFormat));
    parts << TimelineTexts::tr("version %1").arg(entry.migration.version);
    parts << chips();
    if (safety.worst)
        parts << safetyText();
    return parts.join(u", "_s);
}

QString TimelineGroup::title(const QLocale &locale) const
{
    if (key.isEmpty())
        return TimelineTexts::tr("Migrations");
    const QDate first = QDate::fromString(key + u"-01"_s, Qt::ISODate);
    //: a month and its year, as the heading of a group: QDate's format
    return locale.toString(first, TimelineTexts::tr("MMMM yyyy"));
}

QList<TimelineGroup> groupTimeline(const Timeline &timeline)
{
    QList<TimelineGroup> groups;
    QHash<QString, qsizetype> groupOf;
    bool nextFound = false;
    for (const TimelineEntry &entry : timeline.entries) {
        TimelineRow row{.entry = entry, .shape = shapeOf(entry, timeline.connected)};
        if (!nextFound && row.shape == NodeShape::Pending) {
            row.shape = NodeShape::Next;
            nextFound = true;
        }
        const QString key = monthOf(entry.migration.version);
        auto group = groupOf.constFind(key);
        if (group == groupOf.constEnd()) {
            group = groupOf.insert(key, groups.size());
            groups.append(TimelineGroup{.key = key, .rows = {}});
        }
        groups[*group].rows.append(std::move(row));
    }
    return groups;
}

QString durationText(qint64 ms, const QLocale &locale)
{
    if (ms < 1000)
        return TimelineTexts::tr("%1 ms").arg(locale.toString(ms));
    if (ms < 60'000)
        return TimelineTexts::tr("%1 s").arg(locale.toString(static_cast<double>(ms) / 1000.0, 'f', 1));
    return TimelineTexts::tr("%1 min %2 s").arg(locale.toString(ms / 60'000), locale.toString(ms / 1000 % 60));
}

} // namespace Whimbrel
