// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"
#include "project/configuration/projectconfiguration.h"

#include <QByteArray>
#include <QDir>

#include <stop_token>

namespace Whimbrel {

/// Rewrites the project's schema.sql byte for byte as dbmate would, if the project has one, without Whimbrel's own journal:
/// the database's own dump program, then the versions. Waits for it; `stop` ends it. Returns a translated warning where
/// the file could not be written, or an empty text.
QString writeDbmateSchema(const ProjectConfiguration &configuration, const QDir &folder, const ConnectionSettings &settings,
                          const std::stop_token &stop);

/// What dbmate makes of a dump: comments and blank lines off its head, white space off every line's end.
QByteArray tidiedDump(const QByteArray &dump);

} // namespace Whimbrel
