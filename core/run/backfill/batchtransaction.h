// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runcontext.h"

#include <QCoreApplication>

#include <optional>

namespace Whimbrel {

/// The transaction of one batch: its rows, and with them the cursor.
///
/// PostgreSQL gets what belongs together in one message. That saves more than the way there and back: a server that has worked
/// hard for one statement is in no hurry to be given a processor for the next, on a machine that has other work to do.
class BatchTransaction
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    explicit BatchTransaction(RunContext &context);

    /// Begins it and runs the batch's statement. How many rows that changed. After an error it may be open: to be rolled back.
    Result<qlonglong> run(const Statement &statement);
    /// Writes the cursor, where there is a journal, and commits both. Errors: as run(), and those of Session::commit().
    Result<> commit(const std::optional<Statement> &cursor);

private:
    bool sendsTogether() const { return m_context.session.dialect() == Dialect::PostgreSql; }
    Result<qlonglong> runTogether(const Statement &statement);
    Result<> commitTogether(const Statement &cursor);

    RunContext &m_context;
};

} // namespace Whimbrel
