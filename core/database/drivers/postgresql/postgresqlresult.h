// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <libpq-fe.h>

#include <memory>

namespace Whimbrel {

struct ClearResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ClearResult>;

/// A part of an error or a notice (PG_DIAG_SQLSTATE and the like); empty where it has none.
inline QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

inline bool isError(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR;
}

} // namespace Whimbrel
