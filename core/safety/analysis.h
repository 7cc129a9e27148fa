// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migration.h"
#include "safety/catalog/catalog.h"
#include "safety/finding.h"
#include "safety/impact.h"
#include "safety/reader.h"

#include <QSet>

#include <memory>
#include <optional>

namespace Whimbrel {

class RuleSelection;

/// How the statements of a script reach the server.
enum class ScriptTransaction {
    Wrapped,    ///< one transaction around all of them
    Autocommit, ///< each by itself
    OneQuery,   ///< as one string: PostgreSQL makes one implicit transaction of it
};

/// What is analysed: one direction of one migration, or any script.
struct AnalysisInput
{
    QString file;         ///< for findings
    QString version;      ///< of the migration; empty: a script by itself
    Direction direction = Direction::Up;
    QString text;         ///< of the section
    TextPosition start;   ///< where it begins in the file
    QList<Statement> statements; ///< splitScript() of `text` from `start`
    QList<StatementReading> readings; ///< readStatement() of each of `statements`; empty: whoever analyses reads them
    ScriptTransaction transaction = ScriptTransaction::Wrapped;
    MigrationPhase declaredPhase = MigrationPhase::Unknown;
    /// The comments at the head of the file, from its first character on, for `-- whimbrel:` words; read where they lie before
    /// `start`, so that both directions of a file can be given the same.
    QString head;
    QString description;  ///< of the migration, for the rules about documentation
    /// The other direction, for rules about what can be undone; unset where there is no such thing (a script by itself).
    struct Counterpart
    {
        bool exists = false;
        bool hasComment = false; ///< says something where it does nothing
        QList<Operation> operations;
    };
    std::optional<Counterpart> counterpart;
};

/// How to analyse: the same for a whole project.
struct AnalysisSettings
{
    QSet<QString> disabledRules;
    QSet<QString> enabledRules;   ///< of those that are off by default
    QHash<QString, Severity> severities; ///< overrides
    qint64 smallTableRows = 10'000;      ///< below: scans and rewrites are calm (needs statistics)
    qint64 smallTableBytes = 10'000'000;
    /// Something bounds every wait for a lock: Whimbrel's guard, a role's lock_timeout. Unset: not known (no environment).
    std::optional<bool> waitsAreBounded;
    QString noTransactionMarker;  ///< of the project's format, for messages: "-- migrate:up transaction:false"
};

/// From the sizes and the traffic that a connection tells.
struct Estimate
{
    qint64 rows = -1;  ///< that are read or written anew; -1: size unknown
    qint64 bytes = -1;
    double writesPerSecond = -1; ///< of others, that wait meanwhile; -1: none do, or not measured
};

struct StatementAnalysis
{
    Statement statement;
    StatementReading reading;
    StatementImpact impact;
    QList<Impact> held;        ///< strong locks of earlier statements that this transaction still holds when this one begins
    QList<int> heldSince;      ///< for each of `held`, the index of the statement that took it
    bool inTransaction = false;
    Estimate estimate;
};

/// What one script does, in order.
struct ScriptAnalysis
{
    QString file;
    QList<StatementAnalysis> statements;
    QList<Finding> findings;     ///< in the order of the text, suppressed ones left out
    /// `ignore` comments of a head that both directions share, which this direction has no use for. Stale, and to be shown,
    /// are those that the other direction lists too.
    QList<Finding> staleInHead;
    MigrationPhase phase = MigrationPhase::Unknown; ///< declared, else inferred

    std::optional<Severity> worst() const;
};

/// Analyses a script from the schema that `catalog` describes, and leaves in it the schema after the script. Synchronous and
/// without side effects; any thread.
ScriptAnalysis analyseScript(const AnalysisInput &input, Catalog &catalog, const AnalysisSettings &settings);
/// The same with the rules chosen already, for whoever analyses many scripts (rules/ruleselection.h).
ScriptAnalysis analyseScript(const AnalysisInput &input, Catalog &catalog, const RuleSelection &selection);

/// Follows a script without judging it: for migrations before the one of interest.
void replayScript(const AnalysisInput &input, Catalog &catalog);

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::StatementAnalysis, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::ScriptAnalysis, Q_RELOCATABLE_TYPE);
