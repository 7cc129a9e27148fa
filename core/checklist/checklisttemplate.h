// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "sql/dialect.h"

#include <QDir>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Whimbrel {

/// Phases of a release, in their order; each is open when the one before it is complete or overridden.
enum class ReleasePhase { Before, During, After };

inline constexpr ReleasePhase allReleasePhases[] = {ReleasePhase::Before, ReleasePhase::During, ReleasePhase::After};

QString releasePhaseId(ReleasePhase phase);   ///< "before"
QString releasePhaseName(ReleasePhase phase); ///< translated
std::optional<ReleasePhase> releasePhaseFromId(QStringView id);

/// One item of a checklist: ticked by a person, or answered by a probe.
struct ChecklistItem
{
    QString id;     ///< stable: "backup-verified"
    ReleasePhase phase = ReleasePhase::Before;
    QString title;  ///< translated for the standard template
    QString help;   ///< what to look at, why
    QString probe;  ///< id of the probe that answers it; empty: a person does

    bool isManual() const { return probe.isEmpty(); }
    bool operator==(const ChecklistItem &) const = default;
};

/// The checklist a release starts from; copied into the release's first event, so that later edits do not change it.
struct ChecklistTemplate
{
    QString name;
    QList<ChecklistItem> items; ///< phase by phase

    const ChecklistItem *item(QStringView id) const;
    /// Without the items whose probe has no meaning on this database (invalid indexes on SQLite).
    ChecklistTemplate forDialect(Dialect dialect) const;

    QJsonObject toJson() const;
    static Result<ChecklistTemplate> fromJson(const QJsonObject &object);

    /// The mission's three lists with the probes that answer them.
    static ChecklistTemplate standard();
    /// `.whimbrel/checklist.toml` of the project, else standard(). Errors: Project with line.
    ///
    /// The file's keys: name; extends = "standard" (its items come first) with without = ["item-id", ...]; and lists
    /// [[before]], [[during]], [[after]] of items with id, title, help and probe. An unknown key is an error.
    static Result<ChecklistTemplate> load(const QDir &projectFolder);

    bool operator==(const ChecklistTemplate &) const = default;
};

} // namespace Whimbrel
