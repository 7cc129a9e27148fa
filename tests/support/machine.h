// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Whimbrel::Test {

/// How many times longer work takes now than it would alone on this machine: 1 where nothing else runs. Works for 20 ms.
double slowness();

} // namespace Whimbrel::Test
