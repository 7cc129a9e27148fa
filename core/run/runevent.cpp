// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runevent.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

QString runEventId(RunEvent::Kind kind)
{
    switch (kind) {
    case RunEvent::Kind::RunStarted:
        return u"run-started"_s;
    case RunEvent::Kind::MigrationStarted:
        return u"migration-started"_s;
    case RunEvent::Kind::StatementStarted:
        return u"statement-started"_s;
    case RunEvent::Kind::StatementFinished:
        return u"statement-finished"_s;
    case RunEvent::Kind::LockWait:
        return u"lock-wait"_s;
    case RunEvent::Kind::LockRetry:
        return u"lock-retry"_s;
    case RunEvent::Kind::Batch:
        return u"batch"_s;
    case RunEvent::Kind::Progress:
        return u"progress"_s;
    case RunEvent::Kind::Notice:
        return u"notice"_s;
    case RunEvent::Kind::MigrationFinished:
        return u"migration-finished"_s;
    case RunEvent::Kind::MigrationFailed:
        return u"migration-failed"_s;
    case RunEvent::Kind::RunFinished:
        return u"run-finished"_s;
    }
    return {};
}

} // namespace Whimbrel
