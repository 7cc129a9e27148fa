// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"
#include "safety/analysis.h"
#include "safety/catalog/catalog.h"
#include "safety/rules/ruleselection.h"

#include <functional>
#include <mutex>
#include <stop_token>

namespace Whimbrel {

/// Against what a project is analysed, and how strictly: the same for all its migrations.
struct AnalysisBase
{
    Dialect dialect = Dialect::PostgreSql;
    ServerVersion version{};             ///< {0,0,0}: not known
    AnalysisSettings settings{};         ///< the format's marker is filled in
    std::optional<Catalog> connected{};  ///< a database's own schema; unset: the migrations before are replayed
    QSet<QString> applied{};             ///< versions that `connected` holds already: neither followed nor judged
};

/// What one migration does.
struct MigrationAnalysis
{
    Migration migration{};               ///< with its phase, declared or inferred
    QString text{};                      ///< of the file; the findings' places are in it
    std::optional<ScriptAnalysis> up{};  ///< unset where the file cannot be read
    std::optional<ScriptAnalysis> down{}; ///< unset: there is none
    std::optional<Error> error{};        ///< why the file cannot be read

    QList<Finding> findings() const; ///< of both directions, in the order of the file
    std::optional<Severity> worst() const;
    qsizetype statementCount() const;
};

/// Analyses the migrations of a project, each from the schema that the ones before leave. Synchronous; any thread.
class ProjectAnalysis
{
public:
    ProjectAnalysis(MigrationProject project, AnalysisBase base);

    const MigrationProject &project() const { return m_project; }
    const AnalysisBase &base() const { return m_base; }

    using Judged = std::function<bool(const Migration &)>;
    using Found = std::function<void(MigrationAnalysis)>;
    /// Calls `found` for every migration that `judged` wants, in the order of application, on the calling thread; the others
    /// are only followed, and what comes after the last wanted one is not even read. As many threads as there are cores read
    /// files and judge them; only the schema is followed by one at a time. They are a few migrations ahead of `found`: what
    /// 10,000 take in memory is the schema they make, which is given back.
    /// Errors: Cancelled.
    Result<Catalog> run(const Judged &judged, const Found &found, const std::stop_token &stop = {}) const;

    /// What becomes of an analysis: called on the thread that made it, several at once. What it gives back is called on the
    /// calling thread, in the order of application; all else need not be handed over, nor be taken apart there.
    using Digest = std::function<std::function<void()>(MigrationAnalysis)>;
    Result<Catalog> run(const Judged &judged, const Digest &digest, const std::stop_token &stop = {}) const;

    /// The schema before a migration; before the next one where the project has none of this version. Errors: Cancelled.
    Result<Catalog> catalogBefore(const QString &version, const std::stop_token &stop = {}) const;
    /// One migration as `text` has it, from the schema in `before`.
    MigrationAnalysis analyse(const Migration &migration, const QString &text, const Catalog &before) const;

private:
    Catalog emptyCatalog() const;

    MigrationProject m_project;
    AnalysisBase m_base;
    RuleSelection m_rules;
};

/// Analyses what is being edited, again and again: the schema before a migration is followed once and kept. Any thread;
/// several calls wait for one another.
class EditedAnalysis
{
public:
    explicit EditedAnalysis(ProjectAnalysis analysis) : m_analysis(std::move(analysis)) { }

    /// `text` in the place of the migration's file. Errors: Cancelled.
    Result<MigrationAnalysis> analyse(const Migration &migration, const QString &text, const std::stop_token &stop = {});

private:
    const ProjectAnalysis m_analysis;
    std::mutex m_mutex;
    QString m_version;
    std::optional<Catalog> m_before; ///< of m_version
};

/// What the ways up of a project's migrations tell, by version.
struct MigrationPhases
{
    QHash<QString, MigrationPhase> phases; ///< declared or inferred; only those that have one
    QHash<QString, Error> unreadable;      ///< why a file cannot be read
};

/// Reads each file once, no more of it than its way up, and judges nothing. Errors: Cancelled.
Result<MigrationPhases> migrationPhases(const MigrationProject &project, Dialect dialect, const std::stop_token &stop = {});

/// A script that belongs to no project: `text` as its own client would send it, from an empty schema or from `base.connected`.
/// Sections that a migration tool's markers make are told apart.
MigrationAnalysis analyseText(const QString &text, const QString &file, const AnalysisBase &base);

} // namespace Whimbrel
