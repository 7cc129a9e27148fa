// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/placement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString option(const Operation &operation, QLatin1StringView name)
{
    const auto found = std::ranges::find(operation.options, name, &std::pair<QString, QString>::first);
    return found == operation.options.cend() ? QString() : found->second;
}

void placeTable(Operation &operation)
{
    if (operation.value == "PARTITION OF"_L1) {
        operation.parents = {operation.other};
    } else if (operation.value == "INHERITS"_L1) {
        operation.parents = {operation.other};
        operation.parents += operation.reads;
    }
    operation.partitionStrategy = option(operation, "PARTITION BY"_L1);
    if (!operation.partitionStrategy.isEmpty())
        operation.partitionKey = operation.columnNames;
}

void placeFunction(Operation &operation)
{
    operation.name = operation.value.toUpper();
    operation.value = option(operation, "LANGUAGE"_L1);
    if (!operation.columns.isEmpty())
        operation.other = operation.columns.constFirst().type.name;
}

} // namespace

void placeFields(Operation &operation)
{
    switch (operation.kind) {
    case Operation::Kind::CreateTable:
        return placeTable(operation);
    case Operation::Kind::CreateFunction:
        return placeFunction(operation);
    case Operation::Kind::CreateType:
        operation.value = operation.value.toUpper();
        operation.values = operation.columnNames;
        return;
    case Operation::Kind::RenameEnumValue:
        operation.name = operation.value;
        return;
    default:
        return;
    }
}

} // namespace Whimbrel
