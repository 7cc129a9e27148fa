// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/sqlite/sqlitecanceller.h"

#include <sqlite3.h>

namespace Whimbrel {

void SqliteCanceller::setHandle(sqlite3 *handle)
{
    const std::lock_guard lock(m_mutex);
    m_handle = handle;
}

void SqliteCanceller::interrupt()
{
    if (m_handle)
        sqlite3_interrupt(m_handle);
}

} // namespace Whimbrel
