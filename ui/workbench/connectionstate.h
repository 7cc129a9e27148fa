// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Whimbrel {

/// How the window stands with the target's database, as text everywhere it is shown.
enum class ConnectionState {
    None,       ///< no database is chosen
    Connecting,
    Connected,
    Absent,     ///< SQLite: the file is not there yet; the first run makes it
    Lost,       ///< was connected; tried again on its own
    Failed,
};

} // namespace Whimbrel
