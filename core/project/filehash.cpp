// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <array>
#include <thread>

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
    explicit LineEndNormaliser(QCryptographicHash &hash) : m_hash(hash) {}

    void add(QByteArrayView block)
    {
        const bool endsWithReturn = block.endsWith('\r');
        if (m_afterReturn && block.startsWith('\n'))
            block = block.sliced(1); // it was written for the CR before it
        m_afterReturn = endsWithReturn;
        while (!block.isEmpty()) {
            const qsizetype end = block.indexOf('\r');
            if (end < 0) {
                m_hash.addData(block);
                return;
            }
            m_hash.addData(block.first(end));
            m_hash.addData("\n");
            block = block.sliced(end + 1);
            if (block.startsWith('\n'))
                block = block.sliced(1);
        }
    }

private:
    QCryptographicHash &m_hash;
    bool m_afterReturn = false;
};

} // namespace

QString MigrationProject::hashContent(QByteArrayView content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    LineEndNormaliser(hash).add(content);
    return QString::fromLatin1(hash.result().toHex());
}

Result<QString> MigrationProject::hashFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(ErrorKind::Io, Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                       Text::tr("Make it readable for you, or restore it."));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    LineEndNormaliser normaliser(hash);
    std::array<char, 64 * 1024> block;
    qint64 length = 0;
    while ((length = file.read(block.data(), block.size())) > 0)
        normaliser.add({block.data(), static_cast<qsizetype>(length)});
    if (length < 0)
        return failure(ErrorKind::Io, Text::tr("%1 cannot be read to its end: %2.").arg(path, file.errorString()), Text::tr("Check the disk."));
    return QString::fromLatin1(hash.result().toHex());
}

QHash<QString, QString> MigrationProject::hashFiles(const QList<Migration> &migrations)
{
    // Two threads: most of the time goes into opening files, and more gain nothing on a laptop.
    constexpr qsizetype perThread = 200;
    QList<QString> hashes(migrations.size());
    const auto hashRange = [&migrations, result = hashes.data()](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i) {
            if (const Result<QString> hash = hashFile(migrations.at(i).file))
                result[i] = *hash;
        }
    };
    const qsizetype middle = migrations.size() > perThread ? migrations.size() / 2 : 0;
    std::jthread other(hashRange, 0, middle);
    hashRange(middle, migrations.size());
    other.join();

    QHash<QString, QString> byVersion;
    byVersion.reserve(migrations.size());
    for (qsizetype i = 0; i < migrations.size(); ++i) {
        if (!hashes.at(i).isEmpty())
            byVersion.insert(migrations.at(i).version, hashes.at(i));
    }
    return byVersion;
}

} // namespace Whimbrel
