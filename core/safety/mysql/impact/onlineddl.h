// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"

#include <QString>

namespace Whimbrel {

/// How InnoDB carries a change out, from the cheapest to the dearest. MySQL's INPLACE that does not rebuild the table is NoCopy
/// here, as MariaDB names it.
enum class DdlAlgorithm { Instant, NoCopy, Inplace, Copy };
/// What others cannot do to the table meanwhile: nothing is kept from them, they may read, they wait.
enum class DdlLock { None, Shared, Exclusive };

/// One change to a table as the servers' documents and our measurements know it.
enum class DdlChange {
    AddColumn, AddPlacedColumn, AddIdentityColumn, AddVirtualColumn, AddStoredColumn, AddComputedDefault, DropColumn, DropVirtualColumn,
    DropStoredColumn, RenameColumn, MoveColumn, ColumnDefault, ColumnMetadata, SetNotNull, DropNotNull, ChangeType, ExtendVarchar,
    WidenCharacterSet, ChangeCollation, AppendEnumValue, MakeIdentity,
    AddIndex, AddFirstFullText, AddFullText, AddSpatial, DropIndex, RenameIndex, IndexVisibility,
    AddPrimaryKey, DropPrimaryKey, AddCheckedForeignKey, AddUncheckedForeignKey, DropForeignKey, AddCheck, DropCheck, EnforceCheck,
    RenameTable, TableMetadata, Rebuild, ChangeEngine, ConvertCharacterSet, OrderRows, Partitioning, SwitchKeys, Versioning,
};

struct DdlFact
{
    DdlAlgorithm algorithm = DdlAlgorithm::Copy;
    DdlLock lock = DdlLock::Shared;
    /// Before this version the fact is `older` instead; {0,0,0}: always so.
    ServerVersion since = {};
    DdlAlgorithm older = DdlAlgorithm::Copy;
};

/// What a change takes by itself. MySQL 8: Reference Manual, "Online DDL Operations"; MariaDB: measured on 10.11 and 11.8
/// (tests/safety_mysql asks the server again).
DdlFact ddlFact(DdlChange change, Dialect dialect);

/// The servers that a version may mean: "8" any 8.x that is kept up, "8.0" any 8.0, {0,0,0} any at all that is kept up.
struct ServerRange
{
    ServerVersion oldest;
    ServerVersion newest;
};
ServerRange serversOf(ServerVersion version, Dialect dialect);

/// Since this version MariaDB copies a table while others write to it.
inline constexpr ServerVersion onlineCopySince{11, 2, 0};

QString ddlAlgorithmName(DdlAlgorithm algorithm, Dialect dialect); ///< "INSTANT", …: MySQL has no NOCOPY
QString ddlLockName(DdlLock lock);                                 ///< "NONE", "SHARED", "EXCLUSIVE"

} // namespace Whimbrel
