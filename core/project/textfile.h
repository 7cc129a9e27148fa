// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QByteArray>
#include <QString>

namespace Whimbrel {

/// A text file as it is: line ends kept, the byte order mark taken off and remembered.
struct TextFile
{
    QString text;
    QByteArray bytes; ///< of the whole file, byte order mark included
    bool hasByteOrderMark = false;
};

/// What becomes of a symbolic link where a file is expected.
enum class Links { Follow, Refuse };

/// Reads a file that has to be UTF-8. `shownAs` is what messages call it.
/// Errors: Project, with the byte offset and the line of what is not UTF-8, or of a NUL byte; Project where it cannot be opened,
/// with the code "LINK" where it is a link that is refused.
Result<TextFile> readTextFile(const QString &path, const QString &shownAs, Links links = Links::Follow);

/// The offset of the first byte that is not valid UTF-8 (surrogates and overlong forms included); -1 if all is.
qsizetype invalidUtf8Offset(QByteArrayView bytes);

/// Nothing if the file or folder at `path` is really inside `folder` (symbolic links followed), else where it leads.
QString leadsOutOf(const QString &folder, const QString &path);

} // namespace Whimbrel
