// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editedfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QByteArray sha256(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

struct LineEndCount
{
    qsizetype lf = 0;
    qsizetype crLf = 0;
    qsizetype cr = 0;

    bool isMixed() const { return (lf > 0) + (crLf > 0) + (cr > 0) > 1; }
    LineEnd mostFrequent() const
    {
        if (crLf > lf && crLf >= cr)
            return LineEnd::CrLf;
        return cr > lf ? LineEnd::Cr : LineEnd::Lf;
    }
};

LineEndCount countLineEnds(QByteArrayView bytes)
{
    LineEndCount count;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\n') {
            ++count.lf;
        } else if (bytes[i] == '\r') {
            if (i + 1 < bytes.size() && bytes[i + 1] == '\n') {
                ++count.crLf;
                ++i;
            } else {
                ++count.cr;
            }
        }
    }
    return count;
}

QByteArrayView lineEndBytes(LineEnd lineEnd)
{
    switch (lineEnd) {
    case LineEnd::CrLf: return "\r\n";
    case LineEnd::Cr: return "\r";
    case LineEnd::Lf: break;
    }
    return "\n";
}

Error ioError(const QString &message, const QString &reason)
{
    return Error{.kind = ErrorKind::Io, .message = message, .detail = reason, .hint = {}, .code = {}, .position = {}};
}

} // namespace

QByteArray TextFormat::encode(const QString &text) const
{
    QByteArray bytes = text.toUtf8();
    if (lineEnd != LineEnd::Lf)
        bytes.replace("\n", lineEndBytes(lineEnd));
    if (byteOrderMark)
        bytes.prepend("\xEF\xBB\xBF");
    return bytes;
}

QString TextFormat::name() const
{
    const QString ends = lineEnd == LineEnd::CrLf ? u"CRLF"_s : lineEnd == LineEnd::Cr ? u"CR"_s : u"LF"_s;
    return (byteOrderMark ? u"UTF-8 BOM, %1"_s : u"UTF-8, %1"_s).arg(ends);
}

EditedFile EditedFile::fromBytes(const QByteArray &bytes)
{
    EditedFile file;
    file.size = bytes.size();
    file.hash = sha256(bytes);

    QByteArrayView content(bytes);
    if (content.startsWith("\xEF\xBB\xBF")) {
        file.format.byteOrderMark = true;
        content = content.sliced(3);
    }
    if (content.size() > sizeLimit) {
        content = content.first(content.lastIndexOf('\n', shownOfLarge) + 1);
        file.readOnly = ReadOnlyReason::TooLarge;
    }
    const LineEndCount lineEnds = countLineEnds(content);
    file.format.lineEnd = lineEnds.mostFrequent();

    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    file.text = decoder(content);
    if (file.readOnly == ReadOnlyReason::None) {
        if (decoder.hasError())
            file.readOnly = ReadOnlyReason::InvalidUtf8;
        else if (content.contains('\0'))
            file.readOnly = ReadOnlyReason::NullByte;
        else if (lineEnds.isMixed())
            file.readOnly = ReadOnlyReason::MixedLineEnds;
    }
    if (lineEnds.crLf > 0)
        file.text.replace(u"\r\n"_s, u"\n"_s);
    if (lineEnds.cr > 0)
        file.text.replace(u'\r', u'\n');
    return file;
}

Result<EditedFile> EditedFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(ioError(QCoreApplication::translate("Whimbrel", "The file %1 cannot be read.").arg(path),
                                       file.errorString()));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(ioError(QCoreApplication::translate("Whimbrel", "The file %1 cannot be read.").arg(path),
                                       file.errorString()));
    EditedFile text = fromBytes(bytes);
    if (text.readOnly == ReadOnlyReason::None && !QFileInfo(path).isWritable())
        text.readOnly = ReadOnlyReason::NotWritable;
    return text;
}

Result<QByteArray> EditedFile::write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return std::unexpected(ioError(
            QCoreApplication::translate("Whimbrel", "The file %1 could not be saved; on the disk it is as it was.")
                .arg(path),
            file.errorString()));
    }
    return sha256(bytes);
}

QByteArray EditedFile::hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace Whimbrel
