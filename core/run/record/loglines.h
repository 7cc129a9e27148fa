// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"

#include <array>
#include <string>

namespace Whimbrel {

/// The lines of a run's log, one for each event. Scripts have events by the hundred thousand: what they share is made once, and
/// nothing is made for a line but its characters. Not thread-safe.
class LogLines
{
public:
    void append(const RunEvent &event);
    bool isEmpty() const { return m_text.empty(); }
    std::size_t size() const { return m_text.size(); } ///< in bytes
    /// What was appended, in UTF-8, in exchange for the memory of `used`.
    std::string take(std::string used);

private:
    const std::string &timeOf(const QDateTime &time);
    const std::string &openingOf(const RunEvent &event);
    void appendPlace(const RunEvent &event);
    void appendProgress(const RunEvent &event);
    void appendText(const QString &text);
    bool appendPlain(QStringView text);

    std::string m_text;
    qint64 m_second = -1;
    std::string m_time;
    QString m_version; ///< as is the direction, that of the openings
    Direction m_direction = Direction::Up;
    std::array<std::string, static_cast<std::size_t>(RunEvent::Kind::RunFinished) + 1> m_openings; ///< empty: not made yet
};

} // namespace Whimbrel
