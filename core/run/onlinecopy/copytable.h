// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "run/onlinecopy/copyoptions.h"
#include "run/onlinecopy/copystate.h"

namespace Whimbrel {

/// Whether the table can be copied online, as the server's catalog tells before anything is made: sentences that a person should know
/// of. Errors: Refused, with the reason and with what would help; those of Session::query().
Result<QStringList> checkCopyTable(Session &session, const CopyNames &names, const CopyOptions &options);

/// What of a copy is there now.
struct CopyParts
{
    bool table = false;
    bool newTable = false;
    bool oldTable = false;
    QStringList triggers{}; ///< those of CopyNames::triggers that exist, on whichever table

    bool isComplete(const CopyNames &names) const { return table && newTable && triggers.size() == names.triggers.size(); }
};
Result<CopyParts> findCopyParts(Session &session, const CopyNames &names);

} // namespace Whimbrel
