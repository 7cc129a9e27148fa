// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/targetchoice.h"

#include "settings/personalenvironments.h"

#include <QDir>
#include <QProcessEnvironment>

namespace Whimbrel {

namespace {

QMap<QString, QString> shellEnvironment()
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> map;
    for (const QString &key : system.keys())
        map.insert(key, system.value(key));
    return map;
}

} // namespace

QList<Environment> environmentsOf(const MigrationProject &project)
{
    QList<Environment> all = project.configuration().environments;
    for (const Environment &mine : personalEnvironments(project.folder().absolutePath())) {
        if (!project.configuration().environment(mine.name))
            all.append(mine);
    }
    return all;
}

Result<std::optional<Target>> targetNamed(const MigrationProject &project, const QString &environment)
{
    if (!environment.isEmpty() && !project.configuration().environment(environment)) {
        for (const Environment &candidate : environmentsOf(project)) {
            if (candidate.name == environment)
                return targetOf(project, candidate).transform([](const Target &target) { return std::optional(target); });
        }
    }
    return chooseTarget(project, {}, environment, shellEnvironment(), QDir::current());
}

bool isSameTarget(const Target &a, const Target &b)
{
    return a.environment == b.environment && a.settings == b.settings;
}

} // namespace Whimbrel
