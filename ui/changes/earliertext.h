// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Whimbrel {

/// A file's text as it once was.
struct EarlierText
{
    QString text;
    QString commit; ///< abbreviated
    QString author;
    QDateTime at;
};

/// Looks through git's history of `file` for the version whose checksum (SHA-256, line ends normalised) is `checksum`.
/// nullopt: the file's repository has none. Errors: Io, where there is no git or no repository, saying so.
/// Runs git, which takes its time: not on the GUI thread.
Result<std::optional<EarlierText>> findEarlierText(const QString &file, const QString &checksum);

} // namespace Whimbrel
