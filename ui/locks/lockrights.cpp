// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockrights.h"

#include "report/locksreport.h"

#include <QCoreApplication>

#include <algorithm>

namespace Whimbrel {

namespace {

struct LockRights
{
    Q_DECLARE_TR_FUNCTIONS(LockRights)
};

/// The sampler's own words about a right that is missing. That of a superuser cannot be granted: it has no remedy.
QString rightText(const QString &right, const LockSample &sample)
{
    const auto note = std::ranges::find_if(sample.notes, [&right](const LockNote &one) {
        return one.kind == LockNote::Kind::Rights && (one.remedy.contains(right) || (one.remedy.isEmpty() && right == u"superuser"));
    });
    if (note == sample.notes.end())
        return LockRights::tr("This user lacks the right %1.").arg(right);
    if (note->remedy.isEmpty())
        return note->text;
    return LockRights::tr("%1 An administrator can change it with: %2").arg(note->text, note->remedy);
}

} // namespace

QString whyNotEnded(const LockSession &session, const LockSample &sample, bool isSQLite)
{
    if (isSQLite)
        return LockRights::tr("SQLite has no server that could cancel the statement of another process. Stop process %1 itself, "
                              "or wait until it ends its transaction.")
            .arg(sessionTitle(session));
    if (!session.endWith.isEmpty())
        return session.database.isEmpty()
                   ? LockRights::tr("A prepared transaction has no process to cancel. End it in its own database with: %1").arg(session.endWith)
                   : LockRights::tr("A prepared transaction has no process to cancel. End it in database %1 with: %2")
                         .arg(session.database, session.endWith);
    return session.missingRight.isEmpty() ? QString() : rightText(session.missingRight, sample);
}

} // namespace Whimbrel
