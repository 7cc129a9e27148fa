// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>
#include <QStringView>

#include <optional>

namespace Whimbrel {

/// A migration tool that Whimbrel does not read yet, and what gave it away.
struct ForeignProject
{
    QString tool;     ///< as people write it: "goose"
    QString evidence; ///< the file or folder, relative to the project's folder
};

/// Looks for the signs of other tools in `folder` and its usual places for migrations; reads the head of a few files.
std::optional<ForeignProject> findForeignProject(const QDir &folder);

/// The other tool that writes a file of this name with this beginning; empty if none is known by it.
QString foreignTool(const QString &fileName, QStringView head);

} // namespace Whimbrel
