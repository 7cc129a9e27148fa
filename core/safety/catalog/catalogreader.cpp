// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogreader.h"

#include "readers/mysqlcatalog.h"
#include "readers/postgresqlcatalog.h"
#include "readers/sqlitecatalog.h"

namespace Whimbrel {

namespace {

/// Short waits for as long as it lives.
class ShortWaits
{
public:
    explicit ShortWaits(Session &session)
        : m_session(session)
        , m_before(session.guards())
    {
        SessionGuards guards = m_before;
        guards.lockTimeout = std::chrono::milliseconds(500);
        guards.statementTimeout = std::chrono::seconds(10);
        m_isSet = session.setGuards(guards);
    }
    ~ShortWaits()
    {
        if (m_isSet)
            m_session.setGuards(m_before);
    }
    Q_DISABLE_COPY_MOVE(ShortWaits)

    const Result<> &isSet() const { return m_isSet; }

private:
    Session &m_session;
    const SessionGuards m_before;
    Result<> m_isSet;
};

std::unique_ptr<CatalogReader> readerFor(Session &session)
{
    switch (session.dialect()) {
    case Dialect::PostgreSql:
        return std::make_unique<PostgreSqlCatalog>(session);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return std::make_unique<MySqlCatalog>(session);
    case Dialect::SQLite:
        return std::make_unique<SqliteCatalog>(session);
    }
    return std::make_unique<PostgreSqlCatalog>(session);
}

void setRates(Catalog &catalog, const WriteCounts &earlier, const WriteCounts &now)
{
    const double seconds = double(earlier.takenAt.msecsTo(now.takenAt)) / 1000;
    if (earlier.isEmpty() || seconds <= 0)
        return;
    for (const CatalogRelation *relation : catalog.relations()) {
        const QString name = relation->name.toString();
        const auto before = earlier.counts.constFind(name);
        const auto after = now.counts.constFind(name);
        if (before == earlier.counts.cend() || after == now.counts.cend() || *after < *before)
            continue; // not counted, or the counters were reset in between
        RelationStatistics statistics = relation->statistics.value_or(RelationStatistics());
        statistics.writesPerSecond = double(*after - *before) / seconds;
        catalog.setStatistics(relation->name, statistics);
    }
}

} // namespace

Result<ReadCatalog> readCatalog(Session &session, const WriteCounts &earlier)
{
    const ShortWaits waits(session);
    if (!waits.isSet())
        return std::unexpected(waits.isSet().error());
    const std::unique_ptr<CatalogReader> reader = readerFor(session);
    if (const Result<> done = reader->read(); !done)
        return std::unexpected(done.error());
    const Result<WriteCounts> writes = reader->readWrites();
    if (!writes)
        return std::unexpected(writes.error());
    ReadCatalog read{reader->takeCatalog(), *writes};
    setRates(read.catalog, earlier, read.writes);
    return read;
}

Result<WriteCounts> updateWriteRates(Session &session, Catalog &catalog, const WriteCounts &earlier)
{
    const ShortWaits waits(session);
    if (!waits.isSet())
        return std::unexpected(waits.isSet().error());
    Result<WriteCounts> writes = readerFor(session)->readWrites();
    if (writes)
        setRates(catalog, earlier, *writes);
    return writes;
}

} // namespace Whimbrel
