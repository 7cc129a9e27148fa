// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/probes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {
using State = ProbeResult::State;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::GuardsProbe)
};

/// Longer than anybody should wait behind a migration, whatever its budget.
constexpr auto warningLockTimeout = 10s;

struct Setting
{
    QString name;
    qint64 milliseconds = 0;
};

/// In milliseconds, as the server holds them for the session that will run.
Result<QList<Setting>> settingsOf(Session &session)
{
    if (session.dialect() == Dialect::SQLite)
        return QList<Setting>{{u"busy timeout"_s, session.guards().lockTimeout.count()}};
    const bool postgreSql = session.dialect() == Dialect::PostgreSql;
    const Result<Rows> rows = session.query(
        postgreSql ? u"SELECT name, CASE unit WHEN 's' THEN setting::bigint * 1000 ELSE setting::bigint END AS ms FROM pg_settings WHERE name IN "
                     "('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'client_connection_check_interval') ORDER BY name"_s
                   : u"SELECT 'lock_wait_timeout' AS name, @@lock_wait_timeout * 1000 AS ms UNION ALL "
                     "SELECT 'innodb_lock_wait_timeout', @@innodb_lock_wait_timeout * 1000"_s);
    if (!rows)
        return std::unexpected(rows.error());
    QList<Setting> settings;
    for (qsizetype i = 0; i < rows->rows.size(); ++i)
        settings << Setting{.name = rows->text(i, u"name"), .milliseconds = rows->number(i, u"ms")};
    return settings;
}

QString shownValue(const Setting &setting)
{
    if (setting.milliseconds == 0)
        return Tr::tr("%1 off").arg(setting.name);
    if (setting.milliseconds % 1000 == 0)
        return Tr::tr("%1 %2 s").arg(setting.name).arg(setting.milliseconds / 1000);
    return Tr::tr("%1 %2 ms").arg(setting.name).arg(setting.milliseconds);
}

bool boundsLockWaits(const QString &name)
{
    return name == "lock_timeout"_L1 || name == "lock_wait_timeout"_L1 || name == "innodb_lock_wait_timeout"_L1 || name == "busy timeout"_L1;
}

ProbeResult judge(const QList<Setting> &settings, const QStringList &unsupported)
{
    const QString threshold = Tr::tr("failed when waiting for a lock has no end, warning over %1").arg(durationText(warningLockTimeout.count()));
    QStringList shown;
    QStringList missing;
    bool long_ = false;
    bool endless = false;
    for (const Setting &each : settings) {
        shown << shownValue(each);
        endless |= boundsLockWaits(each.name) && each.milliseconds == 0;
        long_ |= boundsLockWaits(each.name) && each.milliseconds > std::chrono::milliseconds(warningLockTimeout).count();
        if (each.milliseconds == 0 && (each.name == "client_connection_check_interval"_L1 || each.name == "idle_in_transaction_session_timeout"_L1))
            missing << each.name;
    }
    const QString value = shown.join(", "_L1);
    if (endless)
        return probeResult(State::Failed, value, threshold,
                           Tr::tr("A statement of the run would wait for a lock without end, and everybody else behind it. Set a lock timeout."));
    if (!missing.isEmpty())
        return probeResult(State::Failed, value, Tr::tr("failed when one is off"),
                           Tr::tr("Should this computer or the network fail during the run, the server would keep its transaction and locks: %1 is off.")
                               .arg(missing.join(", "_L1)));
    if (long_)
        return probeResult(State::Warning, value, threshold, Tr::tr("A statement may wait so long for a lock that others pile up behind it."));
    if (!unsupported.isEmpty())
        return probeResult(State::Warning, value, threshold,
                           Tr::tr("This server is too old for %1: it notices a lost connection late, and keeps locks until then.").arg(unsupported.join(", "_L1)));
    return probeResult(State::Passed, value, threshold,
                       Tr::tr("A statement that waits for a lock gives up in time, and a lost connection frees its locks."));
}

class GuardsProbe final : public Probe
{
public:
    QString id() const override { return u"guards"_s; }
    QString title() const override { return Tr::tr("Guards set for the run"); }
    bool appliesTo(Dialect) const override { return true; }

    /// Opens a session as a run does, sets the guards as a run does, and asks the server what it made of them.
    ProbeResult run(const ProbeContext &context) const override
    {
        if (!context.session())
            return notConnected(context);
        Result<std::unique_ptr<Session>> session = Session::open(context.target().settings, SessionRole::Run);
        if (!session)
            return unknownResult(Tr::tr("A session for the run could not be opened: %1").arg(session.error().toString()));
        const CancelOnStop cancel(**session, context.stop());
        SessionGuards guards;
        guards.lockTimeout = context.target().guards.lockTimeout;
        guards.statementTimeout = context.target().guards.statementTimeout;
        if (const Result<> set = (*session)->setGuards(guards); !set)
            return probeResult(State::Failed, {}, {}, Tr::tr("The server refused the guards: %1").arg(set.error().toString()));
        const Result<QList<Setting>> settings = settingsOf(**session);
        if (!settings)
            return queryFailed(settings.error());
        return judge(*settings, (*session)->unsupportedSettings());
    }
};
} // namespace

std::unique_ptr<Probe> guardsProbe()
{
    return std::make_unique<GuardsProbe>();
}

} // namespace Whimbrel
