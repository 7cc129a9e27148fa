// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/release.h"

#include <QDir>

namespace Whimbrel {

/// The folder .whimbrel/releases/ID/ with one append-only log (JSON lines) per person and machine, so that a git merge
/// never conflicts. Reads every log; a torn last line is left out and loses nothing else.
class ReleaseStore
{
public:
    /// `who` names the log this process appends to: "anna@laptop".
    ReleaseStore(const QDir &projectFolder, QString who);

    static QString currentPerson();

    Result<Release> start(const QString &environment, const ChecklistTemplate &checklist, const QDateTime &now);
    Result<QStringList> ids() const;          ///< oldest first
    /// Problems are broken lines that were left out, with file and line.
    Result<Release> read(const QString &id, QList<ProjectProblem> *problems = nullptr) const;
    /// The newest release of this environment that is not closed.
    Result<std::optional<Release>> current(const QString &environment, QList<ProjectProblem> *problems = nullptr) const;
    /// Appends with one write and flushes it to the disk. Errors: Io, with the path.
    Result<> append(const QString &releaseId, ReleaseEvent event) const;
    QDir folder(const QString &releaseId) const;

private:
    QDir m_releases;
    QString m_who;
};

/// For a protected target: is the way open? Errors: Refused, naming what is missing and how to go on.
Result<> checkReleaseGate(const QDir &projectFolder, const Target &target);

/// The release as Markdown: phases, items, who and when, notes, probes, overrides, runs.
QString releaseToMarkdown(const Release &release, const QString &projectName);

} // namespace Whimbrel
