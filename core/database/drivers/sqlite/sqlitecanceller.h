// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/drivers/statementcanceller.h"

struct sqlite3;

namespace Whimbrel {

/// sqlite3_interrupt() may come from any thread, but not after the handle was closed.
class SqliteCanceller final : public StatementCanceller
{
public:
    /// nullptr: before it is closed.
    void setHandle(sqlite3 *handle);

protected:
    void interrupt() override;

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace Whimbrel
