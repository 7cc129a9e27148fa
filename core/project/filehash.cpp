// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"
#include "project/sha256.h"

#include <QCoreApplication>
#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

// Feeds a file's bytes to a hash with CRLF and CR as LF. A CR at a block's end waits for the next block.
class LineEndNormaliser
{
public:
    explicit LineEndNormaliser(Sha256 &hash) : m_hash(hash) {}

    void add(QByteArrayView block)
    {
        const bool endsWithReturn = block.endsWith('\r');
        if (m_afterReturn && block.startsWith('\n'))
            block = block.sliced(1); // it was written for the CR before it
        m_afterReturn = endsWithReturn;
        while (!block.isEmpty()) {
            const qsizetype end = block.indexOf('\r');
            if (end < 0) {
                m_hash.add(block);
                return;
            }
            m_hash.add(block.first(end));
            m_hash.add("\n");
            block = block.sliced(end + 1);
            if (block.startsWith('\n'))
                block = block.sliced(1);
        }
    }

private:
    Sha256 &m_hash;
    bool m_afterReturn = false;
};

constexpr qsizetype large = 512 * 1024; // bytes: some milliseconds

} // namespace

ContentHash ContentHash::ofFile(const QByteArray &content)
{
    const auto policy = content.size() >= large ? std::launch::async : std::launch::deferred;
    return ContentHash(std::async(policy, [content] { return MigrationProject::hashContent(content); }).share());
}

ContentHash ContentHash::ofText(const QString &text)
{
    return ContentHash(std::async(std::launch::deferred, [text] { return MigrationProject::hashContent(text.toUtf8()); }).share());
}

QString MigrationProject::hashContent(QByteArrayView content)
{
    Sha256 hash;
    LineEndNormaliser(hash).add(content);
    return QString::fromLatin1(hash.result());
}

Result<QString> MigrationProject::hashFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(ErrorKind::Io, Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                       Text::tr("Make it readable for you, or restore it."));
    }
    Sha256 hash;
    LineEndNormaliser normaliser(hash);
    std::array<char, 64 * 1024> block;
    qint64 length = 0;
    while ((length = file.read(block.data(), block.size())) > 0)
        normaliser.add({block.data(), static_cast<qsizetype>(length)});
    if (length < 0)
        return failure(ErrorKind::Io, Text::tr("%1 cannot be read to its end: %2.").arg(path, file.errorString()), Text::tr("Check the disk."));
    return QString::fromLatin1(hash.result());
}

} // namespace Whimbrel
