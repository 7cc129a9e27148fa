// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

namespace Whimbrel {

/// Where a run would go and as whom, asked from the database itself.
struct TargetFacts
{
    QString user;      ///< who statements run as
    QString loginUser; ///< who logged in, where SET ROLE made that another one
    QString database;
    QString server;    ///< host or socket; a file for SQLite
    QString version;   ///< "PostgreSQL 17.4"
    QString state;     ///< translated: "primary", "standby: it accepts no changes", "read-only"; empty where unknown
    bool writable = true;

    bool operator==(const TargetFacts &) const = default;
};

Result<TargetFacts> readTargetFacts(Session &session);

} // namespace Whimbrel
