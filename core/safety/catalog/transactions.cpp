// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogdata.h"
#include "changes/catalogchange.h"

namespace Whimbrel {

namespace {

/// MySQL and MariaDB: statements that change a schema end the transaction before and after them.
bool commitsByItself(const Operation &operation)
{
    using enum Operation::Kind;
    return operation.kind >= CreateTable && operation.kind <= AlterExtension && !operation.has(Operation::Flag::Temporary);
}

} // namespace

void Catalog::apply(const Operation &operation)
{
    using enum Operation::Kind;
    switch (operation.kind) {
    case Select:
    case Insert:
    case Update:
    case Delete:
        return;
    case Begin:
        d->savepoints.clear();
        beginTransaction();
        return setSavepoint(QString());
    case Commit:
        d->savepoints.clear();
        return beginTransaction();
    case Rollback:
        return rollBackTo(QString());
    case Savepoint:
        return setSavepoint(operation.name);
    case RollbackToSavepoint:
        return rollBackTo(operation.name);
    default:
        break;
    }
    CatalogChange(*d, operation).apply();
    if (isMySqlFamily(d->dialect) && commitsByItself(operation)) {
        d->savepoints.clear();
        beginTransaction();
    }
}

void Catalog::setSavepoint(const QString &name)
{
    const Catalog before = *this; // made first, so that what is changed below is a copy
    d->savepoints.append({name, before});
}

/// Back to the latest savepoint of that name, which remains; without one (a transaction that somebody else began, a name
/// that nobody set) nothing is undone. An empty name is the transaction's beginning, and another one begins.
void Catalog::rollBackTo(const QString &savepoint)
{
    const Moment now = d->now;
    for (qsizetype i = d->savepoints.size() - 1; i >= 0; --i) {
        if (d->savepoints.at(i).name.compare(savepoint, Qt::CaseInsensitive) != 0)
            continue;
        const auto remaining = d->savepoints.first(savepoint.isEmpty() ? 0 : i + 1);
        const Catalog before = d->savepoints.at(i).catalog;
        *this = before;
        d->savepoints = remaining;
        d->now = now;
        break;
    }
    if (savepoint.isEmpty())
        beginTransaction();
}

} // namespace Whimbrel
