// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog.h"
#include "database/session.h"

#include <QDateTime>

namespace Whimbrel {

/// How often each relation had been written to when somebody looked; two looks give writes per second.
struct WriteCounts
{
    QDateTime takenAt; ///< by the server's clock
    QHash<QString, qint64> counts; ///< rows inserted, updated and deleted, by ObjectName::toString()

    bool isEmpty() const { return counts.isEmpty(); }
};

struct ReadCatalog
{
    Catalog catalog;
    WriteCounts writes; ///< for the next look; empty where the server does not count
};

/// Reads a database's own schema and sizes: about a dozen queries, however many tables there are. Read-only, in statements of
/// their own; waits at most half a second for a lock and ten seconds for a query, and leaves the session's guards as they
/// were. `earlier` is an earlier look at the same database: the rates are of the time since.
///
/// Any thread that owns the session, which is one of SessionRole::Browse. Errors: as Session::query().
Result<ReadCatalog> readCatalog(Session &session, const WriteCounts &earlier = {});

/// Looks at the writes again and sets the rates of the relations that the catalog has. One query; nothing where the server
/// does not count. Errors: as Session::query().
Result<WriteCounts> updateWriteRates(Session &session, Catalog &catalog, const WriteCounts &earlier);

/// One database's way, readers/ has them.
class CatalogReader
{
public:
    explicit CatalogReader(Session &session)
        : m_session(session)
        , m_catalog(session.dialect(), Catalog::Origin::Connected, session.serverVersion())
    {
    }
    virtual ~CatalogReader() = default;

    virtual Result<> read() = 0;
    virtual Result<WriteCounts> readWrites() { return WriteCounts(); }
    Catalog takeCatalog() { return std::move(m_catalog); }

protected:
    Session &m_session;
    Catalog m_catalog;
};

} // namespace Whimbrel
