// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copyoutput.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype longestTail = 12;

/// "01:05", "2:01:05", "1+02:01:05"
qint64 milliseconds(const QString &text)
{
    qint64 seconds = 0;
    for (const QString &part : text.section(u'+', -1).split(u':'))
        seconds = seconds * 60 + part.toInt();
    return (seconds + (text.contains(u'+') ? text.section(u'+', 0, 0).toInt() * 86'400 : 0)) * 1000;
}

/// What it says of its settings and of its way, and what it leaves to us.
bool isChatter(const QString &line)
{
    static const QRegularExpression chatter(u"^(No slaves found|Not checking slave lag|Ignoring all slaves|No replicas|Not checking replica|Ignoring all replicas|"
                                            "Found \\d+|Will check|Operation, tries, wait|  \\w+, \\d+, [\\d.]+$|Altering |Creating new table|Created new table|"
                                            "Not dropping|DROP T|Successfully altered|\\S+ (Dropping|Dropped))"_s);
    return chatter.match(line).hasMatch();
}

} // namespace

CopyOutput::News CopyOutput::moveTo(Step step)
{
    m_step = step;
    m_waiting.clear();
    return News::Step;
}

bool CopyOutput::takeProgress(const QString &line)
{
    static const QRegularExpression progress(u"^Copying `.*`:\\s+(\\d+)% ([\\d:+]+) remain$"_s);
    const QRegularExpressionMatch match = progress.match(line);
    if (!match.hasMatch())
        return false;
    m_percent = std::max(m_percent, match.captured(1).toInt());
    m_leftMs = milliseconds(match.captured(2));
    m_waiting.clear();
    return true;
}

CopyOutput::News CopyOutput::take(const QString &line)
{
    static const QRegularExpression rows(u"Copying approximately (\\d+) rows"_s);
    static const QRegularExpression waits(u"^(Pausing because .*|Replica lag is .*|(\\(\\d\\) )?Replica '.*' is stopped\\. .*)$"_s);
    if (takeProgress(line))
        return News::Progress;
    if (line.endsWith("Creating triggers..."_L1))
        return moveTo(Step::MakingTriggers);
    if (const QRegularExpressionMatch match = rows.match(line); match.hasMatch()) {
        m_total = match.captured(1).toLongLong();
        return moveTo(Step::Copying);
    }
    if (line.endsWith("Created triggers OK."_L1))
        return moveTo(Step::Copying);
    if (line.endsWith("Copied rows OK."_L1))
        return moveTo(Step::Copied);
    if (waits.match(line).hasMatch()) {
        m_waiting = line;
        return News::Waiting;
    }
    if (line.contains("Copying rows caused a MySQL error 1265"_L1))
        m_truncation = line.trimmed();
    if (!isChatter(line) && !line.trimmed().isEmpty()) {
        m_tail << line.trimmed();
        if (m_tail.size() > longestTail)
            m_tail.removeFirst();
    }
    return News::Nothing;
}

} // namespace Whimbrel
