// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "database/sessionthread.h"
#include "forms.h"
#include "postgresserver.h"
#include "safety/catalog/catalog.h"

#include <map>
#include <memory>
#include <optional>

namespace Whimbrel::Test {


/// What the server did to one relation of the person's.
struct MeasuredRelation
{
    QString schema;
    QString name;       ///< as it was before the form, its own for a new one
    QChar kind;         ///< pg_class.relkind
    QString table;      ///< "schema.name" of an index's table
    QString lock;       ///< the strongest; empty: none
    bool isNew = false; ///< made by the form
    bool rewritten = false;
    bool scanned = false;
    bool rebuilt = false; ///< an index of it has a new file, the table has not

    QStringList names;  ///< "schema.name" of every name it had while the form ran
    bool wasEmpty = false; ///< it has no rows, before and after

    QString fullName() const { return schema + u'.' + name; }
    bool isIndex() const { return kind == u'i' || kind == u'I'; }
};

struct Measurement
{
    QList<MeasuredRelation> relations;
    std::optional<Error> error;        ///< the server refused the form, for the statement `failedAt`
    qsizetype failedAt = -1;
    bool refusedInTransaction = false; ///< it may not run in a transaction block
};

/// Runs forms on a server of the test's own and looks at what they do. The schema is made once, and again after a form that
/// committed something.
class LockTruth
{
public:
    LockTruth(PostgresServer &server, QString schema);
    ~LockTruth();
    Q_DISABLE_COPY_MOVE(LockTruth)

    /// Makes the database that the form stands on: the schema, and the form's setup.
    void prepare(const StatementForm &form);
    /// The schema as the program reads it where it is connected; before the form is measured.
    Catalog catalog();
    QStringList searchPath() const { return m_searchPath.split(QStringLiteral(", ")); }

    Measurement measure(const StatementForm &form);

private:
    void makeDatabase();
    void run(Session &session, const QString &script);
    void rememberBefore();
    void rememberNames();
    QList<MeasuredRelation> look(qint64 pid);
    QList<MeasuredRelation> measured(const QString &pid, const QString &scansBefore, const QString &scansNow, const QString &sizeNow);

    Measurement measureInTransaction(const StatementForm &form);
    Measurement measureOutside(const StatementForm &form);
    void watch(const QString &statement, const QString &holderLock, Measurement &measured);
    std::map<qint64, std::unique_ptr<Session>> holders(const QString &lock);

    PostgresServer &m_server;
    const QString m_schema;
    QString m_database;
    QString m_searchPath;
    QHash<QString, QStringList> m_names; ///< of each relation's OID, while a form runs
    std::unique_ptr<Session> m_session;
    bool m_dirty = true; ///< something was committed since the schema was made
};

} // namespace Whimbrel::Test
