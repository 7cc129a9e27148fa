// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Whimbrel {

/// "14 ms", "2.3 s", "4 min 05 s", in the person's locale.
QString durationText(qint64 milliseconds);

} // namespace Whimbrel
