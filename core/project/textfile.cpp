// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

#include <sys/mman.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

Error fileError(const FilePosition &position, const QString &message, const QString &hint)
{
    return {.kind = ErrorKind::Project, .message = message, .detail = {}, .hint = hint, .code = {}, .position = position};
}

FilePosition lineAt(const QString &file, QByteArrayView bytes, qsizetype offset)
{
    return {file, static_cast<int>(std::count(bytes.begin(), bytes.begin() + offset, '\n')) + 1, 0};
}

// The length of the valid sequence at `at`, 0 if there is none.
qsizetype sequenceLength(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return at + i < bytes.size() ? static_cast<uchar>(bytes.at(at + i)) : uchar(0); };
    const auto continues = [&](qsizetype i) { return (byte(i) & 0xc0) == 0x80; };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return continues(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const bool overlong = first == 0xe0 && byte(1) < 0xa0;
        const bool surrogate = first == 0xed && byte(1) > 0x9f;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const bool overlong = first == 0xf0 && byte(1) < 0x90;
        const bool beyond = first == 0xf4 && byte(1) > 0x8f;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

/// Memory that is about to be filled: of large pages it costs the system one look for each 2 MB instead of each 4 kB.
void preferLargePages(void *begin, qsizetype size)
{
    constexpr quintptr page = 2 << 20;
    const quintptr first = (reinterpret_cast<quintptr>(begin) + page - 1) & ~(page - 1);
    const quintptr last = (reinterpret_cast<quintptr>(begin) + static_cast<quintptr>(size)) & ~(page - 1);
    if (first < last)
        ::madvise(reinterpret_cast<void *>(first), last - first, MADV_HUGEPAGE); // a wish, which may come to nothing
}

QByteArray readWhole(QFile &file)
{
    QByteArray bytes(file.size(), Qt::Uninitialized);
    preferLargePages(bytes.data(), bytes.size());
    bytes.truncate(std::max<qint64>(file.read(bytes.data(), bytes.size()), 0));
    return bytes += file.readAll(); // what came meanwhile, and all of a file that tells no size
}

/// Of valid UTF-8.
QString decoded(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    preferLargePages(text.data(), text.size() * qsizetype(sizeof(QChar)));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    text.truncate(decoder.appendToBuffer(text.data(), bytes) - text.constData());
    return text;
}

} // namespace

qsizetype invalidUtf8Offset(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

Result<TextFile> readTextFile(const QString &path, const QString &shownAs)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        if (QFileInfo(path).isDir()) {
            return std::unexpected(fileError({shownAs}, Text::tr("This is a folder, not a file."),
                                             Text::tr("Rename or remove the folder: a migration is a file.")));
        }
        return std::unexpected(fileError({shownAs}, Text::tr("The file cannot be read: %1.").arg(file.errorString()),
                                         Text::tr("Make it readable for you, or restore it.")));
    }
    TextFile result{.text = {}, .bytes = readWhole(file), .hasByteOrderMark = false};
    if (file.error() != QFileDevice::NoError) {
        return std::unexpected(fileError({shownAs}, Text::tr("The file cannot be read to its end: %1.").arg(file.errorString()),
                                         Text::tr("Check the disk, or restore the file.")));
    }
    if (const qsizetype nul = result.bytes.indexOf('\0'); nul >= 0) {
        return std::unexpected(fileError(lineAt(shownAs, result.bytes, nul),
                                         Text::tr("The file holds a NUL byte at offset %1; SQL text never does.").arg(nul),
                                         Text::tr("It may be UTF-16 or not a text at all: save it as UTF-8.")));
    }
    if (const qsizetype invalid = result.bytes.isValidUtf8() ? -1 : invalidUtf8Offset(result.bytes); invalid >= 0) {
        const uint byte = static_cast<uchar>(result.bytes.at(invalid));
        return std::unexpected(fileError(lineAt(shownAs, result.bytes, invalid),
                                         Text::tr("The file is not UTF-8: byte 0x%1 at offset %2.").arg(byte, 2, 16, QChar(u'0')).arg(invalid),
                                         Text::tr("It may be Latin-1: convert it, for example with “iconv -f LATIN1 -t UTF-8”.")));
    }
    result.hasByteOrderMark = result.bytes.startsWith("\xef\xbb\xbf");
    result.text = decoded(QByteArrayView(result.bytes).sliced(result.hasByteOrderMark ? 3 : 0));
    return result;
}

QString leadsOutOf(const QString &folder, const QString &path)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QString target = QFileInfo(path).canonicalFilePath();
    const bool inside = target == root || target.startsWith(root.endsWith(u'/') ? root : root + u'/');
    return inside || target.isEmpty() ? QString() : target;
}

} // namespace Whimbrel
