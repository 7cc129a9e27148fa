// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/personalenvironments.h"

#include "settings/settings.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
QString groupOf(const QString &projectFolder)
{
    const QByteArray hash = QCryptographicHash::hash(projectFolder.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    return u"environments-%1"_s.arg(QString::fromLatin1(hash));
}

void write(const QString &projectFolder, const QList<Environment> &environments)
{
    const auto settings = openSettings();
    settings->beginGroup(groupOf(projectFolder));
    settings->remove(QString());
    settings->beginWriteArray(u"list"_s, static_cast<int>(environments.size()));
    for (int i = 0; i < environments.size(); ++i) {
        const Environment &environment = environments.at(i);
        settings->setArrayIndex(i);
        settings->setValue("name"_L1, environment.name);
        settings->setValue("url"_L1, environment.url);
        settings->setValue("color"_L1, environment.color);
        settings->setValue("protected"_L1, environment.isProtected);
        settings->setValue("read-only"_L1, environment.readOnly);
        settings->setValue("role"_L1, environment.role);
        settings->setValue("search-path"_L1, environment.searchPath);
    }
    settings->endArray();
}
} // namespace

QList<Environment> personalEnvironments(const QString &projectFolder)
{
    const auto settings = openSettings();
    settings->beginGroup(groupOf(projectFolder));
    QList<Environment> environments;
    const int count = settings->beginReadArray(u"list"_s);
    for (int i = 0; i < count; ++i) {
        settings->setArrayIndex(i);
        Environment environment;
        environment.name = settings->value("name"_L1).toString();
        environment.url = settings->value("url"_L1).toString();
        environment.color = settings->value("color"_L1).toString();
        environment.isProtected = settings->value("protected"_L1).toBool();
        environment.readOnly = settings->value("read-only"_L1).toBool();
        environment.role = settings->value("role"_L1).toString();
        environment.searchPath = settings->value("search-path"_L1).toString();
        environment.personal = true;
        environments.append(environment);
    }
    return environments;
}

void savePersonalEnvironment(const QString &projectFolder, const Environment &environment)
{
    QList<Environment> environments = personalEnvironments(projectFolder);
    const auto same = std::ranges::find(environments, environment.name, &Environment::name);
    if (same != environments.end())
        *same = environment;
    else
        environments.append(environment);
    write(projectFolder, environments);
}

void removePersonalEnvironment(const QString &projectFolder, const QString &name)
{
    QList<Environment> environments = personalEnvironments(projectFolder);
    environments.removeIf([&name](const Environment &environment) { return environment.name == name; });
    write(projectFolder, environments);
}

Result<Target> targetOf(const MigrationProject &project, const Environment &environment)
{
    Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(environment.url, project.folder());
    if (!settings)
        return std::unexpected(settings.error());
    settings->role = environment.role;
    settings->searchPath = environment.searchPath;
    settings->readOnly = environment.readOnly;

    Target target;
    target.environment = environment.name;
    target.source = QCoreApplication::translate("Whimbrel::Workbench", "your settings");
    target.settings = *settings;
    target.isProtected = environment.isProtected;
    target.readOnly = environment.readOnly;
    target.color = environment.color;
    target.guards = project.configuration().guards;
    for (const Environment &shared : project.configuration().environments) {
        const Result<ConnectionSettings> other = ConnectionSettings::fromUrl(shared.url, project.folder());
        if (shared.isProtected && other && other->sameDatabase(*settings))
            target.isProtected = true;
    }
    return target;
}

} // namespace Whimbrel
