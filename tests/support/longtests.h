// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEnvironmentVariables>

namespace Whimbrel::Test {

/// How often a test that draws at random does so: `usual`, or `longRun` times under `packaging/test --long`.
inline int rounds(int usual, int longRun)
{
    return qEnvironmentVariableIsSet("WHIMBREL_LONG_TESTS") ? longRun : usual;
}

} // namespace Whimbrel::Test
