// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"

namespace Whimbrel {

/// True if libpq will find a password for these settings in its password file (~/.pgpass, PGPASSFILE, the option
/// passfile; manual 32.16). The password itself is left to libpq, and so is the file if others may read it.
bool isInPasswordFile(const ConnectionSettings &settings);

} // namespace Whimbrel
