// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/metadatalocks.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype edgeLimit = 5000;

constexpr std::array<QStringView, 10> modes{
    u"MDL_SHARED",           u"MDL_SHARED_HIGH_PRIO",      u"MDL_SHARED_READ",
    u"MDL_SHARED_WRITE",     u"MDL_SHARED_WRITE_LOW_PRIO", u"MDL_SHARED_UPGRADABLE",
    u"MDL_SHARED_READ_ONLY", u"MDL_SHARED_NO_WRITE",       u"MDL_SHARED_NO_READ_WRITE",
    u"MDL_EXCLUSIVE"};

//                                                X SNRW SNW SRO SU SWLP SW SR SH S: bit 0 is MDL_SHARED
constexpr std::array<unsigned, 10> conflicts{
    0b10'0000'0000, // SHARED
    0b10'0000'0000, // SHARED_HIGH_PRIO
    0b11'0000'0000, // SHARED_READ
    0b11'1100'0000, // SHARED_WRITE
    0b11'1100'0000, // SHARED_WRITE_LOW_PRIO
    0b11'1010'0000, // SHARED_UPGRADABLE
    0b11'0001'1000, // SHARED_READ_ONLY
    0b11'1011'1000, // SHARED_NO_WRITE
    0b11'1111'1100, // SHARED_NO_READ_WRITE
    0b11'1111'1111, // EXCLUSIVE
};

size_t indexOf(QStringView mode)
{
    return static_cast<size_t>(std::distance(modes.begin(), std::ranges::find(modes, mode)));
}

/// The modes of a change of the table: while one waits, those that conflict with it queue behind it.
bool isChange(QStringView mode)
{
    return indexOf(mode) >= indexOf(u"MDL_SHARED_NO_WRITE");
}

} // namespace

bool metadataModesConflict(QStringView wants, QStringView held)
{
    const size_t first = indexOf(wants);
    const size_t second = indexOf(held);
    if (first == modes.size() || second == modes.size())
        return true;
    return conflicts[first] >> second & 1U;
}

QList<LockEdge> metadataLockEdges(const Rows &locks)
{
    QHash<QString, QList<qsizetype>> byTarget;
    for (qsizetype row = 0; row < locks.rows.size(); ++row)
        byTarget[locks.text(row, u"target")] << row;
    QList<LockEdge> edges;
    for (qsizetype row = 0; row < locks.rows.size(); ++row) {
        if (!locks.boolean(row, u"waits"))
            continue;
        LockEdge edge;
        edge.waiting.pid = locks.number(row, u"id");
        edge.target = locks.text(row, u"target");
        edge.wants = locks.text(row, u"mode");
        if (!locks.isNull(row, u"waited"))
            edge.waited = std::chrono::milliseconds(locks.number(row, u"waited"));
        for (const qsizetype other : byTarget.value(edge.target)) {
            const QString mode = locks.text(other, u"mode");
            const bool queued = locks.boolean(other, u"waits");
            const bool stands = !queued || (isChange(mode) && !isChange(edge.wants));
            edge.blocking.pid = locks.number(other, u"id");
            if (edge.blocking == edge.waiting || !stands || !metadataModesConflict(edge.wants, mode))
                continue;
            edge.kind = queued ? LockEdge::Kind::QueuedAhead : LockEdge::Kind::Holds;
            edge.held = queued ? QString() : mode;
            edges << edge;
            if (edges.size() >= edgeLimit)
                return edges;
        }
    }
    return edges;
}

} // namespace Whimbrel
