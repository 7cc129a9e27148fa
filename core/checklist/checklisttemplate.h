// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QDir>
#include <QList>
#include <QString>

namespace Whimbrel {

/// Phases of a release, in their order; each is open when the one before it is complete or overridden.
enum class ReleasePhase { Before, During, After };

QString releasePhaseId(ReleasePhase phase);   ///< "before"
QString releasePhaseName(ReleasePhase phase); ///< translated

/// One item of a checklist: ticked by a person, or answered by a probe.
struct ChecklistItem
{
    QString id;     ///< stable: "backup-verified"
    ReleasePhase phase = ReleasePhase::Before;
    QString title;  ///< translated for the default template
    QString help;   ///< what to look at, why
    QString probe;  ///< id of the probe that answers it; empty: a person does

    bool isManual() const { return probe.isEmpty(); }
};

/// The checklist a release starts from; copied into the release's first event, so that later edits do not change it.
struct ChecklistTemplate
{
    QString name;
    QList<ChecklistItem> items;

    /// The mission's three lists with the probes that answer them.
    static ChecklistTemplate standard();
    /// `.whimbrel/checklist.toml` of the project, else standard(). Errors: Project with line.
    static Result<ChecklistTemplate> load(const QDir &projectFolder);
};

} // namespace Whimbrel
