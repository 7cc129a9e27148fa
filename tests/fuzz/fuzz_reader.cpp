// SPDX-License-Identifier: GPL-3.0-or-later
#include "input.h"
#include "safety/reader.h"
#include "sql/splitter.h"

using namespace Whimbrel;

namespace {

void requirePlaces(const QList<Operation> &operations, qsizetype size)
{
    for (const Operation &operation : operations) {
        Fuzz::require(operation.offset >= 0 && operation.length >= 0 && operation.offset + operation.length <= size);
        requirePlaces(operation.body, size);
    }
}

void read(const Statement &statement)
{
    const StatementReading reading = readStatement(statement, Dialect::WHIMBREL_FUZZ_DIALECT);
    Fuzz::require(!reading.operations.isEmpty());
    for (const Operation &operation : reading.operations) {
        Fuzz::require(operation.offset >= 0 && operation.length >= 0);
        Fuzz::require(operation.offset + operation.length <= statement.text.size());
    }
    for (const Operation &operation : reading.operations)
        requirePlaces(operation.body, statement.text.size());
}

} // namespace

/// A reader's promise for any text, split or not: at least one operation, and none outside of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString script = Fuzz::scriptOf(data, size);
    Statement whole;
    whole.text = script;
    read(whole);
    for (const Statement &statement : splitScript(script, Dialect::WHIMBREL_FUZZ_DIALECT).statements)
        read(statement);
    return 0;
}
