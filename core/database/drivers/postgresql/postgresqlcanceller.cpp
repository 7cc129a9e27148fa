// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/postgresql/postgresqlcanceller.h"

#include <libpq-fe.h>

namespace Whimbrel {

#ifdef LIBPQ_HAS_ASYNC_CANCEL
namespace {
void *makeRequest(PGconn *connection)
{
    return PQcancelCreate(connection);
}
void sendRequest(void *request)
{
    PQcancelReset(static_cast<PGcancelConn *>(request));
    PQcancelBlocking(static_cast<PGcancelConn *>(request)); // a failure shows as a statement that goes on: sent again
}
void freeRequest(void *request)
{
    PQcancelFinish(static_cast<PGcancelConn *>(request));
}
} // namespace
#else
namespace {
void *makeRequest(PGconn *connection)
{
    return PQgetCancel(connection);
}
void sendRequest(void *request)
{
    char words[256];
    PQcancel(static_cast<PGcancel *>(request), words, sizeof words); // a failure shows as a statement that goes on: sent again
}
void freeRequest(void *request)
{
    PQfreeCancel(static_cast<PGcancel *>(request));
}
} // namespace
#endif

PostgreSqlCanceller::~PostgreSqlCanceller()
{
    setConnection(nullptr);
}

void PostgreSqlCanceller::setConnection(pg_conn *connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_request)
        freeRequest(m_request);
    m_request = connection ? makeRequest(connection) : nullptr;
}

void PostgreSqlCanceller::interruptNow()
{
    const std::lock_guard lock(m_mutex);
    interrupt();
}

void PostgreSqlCanceller::interrupt()
{
    if (m_request)
        sendRequest(m_request);
}

} // namespace Whimbrel
