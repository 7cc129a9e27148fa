// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/driversession.h"
#include "database/drivers/sqlite/sqliterows.h"

namespace Whimbrel {

class SqliteCanceller;

/// One file. Foreign keys stay off as in sqlite3 and dbmate, unless the URL says `_foreign_keys=on`.
class SqliteSession final : public DriverSession
{
    Q_DECLARE_TR_FUNCTIONS(Session)

public:
    SqliteSession(ConnectionSettings settings, SessionRole role);
    ~SqliteSession() override;

    Result<> connect() override;
    Result<> executeTogether(std::span<const Statement *const> statements, const StatementDone &done) override;
    TransactionState transactionState() override;
    Result<> resetState() override;

protected:
    Result<Rows> fetch(const QString &sql) override;
    Result<qlonglong> run(const Statement &statement) override;
    Result<> beginTransaction() override;
    Result<> commitTransaction() override;
    Result<> rollbackTransaction() override;
    Result<> applyGuards() override;
    Result<> sendPing() override;
    bool endsAtNul() const override { return true; }

private:
    using Prepared = SqliteStatement;

    Result<QString> openMode() const;
    Result<> openFile();
    Result<> checkLibrary();
    Result<> settle();
    void close();
    Result<> command(const QString &sql);
    Result<Prepared> prepare(const QString &sql, const Statement *statement = nullptr);
    /// True while there is another row.
    Result<bool> step(sqlite3_stmt *prepared, const Statement *statement = nullptr);
    Result<qlonglong> runPrepared(sqlite3_stmt *prepared, const Statement &statement);
    void startClock(std::chrono::milliseconds timeout);
    /// The library's last error; to be asked before anything else is done.
    Error lastError(const Statement *statement = nullptr);
    static int waitForLock(void *session, int attempt);
    static int checkTime(void *session);
    static int watchState(void *session, int action, const char *, const char *, const char *database, const char *);

    sqlite3 *m_handle = nullptr;
    SqliteRows m_rows; ///< of the script that is running
    std::shared_ptr<SqliteCanceller> m_interrupt;
    std::chrono::steady_clock::time_point m_lockWaitBegan;
    std::chrono::steady_clock::time_point m_deadline;
    bool m_timedOut = false;
    bool m_stateTouched = false; ///< a script changed what a new connection would not have
};

} // namespace Whimbrel
