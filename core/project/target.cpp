// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/network.h"
#include "project/migrationproject.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

std::unexpected<Error> usage(const ProjectConfiguration &configuration, const QString &message)
{
    QStringList names;
    for (const Environment &environment : configuration.environments)
        names << environment.name;
    return failure(ErrorKind::Usage, message,
                   names.isEmpty() ? Text::tr("whimbrel.toml names no environments; give a database with --database.")
                                   : Text::tr("Choose one of %1 with --environment, or set default-environment in whimbrel.toml.").arg(names.join(u", "_s)));
}

Result<std::optional<Target>> targetOfUrl(const QString &url, const QDir &base, const QString &source, const RunGuards &guards)
{
    Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(url, base);
    if (!settings) {
        Error error = settings.error();
        error.detail = Text::tr("The address was given by %1.").arg(source);
        return std::unexpected(error);
    }
    return Target{.environment = {},
                  .source = source,
                  .settings = std::move(*settings),
                  .isProtected = false,
                  .readOnly = false,
                  .color = {},
                  .guards = guards,
                  .backupFile = {},
                  .healthUrl = {}};
}

// Also where one of the two names the server by another name or by its address. Asks for the names of hosts, which may take a
// while, only where nothing else tells the two apart.
bool leadsToTheSame(const ConnectionSettings &settings, const ConnectionSettings &other)
{
    if (settings.sameDatabase(other))
        return true;
    ConnectionSettings renamed = settings;
    renamed.host = other.host;
    const bool socket = settings.host.startsWith(u'/') || other.host.startsWith(u'/');
    if (settings.dialect == Dialect::SQLite || socket || !renamed.sameDatabase(other))
        return false;
    const Network *names = network();
    return !names || names->addressesOf(settings.host).intersects(names->addressesOf(other.host)); // in doubt protected
}

// What is forbidden in a protected environment stays forbidden when its database is named in another way.
void protectLikeItsEnvironment(Target &target, const MigrationProject &project)
{
    for (const Environment &environment : project.configuration().environments) {
        if (!environment.isProtected)
            continue;
        const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(environment.url, project.folder());
        if (!settings || !leadsToTheSame(target.settings, *settings))
            continue;
        target.environment = environment.name;
        target.isProtected = true;
        target.readOnly = environment.readOnly;
        target.settings.readOnly = environment.readOnly;
        target.color = environment.color;
        target.guards = environment.guards;
        target.backupFile = environment.backupFile;
        target.healthUrl = environment.healthUrl;
        return;
    }
}

} // namespace

Result<Target> targetOf(const Environment &environment, const QDir &projectFolder)
{
    Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(environment.url, projectFolder);
    if (!settings) {
        Error error = settings.error();
        error.detail = Text::tr("This is the address of the environment “%1”.").arg(environment.name);
        return std::unexpected(error);
    }
    settings->role = environment.role;
    if (!environment.searchPath.isEmpty())
        settings->searchPath = environment.searchPath;
    settings->readOnly = environment.readOnly;
    return Target{.environment = environment.name,
                  .source = u"whimbrel.toml"_s,
                  .settings = std::move(*settings),
                  .isProtected = environment.isProtected,
                  .readOnly = environment.readOnly,
                  .color = environment.color,
                  .guards = environment.guards,
                  .backupFile = environment.backupFile,
                  .healthUrl = environment.healthUrl};
}

Result<std::optional<Target>> chooseTarget(const MigrationProject &project, const QString &databaseUrl, const QString &environment,
                                           const QMap<QString, QString> &shellEnvironment, const QDir &currentFolder)
{
    const ProjectConfiguration &configuration = project.configuration();
    if (!databaseUrl.isEmpty()) {
        Result<std::optional<Target>> target = targetOfUrl(databaseUrl, currentFolder, u"--database"_s, configuration.guards);
        if (target)
            protectLikeItsEnvironment(**target, project);
        return target;
    }
    const auto asOptional = [](Target target) { return std::optional(std::move(target)); };
    const QString wanted = environment.isEmpty() ? configuration.defaultEnvironment : environment;
    if (!wanted.isEmpty()) {
        if (const Environment *known = configuration.environment(wanted))
            return targetOf(*known, project.folder()).transform(asOptional);
        return usage(configuration, Text::tr("There is no environment “%1”.").arg(wanted));
    }
    if (configuration.environments.size() == 1)
        return targetOf(configuration.environments.first(), project.folder()).transform(asOptional);
    if (!configuration.environments.isEmpty())
        return usage(configuration, Text::tr("whimbrel.toml names several environments and no default."));

    const QString key = u"DATABASE_URL"_s;
    if (const QString url = shellEnvironment.value(key); !url.isEmpty())
        return targetOfUrl(url, project.folder(), key, configuration.guards);
    if (const QString url = configuration.dotEnv.value(key); !url.isEmpty())
        return targetOfUrl(url, project.folder(), u".env"_s, configuration.guards);
    return std::nullopt;
}

} // namespace Whimbrel
