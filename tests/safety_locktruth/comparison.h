// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measurement.h"
#include "safety/impact.h"

namespace Whimbrel::Test {

/// What is known of the schema when the impact is said.
enum class Knowledge {
    Replayed, ///< all of it, from the statements that made it
    Read,     ///< all of it, from the server
    Nothing,
};

/// How a form's impacts compare with what the server did.
struct Verdict
{
    bool isExact = true;   ///< every answer is definite; otherwise the truth is among the possibilities
    QStringList wrong;     ///< what is not true; empty: right
};

Verdict compare(const StatementForm &form, const QList<StatementImpact> &said, const Measurement &measured, Knowledge knowledge);

} // namespace Whimbrel::Test
