// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/probes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::ServerRoleProbe)
};

QString threshold()
{
    return Tr::tr("failed on a standby or a read-only server");
}

ProbeResult readOnly(const QString &value, const QString &setting)
{
    return probeResult(State::Failed, value, threshold(),
                       Tr::tr("New sessions of this user may not write (%1 is on). Migrations would fail at their first statement.").arg(setting));
}

ProbeResult askPostgreSql(Session &session)
{
    // reset_val is what a session of this role starts with: our own browse session is read-only by our own doing.
    const Result<Rows> rows = session.query(
        u"SELECT pg_is_in_recovery() AS is_standby, to_char(pg_postmaster_start_time(), 'YYYY-MM-DD HH24:MI TZH:TZM') AS started, "
        "(SELECT reset_val = 'on' FROM pg_settings WHERE name = 'default_transaction_read_only') AS read_only, "
        "current_database() AS database"_s);
    if (!rows)
        return queryFailed(rows.error());
    const bool standby = rows->boolean(0, u"is_standby");
    const QString value = Tr::tr("%1, PostgreSQL %2, database %3 as %4, up since %5")
                              .arg(standby ? Tr::tr("standby") : Tr::tr("primary"), session.serverVersion().toString(session.dialect()),
                                   rows->text(0, u"database"), session.currentUser(), rows->text(0, u"started"));
    if (standby)
        return probeResult(State::Failed, value, threshold(),
                           Tr::tr("This server is a standby: it takes no writes. Was there a failover? Connect to the primary."));
    if (rows->boolean(0, u"read_only") && !session.settings().readOnly)
        return readOnly(value, u"default_transaction_read_only"_s);
    return probeResult(State::Passed, value, threshold(), Tr::tr("The server takes writes."));
}

/// A replica of MariaDB or MySQL writes gladly, and then differs from its primary.
Result<QString> primaryOf(Session &session)
{
    const bool mariaDb = session.dialect() == Dialect::MariaDb;
    const Result<Rows> rows = session.query(mariaDb ? u"SHOW ALL SLAVES STATUS"_s : u"SHOW REPLICA STATUS"_s);
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return QString();
    return rows->text(0, mariaDb ? u"Master_Host" : u"Source_Host");
}

ProbeResult askMySql(Session &session)
{
    const Result<Rows> rows = session.query(u"SELECT @@global.read_only AS read_only, @@hostname AS host, DATABASE() AS db"_s);
    if (!rows)
        return queryFailed(rows.error());
    const QString value = Tr::tr("%1 %2 on %3, database %4 as %5")
                              .arg(dialectName(session.dialect()), session.serverVersion().toString(session.dialect()), rows->text(0, u"host"),
                                   rows->text(0, u"db"), session.currentUser());
    if (rows->boolean(0, u"read_only"))
        return readOnly(value, u"read_only"_s);
    const Result<QString> primary = primaryOf(session);
    if (!primary)
        return probeResult(State::Unknown, value, threshold(),
                           Tr::tr("Whether this server is a replica cannot be seen: %1 A right is missing: %2")
                               .arg(primary.error().message, session.dialect() == Dialect::MariaDb ? u"GRANT SLAVE MONITOR ON *.* TO ..."_s
                                                                                                   : u"GRANT REPLICATION CLIENT ON *.* TO ..."_s));
    if (!primary->isEmpty())
        return probeResult(State::Failed, value, threshold(),
                           Tr::tr("This server is a replica of %1. What is written here is missing there. Connect to the primary.").arg(*primary));
    return probeResult(State::Passed, value, threshold(), Tr::tr("The server takes writes and is no replica."));
}

class ServerRoleProbe final : public Probe
{
public:
    QString id() const override { return u"server-role"_s; }
    QString title() const override { return Tr::tr("Right server, right role"); }
    bool appliesTo(Dialect dialect) const override { return dialect != Dialect::SQLite; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.session())
            return notConnected(context);
        if (context.target().readOnly)
            return probeResult(State::Failed, context.target().environment, threshold(),
                               Tr::tr("This environment is read-only for Whimbrel (read-only = true): runs are refused."));
        Session &session = *context.session();
        return session.dialect() == Dialect::PostgreSql ? askPostgreSql(session) : askMySql(session);
    }
};
} // namespace

std::unique_ptr<Probe> serverRoleProbe()
{
    return std::make_unique<ServerRoleProbe>();
}

} // namespace Whimbrel
