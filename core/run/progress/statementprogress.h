// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace Whimbrel {

/// The session that a statement waits for, as the server names it.
struct ProgressLocker
{
    qint64 pid = 0;
    QString application = {}; ///< this and what follows: empty where the role may not see it
    QString user = {};
    QString state = {};       ///< the server's word: "idle in transaction"
    qint64 ageMs = -1;        ///< of its transaction; -1: not known

    bool operator==(const ProgressLocker &) const = default;
};

/// What one look at the server tells of a statement that runs.
struct ProgressSample
{
    /// Where `fraction` comes from; where there is none, `done`.
    enum class Source {
        None,           ///< the server tells nothing
        Phases,         ///< the server's counters of a phase, and what share such a phase has of the whole as a rule
        FileGrowth,     ///< of the file that is written, against the one that it replaces
        DatabaseGrowth, ///< the same of the whole database, in which others write too
        Stages,         ///< the server's own stages and percentages
    };
    enum class Unit { None, Blocks, Rows, Bytes, Sessions };

    Source source = Source::None;
    double fraction = -1; ///< of the whole statement, 0 to 1; negative: nobody can tell
    QString phase = {};   ///< in the server's words, not translated; or in ours, translated
    Unit unit = Unit::None;
    qlonglong done = -1;  ///< of the phase, in the unit; -1: not known, as is this:
    qlonglong total = -1;
    std::optional<ProgressLocker> locker = {};

    bool operator==(const ProgressSample &) const = default;
};

/// How far a statement has come that runs for longer than a moment, as another session sees it. How long it has run is
/// RunEvent::elapsedMs.
struct StatementProgress
{
    ProgressSample sample = {};   ///< its `fraction` as it was looked at; `perMille` is for bars
    int perMille = -1;            ///< of the whole statement, never less than before; -1: nobody can tell
    qint64 leftMs = -1;           ///< estimated; -1: not known
    qint64 answerMs = -1;         ///< what the last look took: how fast the server answers. -1: there is no session that asks
    QDateTime silentSince = {};   ///< UTC; valid: the server has not answered since, and nothing newer is known than that
    QString trouble = {};         ///< translated; why there is no monitor session any more, or never was

    bool operator==(const StatementProgress &) const = default;
};

} // namespace Whimbrel
