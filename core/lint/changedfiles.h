// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QDir>
#include <QSet>

#include <stop_token>

namespace Whimbrel {

/// The files of the git repository around `folder` that are not as they were at `revision`: committed since the branches
/// parted, changed without being committed, and new ones that git does not ignore. Absolute paths, symbolic links followed.
/// Deleted files are not among them. Runs git; not on the GUI thread.
/// Errors: Usage, outside of a repository and for a revision that it does not have; Io, where git cannot be run; Cancelled.
Result<QSet<QString>> filesChangedSince(const QString &revision, const QDir &folder, const std::stop_token &stop = {});

} // namespace Whimbrel
