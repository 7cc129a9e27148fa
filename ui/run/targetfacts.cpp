// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/targetfacts.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

Result<> addPostgres(Session &session, TargetFacts &facts)
{
    // What a new session may do: this one, which only looks, forbids itself to write.
    const Result<Rows> rows = session.query(
        u"SELECT current_user AS who, session_user AS login, current_database() AS db, pg_is_in_recovery()::text AS standby, "
        "(SELECT reset_val FROM pg_settings WHERE name = 'default_transaction_read_only') AS readonly"_s);
    if (!rows)
        return std::unexpected(rows.error());
    facts.user = rows->text(0, u"who");
    facts.loginUser = rows->text(0, u"login");
    facts.database = rows->text(0, u"db");
    const bool standby = rows->boolean(0, u"standby");
    facts.writable = !standby && rows->text(0, u"readonly") != u"on"_s;
    facts.state = standby ? tr("standby: it accepts no changes") : facts.writable ? tr("primary") : tr("read-only");
    return {};
}

Result<> addMySql(Session &session, TargetFacts &facts)
{
    const Result<Rows> rows =
        session.query(u"SELECT CURRENT_USER() AS who, DATABASE() AS db, @@hostname AS host, @@read_only AS readonly"_s);
    if (!rows)
        return std::unexpected(rows.error());
    facts.user = rows->text(0, u"who");
    facts.database = rows->text(0, u"db");
    if (facts.server.isEmpty())
        facts.server = rows->text(0, u"host");
    facts.writable = rows->number(0, u"readonly") == 0;
    facts.state = facts.writable ? tr("accepts changes") : tr("read-only");
    return {};
}

} // namespace

Result<TargetFacts> readTargetFacts(Session &session)
{
    const ConnectionSettings &settings = session.settings();
    TargetFacts facts;
    facts.user = facts.loginUser = session.currentUser();
    facts.version = u"%1 %2"_s.arg(dialectName(session.dialect()), session.serverVersion().toString(session.dialect()));
    facts.database = settings.database;
    if (session.dialect() == Dialect::SQLite) {
        facts.server = settings.database;
        facts.database = QFileInfo(settings.database).fileName();
        facts.writable = !settings.readOnly;
        facts.state = facts.writable ? QString() : tr("read-only");
        return facts;
    }
    facts.server = settings.host.isEmpty() ? tr("local socket")
                   : settings.port > 0     ? u"%1:%2"_s.arg(settings.host).arg(settings.port)
                                           : settings.host;
    const Result<> added =
        session.dialect() == Dialect::PostgreSql ? addPostgres(session, facts) : addMySql(session, facts);
    if (!added)
        return std::unexpected(added.error());
    return facts;
}

} // namespace Whimbrel
