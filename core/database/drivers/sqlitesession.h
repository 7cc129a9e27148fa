// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/driversession.h"

class QSqlQuery;
struct sqlite3;

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
    Result<QString> openMode() const;
    Result<> openFile();
    Result<> checkLibrary();
    Result<> settle();
    void close();
    Result<> command(const QString &sql);
    Error errorOf(const QSqlQuery &query, const Statement *statement = nullptr);
    static int waitForLock(void *session, int attempt);
    static int checkTime(void *session);

    sqlite3 *m_handle = nullptr;
    std::shared_ptr<SqliteCanceller> m_interrupt;
    std::chrono::steady_clock::time_point m_lockWaitBegan;
    std::chrono::steady_clock::time_point m_deadline;
    bool m_timedOut = false;
};

} // namespace Whimbrel
