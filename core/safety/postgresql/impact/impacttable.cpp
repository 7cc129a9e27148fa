// SPDX-License-Identifier: GPL-3.0-or-later
#include "impacttable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

using enum Operation::Kind;
using enum Variant;
using enum Whom;

constexpr auto AS = Lock::AccessShare;
constexpr auto RS = Lock::RowShare;
constexpr auto RX = Lock::RowExclusive;
constexpr auto SUX = Lock::ShareUpdateExclusive;
constexpr auto S = Lock::Share;
constexpr auto SRX = Lock::ShareRowExclusive;
constexpr auto X = Lock::Exclusive;
constexpr auto AX = Lock::AccessExclusive;

constexpr auto no = Answer::No;
constexpr auto yes = Answer::Yes;
constexpr auto depends = Answer::Depends;
constexpr auto any = TransactionRule::Any;
constexpr auto forbidden = TransactionRule::Forbidden;
constexpr auto required = TransactionRule::Required;

// Measured on PostgreSQL 17 by tests/safety_locktruth, which compares every row it has a form for; what differs in 13 to 18 is
// from release notes and AlterTableGetLockLevel() in tablecmds.c. What depends on the catalog beyond the relations named here
// is added by the operation's own code.
// clang-format off
constexpr Row table[] = {
    // operation              variant            locks                                                  rewrite scan  rebuild transaction
    // data
    {Select,                  Plain,             {{{Scanned, AS}}},                                      no, depends, no, any},
    {Insert,                  Plain,             {{{Target, RX}, {Scanned, AS}}},                        no, no,      no, any},
    {Update,                  Plain,             {{{Target, RX}, {Scanned, AS}}},                        no, depends, no, any},
    {Delete,                  Plain,             {{{Target, RX}, {Scanned, AS}}},                        no, depends, no, any},
    {Merge,                   Plain,             {{{Target, RX}, {Scanned, AS}}},                        no, depends, no, any, 15},
    {CopyFrom,                Plain,             {{{Target, RX}}},                                       no, no,      no, any},
    {CopyTo,                  Plain,             {{{Target, AS}, {Scanned, AS}}},                        no, yes,     no, any},
    {Truncate,                Plain,             {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},

    // objects
    {CreateTable,             Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {CreateTableAs,           Plain,             {{{Target, AX}, {Scanned, AS}}},                        no, no,      no, any},
    {CreateIndex,             Plain,             {{{Target, S}, {Partitions, S}}},                       no, yes,     no, any},
    {CreateIndex,             Concurrently,      {{{Target, SUX}}},                                      no, yes,     no, forbidden},
    {CreateView,              Plain,             {{{Target, AX}, {Reads, AS}}},                          no, no,      no, any},
    {CreateMaterializedView,  Plain,             {{{Target, AX}, {Scanned, AS}}},                        no, no,      no, any},
    {CreateSequence,          Plain,             {{{Target, AX}, {Second, AS}}},                          no, no,      no, any},
    {CreateTrigger,           Plain,             {{{Target, SRX}, {Reads, AS}}},                         no, no,      no, any},
    {CreateRule,              Plain,             {{{Target, AX}, {Reads, AS}}},                          no, no,      no, any},
    {CreatePolicy,            Plain,             {{{Target, AX}, {Reads, AS}}},                          no, no,      no, any},
    {CreateStatistics,        Plain,             {{{Target, SUX}}},                                      no, no,      no, any},
    {CreatePublication,       Plain,             {{{Reads, SUX}}},                                       no, no,      no, any},
    {CreateSubscription,      Plain,             {},                                                     no, no,      no, forbidden},
    {CreateDatabase,          Plain,             {},                                                     no, no,      no, forbidden},
    {CreateTablespace,        Plain,             {},                                                     no, no,      no, forbidden},

    {DropObject,              OnTable,           {{{Target, AX}, {Tree, AX}, {OwnSequences, AX}}},       no, no,      no, any},
    {DropObject,              OnView,            {{{Target, AX}}},                                       no, no,      no, any},
    {DropObject,              OnMaterializedView, {{{Target, AX}}},                                      no, no,      no, any},
    {DropObject,              OnIndex,           {{{Target, AX}, {TableOfIndex, AX}}},                   no, no,      no, any},
    {DropObject,              Concurrently,      {{{Target, AX}, {TableOfIndex, SUX}}},                  no, no,      no, forbidden},
    {DropObject,              OnSequence,        {{{Target, AX}}},                                       no, no,      no, any},
    {DropObject,              OnTrigger,         {{{Target, AX}}},                                       no, no,      no, any},
    {DropObject,              OnPolicy,          {{{Target, AX}}},                                       no, no,      no, any},
    {DropObject,              OnRule,            {{{Target, AX}}},                                       no, no,      no, any},
    {DropObject,              Whole,             {},                                                     no, no,      no, forbidden},

    {RenameObject,            OnTable,           {{{Target, AX}}},                                       no, no,      no, any},
    {RenameObject,            OnView,            {{{Target, AX}}},                                       no, no,      no, any},
    {RenameObject,            OnMaterializedView, {{{Target, AX}}},                                      no, no,      no, any},
    {RenameObject,            OnIndex,           {{{Target, SUX}}},                                      no, no,      no, any},
    {RenameObject,            OnSequence,        {{{Target, AX}}},                                       no, no,      no, any},
    {RenameObject,            OnTrigger,         {{{Target, AX}, {Partitions, AX}}},                     no, no,      no, any},
    {RenameObject,            OnPolicy,          {{{Target, AX}}},                                       no, no,      no, any},
    {RenameObject,            OnRule,            {{{Target, AX}}},                                       no, no,      no, any},

    {SetSchema,               OnTable,           {{{Target, AX}, {OwnSequences, AX}}},                   no, no,      no, any},
    {SetSchema,               OnView,            {{{Target, AX}}},                                       no, no,      no, any},
    {SetSchema,               OnMaterializedView, {{{Target, AX}}},                                      no, no,      no, any},
    {SetSchema,               OnSequence,        {{{Target, AX}}},                                       no, no,      no, any},

    {ChangeOwner,             OnTable,           {{{Target, AX}}},                                       no, no,      no, any},
    {ChangeOwner,             OnView,            {{{Target, AX}}},                                       no, no,      no, any},
    {ChangeOwner,             OnMaterializedView, {{{Target, AX}}},                                      no, no,      no, any},
    {ChangeOwner,             OnSequence,        {{{Target, AX}}},                                       no, no,      no, any},

    {Comment,                 OnTable,           {{{Target, SUX}}},                                      no, no,      no, any},
    {Comment,                 OnView,            {{{Target, SUX}}},                                      no, no,      no, any},
    {Comment,                 OnMaterializedView, {{{Target, SUX}}},                                     no, no,      no, any},
    {Comment,                 OnIndex,           {{{Target, SUX}}},                                      no, no,      no, any},
    {Comment,                 OnSequence,        {{{Target, SUX}}},                                      no, no,      no, any},
    {Comment,                 OnConstraint,      {{{Target, AS}}},                                       no, no,      no, any},
    {Comment,                 OnTrigger,         {{{Target, AS}}},                                       no, no,      no, any},
    {Comment,                 OnPolicy,          {{{Target, AS}}},                                       no, no,      no, any},
    {Comment,                 OnRule,            {{{Target, AS}}},                                       no, no,      no, any},

    // ALTER TABLE: columns
    {AddColumn,               Plain,             {{{Target, AX}, {Tree, AX}}},                           depends, depends, no, any},
    {DropColumn,              Plain,             {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},
    {RenameColumn,            Plain,             {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},
    {AlterColumnType,         Plain,             {{{Target, AX}, {Tree, AX}}},                           depends, depends, depends, any},
    {SetDefault,              Plain,             {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},
    {DropDefault,             Plain,             {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},
    {SetNotNull,              Plain,             {{{Target, AX}, {Tree, AX}}},                           no, depends, no, any},
    {DropNotNull,             Plain,             {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},
    {AddIdentity,             Plain,             {{{Target, AX}}},                                       no, no,      no, any, 0, 17},
    {AddIdentity,             Plain,             {{{Target, AX}, {Partitions, AX}}},                     no, no,      no, any, 17},
    {AlterIdentity,           Plain,             {{{Target, AX}}},                                       no, no,      no, any, 0, 17},
    {AlterIdentity,           Plain,             {{{Target, AX}, {Partitions, AX}}},                     no, no,      no, any, 17},
    {DropIdentity,            Plain,             {{{Target, AX}}},                                       no, no,      no, any, 0, 17},
    {DropIdentity,            Plain,             {{{Target, AX}, {Partitions, AX}}},                     no, no,      no, any, 17},
    {SetExpression,           Plain,             {{{Target, AX}, {Tree, AX}}},                           depends, depends, no, any, 17},
    {DropExpression,          Plain,             {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},
    {SetStatistics,           Plain,             {{{Target, SUX}, {Tree, SUX}}},                         no, no,      no, any},
    {SetColumnOptions,        Plain,             {{{Target, SUX}}},                                      no, no,      no, any},
    {SetStorage,              Plain,             {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},
    {SetCompression,          Plain,             {{{Target, AX}}},                                       no, no,      no, any, 14},

    // ALTER TABLE: constraints
    {AddConstraint,           Check,             {{{Target, AX}, {Tree, AX}}},                           no, yes,     no, any},
    {AddConstraint,           CheckNotValid,     {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any},
    {AddConstraint,           ForeignKey,        {{{Target, SRX}, {Partitions, SRX}, {Referenced, SRX}}}, no, yes,    no, any},
    {AddConstraint,           ForeignKeyNotValid, {{{Target, SRX}, {Partitions, SRX}, {Referenced, SRX}}}, no, no,    no, any},
    {AddConstraint,           Variant::Index,    {{{Target, AX}, {Partitions, S}}},                      no, yes,     no, any},
    {AddConstraint,           UsingIndex,        {{{Target, AX}}},                                       no, depends, no, any},
    {AddConstraint,           NotNull,           {{{Target, AX}, {Tree, AX}}},                           no, depends, no, any, 18},
    {AddConstraint,           NotNullNotValid,   {{{Target, AX}, {Tree, AX}}},                           no, no,      no, any, 18},
    {ValidateConstraint,      Check,             {{{Target, SUX}, {Tree, SUX}}},                         no, yes,     no, any},
    {ValidateConstraint,      ForeignKey,        {{{Target, SUX}, {Referenced, RS}}},                    no, yes,     no, any, 0, 18},
    {ValidateConstraint,      ForeignKey,        {{{Target, SUX}, {Partitions, SUX}, {Referenced, RS}}}, no, yes,     no, any, 18},
    {ValidateConstraint,      NotNull,           {{{Target, SUX}, {Tree, SUX}}},                         no, yes,     no, any, 18},
    {ValidateConstraint,      Plain,             {{{Target, SUX}}},                                      no, depends, no, any},
    {AlterConstraint,         Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {DropConstraint,          Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {RenameConstraint,        Plain,             {{{Target, AX}}},                                       no, no,      no, any},

    // ALTER TABLE: the rest
    {SetLogged,               Plain,             {{{Target, AX}}},                                       yes, yes,    no, any, 0, 15},
    {SetLogged,               Plain,             {{{Target, AX}, {OwnSequences, AX}}},                   yes, yes,    no, any, 15},
    {SetUnlogged,             Plain,             {{{Target, AX}}},                                       yes, yes,    no, any, 0, 15},
    {SetUnlogged,             Plain,             {{{Target, AX}, {OwnSequences, AX}}},                   yes, yes,    no, any, 15},
    {SetTablespace,           Plain,             {{{Target, AX}}},                                       depends, no, no, any},
    {SetAccessMethod,         Plain,             {{{Target, AX}}},                                       depends, depends, no, any, 15},
    {SetStorageParameters,    OnTable,           {{{Target, SUX}}},                                      no, no,      no, any},
    {SetStorageParameters,    UserCatalogTable,  {{{Target, AX}}},                                       no, no,      no, any},
    {SetStorageParameters,    OnView,            {{{Target, AX}}},                                       no, no,      no, any},
    {ClusterOn,               Plain,             {{{Target, SUX}}},                                      no, no,      no, any},
    {SetWithoutCluster,       Plain,             {{{Target, SUX}}},                                      no, no,      no, any},
    {EnableTrigger,           Plain,             {{{Target, SRX}}},                                      no, no,      no, any},
    {DisableTrigger,          Plain,             {{{Target, SRX}}},                                      no, no,      no, any},
    {EnableRule,              Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {DisableRule,             Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {EnableRowSecurity,       Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {DisableRowSecurity,      Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {ForceRowSecurity,        Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {ReplicaIdentity,         Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {Inherit,                 Plain,             {{{Target, AX}, {Second, SUX}}},                         no, no,      no, any},
    {NoInherit,               Plain,             {{{Target, AX}, {Second, AS}}},                          no, no,      no, any},
    {OfType,                  Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {NotOf,                   Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {AttachPartition,         Plain,             {{{Target, SUX}, {Second, AX}, {SecondTree, AX}}},        no, no,      no, any},
    {DetachPartition,         Plain,             {{{Target, AX}, {Second, AX}, {SecondTree, AX}}},         no, no,      no, any},
    {DetachPartition,         Concurrently,      {{{Target, SUX}, {Second, AX}}},                         no, no,      no, forbidden, 14},
    {DetachPartition,         Finalize,          {{{Target, SUX}, {Second, AX}}},                         no, no,      no, any, 14},

    // other objects
    {AlterIndex,              Plain,             {{{Target, SUX}}},                                      no, no,      no, any},
    {AlterView,               Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {AlterSequence,           Plain,             {{{Target, SRX}, {Second, AS}}},                         no, no,      no, any},
    {AlterTrigger,            Plain,             {{{Target, AX}}},                                       no, no,      no, any},
    {AlterPolicy,             Plain,             {{{Target, AX}, {Reads, AS}}},                          no, no,      no, any},
    {AlterPublication,        Plain,             {{{Reads, SUX}}},                                       no, no,      no, any},
    {AlterSystem,             Plain,             {},                                                     no, no,      no, forbidden},
    {AddEnumValue,            Plain,             {},                                                     no, no,      no, any},

    // upkeep
    {Reindex,                 OnIndex,           {{{Target, AX}, {TableOfIndex, S}}},                    no, no,      no, any},
    {Reindex,                 OnTable,           {{{Target, S}}},                                        no, yes,     yes, any},
    {Reindex,                 Concurrently,      {{{Target, SUX}}},                                      no, yes,     yes, forbidden},
    {Reindex,                 Whole,             {},                                                     no, no,      no, forbidden},
    {Cluster,                 Plain,             {{{Target, AX}}},                                       yes, yes,    no, any},
    {Cluster,                 Whole,             {},                                                     no, no,      no, forbidden},
    {Vacuum,                  Plain,             {{{Target, SUX}, {Partitions, SUX}}},                   no, no,      no, forbidden},
    {Vacuum,                  Full,              {{{Target, AX}, {Partitions, AX}}},                     yes, yes,    no, forbidden},
    {Vacuum,                  Whole,             {},                                                     no, no,      no, forbidden},
    {Analyze,                 Plain,             {{{Target, SUX}, {Tree, SUX}}},                         no, no,      no, any},
    {RefreshMaterializedView, Plain,             {{{Target, AX}}},                                       yes, depends, no, any},
    {RefreshMaterializedView, Concurrently,      {{{Target, X}}},                                        no, yes,     no, any},
    {LockTable,               Plain,             {},                                                     no, no,      no, required},
};
// clang-format on

constexpr std::array<QStringView, 9> names{
    u"",          u"AccessShareLock", u"RowShareLock", u"RowExclusiveLock", u"ShareUpdateExclusiveLock", u"ShareLock", u"ShareRowExclusiveLock",
    u"ExclusiveLock", u"AccessExclusiveLock"};

} // namespace

QString lockName(Lock lock)
{
    return names.at(size_t(lock)).toString();
}

Lock lockOf(QStringView mode)
{
    QString word = mode.toString().toLower().remove(u' ');
    if (!word.endsWith("lock"_L1))
        word += "lock"_L1;
    for (size_t i = 1; i < names.size(); ++i) {
        if (word.compare(names.at(i), Qt::CaseInsensitive) == 0)
            return Lock(i);
    }
    return Lock::AccessExclusive; // what LOCK TABLE takes where no mode is written
}

std::span<const Row> rows()
{
    return table;
}

const Row *row(Operation::Kind kind, Variant variant, int version)
{
    const auto found = std::ranges::find_if(table, [&](const Row &row) {
        return row.kind == kind && row.variant == variant && (row.from == 0 || version >= row.from) && (row.until == 0 || version < row.until);
    });
    return found == std::end(table) ? nullptr : &*found;
}

} // namespace Whimbrel::PostgreSqlImpact
