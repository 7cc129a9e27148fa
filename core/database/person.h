// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Whimbrel {

/// Who is at work, for journals and logs: "anna@laptop". The name of $USER or $LOGNAME, else of the account this process runs
/// under (a service or a container sets neither), else its number. Any thread.
QString currentPerson();

} // namespace Whimbrel
