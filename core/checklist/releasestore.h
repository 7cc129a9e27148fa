// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/release.h"
#include "database/person.h"
#include "project/migrationproject.h"

#include <QDir>

#include <chrono>
#include <optional>

namespace Whimbrel {

/// The folder .whimbrel/releases/ID/ with one append-only log (JSON lines) per person and machine, so that a git merge
/// never conflicts (the same person in two clones is merged by the `union` rule that start() writes into .gitattributes).
/// Any number of processes may append at once. Files only: any thread but the GUI's.
class ReleaseStore
{
public:
    /// `who` names the log this process appends to: "anna@laptop".
    explicit ReleaseStore(const QDir &projectFolder, QString who = currentPerson());

    /// Makes the folder and writes the first event. Errors: Refused (a release of this environment is open), Io.
    Result<Release> start(const QString &environment, const ChecklistTemplate &checklist,
                          const QDateTime &now = QDateTime::currentDateTime());
    Result<QStringList> ids() const; ///< oldest first
    /// Problems are broken lines that were left out, with file and line. A line that a crash cut short was never
    /// acknowledged to anybody; it is left out and is a warning.
    Result<Release> read(const QString &id, QList<ProjectProblem> *problems = nullptr) const;
    /// The newest release of this environment that is not closed. `problems` are those of that release, and of releases
    /// whose environment cannot be told.
    Result<std::optional<Release>> current(const QString &environment, QList<ProjectProblem> *problems = nullptr) const;
    /// The newest release of this environment, open or closed.
    Result<std::optional<Release>> newest(const QString &environment, QList<ProjectProblem> *problems = nullptr) const;
    /// Fills in id, who, order and, where unset, the time; appends with one write and flushes it to the disk. On an error
    /// nothing was recorded. Errors: Io, with the path; Project, for a log that is a link out of the project or has no room for
    /// another event.
    Result<> append(const QString &releaseId, ReleaseEvent event) const;

    QDir folder(const QString &releaseId) const;
    QDir releasesFolder() const { return m_releases; }

private:
    Result<std::optional<Release>> find(const QString &environment, bool openOnly, QList<ProjectProblem> *problems) const;
    QString logFile(const QString &releaseId) const;
    Result<> checkInside(const QString &path) const;

    QDir m_project;
    QDir m_releases;
    QString m_who;
};

/// The environment a target's releases are kept under: its name, or where it has none (-d, DATABASE_URL) the database's.
QString releaseEnvironment(const Target &target);

/// How old a probe's answer may be at the gate.
inline constexpr std::chrono::minutes probeEvidenceAge{10};

/// For a protected target: is the way open? Passes for targets that are not protected.
///
/// Needs an open release of the target's environment whose Before phase is complete or overridden. Complete means complete
/// now: answers of probes older than probeEvidenceAge (or from a clock more than a minute ahead of ours) do not count, as a
/// server may have failed over or a transaction begun since; ticks of persons do not expire. A log of that release with
/// an unreadable line closes the gate unless Before is overridden, since the line may have taken a tick back.
/// Errors: Refused, naming what is missing and how to go on; Io.
Result<> checkReleaseGate(const QDir &projectFolder, const Target &target,
                          const QDateTime &now = QDateTime::currentDateTimeUtc());

/// Notes something in the open release of this environment; does nothing where there is none. Errors: Io.
Result<> recordInRelease(const QDir &projectFolder, const QString &environment, const ReleaseEvent &event);
/// The same for what ran.
Result<> recordRunInRelease(const QDir &projectFolder, const QString &environment, const QString &text);

} // namespace Whimbrel
