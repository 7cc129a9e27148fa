// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/resume/recovery.h"

namespace Whimbrel {

/// What became of a migration, as HTML in the colours of the theme that is on: when and who, what the database said, and each
/// statement. Positions are links "whimbrel:open?…" as RunTexts::errorHtml() makes them.
QString recoveryHtml(const Recovery &recovery);

} // namespace Whimbrel
