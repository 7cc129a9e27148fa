// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/probe.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace Whimbrel {

class Workbench;

/// Runs the probes of checklist items for the window: what asks the database on the browse session's thread, what reads
/// files or the network on a pool thread, so that a long look at a backup keeps nobody waiting.
class CheckRunner final : public QObject
{
    Q_OBJECT

public:
    explicit CheckRunner(Workbench &workbench, QObject *parent = nullptr);
    ~CheckRunner() override;

    /// Runs those of `items` that have a probe and are not being run already.
    void run(const QList<ChecklistItem> &items);
    bool isRunning(const QString &item) const { return m_running.contains(item); }

Q_SIGNALS:
    /// The set of running items changed.
    void runningChanged();
    void answered(const QList<Whimbrel::ItemAnswer> &answers);

private:
    void runOnSession(const QList<ChecklistItem> &items, const Target &target);
    void runOnPool(const QList<ChecklistItem> &items, const Target &target);
    void finish(const QList<ChecklistItem> &items, const QList<ItemAnswer> &answers);

    Workbench &m_workbench;
    QSet<QString> m_running;
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace Whimbrel
