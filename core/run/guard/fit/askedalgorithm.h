// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"

namespace Whimbrel {

/// What a run adds to an ALTER TABLE of MySQL's or MariaDB's: ", ALGORITHM=NOCOPY, LOCK=NONE". A server that cannot do it so, against
/// all that is known of it, then refuses at once (errors 1845 and 1846), where it would have copied the table and kept writers out
/// without a word. Empty: the work is known to copy, nobody uses the table yet, or the statement asks for something itself.
QString askedAlgorithm(const StatementAnalysis &analysis, Dialect dialect);

/// Whether the server refused because of askedAlgorithm().
bool isRefusedAlgorithm(const Error &error);

} // namespace Whimbrel
