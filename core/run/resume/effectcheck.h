// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <QStringList>

namespace Whimbrel {

/// Whether a statement took effect that could not be in one transaction with the journal, as the database's catalog tells.
struct EffectLook
{
    enum class Effect {
        Took,       ///< what it makes is there, what it drops is gone
        DidNot,
        Leftover,   ///< it came half-way: `statements` take that back, then it can run again
        HalfWay,    ///< it came half-way: `statements` bring it to its end
        Repeatable, ///< the catalog does not tell, and running it once more does no harm
        Unknown,    ///< nobody can tell but a person
    };

    Effect effect = Effect::Unknown;
    QStringList statements{};
};

/// Looks for it. The session has the settings (search path, database) that the statement ran with. Errors: as Session::query().
Result<EffectLook> lookForEffect(Session &session, const Statement &statement);

} // namespace Whimbrel
