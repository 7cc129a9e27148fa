// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// PostgreSQL's own headers, in the order that works in C++: the standard library first, since postgres.h redefines words of
// it as macros. No file that includes this may include Qt.

#include "safety/postgresql/tree/tree.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <libintl.h>

extern "C" {
#include <postgres.h>

#include <nodes/parsenodes.h>
#include <nodes/pg_list.h>
}

#undef Max
#undef Min
#undef foreach
#undef fprintf
#undef printf
#undef snprintf
#undef sprintf
#undef vfprintf
#undef vprintf
#undef vsnprintf
#undef vsprintf

namespace Whimbrel::PgTree {

/// for (const ColumnDef *column : each<ColumnDef>(list)); a null list is empty.
template <typename Value>
class Each
{
public:
    class Iterator
    {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = const Value *;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = const Value *;

        explicit Iterator(const ListCell *cell) : m_cell(cell) {}
        const Value *operator*() const { return static_cast<const Value *>(m_cell->ptr_value); }
        Iterator &operator++()
        {
            ++m_cell;
            return *this;
        }
        bool operator==(const Iterator &) const = default;

    private:
        const ListCell *m_cell;
    };

    explicit Each(const ::List *list) : m_list(list) {}
    Iterator begin() const { return Iterator(m_list ? m_list->elements : nullptr); }
    Iterator end() const { return Iterator(m_list ? m_list->elements + m_list->length : nullptr); }

private:
    const ::List *m_list;
};

template <typename Value>
Each<Value> each(const ::List *list)
{
    return Each<Value>(list);
}

inline size_t size(const ::List *list) { return list ? static_cast<size_t>(list->length) : 0; }

/// The element, or null where there is none.
template <typename Value>
const Value *at(const ::List *list, size_t index)
{
    return index < size(list) ? static_cast<const Value *>(list->elements[index].ptr_value) : nullptr;
}

template <typename Value>
const Value *last(const ::List *list)
{
    return list ? at<Value>(list, size(list) - 1) : nullptr;
}

inline bool is(const void *node, NodeTag tag) { return node && static_cast<const Node *>(node)->type == tag; }

/// `node` as what it is known to be.
template <typename Value>
const Value *as(const void *node)
{
    return static_cast<const Value *>(node);
}

inline Text text(const char *string) { return string ? Text(string) : Text(); }
inline Text text(const ::String *string) { return string ? text(string->sval) : Text(); }

/// Leaves out what stands further ahead in the list already.
void unique(std::vector<Text> &list);
void unique(std::vector<Name> &list);

Name nameOf(const RangeVar *relation);
/// A list of String nodes: name, or schema and name; a database before them is left out.
Name nameOf(const ::List *names);
std::vector<Text> texts(const ::List *strings);
/// Role names as written; CURRENT_USER and the like in lower case.
std::string roleName(const RoleSpec *role);
std::string joined(const ::List *strings, char separator = '.');
/// What a node of values says: a string without its quotes, a number, a boolean; empty for anything else.
std::string valueText(const Node *node);
const DefElem *option(const ::List *options, Text name);
/// As it is written, "toast.autovacuum_enabled" with its part; `missing` where it has no value.
void addOption(const DefElem *option, Operation &operation, Text missing = "true");
/// Whether a boolean option is on: `(CONCURRENTLY)`, `(FULL true)`.
bool isOn(const DefElem *option);

} // namespace Whimbrel::PgTree
