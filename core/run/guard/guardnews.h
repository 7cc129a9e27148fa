// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/monitor/locklook.h"
#include "run/runevent.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace Whimbrel {

struct PlanStep;
struct RunContext;

/// Tells, as events of the run, who is in the way and what cannot be seen: each thing once, and again when it has changed or some
/// time has passed.
class GuardNews
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    /// Of what is tried at present.
    struct Trial
    {
        int attempt = 1;
        qint64 elapsedMs = 0;
    };

    explicit GuardNews(RunContext &context) : m_context(context) { }

    /// Whose places the events name.
    void setStep(const PlanStep &step) { m_step = &step; }
    /// Something else is tried now.
    void begin() { m_inTheWay.clear(); }

    /// With the line of the first statement that needs it, where none has begun.
    RunEvent eventOn(RunEvent::Kind kind, const QList<LockNeed> &needs) const;
    void tellWait(const QList<LockNeed> &needs, const QList<LockHolder> &holders, const Trial &trial);
    void tellVacuum(const LockHolder &vacuum, const QList<LockNeed> &needs, const Trial &trial);
    /// The server tells nobody who holds a table.
    void tellUnseen(std::chrono::milliseconds budget);
    /// The server does not tell this role who waits.
    void tellUnseenWaiters();
    /// There is no monitor.
    void tellBlind(const Error &error);

private:
    void tellOnce(bool &told, const QString &message);

    RunContext &m_context;
    const PlanStep *m_step = nullptr;
    QList<LockHolder> m_inTheWay; ///< as told last
    QElapsedTimer m_sinceTold;
    bool m_toldBlind = false;
    bool m_toldUnseenWaiters = false;
};

} // namespace Whimbrel
