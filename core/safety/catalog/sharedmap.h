// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

#include <QSharedData>

#include <algorithm>
#include <array>

namespace Whimbrel {

/// An ObjectName that refers to names which others hold.
struct ObjectNameView
{
    QStringView schema;
    QStringView name;

    ObjectNameView(QStringView itsSchema, QStringView itsName) : schema(itsSchema), name(itsName) { }
    ObjectNameView(const ObjectName &whole) : schema(whole.schema), name(whole.name) { }
};

/// A hash by name that is shared piece by piece: a copy costs a pointer, and the first change after it copies two arrays of 32
/// pointers and one of 1,024 leaves. An analysis copies the catalog before every statement; a QHash would copy all of it.
template<typename Value>
class SharedMap
{
public:
    explicit SharedMap(Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
        : m_sensitivity(sensitivity)
    {
    }

    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    const Value *find(ObjectNameView name) const
    {
        if (!m_root)
            return nullptr;
        const size_t hash = hashOf(name);
        const Branch *branch = m_root->branches[hash % Width].constData();
        if (!branch)
            return nullptr;
        const Leaf &leaf = branch->leaves[hash / Width % Width];
        const auto found = std::ranges::find_if(leaf, [&](const Entry &entry) { return entry.is(hash, name, m_sensitivity); });
        return found == leaf.end() ? nullptr : &found->value;
    }

    bool contains(ObjectNameView name) const { return find(name); }

    /// nullptr where there is none; the value is this map's own, to be changed.
    Value *change(const ObjectName &name)
    {
        if (!contains(name))
            return nullptr;
        const size_t hash = hashOf(name);
        Leaf &leaf = leafOf(hash);
        return &std::ranges::find_if(leaf, [&](const Entry &entry) { return entry.is(hash, name, m_sensitivity); })->value;
    }

    /// The value, made where there is none.
    Value &operator[](const ObjectName &name)
    {
        const size_t hash = hashOf(name);
        Leaf &leaf = leafOf(hash);
        const auto found = std::ranges::find_if(leaf, [&](const Entry &entry) { return entry.is(hash, name, m_sensitivity); });
        if (found != leaf.end())
            return found->value;
        ++m_size;
        leaf.append(Entry{hash, name, Value()});
        return leaf.last().value;
    }

    bool remove(const ObjectName &name)
    {
        if (!contains(name))
            return false;
        const size_t hash = hashOf(name);
        leafOf(hash).removeIf([&](const Entry &entry) { return entry.is(hash, name, m_sensitivity); });
        --m_size;
        return true;
    }

    /// `visit(name, value)` for each, in no order.
    template<typename Visit>
    void forEach(Visit visit) const
    {
        if (!m_root)
            return;
        for (const auto &branch : m_root->branches) {
            if (!branch)
                continue;
            for (const Leaf &leaf : branch->leaves) {
                for (const Entry &entry : leaf)
                    visit(entry.key, entry.value);
            }
        }
    }

private:
    static constexpr size_t Width = 32;

    struct Entry
    {
        size_t hash;
        ObjectName key;
        Value value;

        bool is(size_t other, ObjectNameView name, Qt::CaseSensitivity sensitivity) const
        {
            if (hash != other)
                return false;
            return sensitivity == Qt::CaseSensitive ? key.name == name.name && key.schema == name.schema
                                                    : key.name.compare(name.name, sensitivity) == 0 && key.schema.compare(name.schema, sensitivity) == 0;
        }
    };
    using Leaf = QList<Entry>;
    struct Branch : QSharedData
    {
        std::array<Leaf, Width> leaves;
    };
    struct Root : QSharedData
    {
        std::array<QSharedDataPointer<Branch>, Width> branches;
    };

    size_t hashOf(ObjectNameView name) const
    {
        const size_t seed = QHashSeed::globalSeed();
        if (m_sensitivity == Qt::CaseSensitive)
            return qHashMulti(seed, name.schema, name.name);
        return qHashMulti(seed, name.schema.toString().toCaseFolded(), name.name.toString().toCaseFolded());
    }

    Leaf &leafOf(size_t hash)
    {
        if (!m_root)
            m_root = new Root;
        QSharedDataPointer<Branch> &branch = m_root->branches[hash % Width];
        if (!branch)
            branch = new Branch;
        return branch->leaves[hash / Width % Width];
    }

    QSharedDataPointer<Root> m_root;
    qsizetype m_size = 0;
    Qt::CaseSensitivity m_sensitivity;
};

} // namespace Whimbrel
