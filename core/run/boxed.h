// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace Whimbrel {

/// As std::optional, for a value that few of its owners have: without one it takes the room of a pointer.
template<typename T>
class Boxed
{
public:
    Boxed() = default;
    Boxed(T value) : m_value(std::make_unique<T>(std::move(value))) { }
    Boxed(const Boxed &other) : m_value(other ? std::make_unique<T>(*other) : nullptr) { }
    Boxed(Boxed &&) noexcept = default;
    ~Boxed() = default;
    Boxed &operator=(Boxed other) noexcept
    {
        m_value.swap(other.m_value);
        return *this;
    }

    explicit operator bool() const { return m_value != nullptr; }
    bool has_value() const { return m_value != nullptr; }
    const T &operator*() const { return *m_value; }
    T &operator*() { return *m_value; }
    const T *operator->() const { return m_value.get(); }
    T *operator->() { return m_value.get(); }

private:
    std::unique_ptr<T> m_value;
};

} // namespace Whimbrel
