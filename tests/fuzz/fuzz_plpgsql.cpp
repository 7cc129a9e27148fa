// SPDX-License-Identifier: GPL-3.0-or-later
#include "input.h"
#include "safety/reader.h"

using namespace Whimbrel;
using namespace Qt::StringLiterals;

/// The body of a DO block: any text, in whichever quotes it can stand.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString body = Fuzz::scriptOf(data, size);
    Statement statement;
    statement.text = "DO $fuzz$"_L1 + body + "$fuzz$"_L1;
    Fuzz::require(!readStatement(statement, Dialect::PostgreSql).operations.isEmpty());
    statement.text = "DO '"_L1 + QString(body).replace(u'\'', u"''"_s) + u'\'';
    Fuzz::require(!readStatement(statement, Dialect::PostgreSql).operations.isEmpty());
    return 0;
}
