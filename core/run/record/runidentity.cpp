// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/runidentity.h"

#include "database/person.h"

#include <QDateTime>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Whimbrel {

QString newRunId()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z-'"_s) + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

QString performer(const Session &session)
{
    const QString person = currentPerson();
    return session.currentUser().isEmpty() ? person : u"%1 (%2)"_s.arg(session.currentUser(), person);
}

} // namespace Whimbrel
