// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <QString>

namespace Whimbrel {

/// Sorts by time, and two runs of one second differ.
QString newRunId();

/// "deploy (anna@laptop)": the database's user and the person.
QString performer(const Session &session);

} // namespace Whimbrel
