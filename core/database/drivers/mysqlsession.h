// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/driversession.h"

struct st_mysql;

namespace Whimbrel {

/// MariaDB and MySQL. Transactions are autocommit=0, not BEGIN: a DDL statement, which commits, would otherwise leave
/// every later statement to commit alone (performance.md: five to eight times slower).
class MySqlSession final : public DriverSession
{
    Q_DECLARE_TR_FUNCTIONS(Session)

public:
    MySqlSession(ConnectionSettings settings, SessionRole role);
    ~MySqlSession() override;

    Result<> connect() override;
    TransactionState transactionState() override;
    bool hasUncommittedWork() override;
    Result<> resetState() override;

protected:
    Result<Rows> fetch(const QString &sql) override;
    Result<qlonglong> run(const Statement &statement) override;
    Result<> beginTransaction() override;
    Result<> commitTransaction() override;
    Result<> rollbackTransaction() override;
    Result<> applyGuards() override;
    Result<> sendPing() override;
    bool endsAtNul() const override { return false; }

private:
    Result<> readFacts();
    Result<> settle();
    QString guardSettings();
    bool send(const QString &sql);
    /// One or several statements of our own in one round trip.
    Result<> command(const QString &sql);
    void collectWarnings();
    QString keptByRollback();
    std::optional<unsigned int> serverStatus();
    /// The connection's last error; to be asked before anything else is sent.
    Error lastError(const Statement *statement = nullptr);

    st_mysql *m_connection = nullptr;
    bool m_statusKnown = true; ///< false after an error, whose packet carries no transaction status
};

} // namespace Whimbrel
