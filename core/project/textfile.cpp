// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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

/// An open file; QFile asks the system three times as often, which of many small files is most of the reading.
class ReadFile
{
public:
    ReadFile(const QString &path, Links links)
        : m_descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | (links == Links::Refuse ? O_NOFOLLOW : 0)))
    {
    }
    ~ReadFile()
    {
        if (isOpen())
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(ReadFile)

    bool isOpen() const { return m_descriptor >= 0; }

    /// To its end, whatever size it tells. Unset: errno says why.
    std::optional<QByteArray> readAll() const
    {
        std::array<char, 16 * 1024> begin; // most are no larger
        const qsizetype small = fill(begin.data(), begin.size());
        if (small < 0)
            return std::nullopt;
        QByteArray bytes(begin.data(), small);
        if (small < qsizetype(begin.size()))
            return bytes;
        struct stat facts = {};
        qsizetype size = small;
        qsizetype room = ::fstat(m_descriptor, &facts) == 0 ? std::max<qsizetype>(facts.st_size, size) + 1 : 2 * size;
        while (true) {
            bytes.resize(room);
            preferLargePages(bytes.data() + size, room - size);
            const qsizetype more = fill(bytes.data() + size, static_cast<size_t>(room - size));
            if (more < 0)
                return std::nullopt;
            size += more;
            if (size < room)
                break;
            room *= 2;
        }
        bytes.truncate(size);
        return bytes;
    }

private:
    /// As much as there is, up to `room`; -1: it cannot be read.
    qsizetype fill(char *to, size_t room) const
    {
        size_t size = 0;
        while (size < room) {
            const ssize_t got = ::read(m_descriptor, to + size, room - size);
            if (got == 0)
                break;
            if (got < 0 && errno != EINTR)
                return -1;
            size += static_cast<size_t>(std::max<ssize_t>(got, 0));
        }
        return static_cast<qsizetype>(size);
    }

    const int m_descriptor;
};

/// Of valid UTF-8.
QString decoded(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    preferLargePages(text.data(), text.size() * qsizetype(sizeof(QChar)));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    text.truncate(decoder.appendToBuffer(text.data(), bytes) - text.constData());
    return text;
}

std::unexpected<Error> isFolder(const QString &shownAs)
{
    return std::unexpected(fileError({shownAs}, Text::tr("This is a folder, not a file."),
                                     Text::tr("Rename or remove the folder: a migration is a file.")));
}

std::unexpected<Error> cannotBeOpened(const QString &shownAs, const QString &reason)
{
    return std::unexpected(fileError({shownAs}, Text::tr("The file cannot be read: %1.").arg(reason),
                                     Text::tr("Make it readable for you, or restore it.")));
}

/// A part of the program.
Result<QByteArray> readBuiltIn(const QString &path, const QString &shownAs)
{
    QFile resource(path);
    if (!resource.open(QIODevice::ReadOnly))
        return cannotBeOpened(shownAs, resource.errorString());
    return resource.readAll();
}

Result<QByteArray> readBytes(const QString &path, const QString &shownAs, Links links)
{
    const ReadFile file(path, links);
    if (!file.isOpen()) {
        const int reason = errno;
        if (QFileInfo(path).isDir())
            return isFolder(shownAs);
        std::unexpected<Error> refused = cannotBeOpened(shownAs, qt_error_string(reason));
        if (links == Links::Refuse && reason == ELOOP)
            refused.error().code = u"LINK"_s;
        return refused;
    }
    if (const std::optional<QByteArray> bytes = file.readAll())
        return *bytes;
    const int reason = errno;
    if (reason == EISDIR)
        return isFolder(shownAs);
    return std::unexpected(fileError({shownAs}, Text::tr("The file cannot be read to its end: %1.").arg(qt_error_string(reason)),
                                     Text::tr("Check the disk, or restore the file.")));
}

Result<TextFile> textOf(const QByteArray &bytes, const QString &shownAs)
{
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
        return std::unexpected(fileError(lineAt(shownAs, bytes, nul),
                                         Text::tr("The file holds a NUL byte at offset %1; SQL text never does.").arg(nul),
                                         Text::tr("It may be UTF-16 or not a text at all: save it as UTF-8.")));
    }
    if (const qsizetype invalid = bytes.isValidUtf8() ? -1 : invalidUtf8Offset(bytes); invalid >= 0) {
        const uint byte = static_cast<uchar>(bytes.at(invalid));
        return std::unexpected(fileError(lineAt(shownAs, bytes, invalid),
                                         Text::tr("The file is not UTF-8: byte 0x%1 at offset %2.").arg(byte, 2, 16, QChar(u'0')).arg(invalid),
                                         Text::tr("It may be Latin-1: convert it, for example with “iconv -f LATIN1 -t UTF-8”.")));
    }
    const bool hasMark = bytes.startsWith("\xef\xbb\xbf");
    return TextFile{.text = decoded(QByteArrayView(bytes).sliced(hasMark ? 3 : 0)), .bytes = bytes, .hasByteOrderMark = hasMark};
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

Result<TextFile> readTextFile(const QString &path, const QString &shownAs, Links links)
{
    const Result<QByteArray> bytes = path.startsWith(u':') ? readBuiltIn(path, shownAs) : readBytes(path, shownAs, links);
    return bytes ? textOf(*bytes, shownAs) : std::unexpected(bytes.error());
}

QString leadsOutOf(const QString &folder, const QString &path)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QString target = QFileInfo(path).canonicalFilePath();
    const bool inside = target == root || target.startsWith(root.endsWith(u'/') ? root : root + u'/');
    return inside || target.isEmpty() ? QString() : target;
}

} // namespace Whimbrel
