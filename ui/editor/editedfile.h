// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QByteArray>
#include <QString>

namespace Whimbrel {

enum class LineEnd { Lf, CrLf, Cr };

/// How a file's text is written as bytes. What is saved differs from what was read only where somebody typed.
struct TextFormat
{
    LineEnd lineEnd = LineEnd::Lf;
    bool byteOrderMark = false;

    QByteArray encode(const QString &text) const; ///< `text` has \n for every line end
    QString name() const;                         ///< "UTF-8, CRLF": for the editor's strip

    bool operator==(const TextFormat &) const = default;
};

/// Why a file may be read here and not edited.
enum class ReadOnlyReason { None, MixedLineEnds, InvalidUtf8, NullByte, TooLarge, NotWritable, NotReproducible };

/// A file of text as it is on the disk. A value; reading and writing block and may be done on any thread.
struct EditedFile
{
    /// Larger files are shown in part and not edited.
    static constexpr qint64 sizeLimit = 32 * 1024 * 1024;
    /// Of a file above the limit, this much is shown.
    static constexpr qint64 shownOfLarge = 4 * 1024 * 1024;

    QString text;         ///< with \n for every line end
    TextFormat format;
    qint64 size = 0;      ///< bytes
    QByteArray hash;      ///< SHA-256 of the bytes: tells whether the file on the disk is still this one
    ReadOnlyReason readOnly = ReadOnlyReason::None;

    /// Errors: Io, with the path and the system's reason.
    static Result<EditedFile> read(const QString &path);
    static EditedFile fromBytes(const QByteArray &bytes);
    /// Writes all or nothing, and flushes to the disk. Returns the hash of what was written. Errors: Io.
    static Result<QByteArray> write(const QString &path, const QByteArray &bytes);
    /// Empty where the file does not exist or cannot be read.
    static QByteArray hashOf(const QString &path);
};

} // namespace Whimbrel
