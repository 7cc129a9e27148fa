// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/statementcanceller.h"
#include "database/session.h"

#include <QCoreApplication>
#include <QSqlDatabase>

namespace Whimbrel {

/// What the three sessions share: the QtSql connection, the shape of query() and execute(), notices and common errors.
class DriverSession : public Session
{
    Q_DECLARE_TR_FUNCTIONS(Session)

public:
    ~DriverSession() override;

    Result<Rows> query(const QString &sql, const QVariantList &parameters = {}) final;
    Result<StatementOutcome> execute(const Statement &statement) final;
    Result<> executeTogether(std::span<const Statement *const> statements, const StatementDone &done) override;
    Result<> setGuards(const SessionGuards &guards) final;
    Result<> begin() final;
    Result<> beginWith(const QStringList &statements, const Statement *next) override;
    Result<> commit() final;
    Result<> commitAfter(const QStringList &statements, qsizetype &done) override;
    Result<> rollback() final;
    Result<> ping() final;

    /// Connects and settles the session's state; once, before anything else.
    virtual Result<> connect() = 0;

protected:
    DriverSession(ConnectionSettings settings, SessionRole role, const QString &driver,
                  std::shared_ptr<StatementCanceller> canceller);

    /// Runs one statement of ours and reads its rows.
    virtual Result<Rows> fetch(const QString &sql) = 0;
    /// Runs a statement of a script to its end. The number of rows, or -1.
    virtual Result<qlonglong> run(const Statement &statement) = 0;
    virtual Result<> beginTransaction() = 0;
    virtual Result<> commitTransaction() = 0;
    virtual Result<> rollbackTransaction() = 0;
    virtual Result<> applyGuards() = 0;
    virtual Result<> sendPing() = 0;
    /// True where the client library or server reads a text only up to a NUL.
    virtual bool endsAtNul() const = 0;

    /// What forbids to begin now: a transaction, a cancel, a lost connection.
    Result<> refuseBegin();
    /// What forbids to commit now: no transaction, a cancel, a lost connection.
    Result<> refuseCommit();
    /// The error of a COMMIT, with what is known of its outcome where the connection was lost.
    static Result<> toldAsCommit(Result<> committed);
    /// What forbids to send the statement at all.
    Result<> refuse(const Statement &statement) const;
    void addNotice(Notice notice);
    bool wasCancelled() const { return m_cancelSource->isCancelled(); }
    StatementCanceller &cancelSource() { return *m_cancelSource; }

    Error cancelledError() const;
    /// The error of a lost connection; every later call gives it again.
    /// `hint`: what to do, where that is known.
    Error lostError(const QString &serverWords, const QString &code = {}, const QString &hint = {});
    bool isLost() const { return m_lost.has_value(); }
    std::unexpected<Error> unreachable(const QString &reason, const QString &hint = {}, const QString &code = {}) const;
    /// The guards a role begins with: short ones for the monitor, none of its own for the idle run lock.
    static SessionGuards guardsOf(SessionRole role);
    static QString applicationName(SessionRole role);
    /// True for the roles that never write, and where the settings ask for it.
    bool isReadOnly() const;

    QSqlDatabase m_database;
    QList<Notice> m_notices; ///< of the statement that runs

private:
    Result<> refuseNul(const QString &sql) const;

    std::shared_ptr<StatementCanceller> m_cancelSource;
    std::optional<Error> m_lost;
};

} // namespace Whimbrel
