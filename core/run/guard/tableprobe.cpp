// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/tableprobe.h"

#include "run/runcontext.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr auto tookTooLong = "1969"_L1; ///< max_statement_time exceeded

QString tableList(const Session &session, const QList<LockNeed> &needs)
{
    QStringList tables;
    for (const LockNeed &need : needs) {
        if (!need.isStrong() || need.type != ObjectType::Table)
            continue;
        const QString schema = need.relation.schema.isEmpty() ? QString() : session.quotedIdentifier(need.relation.schema) + u'.';
        tables << schema + session.quotedIdentifier(need.relation.name) + u" WRITE"_s;
    }
    return tables.join(u", "_s);
}

} // namespace

Result<bool> TableProbe::isClear(const QList<LockNeed> &needs, std::chrono::milliseconds patience)
{
    Session &session = m_context.session;
    const QString tables = tableList(session, needs);
    if (m_isRefused || tables.isEmpty())
        return true;
    const QString seconds = QString::number(std::chrono::duration<double>(patience).count(), 'f', 3);
    const QString sql = u"SET STATEMENT max_statement_time = %1 FOR LOCK TABLES %2"_s.arg(seconds, tables);
    const Result<Rows> locked = m_context.cancellable([&] { return session.query(sql); });
    if (locked)
        return m_context.despiteStop([&] { return session.query(u"UNLOCK TABLES"_s); }).transform([](const Rows &) { return true; });
    const Error &error = locked.error();
    if (error.kind == ErrorKind::LockTimeout || error.code == tookTooLong)
        return false;
    if (error.kind != ErrorKind::Statement)
        return std::unexpected(error);
    m_isRefused = true;
    return true;
}

} // namespace Whimbrel
