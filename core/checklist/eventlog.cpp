// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/eventlog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
/// Ends a torn line; see appendLogLine().
constexpr QByteArrayView tornMark = " #torn";

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::EventLog)
};

std::unexpected<Error> ioFailure(const QString &path, int code)
{
    return failure(ErrorKind::Io, Tr::tr("%1 could not be written: %2. Nothing was recorded.").arg(path, qt_error_string(code)),
                   Tr::tr("Make room or rights for this file, then do it again."));
}

class Descriptor
{
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    operator int() const { return m_descriptor; }

private:
    int m_descriptor;
};

template<typename Call>
auto retried(Call call)
{
    decltype(call()) result;
    do
        result = call();
    while (result < 0 && errno == EINTR);
    return result;
}

bool endsTorn(int file, off_t size)
{
    char last = '\n';
    return size > 0 && ::pread(file, &last, 1, size - 1) == 1 && last != '\n';
}

/// A new file is only safe once its folder knows it.
void syncFolder(const QString &path)
{
    const Descriptor folder(::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder >= 0)
        ::fsync(folder);
}
} // namespace

Result<> appendLogLine(const QString &path, const QByteArray &line)
{
    Q_ASSERT(!line.contains('\n'));
    const QByteArray name = QFile::encodeName(path);
    const bool isNew = !QFileInfo::exists(path);
    const Descriptor file(retried([&] { return ::open(name.constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666); }));
    if (file < 0 && errno == ELOOP)
        return failure(ErrorKind::Io, Tr::tr("%1 is a link. Nothing was recorded.").arg(path), Tr::tr("Put a file in its place: a log is not written elsewhere."));
    if (file < 0)
        return ioFailure(path, errno);
    // Between looking at the end and writing there must not be another writer; the lock goes with the descriptor.
    if (retried([&] { return ::flock(file, LOCK_EX); }) < 0)
        return ioFailure(path, errno);
    struct stat status = {};
    if (::fstat(file, &status) < 0)
        return ioFailure(path, errno);

    QByteArray bytes = line + '\n';
    if (endsTorn(file, status.st_size))
        bytes.prepend(tornMark.toByteArray() + '\n');
    errno = ENOSPC; // what a short write means
    if (retried([&] { return ::write(file, bytes.constData(), static_cast<size_t>(bytes.size())); }) != bytes.size()
        || ::fsync(file) < 0) {
        const int code = errno;
        // Should this fail too, a torn line stays, which readers know.
        [[maybe_unused]] const int ignored = ::ftruncate(file, status.st_size);
        return ioFailure(path, code);
    }
    if (isNew)
        syncFolder(path);
    return {};
}

Result<QList<LogLine>> readLogLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Io, Tr::tr("%1 could not be read: %2.").arg(path, file.errorString()));
    const QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::Io, Tr::tr("%1 could not be read: %2.").arg(path, file.errorString()));

    QList<LogLine> lines;
    int number = 0;
    for (qsizetype start = 0; start < content.size();) {
        const qsizetype newline = content.indexOf('\n', start);
        const qsizetype end = newline < 0 ? content.size() : newline;
        QByteArray text = content.sliced(start, end - start).trimmed();
        ++number;
        const bool marked = text.endsWith(tornMark);
        if (marked)
            text = text.chopped(tornMark.size());
        if (!text.isEmpty())
            lines << LogLine{.text = text, .number = number, .torn = marked || newline < 0};
        start = end + 1;
    }
    return lines;
}

} // namespace Whimbrel
