// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QCryptographicHash>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Whimbrel {

std::unique_ptr<QSettings> openSettings()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    return std::make_unique<QSettings>(folder + u"/settings.ini"_s, QSettings::IniFormat);
}

namespace Settings {

namespace {
/// A path has slashes, which QSettings reads as groups.
QByteArray projectKey(const QString &folder, const char *name)
{
    return "project-" + QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex().left(16) + '/' +
           name;
}
} // namespace

Setting<QStringList> openFiles(const QString &projectFolder)
{
    return {projectKey(projectFolder, "open-files").constData(), {}};
}

Setting<QString> currentFile(const QString &projectFolder)
{
    return {projectKey(projectFolder, "current-file").constData(), {}};
}

Setting<QString> environment(const QString &projectFolder)
{
    return {projectKey(projectFolder, "environment").constData(), {}};
}

} // namespace Settings
} // namespace Whimbrel
