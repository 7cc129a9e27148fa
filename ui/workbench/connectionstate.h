// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Whimbrel {

/// How the window stands with the target's database, as text everywhere it is shown.
enum class ConnectionState { None, Connecting, Connected, Lost, Failed };

} // namespace Whimbrel
