// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"

#include <optional>

namespace Whimbrel {

/// How much encryption a URL asks for, by ssl-mode (MySQL's names) or tls (those of Go's driver, which dbmate has).
enum class MySqlTls {
    Unasked,   ///< nothing said, or disabled
    Preferred, ///< if the server can
    Required,  ///< whoever the server is
    Verified,  ///< and the certificate is of a known authority and for this host; also where only an ssl-ca is named
};

/// Nothing if the URL asks for something that is none of these. A socket needs no encryption: always Unasked.
std::optional<MySqlTls> mySqlTls(const ConnectionSettings &settings);

} // namespace Whimbrel
