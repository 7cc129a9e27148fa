// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Whimbrel {

/// What pt-online-schema-change prints, line by line, as facts. Knows the words of 3.2 to 3.7.
class CopyOutput
{
public:
    enum class Step { Preparing, MakingTriggers, Copying, Copied };
    /// What a line changed.
    enum class News { Nothing, Step, Progress, Waiting };

    News take(const QString &line);

    Step step() const { return m_step; }
    qlonglong total() const { return m_total; }     ///< rows, estimated; -1: not known
    int percent() const { return m_percent; }       ///< of the rows copied; -1: not known yet
    qint64 leftMs() const { return m_leftMs; }      ///< as the tool estimates; -1: not known
    QString waiting() const { return m_waiting; }   ///< why it waits, in its words; empty: it does not
    /// Values were cut to fit the new columns, which an ALTER TABLE of the server would have refused or told: the warning.
    QString truncation() const { return m_truncation; }
    /// The last lines that are no news, which hold the reason where it fails.
    QString tail() const { return m_tail.join(u'\n'); }

private:
    News moveTo(Step step);
    bool takeProgress(const QString &line);

    Step m_step = Step::Preparing;
    qlonglong m_total = -1;
    int m_percent = -1;
    qint64 m_leftMs = -1;
    QString m_waiting;
    QString m_truncation;
    QStringList m_tail;
};

} // namespace Whimbrel
