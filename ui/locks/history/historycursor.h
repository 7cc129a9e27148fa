// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/history/incident.h"

#include <QObject>

#include <optional>

namespace Whimbrel {

class LockMonitor;

/// Which moment the lock pane shows: now, or one of the history. What it shows stays though the history forgets it.
/// Another database is shown live again.
class HistoryCursor final : public QObject
{
    Q_OBJECT

public:
    explicit HistoryCursor(LockMonitor &monitor, QObject *parent = nullptr);

    bool isLive() const { return !m_moment; }
    /// When what is shown was seen; invalid while nothing was.
    QDateTime time() const { return sample().takenAt; }
    const LockSample &sample() const;
    const BlockingTree &tree() const;
    /// The incident whose worst moment is shown.
    std::optional<Incident> incident() const { return m_moment ? m_moment->incident : std::nullopt; }

public Q_SLOTS:
    void goLive();
    /// Stays where it is.
    void freeze();
    /// To the last sample at this time or before; does nothing where there is none at all.
    void goTo(const QDateTime &time);
    void goToIncident(const Whimbrel::Incident &incident);

Q_SIGNALS:
    /// Another moment is shown: by goTo() and its like, not by samples that come in.
    void moved();

private:
    struct Moment
    {
        LockSample sample;
        BlockingTree tree;
        std::optional<Incident> incident;
    };

    void show(LockSample sample, std::optional<Incident> incident = {});

    LockMonitor &m_monitor;
    std::optional<Moment> m_moment; ///< unset: now
};

} // namespace Whimbrel
