// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison.h"
#include "safety/catalog/catalog.h"

namespace Whimbrel::Test {

/// Measures every form of a file on the shared server and compares it with what impactOf() says, with the catalog of that
/// database and with none.
class ImpactSuite
{
public:
    explicit ImpactSuite(const QString &file); ///< below tests/fixtures

    /// Runs all forms; `name` selects one.
    void run(const QString &name = {});

    struct Count
    {
        int forms = 0;
        int exact = 0;
        int depends = 0;
        int gaps = 0; ///< known to be said wrongly, see suite.cpp
        QStringList wrong;

        QString summary() const; ///< "194 forms, 159 exact, 35 depends, 0 wrong"
    };
    const Count &count(Knowledge knowledge) const { return knowledge == Knowledge::Connected ? m_connected : m_nothing; }

private:
    static void add(Count &count, const StatementForm &form, const Verdict &verdict);

    const FormFile m_forms;
    Count m_connected;
    Count m_nothing;
};

} // namespace Whimbrel::Test
