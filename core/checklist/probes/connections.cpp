// SPDX-License-Identifier: GPL-3.0-or-later
// Who uses the server now: connections to spare, and sessions that wait for a lock.
#include "checklist/probes/probes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct HeadroomTr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ConnectionHeadroomProbe)
};

struct WaitsTr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::LockWaitsProbe)
};

constexpr int warningPercent = 70;
constexpr int failedPercent = 90;
constexpr int warningIdleInTransaction = 5;
constexpr qint64 failedWait = 5; // seconds

class ConnectionHeadroomProbe final : public Probe
{
public:
    QString id() const override { return u"connection-headroom"_s; }
    QString title() const override { return HeadroomTr::tr("Connections to spare"); }
    bool appliesTo(Dialect dialect) const override { return dialect != Dialect::SQLite; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.session())
            return notConnected(context);
        Session &session = *context.session();
        const Result<Rows> rows = session.query(session.dialect() == Dialect::PostgreSql ? postgreSql() : mySql());
        if (!rows)
            return queryFailed(rows.error());
        return judge(rows->number(0, u"used"), rows->number(0, u"usable"), rows->number(0, u"idle_in_transaction"));
    }

private:
    static QString postgreSql()
    {
        // A plain role does not see what kind of session another's is, but whether it uses a database, as few others do; its
        // state is NULL, and then counts as none.
        return u"SELECT count(*) FILTER (WHERE coalesce(backend_type = 'client backend', datid IS NOT NULL)) AS used, "
               "current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int "
               "- coalesce(current_setting('reserved_connections', true)::int, 0) AS usable, "
               "count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction FROM pg_stat_activity"_s;
    }

    static QString mySql()
    {
        return u"SELECT (SELECT variable_value + 0 FROM information_schema.global_status WHERE variable_name = 'THREADS_CONNECTED') AS used, "
               "@@max_connections AS usable, 0 AS idle_in_transaction"_s;
    }

    static ProbeResult judge(qlonglong used, qlonglong usable, qlonglong idle)
    {
        if (used <= 0 || usable <= 0)
            return unknownResult(HeadroomTr::tr("The server did not tell how many connections it has."));
        const qlonglong percent = 100 * used / usable;
        const QString value = HeadroomTr::tr("%1 of %2 connections (%3 %)").arg(used).arg(usable).arg(percent);
        const QString threshold = HeadroomTr::tr("warning over %1 %, failed over %2 %").arg(warningPercent).arg(failedPercent);
        if (percent > failedPercent)
            return probeResult(State::Failed, value, threshold,
                               HeadroomTr::tr("Requests that queue behind a lock would use up the rest at once. Find out who holds so many."));
        if (percent > warningPercent)
            return probeResult(State::Warning, value, threshold,
                               HeadroomTr::tr("Few connections are left for requests that queue behind a lock."));
        if (idle > warningIdleInTransaction)
            return probeResult(State::Warning, HeadroomTr::tr("%1, %2 idle in a transaction").arg(value).arg(idle),
                               HeadroomTr::tr("warning over %1 idle in a transaction").arg(warningIdleInTransaction),
                               HeadroomTr::tr("Sessions that idle inside a transaction keep locks. Is a request handler stuck?"));
        return probeResult(State::Passed, value, threshold, HeadroomTr::tr("There is room for requests that have to wait for a moment."));
    }
};

class LockWaitsProbe final : public Probe
{
public:
    QString id() const override { return u"lock-waits"_s; }
    QString title() const override { return WaitsTr::tr("Nobody waits for a lock"); }
    bool appliesTo(Dialect dialect) const override { return dialect != Dialect::SQLite; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.session())
            return notConnected(context);
        Session &session = *context.session();
        const Result<Rows> rows = session.query(session.dialect() == Dialect::PostgreSql ? postgreSql(session) : mySql());
        if (!rows && rows.error().code == "1227"_L1)
            return unknownResult(WaitsTr::tr("Who waits is hidden from %1. A right is missing: %2")
                                     .arg(session.currentUser(), u"GRANT PROCESS ON *.* TO ...;"_s));
        if (!rows)
            return queryFailed(rows.error());
        return judge(rows->number(0, u"waiting"), rows->number(0, u"longest"));
    }

private:
    static QString postgreSql(const Session &session)
    {
        // pg_locks is open to every role; before version 14 it does not say since when.
        const QString longest = session.serverVersion().major >= 14
            ? u"coalesce(extract(epoch FROM max(clock_timestamp() - waitstart)), 0)::bigint"_s
            : u"0"_s;
        return u"SELECT count(DISTINCT pid) AS waiting, %1 AS longest FROM pg_locks WHERE NOT granted"_s.arg(longest);
    }

    static QString mySql()
    {
        return u"SELECT count(*) AS waiting, coalesce(max(seconds), 0) AS longest FROM ("
               "SELECT trx_mysql_thread_id AS id, TIMESTAMPDIFF(SECOND, trx_wait_started, NOW()) AS seconds FROM information_schema.innodb_trx "
               "WHERE trx_state = 'LOCK WAIT' UNION "
               "SELECT id, time FROM information_schema.processlist WHERE state LIKE 'Waiting for%lock') waits"_s;
    }

    static ProbeResult judge(qlonglong waiting, qlonglong longest)
    {
        const QString threshold = WaitsTr::tr("warning over 0, failed when one waits over %1").arg(durationText(failedWait));
        if (waiting == 0)
            return probeResult(State::Passed, WaitsTr::tr("0 waiting"), threshold, WaitsTr::tr("Nobody is held up."));
        const QString value = WaitsTr::tr("%n waiting, the longest for %1", nullptr, static_cast<int>(waiting)).arg(durationText(longest));
        return probeResult(longest > failedWait ? State::Failed : State::Warning, value, threshold,
                           WaitsTr::tr("Sessions wait for a lock. The Locks pane shows for whom, and ends what holds it."));
    }
};
} // namespace

std::unique_ptr<Probe> connectionHeadroomProbe()
{
    return std::make_unique<ConnectionHeadroomProbe>();
}

std::unique_ptr<Probe> lockWaitsProbe()
{
    return std::make_unique<LockWaitsProbe>();
}

} // namespace Whimbrel
