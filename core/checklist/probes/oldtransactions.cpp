// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/probes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::OldTransactionsProbe)
};

constexpr qint64 warningAge = 60;        // seconds
constexpr qint64 failedAge = 300;
constexpr qint64 failedAgeOnTarget = 5;  // holds a table that the migration wants

QString threshold()
{
    return Tr::tr("warning over %1, failed over %2, or over %3 on a table of this migration")
        .arg(durationText(warningAge), durationText(failedAge), durationText(failedAgeOnTarget));
}

struct OldTransaction
{
    QString who;
    qint64 seconds = 0;
    bool onTarget = false;
    bool prepared = false;
};

ProbeResult judge(const QList<OldTransaction> &transactions, const QString &nobody)
{
    State state = State::Passed;
    QStringList texts;
    for (const OldTransaction &each : transactions) {
        const bool failed = each.seconds > failedAge || (each.onTarget && each.seconds > failedAgeOnTarget);
        const bool warning = each.seconds > warningAge || each.prepared;
        if (!failed && !warning)
            continue;
        state = failed || state == State::Failed ? State::Failed : State::Warning;
        texts << (each.onTarget ? Tr::tr("%1 for %2, on a table of this migration") : Tr::tr("%1 for %2")).arg(each.who, durationText(each.seconds));
    }
    if (state == State::Passed)
        return probeResult(state, transactions.isEmpty() ? nobody : Tr::tr("%n open, the oldest %1", nullptr, static_cast<int>(transactions.size()))
                                                                        .arg(durationText(transactions.constFirst().seconds)),
                           threshold(), Tr::tr("No transaction is open long enough to hold up a migration."));
    return probeResult(state, shortened(texts), threshold(),
                       Tr::tr("A statement that needs a strong lock waits behind these, and everybody else behind it. Let them end, or end them in "
                              "the Locks pane."));
}

ProbeResult askPostgreSql(Session &session, const QStringList &tables)
{
    // A plain role sees xact_start of its own sessions only, as NULL and without an error.
    const Result<Rows> rights = session.query(u"SELECT pg_has_role(current_user, 'pg_read_all_stats', 'MEMBER') AS sees"_s);
    if (!rights)
        return queryFailed(rights.error());
    if (!rights->boolean(0, u"sees"))
        return unknownResult(Tr::tr("The transactions of other roles are hidden from %1. A right is missing: %2")
                                 .arg(session.currentUser(), u"GRANT pg_read_all_stats TO %1;"_s.arg(session.quotedIdentifier(session.currentUser()))));

    QStringList placeholders;
    QVariantList names;
    for (const QString &table : tables) {
        placeholders << u"?"_s;
        names << table;
    }
    const Result<Rows> rows = session.query(
        u"SELECT a.pid, a.usename, a.application_name, a.state, extract(epoch FROM clock_timestamp() - a.xact_start)::bigint AS age, "
        "EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND l.relation IN "
        "(SELECT to_regclass(n) FROM unnest(ARRAY[%1]::text[]) n)) AS on_target, false AS prepared "
        "FROM pg_stat_activity a WHERE a.xact_start IS NOT NULL AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend' "
        "UNION ALL SELECT NULL, owner, gid, 'prepared', extract(epoch FROM clock_timestamp() - prepared)::bigint, false, true "
        "FROM pg_prepared_xacts WHERE database = current_database() ORDER BY age DESC LIMIT 50"_s.arg(placeholders.join(u',')),
        names);
    if (!rows)
        return queryFailed(rows.error());
    QList<OldTransaction> found;
    for (qsizetype i = 0; i < rows->rows.size(); ++i) {
        const bool prepared = rows->boolean(i, u"prepared");
        const QString who = prepared ? Tr::tr("prepared transaction %1 of %2").arg(rows->text(i, u"application_name"), rows->text(i, u"usename"))
                                     : Tr::tr("%1 %2 (pid %3, %4)").arg(rows->text(i, u"usename"), rows->text(i, u"application_name"),
                                                                        rows->text(i, u"pid"), rows->text(i, u"state"));
        found << OldTransaction{.who = who, .seconds = rows->number(i, u"age"), .onTarget = rows->boolean(i, u"on_target"), .prepared = prepared};
    }
    return judge(found, Tr::tr("none open"));
}

ProbeResult askMySql(Session &session)
{
    const Result<Rows> rows = session.query(
        u"SELECT t.trx_mysql_thread_id AS id, GREATEST(TIMESTAMPDIFF(SECOND, t.trx_started, NOW()), 0) AS age, p.user AS user, p.command AS command "
        "FROM information_schema.innodb_trx t LEFT JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id "
        "WHERE t.trx_mysql_thread_id <> CONNECTION_ID() ORDER BY age DESC LIMIT 50"_s);
    if (!rows && rows.error().code == "1227"_L1)
        return unknownResult(Tr::tr("The transactions of other users are hidden from %1. A right is missing: %2")
                                 .arg(session.currentUser(), u"GRANT PROCESS ON *.* TO ...;"_s));
    if (!rows)
        return queryFailed(rows.error());
    QList<OldTransaction> found;
    for (qsizetype i = 0; i < rows->rows.size(); ++i) {
        // Thread 0: the session has gone, and its transaction was prepared before (XA RECOVER below names it) or is being rolled back.
        if (rows->number(i, u"id") == 0)
            continue;
        const QString who = Tr::tr("%1 (connection %2, %3)").arg(rows->text(i, u"user"), rows->text(i, u"id"), rows->text(i, u"command"));
        found << OldTransaction{.who = who, .seconds = rows->number(i, u"age"), .onTarget = false, .prepared = false};
    }
    const Result<Rows> prepared = session.query(u"XA RECOVER"_s);
    if (!prepared)
        return unknownResult(Tr::tr("Prepared transactions, which keep their locks without a session, cannot be seen: %1").arg(prepared.error().message));
    for (qsizetype i = 0; i < prepared->rows.size(); ++i)
        found << OldTransaction{.who = Tr::tr("prepared XA transaction %1").arg(prepared->text(i, u"data")), .seconds = 0, .onTarget = false, .prepared = true};
    return judge(found, Tr::tr("none open"));
}

class OldTransactionsProbe final : public Probe
{
public:
    QString id() const override { return u"old-transactions"_s; }
    QString title() const override { return Tr::tr("No old transactions"); }
    bool appliesTo(Dialect dialect) const override { return dialect != Dialect::SQLite; }

    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.session())
            return notConnected(context);
        Session &session = *context.session();
        if (isMySqlFamily(session.dialect()))
            return askMySql(session);
        const Result<QStringList> tables = context.pendingTables();
        if (!tables)
            return unknownResult(tables.error().toString());
        return askPostgreSql(session, *tables);
    }
};
} // namespace

std::unique_ptr<Probe> oldTransactionsProbe()
{
    return std::make_unique<OldTransactionsProbe>();
}

} // namespace Whimbrel
