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
    bool endsAtNul() const override { return true; }

private:
    Result<QString> connectOptions() const;
    Result<> readFacts();
    QStringList guardSettings();
    QStringList sessionSettings();
    /// Adds the statement that sets it; a server older than `since` does not know it, which is noted.
    void addSetting(QStringList &statements, const QString &name, const QString &value, int since = 0);
    /// Statements of our own that succeed or fail together, unless they begin a transaction.
    using Group = QList<QByteArray>;
    /// Resets the state where that is due, then sends the group: in one round trip.
    Result<> settle(const Group &then = {}, const Statement *ahead = nullptr);
    Result<> send(const QList<Group> &groups, qsizetype &done, const Statement *ahead);
    Result<qlonglong> runAhead(const Statement &statement);
    void dropAhead();
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
    bool m_isResetDue = false;
    Group m_freshState; ///< sessionSettings(); empty until it is needed, and when the guards have changed
    std::optional<QString> m_ahead; ///< the text of a statement that was sent with BEGIN, and whose result is still to be read
    QList<Notice> m_noticesAhead;   ///< of it, that came before it was asked for
    std::size_t m_toldTogether = 10; ///< statements sent together after which the server tells what it has done
};

} // namespace Whimbrel
