// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/sqlitepatience.h"

#include "locks/sqlitesampler.h"
#include "run/guard/guardtext.h"
#include "run/runcontext.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr milliseconds tellInterval = 10s; ///< that the same process has the file

} // namespace

void SqlitePatience::start()
{
    m_trying.start();
    m_sinceTold.invalidate();
    m_told.clear();
    m_attempts = 0;
}

/// SQLite itself has waited for its busy time-out.
Result<> SqlitePatience::waitAgain(const Error &error)
{
    ++m_attempts;
    const QList<LockHolder> inTheWay = holders();
    const QString names = inTheWay.isEmpty() ? tr("this system does not tell who has it") : holdersText(inTheWay);
    if (milliseconds(m_trying.elapsed()) >= m_giveUpAfter) {
        Error late = error;
        late.detail = tr("In the way: %1.").arg(names);
        return std::unexpected(late);
    }
    if (m_sinceTold.isValid() && names == m_told && m_sinceTold.durationElapsed() < tellInterval)
        return {};
    m_told = names;
    m_sinceTold.start();
    RunEvent event = m_context.event(RunEvent::Kind::LockWait);
    event.attempt = m_attempts + 1;
    event.elapsedMs = m_trying.elapsed();
    event.message = tr("Waits for the database file, which is locked: %1. Nobody waits because of it.").arg(names);
    m_context.publish(event);
    return {};
}

QList<LockHolder> SqlitePatience::holders() const
{
    QList<LockHolder> holders;
    const Result<LockSample> sample = SQLiteSampler().sample(m_context.session);
    if (!sample)
        return holders;
    for (const LockSession &session : sample->sessions) {
        LockHolder holder;
        holder.backend = session.backend;
        holder.user = session.user;
        holder.application = session.application;
        holder.mode = session.holds;
        holder.relation.name = QFileInfo(m_context.session.settings().database).fileName();
        holders << holder;
    }
    return holders;
}

} // namespace Whimbrel
