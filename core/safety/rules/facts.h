// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

#include <concepts>

namespace Whimbrel {

/// Calls `visit` for each operation, those of DO blocks in place of the block.
template<std::invocable<const Operation &> Visitor>
void visitOperations(const QList<Operation> &operations, const Visitor &visit)
{
    for (const Operation &operation : operations) {
        if (operation.kind == Operation::Kind::DoBlock)
            visitOperations(operation.body, visit);
        else
            visit(operation);
    }
}

/// Others may use it: it was not made by this migration. Where nothing is known of it the answer is yes.
bool isInUse(const Catalog &catalog, const ObjectName &relation);
/// The same of a column.
bool isInUse(const Catalog &catalog, const ObjectName &relation, const QString &column);
/// What is known of a column; nullptr: nothing.
const CatalogColumn *knownColumn(const Catalog &catalog, const ObjectName &relation, const QString &column);
/// A rename, in the statement of this index, to a name that the script has taken from another table before: the one takes the
/// other's place, and code that asks for the name goes on.
bool takesPlace(const RuleContext &context, const Operation &rename, int statement);
/// The author says that the code which used the old shape is gone.
bool isDeclaredContract(const AnalysisInput &input);

} // namespace Whimbrel
