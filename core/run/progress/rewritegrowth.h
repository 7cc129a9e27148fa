// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "run/progress/statementprogress.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace Whimbrel {

/// How far PostgreSQL is with a table that it writes anew (ALTER TABLE … TYPE and the like), which it does not tell: by the
/// size of the new files, which the session has locked and nobody else can see yet, against that of the old ones; where
/// the role may not look at files by the growth of the whole database. Measured: facts, lock-monitor 3.
class RewriteGrowth
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    /// The table or materialized view that the statement may write anew, without its schema; empty: it does not.
    static QString rewrittenTable(const Statement &statement);

    RewriteGrowth(const BackendId &run, QString table);

    /// Adds to `sample` what is known. Errors: as Session::query().
    Result<> look(Session &session, ProgressSample &sample);

private:
    Result<> find(Session &session);
    Result<> readFiles(Session &session);
    Result<> readDatabase(Session &session);

    const BackendId m_run;
    const QString m_table;
    bool m_prepared = false;
    bool m_seesFiles = false;
    QStringList m_files;      ///< that are made; empty: none was found yet
    QString m_oldFile;
    qlonglong m_old = 0;      ///< bytes of what is replaced, its TOAST table included; 0: not known
    qlonglong m_indexes = 0;  ///< bytes of its indexes, which are built anew after that
    qlonglong m_written = -1; ///< bytes; -1: not known
    qlonglong m_databaseBefore = -1;
    QElapsedTimer m_sinceAsked; ///< for the size of the database, ...
    qint64 m_cost = 0;          ///< ... what that took, in ms, ...
    int m_givenUp = 0;          ///< ... and how often it took too long
};

} // namespace Whimbrel
