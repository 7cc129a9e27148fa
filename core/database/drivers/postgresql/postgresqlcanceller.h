// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/statementcanceller.h"

struct pg_conn;

namespace Whimbrel {

/// Sends PostgreSQL's cancel request over a connection of its own, encrypted like the session's (libpq 17 and newer).
class PostgreSqlCanceller final : public StatementCanceller
{
public:
    ~PostgreSqlCanceller() override;

    /// Copies what a request needs; on the session's thread. Null: the connection ends.
    void setConnection(pg_conn *connection);
    /// Stops what the server does for the session, without any statement being in flight here; on the session's thread.
    void interruptNow();

protected:
    void interrupt() override;

private:
    void *m_request = nullptr; ///< PGcancelConn or, before libpq 17, PGcancel; under m_mutex
};

} // namespace Whimbrel
