// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/poolercheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

std::unexpected<Error> refusal()
{
    return failure(ErrorKind::Refused,
                   tr("A connection pooler in transaction mode stands in front of the database: two sessions are the same one, or one is several."),
                   tr("Nothing was changed. Give the database's own host and port, or a pool in session mode: locks and settings of a run do not stick to a "
                      "pooled session."));
}

Result<bool> isItself(Session &session)
{
    const bool isPostgreSql = session.dialect() == Dialect::PostgreSql;
    const Result<Rows> rows = session.query(isPostgreSql ? u"SELECT pg_backend_pid() AS pid"_s : u"SELECT CONNECTION_ID() AS pid"_s);
    if (!rows)
        return std::unexpected(rows.error());
    return rows->number(0, u"pid") == session.backend().pid;
}

} // namespace

Result<> refusePooler(Session &one, Session &other)
{
    if (one.dialect() == Dialect::SQLite || one.backend().pid == 0)
        return {};
    if (one.backend() == other.backend())
        return refusal();
    // While one has a transaction open, its connection is its own, and the other has to take the next that is free.
    if (const Result<> begun = one.begin(); !begun)
        return begun;
    const Result<bool> first = isItself(one);
    const Result<bool> second = isItself(other);
    if (const Result<> ended = one.rollback(); !ended)
        return ended;
    if (!first || !second)
        return std::unexpected(first ? second.error() : first.error());
    return *first && *second ? Result<>() : refusal();
}

} // namespace Whimbrel
