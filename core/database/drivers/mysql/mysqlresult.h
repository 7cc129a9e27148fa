// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mysql.h>

#include <memory>

namespace Whimbrel {

struct FreeMySqlResult
{
    void operator()(MYSQL_RES *result) const { mysql_free_result(result); }
};
using MySqlResult = std::unique_ptr<MYSQL_RES, FreeMySqlResult>;

} // namespace Whimbrel
