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

MigrationPhase declaredPhase(QStringView text)
{
    for (const QStringView line : text.tokenize(u'\n')) {
        const QStringView content = line.trimmed();
        if (!content.isEmpty() && !content.startsWith("--"_L1))
            break;
        const QStringView comment = content.mid(2).trimmed();
        if (!comment.startsWith("whimbrel:"_L1))
            continue;
        const QStringList words = comment.mid(9).toString().split(u' ', Qt::SkipEmptyParts);
        for (const MigrationPhase phase : {MigrationPhase::Expand, MigrationPhase::Migrate, MigrationPhase::Contract}) {
            if (words.value(0) == "phase"_L1 && words.value(1) == phaseId(phase))
                return phase;
        }
    }
    return MigrationPhase::Unknown;
}

} // namespace Whimbrel
