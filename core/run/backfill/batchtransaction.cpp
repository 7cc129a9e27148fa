// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/batchtransaction.h"

#include "run/migrationrun.h"
#include "run/progress/progresswatch.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

Statement control(const QString &text)
{
    Statement statement;
    statement.text = text;
    statement.kind = StatementKind::TransactionControl;
    return statement;
}

} // namespace

BatchTransaction::BatchTransaction(RunContext &context)
    : m_context(context)
{
}

Result<qlonglong> BatchTransaction::run(const Statement &statement)
{
    if (sendsTogether())
        return runTogether(statement);
    return m_context.cancellable([&] { return m_context.session.begin(); })
        .and_then([&] { return m_context.cancellable([&] { return m_context.session.execute(statement); }); })
        .transform([](const StatementOutcome &outcome) { return outcome.rows; });
}

Result<qlonglong> BatchTransaction::runTogether(const Statement &statement)
{
    if (m_context.session.transactionState() != TransactionState::None)
        return failure(ErrorKind::Statement, tr("A transaction is open already."));
    const Statement begin = control(u"BEGIN"_s);
    const std::array together{&begin, &statement};
    qlonglong rows = -1;
    return m_context.cancellable([&] { return m_context.session.executeTogether(together, [&](const StatementOutcome &outcome) { rows = outcome.rows; }); })
        .transform([&] { return rows; });
}

Result<> BatchTransaction::commit(const std::optional<Statement> &cursor)
{
    if (cursor && sendsTogether())
        return commitTogether(*cursor);
    if (cursor) {
        if (const Result<Rows> written = m_context.despiteStop([&] { return m_context.session.query(cursor->text); }); !written)
            return std::unexpected(written.error());
    }
    return commitPatiently(m_context);
}

/// The server skips COMMIT where the cursor could not be written.
Result<> BatchTransaction::commitTogether(const Statement &cursor)
{
    Session &session = m_context.session;
    const Statement commit = control(u"COMMIT"_s);
    const WatchedStatement watched(m_context.progress, m_context.place, commit);
    const std::array together{&cursor, &commit};
    const auto send = [&] { return session.executeTogether(together, [](const StatementOutcome &) {}); };
    Result<> committed = send();
    const auto wasNotSent = [&] { return committed.error().kind == ErrorKind::Cancelled && session.transactionState() == TransactionState::Open; };
    if (!committed && wasNotSent()) { // a stop is for the batch that follows
        session.canceller()->clear();
        committed = send();
    }
    if (!committed && committed.error().kind == ErrorKind::ConnectionLost)
        committed.error().detail = tr("The connection ended during COMMIT: whether the last batch was committed is not known. Its cursor, which is committed with it, tells.");
    return committed;
}

} // namespace Whimbrel
