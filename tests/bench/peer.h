// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"
#include "sql/dialect.h"

#include <QTemporaryDir>

namespace Whimbrel::Bench {

/// A database and its own client. The servers are the ones of tests/support: without fsync, which hides nobody's work.
class Peer
{
public:
    explicit Peer(Dialect dialect);

    static QList<Dialect> dialects() { return {Dialect::SQLite, Dialect::PostgreSql, Dialect::MariaDb}; }

    Dialect dialect() const { return m_dialect; }
    /// A new, empty database; the ones before are left alone.
    void newDatabase();
    QString url() const { return m_url; }
    /// The client that runs a script in the current database, stopping at the first error.
    CommandLine client(const QString &script) const;
    /// The words around one migration when the client runs it.
    QByteArray begin() const { return m_dialect == Dialect::MariaDb ? "SET autocommit=0;\n" : "BEGIN;\n"; }

private:
    Dialect m_dialect;
    QTemporaryDir m_folder;
    QString m_url;
    QStringList m_clientArguments;
    int m_count = 0;
};

/// A project of dbmate's with these migrations, one statement up and one down each.
class Project
{
public:
    struct Migration
    {
        QByteArray up;
        QByteArray down;
    };
    explicit Project(const QList<Migration> &migrations);

    QString folder() const { return m_folder.path(); }
    QString migrationsFolder() const { return m_folder.filePath(QStringLiteral("db/migrations")); }
    static QByteArray version(qsizetype index);

private:
    QTemporaryDir m_folder;
};

} // namespace Whimbrel::Bench
