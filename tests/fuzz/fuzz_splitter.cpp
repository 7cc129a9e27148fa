// SPDX-License-Identifier: GPL-3.0-or-later
#include "input.h"
#include "sql/splitter.h"

using namespace Whimbrel;

/// The splitter's promise for any text: statements in their order, each where it says that it is, and nothing lost between.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr Dialect dialect = Dialect::WHIMBREL_FUZZ_DIALECT;
    const QString script = Fuzz::scriptOf(data, size);
    qsizetype end = 0;
    for (const Statement &statement : splitScript(script, dialect).statements) {
        Fuzz::require(!statement.text.isEmpty());
        Fuzz::require(statement.start.offset >= end && statement.length >= statement.text.size());
        Fuzz::require(statement.end() <= script.size());
        Fuzz::require(QStringView(script).sliced(statement.start.offset).startsWith(statement.text));
        end = statement.end();
        namedTables(statement, dialect);
        firstKeyword(statement.text, dialect);
    }
    return 0;
}
