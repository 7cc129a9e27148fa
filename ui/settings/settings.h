// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Every setting there is, with key and default. Personal environments have a section of their own
/// (personalenvironments.h).
namespace Whimbrel::Settings {

// What a person chooses in Preferences.
inline const Setting<QString> theme{"appearance/theme", QStringLiteral("system")}; ///< "system", "light", "dark"
inline const Setting<QString> language{"appearance/language", {}};                ///< "en", "de"; empty: the desktop's
inline const Setting<QString> editorFont{"editor/font", {}}; ///< QFont::toString(); empty: the desktop's fixed font
inline const Setting<bool> notifyRunFinished{"notifications/run-finished", true}; ///< when a run ends well
inline const Setting<bool> notifyRunFailed{"notifications/run-failed", true};     ///< when a run fails or a gate waits

// Rules of the analysis that a person turned off or on for all projects; a project has its own in whimbrel.toml.
inline const Setting<QStringList> disabledRules{"lint/disabled", {}};
inline const Setting<QStringList> enabledRules{"lint/enabled", {}}; ///< of those that are off by default

/// How long anybody may wait for a lock before it is kept as an incident.
inline const Setting<int> incidentMs{"locks/incident-ms", 1000};

// What the window remembers.
inline const Setting<bool> lockHistory{"locks/history", true}; ///< the last ten minutes are shown beside the tree
inline const Setting<QByteArray> windowGeometry{"window/geometry", {}};
inline const Setting<QByteArray> windowState{"window/state", {}};
inline const Setting<QStringList> recentProjects{"projects/recent", {}}; ///< folders, the latest first

/// Files open in the editor and the environment chosen last, remembered for each project.
Setting<QStringList> openFiles(const QString &projectFolder);
Setting<QString> currentFile(const QString &projectFolder);
Setting<QString> environment(const QString &projectFolder);

} // namespace Whimbrel::Settings
