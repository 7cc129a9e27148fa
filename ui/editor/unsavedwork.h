// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace Whimbrel {

/// What somebody had typed and not saved when the program ended without asking.
struct UnsavedText
{
    QString path;
    QByteArray baseHash; ///< EditedFile::hash of the file that was being edited
    QDateTime at;
    QString text;
};

/// Keeps unsaved text in the person's state folder, one file for each edited file, so that a crash loses seconds.
/// KTextEditor's own swap files are not used: they lie among the migrations, where tools and git see them, and they
/// belong to KTextEditor's way of saving, which changes bytes that nobody touched. Functions block; not on the GUI
/// thread.
namespace UnsavedWork {

Result<> store(const UnsavedText &unsaved);
std::optional<UnsavedText> load(const QString &path);
void discard(const QString &path);
/// The files below `folder` with unsaved text.
QStringList filesBelow(const QString &folder);

} // namespace UnsavedWork
} // namespace Whimbrel
