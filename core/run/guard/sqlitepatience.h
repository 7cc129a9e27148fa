// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/monitor/locklook.h"
#include "run/runevent.h"

#include <QCoreApplication>

namespace Whimbrel {

struct RunContext;

/// SQLite has no queue: who is locked out tries again, and nobody waits for him. So a run may try for as long as it likes; what it owes
/// is to say who has the file.
class SqlitePatience
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    SqlitePatience(const RunContext &context, std::chrono::milliseconds giveUpAfter)
        : m_context(context)
        , m_giveUpAfter(giveUpAfter)
    {
    }

    /// Does `work` again, as long as the file is locked by somebody else and there is time. Errors: those of `work`; LockTimeout names
    /// who has the file.
    template<typename T>
    Result<T> keepTrying(const std::function<Result<T>()> &work)
    {
        start();
        for (;;) {
            Result<T> done = work();
            if (done || done.error().kind != ErrorKind::LockTimeout)
                return done;
            if (const Result<> again = waitAgain(done.error()); !again)
                return std::unexpected(again.error());
        }
    }

private:
    void start();
    Result<> waitAgain(const Error &error);
    QList<LockHolder> holders() const;

    const RunContext &m_context;
    const std::chrono::milliseconds m_giveUpAfter;
    QElapsedTimer m_trying;
    QElapsedTimer m_sinceTold;
    QString m_told;
    int m_attempts = 0;
};

} // namespace Whimbrel
