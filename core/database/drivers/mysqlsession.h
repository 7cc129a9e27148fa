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
    Result<> executeTogether(std::span<const Statement *const> statements, const StatementDone &done) override;
    Result<> commitAfter(const QStringList &statements, qsizetype &done) override;

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
    bool send(const QByteArray &sql);
    /// One or several statements of our own in one round trip.
    Result<> command(const QString &sql);
    struct Answer;
    Result<> take(Answer &answer, const Statement &statement);
    Result<> takeEnd(const Answer &answer, const Statement &statement, int status);
    Result<> sendTogether(const QByteArray &message, std::span<const Statement *const> statements, const StatementDone &done);
    bool takeIfWarnings();
    void collectWarnings();
    void noteWarnings();
    QString keptByRollback();
    std::optional<unsigned int> serverStatus();
    /// The connection's last error; to be asked before anything else is sent.
    Error lastError(const Statement *statement = nullptr);

    st_mysql *m_connection = nullptr;
    qlonglong m_longestMessage = 0; ///< in bytes, that the server takes
    bool m_statusKnown = true; ///< false after an error, whose packet carries no transaction status
};

} // namespace Whimbrel
