// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison.h"
#include "safety/catalog/catalog.h"

#include <map>

namespace Whimbrel::Test {

/// Measures every form of a file on the shared server and compares it with what impactOf() says, with each kind of knowledge.
class ImpactSuite
{
public:
    explicit ImpactSuite(const QString &file); ///< below tests/fixtures

    /// Runs all forms; `name` selects one.
    void run(const QString &name = {});

    /// Prints the counts and fails the test where something is said wrongly.
    void verify() const;

private:
    struct Count
    {
        int forms = 0;
        int exact = 0;
        int depends = 0;
        int gaps = 0; ///< known to be said wrongly, see suite.cpp
        QStringList wrong;

        QString summary() const; ///< "194 forms, 159 exact, 35 depends, 0 wrong"
    };
    static void add(Count &count, const StatementForm &form, const Verdict &verdict);

    const FormFile m_forms;
    std::map<Knowledge, Count> m_counts;
};

} // namespace Whimbrel::Test
