// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Whimbrel::Test {

/// What a log breaks of SARIF 2.1.0 (OASIS, sections 3.13 to 3.58), as "runs[0].results[2].level: …"; empty: nothing. Knows the
/// objects and properties that Whimbrel writes: any other is a finding, as the standard allows none of its own making.
QStringList sarifProblems(const QJsonObject &log);

} // namespace Whimbrel::Test
