// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/loglines.h"

#include "sql/asciicopy.h"
#include "sql/passwords.h"

#include <QTimeZone>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace Whimbrel {

namespace {

constexpr std::size_t longestNumber = 20;
constexpr std::size_t longestPlace = 200; // its words and five numbers

char *put(char *out, std::string_view text)
{
    return std::ranges::copy(text, out).out;
}

char *put(char *out, qint64 number)
{
    return std::to_chars(out, out + longestNumber, number).ptr;
}

template<typename... Parts>
char *putAll(char *out, const Parts &...parts)
{
    ((out = put(out, parts)), ...);
    return out;
}

} // namespace

std::string LogLines::take(std::string used)
{
    used.clear();
    return std::exchange(m_text, std::move(used));
}

void LogLines::append(const RunEvent &event)
{
    appendPlace(event);
    if (event.batch || event.progress)
        appendProgress(event);
    appendText(event.message);
    appendText(event.sql);
    if (event.error)
        appendText(event.error->toString());
    m_text += '\n';
}

/// The part that every event has, written where it stays.
void LogLines::appendPlace(const RunEvent &event)
{
    const std::string &time = timeOf(event.at);
    const std::string &opening = openingOf(event);
    const std::size_t begin = m_text.size();
    m_text.resize_and_overwrite(begin + time.size() + opening.size() + longestPlace, [&](char *text, std::size_t) {
        char *out = putAll(text + begin, time, opening);
        if (event.statement > 0)
            out = putAll(out, " statement "sv, event.statement, "/"sv, event.statementCount, " line "sv, event.line);
        if (event.elapsedMs >= 0)
            out = putAll(out, " "sv, event.elapsedMs, " ms"sv);
        if (event.rows >= 0)
            out = putAll(out, " "sv, event.rows, " rows"sv);
        return static_cast<std::size_t>(out - text);
    });
}

/// "2026-11-22T01:02:03.456Z": made anew only when the second has changed.
const std::string &LogLines::timeOf(const QDateTime &time)
{
    const qint64 milliseconds = time.toMSecsSinceEpoch();
    if (milliseconds / 1000 != m_second) {
        m_second = milliseconds / 1000;
        m_time = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC).toString(Qt::ISODateWithMs).toStdString();
    }
    const auto rest = static_cast<int>(milliseconds % 1000);
    char *digits = m_time.data() + m_time.size() - 4;
    digits[0] = static_cast<char>('0' + rest / 100);
    digits[1] = static_cast<char>('0' + rest / 10 % 10);
    digits[2] = static_cast<char>('0' + rest % 10);
    return m_time;
}

/// Kind, direction and version: the same in all the statements of a migration.
const std::string &LogLines::openingOf(const RunEvent &event)
{
    if (event.direction != m_direction || event.version != m_version) {
        m_direction = event.direction;
        m_version = event.version;
        m_openings = {};
    }
    std::string &opening = m_openings[static_cast<std::size_t>(event.kind)];
    if (opening.empty()) {
        LogLines lines;
        lines.appendText(runEventId(event.kind));
        if (!event.version.isEmpty()) {
            lines.appendText(directionId(event.direction));
            lines.appendText(event.version);
        }
        opening = std::move(lines.m_text);
    }
    return opening;
}

void LogLines::appendProgress(const RunEvent &event)
{
    if (event.batch) {
        const BatchProgress &batch = *event.batch;
        appendText(u"pass %1 passed %2/%3 changed %4"_s.arg(batch.pass).arg(batch.passed).arg(batch.total).arg(batch.changed));
    }
    if (!event.progress)
        return;
    const StatementProgress &progress = *event.progress;
    if (progress.perMille >= 0)
        appendText(u"%1/1000"_s.arg(progress.perMille));
    appendText(progress.sample.phase);
    if (progress.sample.locker)
        appendText(u"waits for process %1"_s.arg(progress.sample.locker->pid));
    if (progress.silentSince.isValid())
        appendText(u"no answer since "_s + progress.silentSince.toUTC().toString(Qt::ISODateWithMs));
    appendText(progress.trouble);
}

/// Behind a blank, on one line, without passwords.
void LogLines::appendText(const QString &text)
{
    if (text.isEmpty())
        return;
    m_text += ' ';
    if (!appendPlain(text))
        m_text += withoutPasswords(text).replace(u'\n', "\\n"_L1).toStdString();
}

/// Where it is ASCII on one line that may not hold a password, as nearly all is. Else nothing is appended.
bool LogLines::appendPlain(QStringView text)
{
    const std::size_t begin = m_text.size();
    m_text.resize_and_overwrite(begin + static_cast<std::size_t>(text.size()), [&](char *buffer, std::size_t size) {
        char *const added = buffer + begin;
        const bool isPlain = copyAscii(text, added, u'\n') && !mayHoldPassword(QLatin1StringView(added, text.size()));
        return isPlain ? size : begin;
    });
    return m_text.size() > begin;
}

} // namespace Whimbrel
