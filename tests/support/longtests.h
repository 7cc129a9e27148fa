// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEnvironmentVariables>

namespace Whimbrel::Test {

/// How often a test that draws at random does so: `usual`, or `longRun` times under `packaging/test --long`; WHIMBREL_ROUNDS
/// has the last word, for a part of them by hand.
inline int rounds(int usual, int longRun)
{
    if (const int asked = qEnvironmentVariableIntValue("WHIMBREL_ROUNDS"); asked > 0)
        return asked;
    return qEnvironmentVariableIsSet("WHIMBREL_LONG_TESTS") ? longRun : usual;
}

} // namespace Whimbrel::Test
