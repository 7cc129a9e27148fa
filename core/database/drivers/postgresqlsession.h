// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/driversession.h"

class QSqlQuery;
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
    /// A setting that only servers from `since` on have; empty, and noted, for older ones.
    QString settingSince(int since, const QString &name, const QString &value);
    /// One or several statements of our own in one round trip.
    Result<> command(const QString &sql);
    Result<qlonglong> runCopy(const Statement &statement);
    Result<qlonglong> drain(QSqlQuery &query, const Statement &statement);
    Error errorOf(const pg_result *result, const Statement *statement = nullptr);
    Error errorOf(const QSqlQuery &query, const Statement *statement = nullptr);
    FilePosition errorPosition(const pg_result *result, const Statement &statement) const;
    static void receiveNotice(void *session, const pg_result *result);

    pg_conn *m_connection = nullptr;
};

} // namespace Whimbrel
