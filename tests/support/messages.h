// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace Whimbrel::Test {

/// Matches every Qt message that is not on the list of harmless ones (each with its reason, in messages.cpp).
QRegularExpression unexpectedMessage();

} // namespace Whimbrel::Test
