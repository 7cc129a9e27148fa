// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test.h"

#include "database/session.h"

namespace Whimbrel::Test {

/// The property that a catalog rests on: a script run on a real server and the same script applied to an empty catalog give
/// the same schema.
class Simulation : public TestCase
{
    Q_OBJECT

protected:
    /// Splits the file of scripts at its lines "-- # name" into data rows; counts the statements.
    static int addScripts(const QString &fixture, Dialect dialect);
    static void compare(const ConnectionSettings &settings, const QString &script);
};

} // namespace Whimbrel::Test
