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
    Result<> beginWith(const QStringList &statements, const Statement *next) override;
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
    /// Sets what was put off, then sends the statements of ours: in one round trip. `done`: as sendAll(), of `then` only.
    Result<> settle(const QStringList &then, qsizetype &done);
    Result<> settle();
    QStringList sessionSettings();
    QString guardSettings();
    bool send(const QByteArray &sql);
    /// Statements of our own that return no rows, in one message. `done`: how many of them were done.
    Result<> sendAll(const QStringList &statements, qsizetype &done);
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
    bool m_isFreshStateDue = false; ///< what resetState() put off
    bool m_areGuardsDue = false;    ///< what setGuards() put off
    bool m_statusKnown = true; ///< false after an error, whose packet carries no transaction status
};

} // namespace Whimbrel
