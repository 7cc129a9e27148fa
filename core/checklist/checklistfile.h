// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/checklisttemplate.h"

namespace Whimbrel {

/// Reads a project's own checklist; the keys are described at ChecklistTemplate::load(). Errors: Project, with the line and
/// `displayName` as the file.
Result<ChecklistTemplate> readChecklistFile(const QString &path, const QString &displayName);

} // namespace Whimbrel
