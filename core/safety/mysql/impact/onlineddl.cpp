// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/impact/onlineddl.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Row
{
    DdlChange change;
    DdlFact mySql;
    DdlFact mariaDb;
};

constexpr DdlAlgorithm Instant = DdlAlgorithm::Instant;
constexpr DdlAlgorithm NoCopy = DdlAlgorithm::NoCopy;
constexpr DdlAlgorithm Inplace = DdlAlgorithm::Inplace;
constexpr DdlAlgorithm Copy = DdlAlgorithm::Copy;
constexpr DdlLock None = DdlLock::None;
constexpr DdlLock Shared = DdlLock::Shared;
constexpr DdlLock Exclusive = DdlLock::Exclusive;
constexpr ServerVersion addedInstantly{8, 0, 12};
constexpr ServerVersion placedInstantly{8, 0, 29};
constexpr ServerVersion renamedInstantly{8, 0, 28};
constexpr ServerVersion mariaAddsInstantly{10, 3, 2};
constexpr ServerVersion mariaDropsInstantly{10, 4, 0};

using enum DdlChange;

constexpr Row rows[] = {
    {AddColumn, {Instant, None, addedInstantly, Inplace}, {Instant, None, mariaAddsInstantly, Inplace}},
    {AddPlacedColumn, {Instant, None, placedInstantly, Inplace}, {Instant, None, mariaDropsInstantly, Inplace}},
    {AddIdentityColumn, {Inplace, Shared}, {Inplace, Shared}},
    {AddVirtualColumn, {Instant, None}, {Instant, None}},
    {AddStoredColumn, {Copy, Shared}, {Copy, Shared}},
    {AddComputedDefault, {Copy, Shared}, {Copy, Shared}},
    {DropColumn, {Instant, None, placedInstantly, Inplace}, {Instant, None, mariaDropsInstantly, Inplace}},
    {DropVirtualColumn, {Instant, None}, {Instant, None}},
    {DropStoredColumn, {Inplace, None}, {Instant, None}},
    {RenameColumn, {Instant, None, renamedInstantly, NoCopy}, {Instant, None}},
    {MoveColumn, {Inplace, None}, {Instant, None, mariaDropsInstantly, Inplace}},
    {ColumnDefault, {Instant, None}, {Instant, None}},
    {ColumnMetadata, {NoCopy, None}, {Instant, None}},
    {SetNotNull, {Inplace, None}, {Inplace, None}},
    {DropNotNull, {Inplace, None}, {Inplace, None}},
    {ChangeType, {Copy, Shared}, {Copy, Shared}},
    {ExtendVarchar, {NoCopy, None}, {Instant, None}},
    {WidenCharacterSet, {Copy, Shared}, {Instant, None}},
    {ChangeCollation, {Copy, Shared}, {Instant, None}},
    {AppendEnumValue, {Instant, None}, {Instant, None}},
    {MakeIdentity, {Copy, Shared}, {Copy, Shared}},
    {AddIndex, {NoCopy, None}, {NoCopy, None}},
    {AddFirstFullText, {Inplace, Shared}, {Inplace, Shared}},
    {AddFullText, {NoCopy, Shared}, {NoCopy, Shared}},
    {AddSpatial, {NoCopy, Shared}, {NoCopy, Shared}},
    {DropIndex, {NoCopy, None}, {NoCopy, None}},
    {RenameIndex, {NoCopy, None}, {Instant, None}},
    {IndexVisibility, {NoCopy, None}, {Instant, None}},
    {AddPrimaryKey, {Inplace, None}, {Inplace, None}},
    {DropPrimaryKey, {Copy, Shared}, {Copy, Shared}},
    {AddCheckedForeignKey, {Copy, Shared}, {Copy, Shared}},
    {AddUncheckedForeignKey, {NoCopy, None}, {Instant, None}},
    {DropForeignKey, {NoCopy, None}, {Instant, None}},
    {AddCheck, {Copy, Shared}, {Copy, Shared}},
    {DropCheck, {NoCopy, None}, {Instant, None}},
    {EnforceCheck, {Copy, Shared}, {Copy, Shared}},
    {RenameTable, {Instant, Exclusive}, {Instant, Exclusive}},
    {TableMetadata, {NoCopy, None}, {Instant, None}},
    {Rebuild, {Inplace, None}, {Inplace, None}},
    {ChangeEngine, {Copy, Shared}, {Copy, Shared}},
    {ConvertCharacterSet, {Copy, Shared}, {Copy, Shared}},
    {OrderRows, {Copy, Shared}, {Copy, Shared}},
    {Partitioning, {Copy, Shared}, {Copy, Shared}},
    {SwitchKeys, {NoCopy, Exclusive}, {Instant, Exclusive}},
    {Versioning, {Copy, Shared}, {Copy, Shared}},
};

} // namespace

DdlFact ddlFact(DdlChange change, Dialect dialect)
{
    const auto row = std::ranges::find(rows, change, &Row::change);
    if (row == std::end(rows))
        return {};
    return dialect == Dialect::MySql ? row->mySql : row->mariaDb;
}

ServerRange serversOf(ServerVersion version, Dialect dialect)
{
    constexpr int any = 9999;
    ServerRange range{version, version};
    if (version.patch == 0)
        range.newest.patch = any; // none of these servers was ever released with it
    if (version.patch == 0 && version.minor == 0)
        range.newest.minor = any;
    if (version == ServerVersion())
        range.newest.major = any;
    const ServerVersion keptUp = dialect == Dialect::MySql ? addedInstantly : ServerVersion{10, 6, 0};
    if (range.newest >= keptUp)
        range.oldest = std::max(range.oldest, keptUp);
    return range;
}

QString ddlAlgorithmName(DdlAlgorithm algorithm, Dialect dialect)
{
    switch (algorithm) {
    case Instant:
        return u"INSTANT"_s;
    case NoCopy:
        return dialect == Dialect::MySql ? u"INPLACE"_s : u"NOCOPY"_s;
    case Inplace:
        return u"INPLACE"_s;
    case Copy:
        break;
    }
    return u"COPY"_s;
}

QString ddlLockName(DdlLock lock)
{
    switch (lock) {
    case None:
        return u"NONE"_s;
    case Shared:
        return u"SHARED"_s;
    case Exclusive:
        break;
    }
    return u"EXCLUSIVE"_s;
}

} // namespace Whimbrel
