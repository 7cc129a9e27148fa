// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/unsavedwork.h"

#include "editor/editedfile.h"

#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Whimbrel::UnsavedWork {

namespace {

QDir stateFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + u"/whimbrel/unsaved"_s);
}

QString stateFile(const QString &path)
{
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
    return stateFolder().filePath(QString::fromLatin1(name) + u".cbor"_s);
}

std::optional<UnsavedText> readStateFile(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QCborMap map = QCborValue::fromCbor(file.readAll()).toMap();
    UnsavedText unsaved{.path = map.value(u"path"_s).toString(),
                        .baseHash = map.value(u"base"_s).toByteArray(),
                        .at = QDateTime::fromMSecsSinceEpoch(map.value(u"at"_s).toInteger()),
                        .text = map.value(u"text"_s).toString()};
    return unsaved.path.isEmpty() ? std::nullopt : std::optional(std::move(unsaved));
}

} // namespace

Result<> store(const UnsavedText &unsaved)
{
    stateFolder().mkpath(u"."_s);
    const QCborMap map{{u"path"_s, unsaved.path},
                       {u"base"_s, unsaved.baseHash},
                       {u"at"_s, unsaved.at.toMSecsSinceEpoch()},
                       {u"text"_s, unsaved.text}};
    return EditedFile::write(stateFile(unsaved.path), QCborValue(map).toCbor()).transform([](const QByteArray &) {});
}

std::optional<UnsavedText> load(const QString &path)
{
    return readStateFile(stateFile(path));
}

void discard(const QString &path)
{
    QFile::remove(stateFile(path));
}

QStringList filesBelow(const QString &folder)
{
    const QString prefix = QDir(folder).absolutePath() + u'/';
    QStringList files;
    const QDir state = stateFolder();
    for (const QString &name : state.entryList({u"*.cbor"_s}, QDir::Files)) {
        const std::optional<UnsavedText> unsaved = readStateFile(state.filePath(name));
        if (unsaved && unsaved->path.startsWith(prefix))
            files << unsaved->path;
    }
    return files;
}

} // namespace Whimbrel::UnsavedWork
