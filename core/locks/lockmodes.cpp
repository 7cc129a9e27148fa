// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockmodes.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

// PostgreSQL's modes from the weakest to the strongest; the row of a mode names the modes it conflicts with by its bits.
constexpr std::array<QStringView, 8> postgreSqlModes{
    u"AccessShareLock", u"RowShareLock", u"RowExclusiveLock", u"ShareUpdateExclusiveLock",
    u"ShareLock", u"ShareRowExclusiveLock", u"ExclusiveLock", u"AccessExclusiveLock"};

//                                                AS RS RX SUX S SRX X AX: bit 0 is AccessShareLock
constexpr std::array<unsigned, 8> postgreSqlConflicts{
    0b1000'0000, // AccessShareLock
    0b1100'0000, // RowShareLock
    0b1111'0000, // RowExclusiveLock
    0b1111'1000, // ShareUpdateExclusiveLock
    0b1110'1100, // ShareLock
    0b1111'1100, // ShareRowExclusiveLock
    0b1111'1110, // ExclusiveLock
    0b1111'1111, // AccessExclusiveLock
};

struct Reach { QStringView mode; LockReach reach; };

constexpr std::array reaches{
    Reach{u"AccessShareLock", LockReach::Nothing},
    Reach{u"RowShareLock", LockReach::Nothing},
    Reach{u"RowExclusiveLock", LockReach::Nothing},
    Reach{u"ShareUpdateExclusiveLock", LockReach::SchemaChanges},
    Reach{u"ShareLock", LockReach::Writes},
    Reach{u"ShareRowExclusiveLock", LockReach::Writes},
    Reach{u"ExclusiveLock", LockReach::Writes},
    Reach{u"AccessExclusiveLock", LockReach::ReadsAndWrites},

    // InnoDB's row locks: plain reads pass them all.
    Reach{u"S", LockReach::Writes},
    Reach{u"X", LockReach::Writes},
    Reach{u"AUTO_INC", LockReach::Writes},

    // Metadata locks; what is "shared" of them only stops changes of the table.
    Reach{u"MDL_SHARED", LockReach::SchemaChanges},
    Reach{u"MDL_SHARED_HIGH_PRIO", LockReach::SchemaChanges},
    Reach{u"MDL_SHARED_READ", LockReach::SchemaChanges},
    Reach{u"MDL_SHARED_WRITE", LockReach::SchemaChanges},
    Reach{u"MDL_SHARED_UPGRADABLE", LockReach::SchemaChanges},
    Reach{u"MDL_SHARED_READ_ONLY", LockReach::Writes},
    Reach{u"MDL_SHARED_NO_WRITE", LockReach::Writes},
    Reach{u"MDL_SHARED_NO_READ_WRITE", LockReach::ReadsAndWrites},
    Reach{u"MDL_EXCLUSIVE", LockReach::ReadsAndWrites},

    // SQLite, https://sqlite.org/lockingv3.html and wal.html.
    Reach{u"SHARED", LockReach::Nothing},
    Reach{u"RESERVED", LockReach::Writes},
    Reach{u"PENDING", LockReach::ReadsAndWrites},
    Reach{u"EXCLUSIVE", LockReach::ReadsAndWrites},
    Reach{u"WAL READ", LockReach::Nothing},
    Reach{u"WAL WRITE", LockReach::Writes},
    Reach{u"WAL CHECKPOINT", LockReach::Nothing},
    Reach{u"WAL RECOVER", LockReach::ReadsAndWrites},
};

} // namespace

bool postgreSqlModesConflict(QStringView wants, QStringView held)
{
    const auto index = [](QStringView mode) {
        return static_cast<size_t>(std::distance(postgreSqlModes.begin(), std::ranges::find(postgreSqlModes, mode)));
    };
    const size_t first = index(wants);
    const size_t second = index(held);
    if (first == postgreSqlModes.size() || second == postgreSqlModes.size())
        return true;
    return postgreSqlConflicts[first] >> second & 1U;
}

LockReach lockReach(QStringView mode)
{
    const QStringView name = mode.left(mode.indexOf(u',') < 0 ? mode.size() : mode.indexOf(u',')); // "X,GAP", "S,REC"
    const auto found = std::ranges::find(reaches, name, &Reach::mode);
    return found == reaches.end() ? LockReach::Nothing : found->reach;
}

} // namespace Whimbrel
