// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QByteArrayView>
#include <QSet>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Whimbrel {

/// One table of a TOML file, read key by key. Keeps the first error of the whole file, with its line; a key that nobody
/// asked for is one (refuseOthers). The TOML library stays behind tomltable.cpp.
class TomlTable
{
public:
    /// Parses `text` and hands its root to `read`. Errors: Project, with file, line and reason: of the text, or the first that
    /// `read` met.
    static Result<> parse(const QByteArray &text, const QString &file, const std::function<void(TomlTable &)> &read);
    ~TomlTable();

    // Each leaves `value` as it is if the key is not there.
    void read(const char *key, QString &value);
    void read(const char *key, bool &value);
    void read(const char *key, QStringList &value);
    void read(const char *key, std::chrono::milliseconds &value);

    void readTable(const char *key, const std::function<void(TomlTable &)> &read);
    /// Every sub-table of `key` with its name, in the order of the file.
    void readTables(const char *key, const std::function<void(TomlTable &, const QString &)> &read);

    /// All keys that are there, by name.
    QStringList keys() const;
    /// To be called after every key was read: fails at the first one that nobody knows.
    void refuseOthers();
    /// Fails at a key's value; at the table itself if `key` is empty or not there. Only the first error is kept.
    void fail(QByteArrayView key, const QString &message, const QString &hint);

    /// The same at one element of a key's list.
    void failAt(QByteArrayView key, qsizetype element, const QString &message, const QString &hint);

    FilePosition position(QByteArrayView key) const;
    const std::optional<Error> &error() const;

private:
    struct Node;
    explicit TomlTable(const Node &node);

    void wrongType(const char *key, const QString &hint);

    std::unique_ptr<Node> m_node;
    QSet<QByteArray> m_known;
};

} // namespace Whimbrel
