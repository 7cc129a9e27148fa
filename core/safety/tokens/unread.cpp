// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/tokens/unread.h"

#include "safety/tokens/tokencursor.h"
#include "sql/splitter.h"

namespace Whimbrel {

Operation unreadStatement(const Statement &statement, Dialect dialect, Operation::Kind kind)
{
    Operation operation;
    operation.kind = kind;
    for (const QString &written : namedTables(statement, dialect)) {
        const ObjectName name = TokenCursor(written, dialect).readName();
        if (!name.isEmpty())
            operation.reads.append(name);
    }
    if (!operation.reads.isEmpty())
        operation.relation = operation.reads.constFirst();
    return operation;
}

} // namespace Whimbrel
