// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

#include <QSharedData>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <cstring>

namespace Whimbrel {

/// An ObjectName that refers to names which others hold.
struct ObjectNameView
{
    QStringView schema;
    QStringView name;

    ObjectNameView(QStringView itsSchema, QStringView itsName) : schema(itsSchema), name(itsName) { }
    ObjectNameView(const ObjectName &whole) : schema(whole.schema), name(whole.name) { }
};

/// Of a name of a few characters, as nearly all are: a call of qHash() costs more than all the rest of looking it up.
inline size_t nameHash(QStringView name, size_t seed)
{
    constexpr quint64 odd = 0x9e3779b97f4a7c15;
    quint64 hash = seed ^ (static_cast<quint64>(name.size()) * odd);
    const auto mix = [&hash](quint64 units) {
        hash = (hash ^ units) * odd;
        hash ^= hash >> 29;
    };
    const char16_t *at = name.utf16();
    qsizetype left = name.size();
    for (; left >= 4; left -= 4, at += 4) {
        quint64 units = 0;
        std::memcpy(&units, at, sizeof units);
        mix(units);
    }
    quint64 rest = 0;
    for (; left > 0; --left)
        rest = rest << 16 | *at++;
    mix(rest);
    return static_cast<size_t>(hash ^ hash >> 32);
}

/// A hash by name that is shared piece by piece: a copy costs a pointer, and the first change after it copies three arrays of 16
/// pointers and a leaf of a few. An analysis copies the catalog before every statement; a QHash would copy all of it.
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
        const Branch *branch = m_root.constData()->children[slot(hash, 0)].constData();
        const Twig *twig = branch ? branch->children[slot(hash, 1)].constData() : nullptr;
        const Leaf *leaf = twig ? twig->children[slot(hash, 2)].constData() : nullptr;
        if (!leaf)
            return nullptr;
        for (const Place &place : leaf->places) {
            if (place.hash == hash && place.entry->is(name, m_sensitivity))
                return &place.entry->value;
        }
        return nullptr;
    }

    bool contains(ObjectNameView name) const { return find(name); }

    /// nullptr where there is none; the value is this map's own, to be changed.
    Value *change(const ObjectName &name)
    {
        if (!contains(name))
            return nullptr;
        const size_t hash = hashOf(name);
        Leaf &leaf = leafOf(hash);
        return &placeIn(leaf, hash, name)->entry->value;
    }

    /// The value, made where there is none.
    Value &operator[](const ObjectName &name)
    {
        const size_t hash = hashOf(name);
        Leaf &leaf = leafOf(hash);
        if (const auto found = placeIn(leaf, hash, name); found != leaf.places.end())
            return found->entry->value;
        ++m_size;
        leaf.places.append({hash, QSharedDataPointer<Entry>(new Entry(name))});
        return leaf.places.last().entry->value;
    }

    bool remove(const ObjectName &name)
    {
        if (!contains(name))
            return false;
        const size_t hash = hashOf(name);
        Leaf &leaf = leafOf(hash);
        leaf.places.erase(placeIn(leaf, hash, name));
        --m_size;
        return true;
    }

    /// `visit(name, value)` for each, in no order.
    template<typename Visit>
    void forEach(Visit visit) const
    {
        if (!m_root)
            return;
        forEachOf(m_root.constData()->children, [&](const Branch &branch) {
            forEachOf(branch.children, [&](const Twig &twig) {
                forEachOf(twig.children, [&](const Leaf &leaf) {
                    for (const Place &place : leaf.places)
                        visit(place.entry->key, place.entry->value);
                });
            });
        });
    }

private:
    static constexpr size_t Width = 16;

    struct Entry : QSharedData
    {
        explicit Entry(ObjectName itsKey) : key(std::move(itsKey)) { }

        ObjectName key;
        Value value{};

        bool is(ObjectNameView name, Qt::CaseSensitivity sensitivity) const
        {
            return sensitivity == Qt::CaseSensitive ? key.name == name.name && key.schema == name.schema
                                                    : key.name.compare(name.name, sensitivity) == 0 && key.schema.compare(name.schema, sensitivity) == 0;
        }
    };
    struct Place
    {
        size_t hash; ///< here, so that others' names need not be looked at
        QSharedDataPointer<Entry> entry;
    };
    struct Leaf : QSharedData
    {
        QVarLengthArray<Place, 3> places;
    };
    template<typename Child>
    struct Fork : QSharedData
    {
        std::array<QSharedDataPointer<Child>, Width> children;
    };
    using Twig = Fork<Leaf>;
    using Branch = Fork<Twig>;
    using Root = Fork<Branch>;

    static size_t slot(size_t hash, int level) { return hash >> (4 * level) & (Width - 1); }

    size_t hashOf(ObjectNameView name) const
    {
        const size_t seed = QHashSeed::globalSeed();
        const size_t ofSchema = seed ^ static_cast<size_t>(name.schema.size()); // there are few, and nearly all names differ by themselves
        if (m_sensitivity == Qt::CaseSensitive)
            return nameHash(name.name, ofSchema);
        return nameHash(name.name.toString().toCaseFolded(), ofSchema);
    }

    auto placeIn(Leaf &leaf, size_t hash, const ObjectName &name) const
    {
        return std::ranges::find_if(leaf.places, [&](const Place &place) { return place.hash == hash && place.entry->is(name, m_sensitivity); });
    }

    template<typename Child>
    static Child &own(QSharedDataPointer<Child> &child)
    {
        if (!child)
            child = new Child;
        return *child;
    }

    Leaf &leafOf(size_t hash)
    {
        return own(own(own(own(m_root).children[slot(hash, 0)]).children[slot(hash, 1)]).children[slot(hash, 2)]);
    }

    template<typename Child, typename Visit>
    static void forEachOf(const std::array<QSharedDataPointer<Child>, Width> &children, Visit visit)
    {
        for (const QSharedDataPointer<Child> &child : children) {
            if (child)
                visit(*child);
        }
    }

    QSharedDataPointer<Root> m_root;
    qsizetype m_size = 0;
    Qt::CaseSensitivity m_sensitivity;
};

} // namespace Whimbrel
