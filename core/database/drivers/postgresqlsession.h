// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/driversession.h"

struct pg_conn;
struct pg_result;

namespace Whimbrel {

/// QtSql connects and executes; libpq on the same connection tells what QtSql leaves out: notices, positions, the
/// transaction's state, exact texts, COPY.
class PostgreSqlSession final : public DriverSession
{
    Q_DECLARE_TR_FUNCTIONS(Session)

public:
    PostgreSqlSession(ConnectionSettings settings, SessionRole role);
    ~PostgreSqlSession() override;

    Result<> connect() override;
    TransactionState transactionState() override;
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
    bool endsAtNul() const override { return true; }

private:
    Result<QString> connectOptions() const;
    Result<> readFacts();
    QStringList guardSettings();
    QStringList sessionSettings();
    /// Adds the call that sets it; a server older than `since` does not know it, which is noted.
    void addSetting(QStringList &calls, const QString &name, const QString &value, int since = 0);
    /// One or several statements of our own in one round trip.
    Result<> command(const QString &sql);
    Result<> commitInOneMessage(const QStringList &after, qsizetype &done);
    Result<> readTogether(std::span<const Statement *const> statements, const StatementDone &done);
    void sendCopyData(const QByteArray &data);
    void dropCopyData();
    Error errorOf(const pg_result *result, const Statement *statement = nullptr);
    FilePosition errorPosition(const pg_result *result, const Statement &statement) const;
    static void receiveNotice(void *session, const pg_result *result);

    pg_conn *m_connection = nullptr;
    QByteArray m_settingsQuery; ///< sets sessionSettings(); empty until it is needed, and when the guards have changed
    std::size_t m_toldTogether = 10; ///< statements sent together after which the server tells what it has done
};

} // namespace Whimbrel
