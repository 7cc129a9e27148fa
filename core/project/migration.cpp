// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migration.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

QString directionId(Direction direction)
{
    return direction == Direction::Up ? u"up"_s : u"down"_s;
}

QString phaseId(MigrationPhase phase)
{
    switch (phase) {
    case MigrationPhase::Unknown:
        return {};
    case MigrationPhase::Expand:
        return u"expand"_s;
    case MigrationPhase::Migrate:
        return u"migrate"_s;
    case MigrationPhase::Contract:
        return u"contract"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Whimbrel
