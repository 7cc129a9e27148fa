// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/plpgsql.h"

#include <pg_query.h>

namespace Whimbrel::PgTree {

std::string parsePlPgSql(const std::string &body)
{
    // As a function: handed a DO, and a CREATE FUNCTION without a body, the parser aborts the process.
    std::string tag = "$whimbrel$";
    for (int i = 0; body.find(tag) != std::string::npos; ++i)
        tag = "$whimbrel" + std::to_string(i) + '$';
    const std::string function = "CREATE FUNCTION whimbrel() RETURNS void LANGUAGE plpgsql AS " + tag + body + tag;
    const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(function.c_str());
    std::string json;
    if (!result.error && result.plpgsql_funcs)
        json = result.plpgsql_funcs;
    pg_query_free_plpgsql_parse_result(result);
    return json;
}

} // namespace Whimbrel::PgTree
