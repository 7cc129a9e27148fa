// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "sql/dialect.h"

#include <QDir>
#include <QMap>
#include <QString>

#include <chrono>

namespace Whimbrel {

/// How to reach one database. A value; holds the password only in memory.
struct ConnectionSettings
{
    Dialect dialect = Dialect::SQLite; ///< MySql for mysql:// and mariadb:// alike until the server has told
    QString host;                      ///< empty: the local socket
    int port = 0;                      ///< 0: the default
    QString user;
    QString password;                  ///< resolved by SecretStore; never written anywhere, never printed
    QString database;                  ///< the database's name; for SQLite the absolute path of the file
    QMap<QString, QString> options;    ///< the URL's query: libpq's options, MySQL's unix_socket, ssl-ca, ...; SQLite's mode

    QString role;                      ///< SET ROLE after login (PostgreSQL, MariaDB)
    QString searchPath;                ///< PostgreSQL's search_path
    bool readOnly = false;             ///< enforced by the server's session, not by us
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(10);

    /// Reads a URL of design/CLI.md's forms: sqlite:PATH, postgresql://..., mysql://..., mariadb://... Relative SQLite
    /// paths are taken from `base`. Errors: ErrorKind::Usage naming the part that is wrong, with the password masked.
    static Result<ConnectionSettings> fromUrl(const QString &url, const QDir &base);

    /// The URL without the password, with "***" where one was written: what may be shown, logged and stored.
    QString displayUrl() const;
    /// "shop on db.example.com", "shop.db": short, for titles and sentences.
    QString displayName() const;
    /// True if a password is in it, of the login or of a key.
    bool holdsSecret() const;
    /// True if both lead to the same server and database, whoever logs in (design/CLI.md: a -d that leads to a protected one).
    bool sameDatabase(const ConnectionSettings &other) const;

    bool operator==(const ConnectionSettings &) const = default;
};

} // namespace Whimbrel
