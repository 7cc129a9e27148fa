// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <future>

namespace Whimbrel {

/// MigrationProject::hashContent() of a text that somebody may ask for later. That of a large file is computed on a thread
/// of its own while the text is read; otherwise only when it is asked for.
class ContentHash
{
public:
    ContentHash() = default;
    /// Begins with a large one at once.
    static ContentHash ofFile(const QByteArray &content);
    static ContentHash ofText(const QString &text);

    /// Waits for it; empty if there is none. Thread-safe.
    QString value() const { return m_hash.valid() ? m_hash.get() : QString(); }

private:
    explicit ContentHash(std::shared_future<QString> hash) : m_hash(std::move(hash)) { }

    std::shared_future<QString> m_hash;
};

} // namespace Whimbrel
